"""What this room lets go of: what a leaver learned after thirty days, everybody's answers after the next school year."""

from __future__ import annotations

from datetime import UTC, datetime

from esafety.core.clock import FIRST_MONTH, school_day, school_year
from esafety.core.erasure import delete_all
from esafety.core.tenancy import SchoolSession
from esafety.learning.models import (
    Assignment,
    Attempt,
    Badge,
    ChosenPupil,
    ClassLesson,
    FollowUp,
    HeldMisconception,
    Standing,
    StrandBadge,
)
from esafety.people.leaving import gone

OF_A_PUPIL = (Attempt, Badge, StrandBadge, ChosenPupil, FollowUp, HeldMisconception, Standing)


def let_go(db: SchoolSession, now: datetime) -> None:
    """Rows of leavers, and rows of the school year before the last one."""
    today = school_day(now)
    for model in OF_A_PUPIL:
        delete_all(db, model, gone(model, today))
    last_year = school_year(today) - 1
    begins = datetime(last_year, FIRST_MONTH, 1, tzinfo=UTC)
    delete_all(db, Attempt, Attempt.school_year < last_year)
    delete_all(db, Assignment, Assignment.opens_on < begins.date())
    delete_all(db, ClassLesson, ClassLesson.begun_at < begins)
    delete_all(db, FollowUp, FollowUp.due_on < begins.date())
    delete_all(db, HeldMisconception, HeldMisconception.seen_at < begins)
    delete_all(db, Standing, Standing.updated_at < begins)
