"""What this room brings to the application: its page, and the work that it does on the first minute of each day."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from flask import Flask
from sqlalchemy import select

from esafety.core.clock import SCHOOL_TIME, school_day
from esafety.core.jobs import Work, enqueue
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.shelf import library
from esafety.law.actions import keep_up
from esafety.law.views import views
from esafety.people.models import School

DAILY = "law.day"


def introduce(app: Flask) -> None:
    """Open this room's page and let its clock tick."""
    app.register_blueprint(views)
    app.extensions["housekeeping"].append(wind_up)
    app.extensions.setdefault("jobs", {})[DAILY] = tick


def wind_up(db: SchoolSession, now: datetime) -> None:
    """Queue today's and tomorrow's look at the facts for every school, so that the switch comes with the day itself."""
    for day in (school_day(now), school_day(now) + timedelta(days=1)):
        begin = datetime.combine(day, time.min, SCHOOL_TIME)
        for school_id in db.scalars(select(School.id)):
            enqueue(db, school_id=school_id, kind=DAILY, key=f"{DAILY}:{school_id}:{day}", at=begin)


def tick(db: SchoolSession, work: Work) -> None:
    """One school's look at the facts on one day."""
    keep_up(db, school=db.get_one(School, work.school_id), library=library(), at=work.now)
