"""Two starts at the same moment: one makes the environment, the other waits for it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from esafety.bootstrap.voice import say


@contextmanager
def wait_for_turn(directory: Path) -> Iterator[None]:
    """Hold the directory for this process alone; the system lets go of it even when the process is killed."""
    try:
        import fcntl
    except ImportError:  # Windows, where two first starts at once are left to luck
        yield
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        _take(fcntl, handle)
        yield
    finally:
        os.close(handle)


def _take(fcntl, handle: int) -> None:  # type: ignore[no-untyped-def]  # the module exists on POSIX only
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("Another start of esafety is preparing the environment; waiting for it.")
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:  # some network file systems know no locks
        return
