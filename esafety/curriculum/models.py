"""Loaded content: immutable versions that attempts and signatures point to, and the questions of each school's own."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped

from esafety.core.base import Base, Keep, kept, new_id
from esafety.core.tenancy import Numbered, SchoolOwned, within_school


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


class OwnLesson(SchoolOwned, Numbered, Base):
    """A lesson that a school wrote or adapted, whatever its wording."""

    __tablename__ = "own_lesson"
    __table_args__ = (UniqueConstraint("school_id", "key"),)

    key: Mapped[str] = kept("the lesson's lasting name; an adapted one has ours", Keep.CONTENT)
    made_at: Mapped[datetime] = kept("when the school first had it", Keep.CONTENT)


class OwnLessonVersion(SchoolOwned, Numbered, Base):
    """One wording of a school's own lesson: a draft that changes until it is published, or what was published."""

    __tablename__ = "own_lesson_version"
    __table_args__ = (within_school("lesson_id", "own_lesson"), UniqueConstraint("school_id", "lesson_id", "number"))

    lesson_id: Mapped[int] = kept("which lesson", Keep.CONTENT)
    number: Mapped[int] = kept("counts up", Keep.CONTENT)
    body: Mapped[str] = kept("the whole lesson, as JSON; a draft may have gaps", Keep.CONTENT)
    based_on: Mapped[int | None] = kept("our version that it was adapted from", Keep.CONTENT, ForeignKey("content_version.id"))
    made_by: Mapped[str] = kept("who wrote last: the kind of person and a row's number, never a name", Keep.CONTENT)
    changed_at: Mapped[datetime] = kept("when it was written last", Keep.CONTENT)
    version_id: Mapped[int | None] = kept("what pupils get, once published", Keep.CONTENT, ForeignKey("content_version.id"))
    published_at: Mapped[datetime | None] = kept("when pupils began to get it; empty for a draft", Keep.CONTENT)
    retired_at: Mapped[datetime | None] = kept("when a newer one, or ours, took its place", Keep.CONTENT)


class LessonOff(SchoolOwned, Base):
    """A lesson that a school does not offer. What was done stays."""

    __tablename__ = "lesson_off"

    key: Mapped[str] = kept("which lesson", Keep.CONTENT, primary_key=True)
    at: Mapped[datetime] = kept("since when", Keep.CONTENT)
    by: Mapped[str] = kept("who switched it off: the kind of person and a row's number", Keep.CONTENT)


class OwnQuestion(SchoolOwned, Numbered, Base):
    """One question of the school's own, whatever its wording."""

    __tablename__ = "own_question"
    __table_args__ = (UniqueConstraint("school_id", "key"),)

    key: Mapped[str] = kept("its lasting name; importing it again finds it", Keep.CONTENT)
    made_at: Mapped[datetime] = kept("when the school first had it", Keep.CONTENT)


class OwnQuestionVersion(SchoolOwned, Numbered, Base):
    """One wording of a question of the school's own. It never changes; a newer one retires it."""

    __tablename__ = "own_question_version"
    __table_args__ = (within_school("question_id", "own_question"), UniqueConstraint("school_id", "question_id", "number"))

    question_id: Mapped[int] = kept("which question", Keep.CONTENT)
    number: Mapped[int] = kept("counts up", Keep.CONTENT)
    digest: Mapped[str] = kept("hash of the body; the same wording again makes no version", Keep.CONTENT)
    body: Mapped[str] = kept("the question with its name and what it belongs to, as JSON", Keep.CONTENT)
    source: Mapped[str] = kept("the format or the page that it came by", Keep.CONTENT)
    made_at: Mapped[datetime] = kept("when it was kept", Keep.CONTENT)
    made_by: Mapped[str] = kept("who kept it: the kind of person and a row's number, never a name", Keep.CONTENT)
    published_at: Mapped[datetime | None] = kept("when the lead let lessons use it; empty for a draft", Keep.CONTENT)
    retired_at: Mapped[datetime | None] = kept("when a newer wording took its place", Keep.CONTENT)
