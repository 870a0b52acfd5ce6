"""A server process as `esafety serve` runs it, for the floor and for the application alike."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from esafety.cli.server import THREADS
from esafety.places import project_directory
from tests.harness.server import free_port

WORKERS = 2
PROCESSES = f"{WORKERS} processes of {THREADS} threads"
_PATIENCE_SECONDS = 30
_SLOW = 10


def _granian(port: int, target: str) -> list[str]:
    threads = f"--blocking-threads={THREADS}"
    return ["granian", "--interface=wsgi", "--host=127.0.0.1", f"--port={port}", f"--workers={WORKERS}", threads, target]


def _gunicorn(port: int, target: str) -> list[str]:
    return [
        "gunicorn",
        "--worker-class=gthread",
        f"--bind=127.0.0.1:{port}",
        f"--workers={WORKERS}",
        f"--threads={THREADS}",
        target,
    ]


def _waitress(port: int, target: str) -> list[str]:
    return ["waitress", f"--listen=127.0.0.1:{port}", f"--threads={WORKERS * THREADS}", target]


SERVERS = {"granian": _granian, "gunicorn": _gunicorn, "waitress": _waitress}
"""The first is the one that we ship; the others must be installed by whoever compares. Waitress has one process only."""


class Serving:
    """One running server."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, started_in: float) -> None:
        self.port = port
        self.started_in = started_in
        self._process = process

    @property
    def origin(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def largest_process_mb(self) -> float:
        """The resident memory of its largest process, in MB of a million bytes."""
        return float(max(process.memory_info().rss for process in self._processes())) / 1e6

    def cpu_seconds(self) -> float:
        """The time that its processes have worked so far, whatever else the machine does."""
        return float(sum(process.cpu_times().user + process.cpu_times().system for process in self._processes()))

    def stop(self) -> None:
        """End it, whatever it is doing."""
        self._process.terminate()
        try:
            self._process.wait(_SLOW)
        except subprocess.TimeoutExpired:
            for process in self._processes():
                process.kill()
            self._process.wait()

    def _processes(self) -> list[psutil.Process]:
        first = psutil.Process(self._process.pid)
        return [first, *first.children(recursive=True)]


@contextmanager
def serving(target: str, environment: Mapping[str, str], log: Path, *, server: str = "granian") -> Iterator[Serving]:
    """Serve a WSGI application (module:name) until the block ends. Raises RuntimeError when it does not start."""
    port = free_port()
    begun = time.perf_counter()
    with log.open("wb") as heard:
        process = subprocess.Popen(
            [sys.executable, "-m", *SERVERS[server](port, target)],
            cwd=project_directory(),
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=heard,
            stderr=heard,
        )
    running = Serving(process, port, 0)
    try:
        running.started_in = _wait(process, port, begun, log)
        yield running
    finally:
        running.stop()


def _wait(process: subprocess.Popen[bytes], port: int, begun: float, log: Path) -> float:
    while time.perf_counter() - begun < _PATIENCE_SECONDS and process.poll() is None:
        if _answers(port):
            return time.perf_counter() - begun
        time.sleep(0.005)
    raise RuntimeError(f"The server did not start. It said:\n{log.read_text('utf-8', 'replace')[-3000:]}")


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_SECONDS)
    try:
        connection.request("GET", "/class")
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True
