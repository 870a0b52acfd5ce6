"""Loaded content: immutable versions that attempts and signatures point to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from esafety.core.base import Base, Keep, kept, new_id


class ContentVersion(Base):
    """One wording of one lesson, module, fact list, agreement or policy. Shared by all schools; retired, never deleted."""

    __tablename__ = "content_version"
    __table_args__ = (UniqueConstraint("kind", "key", "number"),)

    id: Mapped[int] = kept("names the version", Keep.CONTENT, primary_key=True, autoincrement=False, default=new_id)
    kind: Mapped[str] = kept("lesson, expectation, fact and so on", Keep.CONTENT)
    key: Mapped[str] = kept("which one", Keep.CONTENT)
    number: Mapped[int] = kept("counts up", Keep.CONTENT)
    digest: Mapped[str] = kept("hash of the body; the same content loads nothing", Keep.CONTENT)
    body: Mapped[str] = kept("everything that is shown, as JSON", Keep.CONTENT)
    loaded_at: Mapped[datetime] = kept("when it was loaded", Keep.CONTENT)
    retired_at: Mapped[datetime | None] = kept("when a newer one took its place", Keep.CONTENT)
