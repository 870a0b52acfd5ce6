"""The changes of facts that a school has been taken through."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Mapped

from esafety.core.base import Base, Keep, kept
from esafety.core.tenancy import SchoolOwned


class LawChange(SchoolOwned, Base):
    """A fact got a new value, and the school's lessons and agreements were brought up to date. At most once."""

    __tablename__ = "law_change"

    fact: Mapped[str] = kept("which fact", Keep.EVIDENCE, primary_key=True)
    from_on: Mapped[date] = kept("from when on it has the new value", Keep.EVIDENCE, primary_key=True)
    acted_at: Mapped[datetime] = kept("when the app brought the school up to date", Keep.EVIDENCE)
    classes: Mapped[int] = kept("how many classes were set a lesson on what changed", Keep.EVIDENCE)
    published: Mapped[str] = kept("agreements that were published anew, by key, separated by spaces", Keep.EVIDENCE)
    waiting: Mapped[str] = kept("agreements that somebody has to look at, by key, separated by spaces", Keep.EVIDENCE)
