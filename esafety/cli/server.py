"""The server process: a port that is free, workers that answer, one that does the jobs."""

from __future__ import annotations

import logging
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

import click

from esafety.settings import Settings

THREADS = 8
WORKER_AFTER_SECONDS = 3.0


def run_server(settings: Settings, *, host: str, port: int, workers: int = 2) -> None:
    """Serve until interrupted. Raises ClickException when the port is taken."""
    refuse_taken_port(host, port)
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    os.environ.update(environment_of(settings))
    logging.getLogger("_granian").addFilter(_is_for_the_technician)
    with job_worker():
        Granian(
            "esafety.cli.application:application",
            factory=True,
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=THREADS,
            backpressure=4 * THREADS,
            log_level=LogLevels.warning,
        ).serve()


def _is_for_the_technician(record: logging.LogRecord) -> bool:
    """Everything but the server's advice on the number of threads, which is ours and not the technician's."""
    return not record.getMessage().startswith("Configuration allows spawning")


def refuse_taken_port(host: str, port: int) -> None:
    """Say clearly that somebody else listens there. Raises ClickException."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise click.ClickException(
                f"Port {port} on {host} cannot be used ({error.strerror}). Is the server running already? "
                f"Choose another one: --port {port + 1}"
            ) from error


def environment_of(settings: Settings) -> dict[str, str]:
    """The settings as the environment of the worker processes."""
    return {
        "ESAFETY_DATA": str(settings.data_directory),
        "ESAFETY_DATABASE_URL": settings.database_url,
        "ESAFETY_SECRET_KEY": settings.secret_key,
        "ESAFETY_PEPPER": settings.pepper,
        "ESAFETY_TRUSTED_HOSTS": ",".join(settings.trusted_hosts),
        "ESAFETY_PUBLIC_URL": settings.public_url,
        "ESAFETY_SECURE_COOKIES": "yes" if settings.secure_cookies else "no",
        "ESAFETY_DEMO": "yes" if settings.demo else "no",
        "ESAFETY_DEVELOPMENT": "yes" if settings.development else "no",
        "ESAFETY_OPENING_MINUTES": str(settings.opening_minutes),
        "ESAFETY_PUPIL_IDLE_MINUTES": str(settings.pupil_idle_minutes),
        "ESAFETY_ADULT_IDLE_MINUTES": str(settings.adult_idle_minutes),
        "ESAFETY_STAFF_IDLE_MINUTES": str(settings.staff_idle_minutes),
        "ESAFETY_LARGEST_REQUEST": str(settings.largest_request),
        "ESAFETY_SMTP_URL": settings.smtp_url,
        "ESAFETY_MAIL_FROM": settings.mail_from,
    }


@contextmanager
def job_worker() -> Iterator[None]:
    """A process beside the server that does the queued work, and ends with it."""
    workers: list[subprocess.Popen[bytes]] = []
    # Pages come first: the worker begins when the server has had time to start.
    later = Timer(
        WORKER_AFTER_SECONDS, lambda: workers.append(subprocess.Popen([sys.executable, "-m", "esafety", "jobs", "work"]))
    )
    later.start()
    try:
        yield
    finally:
        later.cancel()
        for worker in workers:
            worker.terminate()
            worker.wait(timeout=10)
