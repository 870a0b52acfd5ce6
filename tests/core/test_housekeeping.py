"""What was kept long enough is let go of, and nothing sooner."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from esafety.access.sessions import WebSession
from esafety.core import clock, once
from esafety.core.audit import AuditEntry, record
from esafety.core.housekeeping import let_go
from esafety.core.jobs import Job, enqueue
from esafety.core.once import DoneOnce
from esafety.people.models import SignInFailure
from tests.harness.people import Enter, Make

pytestmark = pytest.mark.both_databases
KEPT_DAYS = ((WebSession, 30), (DoneOnce, 90), (Job, 90), (AuditEntry, 365), (SignInFailure, 1))


def count(make: Make, model: Any) -> int:
    with make.database.reading(across="a test counts") as db:
        # What housekeeping itself queues for the days to come is not looked at.
        mine = (Job.kind == "nothing",) if model is Job else ()
        return db.scalar(select(func.count()).select_from(model).where(*mine)) or 0


@pytest.mark.parametrize(("model", "days"), KEPT_DAYS)
def test_each_thing_is_kept_as_long_as_its_column_says(app: Flask, make: Make, enter: Enter, model: Any, days: int) -> None:
    school, now = make.school(), clock.now()
    enter.as_pupil(make.pupil("Ann"))
    with make.database.transaction(school_id=school.id) as db:
        record(db, at=now, actor="account:1", action="test.noted", about="nothing:1")
        enqueue(db, school_id=school.id, kind="nothing", key="once", at=now)
        db.add(SignInFailure(key="somebody", at=now))
        once.remember(db.connection(), "a form", "/there", at=now)
        db.flush()
        for job in db.scalars(select(Job)):
            job.finished_at = now
    before = count(make, model)
    assert before >= 1
    a_lesson = timedelta(hours=9) if model is WebSession else timedelta()
    let_go(make.database, app.extensions["housekeeping"], now=now + timedelta(days=days) - timedelta(minutes=1))
    assert count(make, model) == before
    let_go(make.database, app.extensions["housekeeping"], now=now + timedelta(days=days, minutes=1) + a_lesson)
    assert count(make, model) == 0
