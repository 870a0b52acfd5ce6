"""Fresh databases that keep what was committed: SQLite files, and a real PostgreSQL with its own defaults."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.harness.databases import for_sqlalchemy
from tests.harness.postgresql import administer, start_server, stop_server

KINDS = ("sqlite", "postgresql")
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "200",
    "timezone": "UTC",
    "log_min_messages": "warning",
}
"""Nothing here touches durability: fsync, synchronous_commit and full_page_writes stay on, as PostgreSQL has them."""


class Databases:
    """Makes databases by kind and name in one folder, which is removed with them."""

    def __init__(self, folder: Path, postgresql: str) -> None:
        self.folder = folder
        self._postgresql = postgresql

    def fresh(self, kind: str, name: str) -> str:
        """The address of a new database without tables."""
        if kind == "sqlite":
            return f"sqlite+pysqlite:///{self.folder / name}.sqlite3"
        administer(self._postgresql, f"CREATE DATABASE {name}")
        return for_sqlalchemy(self._postgresql, name)


@contextmanager
def databases() -> Iterator[Databases]:
    """Start what is needed; stop it and remove it all in the end."""
    folder = Path(tempfile.mkdtemp(prefix="esafety-bench-"))
    folder.chmod(0o711)  # PostgreSQL never runs as root, and its own user must be able to reach its data
    server = None
    try:
        server = start_server(folder / "postgresql", settings=_SETTINGS)
        yield Databases(folder, server["address"])
    finally:
        if server is not None:
            stop_server(server["pid"])
        shutil.rmtree(folder, ignore_errors=True)
