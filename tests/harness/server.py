"""A real server process on a free port of this machine."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from esafety.cli.server import environment_of
from esafety.places import project_directory
from esafety.settings import Settings

_OPTIONS = ("--interface=wsgi", "--host=127.0.0.1", "--blocking-threads=8", "--backpressure=32")
_PATIENCE_SECONDS = 30


class Server:
    """The application under granian, as wsgi.py gives it to any WSGI server."""

    def __init__(self, settings: Settings, log: Path) -> None:
        port = free_port()
        self.origin = f"http://127.0.0.1:{port}"
        self.settings = settings.changed(public_url=self.origin)
        self._log = log
        with log.open("wb") as heard:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "granian", *_OPTIONS, "--port", str(port), "wsgi:app"],
                cwd=project_directory(),
                env={**os.environ, **environment_of(self.settings)},
                stdin=subprocess.DEVNULL,
                stdout=heard,
                stderr=heard,
            )
        self._wait_until_it_answers()

    def url(self, path: str) -> str:
        """The full address of a page."""
        return self.origin + path

    @property
    def log(self) -> str:
        """What the server wrote so far."""
        return self._log.read_text("utf-8", "replace")

    def stop(self) -> None:
        """End the server and wait for it."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _wait_until_it_answers(self) -> None:
        end = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < end and self._process.poll() is None:
            if answers(self.origin):
                return
            time.sleep(0.05)
        self.stop()
        raise AssertionError(f"The server did not start. It said:\n{self.log[-3000:]}")


def answers(origin: str) -> bool:
    """Whether anything at all is answered there."""
    try:
        urllib.request.urlopen(origin, timeout=5).close()
    except urllib.error.HTTPError as refusal:
        refusal.close()
    except OSError:
        return False
    return True


def free_port() -> int:
    """A port of this machine that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
