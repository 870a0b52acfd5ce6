"""A few worries that were told, so that the inbox is seen at work."""

from __future__ import annotations

from datetime import date

from esafety.concerns import actions
from esafety.core.tenancy import SchoolSession
from esafety.demo.calendar import at_school, school_day_before
from esafety.people.models import Pupil
from esafety.settings import Settings

TOLD = (
    (3, 30, "child", "Somebody in a game keeps asking where I live. I did not tell them.", ""),
    (1, 90, "child", "", "My teacher"),
    (0, 150, "child", "There is a group chat where they are mean about a girl in Year 5.", "Another grown-up at school"),
)


def tell_worries(db: SchoolSession, settings: Settings, *, pupils: list[Pupil], today: date) -> None:
    """Raise a few concerns on past days."""
    for (weeks, minutes, subject, words, trusted), pupil in zip(TOLD, (pupils[-5], pupils[12], pupils[-30]), strict=True):
        day = school_day_before(today, weeks=weeks)
        actions.raise_concern(
            db,
            settings,
            raised_by="pupil",
            subject=subject,
            words=words,
            trusted_adult=trusted,
            pupil_id=pupil.id,
            at=at_school(day, minutes=minutes),
        )
