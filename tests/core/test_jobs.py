"""Work that was promised is done once, by one worker, also when workers die and handlers fail."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

from esafety.core import clock
from esafety.core.db import Database
from esafety.core.jobs import LEASE, MOST_TRIES, Handler, Job, Work, enqueue, run_due
from esafety.core.tenancy import SchoolSession
from esafety.people.models import SchoolClass
from esafety.places import project_directory
from tests.core.conftest import Two

NOW = clock.now()


def queue(two: Two, *keys: str, kind: str = "change", at: datetime = NOW, school_id: int | None = None) -> None:
    where = school_id or two.ours
    with two.database.transaction(school_id=where) as db:
        for key in keys:
            enqueue(db, school_id=where, kind=kind, key=key, at=at, name=key)


def jobs(database: Database) -> list[Job]:
    with database.reading(across="a test looks at all jobs") as db:
        return list(db.scalars(select(Job).order_by(Job.key)))


def names(two: Two) -> set[str]:
    with two.database.reading(across="a test looks at all classes") as db:
        return set(db.scalars(select(SchoolClass.name)))


def rename(db: SchoolSession, work: Work) -> None:
    db.execute(update(SchoolClass).values(name=work.payload["name"]))


def fail(db: SchoolSession, work: Work) -> None:
    rename(db, work)
    raise LookupError("Maya Smith")


@pytest.mark.both_databases
def test_a_job_is_done_once_and_in_its_own_school(two_schools: Two) -> None:
    queue(two_schools, "4 Ash")
    assert run_due(two_schools.database, {"change": rename}, now=NOW) == 1
    assert run_due(two_schools.database, {"change": rename}, now=NOW) == 0
    assert names(two_schools) == {"4 Ash", "3 Oak"}
    (job,) = jobs(two_schools.database)
    assert (job.finished_at, job.failure, job.tries) == (NOW, "", 1)


@pytest.mark.both_databases
def test_asking_twice_for_the_same_work_queues_it_once(two_schools: Two) -> None:
    queue(two_schools, "a", "a")
    queue(two_schools, "a")
    assert len(jobs(two_schools.database)) == 1


def test_work_is_queued_with_what_asked_for_it_or_not_at_all(two_schools: Two) -> None:
    with pytest.raises(LookupError), two_schools.database.transaction(school_id=two_schools.ours) as db:
        enqueue(db, school_id=two_schools.ours, kind="change", key="a", at=NOW)
        db.flush()
        raise LookupError
    assert not jobs(two_schools.database)


def test_a_job_waits_for_its_time(two_schools: Two) -> None:
    queue(two_schools, "a", at=NOW + timedelta(hours=1))
    assert run_due(two_schools.database, {"change": rename}, now=NOW) == 0
    assert run_due(two_schools.database, {"change": rename}, now=NOW + timedelta(hours=1)) == 1


def test_a_failing_job_leaves_nothing_and_stops_no_other(two_schools: Two) -> None:
    queue(two_schools, "a", kind="broken")
    queue(two_schools, "b", kind="unheard of")
    queue(two_schools, "c")
    handlers: dict[str, Handler] = {"change": rename, "broken": fail}
    assert run_due(two_schools.database, handlers, now=NOW) == 1
    assert names(two_schools) == {"c", "3 Oak"}
    broken, unheard, done = jobs(two_schools.database)
    assert (broken.failure, unheard.failure, done.failure) == ("LookupError", "KeyError", "")
    assert broken.finished_at is None


def test_a_failure_is_kept_without_what_it_quotes(two_schools: Two) -> None:
    queue(two_schools, "a", kind="broken")
    run_due(two_schools.database, {"broken": fail}, now=NOW)
    (job,) = jobs(two_schools.database)
    assert "Maya" not in repr([getattr(job, column.key) for column in Job.__table__.columns])


def test_a_failing_job_is_tried_again_later_and_given_up_in_the_end(two_schools: Two) -> None:
    queue(two_schools, "a", kind="broken")
    moment, tries = NOW, 0
    for _ in range(40):
        run_due(two_schools.database, {"broken": fail}, now=moment)
        (job,) = jobs(two_schools.database)
        assert job.tries - tries <= 1, "tried again without a pause"
        moment, tries = moment + timedelta(minutes=10), job.tries
    assert (job.tries, job.failure, job.finished_at is not None) == (MOST_TRIES, "LookupError", True)


def test_a_job_that_works_at_the_second_try_forgets_its_failure(two_schools: Two) -> None:
    queue(two_schools, "a")
    run_due(two_schools.database, {"change": fail}, now=NOW)
    run_due(two_schools.database, {"change": rename}, now=NOW + timedelta(hours=1))
    (job,) = jobs(two_schools.database)
    assert (job.failure, job.tries) == ("", 2)
    assert "a" in names(two_schools)


@pytest.mark.both_databases
def test_a_killed_worker_loses_no_job(two_schools: Two, database_kind: str) -> None:
    queue(two_schools, "done")
    command = [sys.executable, "-m", "tests.core.crashing_worker", two_schools.database.url, NOW.isoformat()]
    died = subprocess.run(command, cwd=project_directory(), capture_output=True, text=True, timeout=60, check=False)
    assert (died.returncode, died.stdout) == (-9, "working\n"), died.stderr
    assert names(two_schools) == {"3 Oak"}, "half of the work was kept"
    assert run_due(two_schools.database, {"change": rename}, now=NOW + LEASE) == 0, "the lease was not kept"
    assert run_due(two_schools.database, {"change": rename}, now=NOW + LEASE + timedelta(seconds=1)) == 1
    assert names(two_schools) == {"done", "3 Oak"}
    assert [job.tries for job in jobs(two_schools.database)] == [2]


@pytest.mark.both_databases
def test_two_workers_never_do_the_same_job(two_schools: Two) -> None:
    queue(two_schools, *(f"job {number}" for number in range(12)))
    heard: list[str] = []

    def hear(_db: SchoolSession, work: Work) -> None:
        heard.append(work.payload["name"])

    workers = [
        threading.Thread(target=run_due, args=(two_schools.database, {"change": hear}), kwargs={"now": NOW}) for _ in "abc"
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(heard) == sorted({f"job {number}" for number in range(12)})


def test_a_worker_stops_after_as_much_as_it_was_told(two_schools: Two) -> None:
    queue(two_schools, "a", "b", "c")
    assert run_due(two_schools.database, {"change": rename}, now=NOW, most=2) == 2
