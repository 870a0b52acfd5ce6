"""A few worries that were told, so that the inbox is seen at work."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from esafety.concerns import actions
from esafety.concerns.models import Concern, Delivery
from esafety.core.tenancy import SchoolSession
from esafety.demo.calendar import at_school, school_day_before
from esafety.people.models import Pupil
from esafety.settings import Settings

OPENED_AFTER_WEEKS = 1
TOLD = (
    (3, 30, "child", "Somebody in a game keeps asking where I live. I did not tell them.", ""),
    (1, 90, "child", "", "My teacher"),
    (0, 150, "child", "There is a group chat where they are mean about a girl in Year 5.", "Another grown-up at school"),
)


def tell_worries(db: SchoolSession, settings: Settings, *, pupils: list[Pupil], today: date) -> None:
    """Raise a few concerns on past days."""
    for (weeks, minutes, subject, words, trusted), pupil in zip(TOLD, (pupils[-5], pupils[12], pupils[-30]), strict=True):
        day = school_day_before(today, weeks=weeks)
        concern = actions.raise_concern(
            db,
            settings,
            raised_by="pupil",
            subject=subject,
            words=words,
            trusted_adult=trusted,
            pupil_id=pupil.id,
            at=at_school(day, minutes=minutes),
        )
        if weeks > OPENED_AFTER_WEEKS:
            _take_care_of(db, settings, concern, day)


def _take_care_of(db: SchoolSession, settings: Settings, concern: Concern, day: date) -> None:
    """An older worry was opened the same day, noted, and handed to the school's own record."""
    delivery = db.scalars(select(Delivery).where(Delivery.concern_id == concern.id).limit(1)).one()
    at = at_school(day, minutes=330)
    actions.open_delivery(db, delivery=delivery, actor="demo", at=at)
    words = "Talked with the child and the family. They turned the chat off together."
    actions.add_note(db, settings, delivery=delivery, words=words, actor="demo", at=at)
    actions.hand_over(db, delivery=delivery, actor="demo", at=at)
