"""A worker that dies in the middle of a job, for test_jobs: it is a process of its own, so that it can be killed."""

from __future__ import annotations

import os
import signal
import sys
from datetime import datetime

from sqlalchemy import update

from esafety import models
from esafety.core.db import Database
from esafety.core.jobs import Work, run_due
from esafety.core.tenancy import SchoolSession


def die(db: SchoolSession, _work: Work) -> None:
    """Change something, then be killed as by a power cut: no exception, no farewell."""
    db.execute(update(models.people.SchoolClass).values(name="half done"))
    print("working", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    url, now = sys.argv[1:]
    run_due(Database(url), {"change": die}, now=datetime.fromisoformat(now))
