"""What is assigned, begun, answered and reached."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, true
from sqlalchemy.orm import Mapped

from esafety.core.base import Base, Keep, kept
from esafety.core.tenancy import Numbered, SchoolOwned, within_school

NARROW = {"sqlite_with_rowid": False}
"""A narrow table that reports read whole: SQLite keeps it in the order of its key, without a second copy."""
GRADES = "grade in ('secure', 'developing', 'unsure', 'misunderstood')"


class Assignment(SchoolOwned, Numbered, Base):
    """A lesson set for a class, or for chosen pupils of it, with dates."""

    __tablename__ = "assignment"
    __table_args__ = (
        within_school("class_id", "school_class"),
        UniqueConstraint("school_id", "class_id", "lesson_key", "opens_on"),
    )

    class_id: Mapped[int] = kept("which class", Keep.NEXT_YEAR)
    lesson_key: Mapped[str] = kept("which lesson", Keep.NEXT_YEAR)
    opens_on: Mapped[date] = kept("first day", Keep.NEXT_YEAR)
    due_on: Mapped[date | None] = kept("by when", Keep.NEXT_YEAR)
    for_all: Mapped[bool] = kept(
        "for the whole class, not only for chosen pupils", Keep.NEXT_YEAR, default=True, server_default=true()
    )
    set_by: Mapped[int | None] = kept("the member of staff, by membership", Keep.NEXT_YEAR)
    set_at: Mapped[datetime] = kept("when it was set", Keep.NEXT_YEAR)
    withdrawn_at: Mapped[datetime | None] = kept("when it was taken back", Keep.NEXT_YEAR)


class ChosenPupil(SchoolOwned, Base):
    """A pupil for whom a lesson was set by name, beside the class or instead of it. It is to be done anew since then."""

    __tablename__ = "chosen_pupil"
    __table_args__ = (
        within_school("assignment_id", "assignment"),
        within_school("pupil_id", "pupil"),
        Index("ix_chosen_pupil__pupil", "school_id", "pupil_id"),
    )

    assignment_id: Mapped[int] = kept("which lesson that is set", Keep.NEXT_YEAR, primary_key=True, autoincrement=False)
    pupil_id: Mapped[int] = kept("for which pupil", Keep.NEXT_YEAR, primary_key=True, autoincrement=False)
    set_at: Mapped[datetime] = kept("when it was set for the pupil", Keep.NEXT_YEAR)


class Attempt(SchoolOwned, Numbered, Base):
    """A pupil's way through one lesson, pinned to the version that was begun. Left on one device, taken up on another."""

    __tablename__ = "attempt"
    __table_args__ = (
        within_school("pupil_id", "pupil"),
        UniqueConstraint("school_id", "pupil_id", "lesson_key", "turn"),
        Index("ix_attempt__lesson", "school_id", "lesson_key", "finished_at"),
    )

    pupil_id: Mapped[int] = kept("whose attempt", Keep.NEXT_YEAR)
    lesson_key: Mapped[str] = kept("which lesson", Keep.NEXT_YEAR)
    expectation: Mapped[str] = kept("what the lesson is for", Keep.NEXT_YEAR)
    version_id: Mapped[int] = kept("the exact wording that was seen", Keep.NEXT_YEAR, ForeignKey("content_version.id"))
    turn: Mapped[int] = kept("first time, second time", Keep.NEXT_YEAR)
    seed: Mapped[int] = kept("which questions were drawn and in what order", Keep.NEXT_YEAR)
    woven: Mapped[str] = kept(
        "which questions of earlier lessons come back in this one, as JSON", Keep.NEXT_YEAR, default="", server_default=""
    )
    school_year: Mapped[int] = kept("2026 stands for 2026/27", Keep.NEXT_YEAR)
    place: Mapped[int] = kept("how far the pupil has come, to go on there", Keep.NEXT_YEAR, default=0)
    started_at: Mapped[datetime] = kept("when it was begun", Keep.NEXT_YEAR)
    finished_at: Mapped[datetime | None] = kept("when it was finished", Keep.NEXT_YEAR)
    outcome: Mapped[str | None] = kept("secure, developing or misunderstood", Keep.NEXT_YEAR)


class Answer(SchoolOwned, Base):
    """One answer, saved when given. The key makes a second one of the same question impossible."""

    __tablename__ = "answer"
    __table_args__ = (within_school("attempt_id", "attempt"), CheckConstraint(GRADES, name="grade"))

    attempt_id: Mapped[int] = kept("in which attempt", Keep.NEXT_YEAR, primary_key=True, autoincrement=False)
    question_id: Mapped[str] = kept("which question of the version", Keep.NEXT_YEAR, primary_key=True)
    chosen: Mapped[str] = kept("what was chosen, as JSON of option ids", Keep.NEXT_YEAR)
    grade: Mapped[str] = kept("what it shows", Keep.NEXT_YEAR)
    misconception: Mapped[str | None] = kept("the named misunderstanding", Keep.NEXT_YEAR)
    counts: Mapped[bool] = kept("a quiz question, not an exercise inside the lesson", Keep.NEXT_YEAR)
    answered_at: Mapped[datetime] = kept("when", Keep.NEXT_YEAR)


class Standing(SchoolOwned, Base):
    """How secure a pupil is on one expectation, kept up to date when a lesson is finished."""

    __tablename__ = "standing"
    __table_args__ = (
        within_school("pupil_id", "pupil"),
        CheckConstraint("level in ('secure', 'developing', 'misunderstood')", name="level"),
        Index("ix_standing__expectation", "school_id", "expectation", "level"),
        NARROW,
    )

    pupil_id: Mapped[int] = kept("which pupil", Keep.NEXT_YEAR, primary_key=True, autoincrement=False)
    expectation: Mapped[str] = kept("which expectation", Keep.NEXT_YEAR, primary_key=True)
    level: Mapped[str] = kept("secure, developing or misunderstood", Keep.NEXT_YEAR)
    updated_at: Mapped[datetime] = kept("when it changed", Keep.NEXT_YEAR)


class HeldMisconception(SchoolOwned, Base):
    """A named misunderstanding that a pupil showed and has not yet put right."""

    __tablename__ = "held_misconception"
    __table_args__ = (
        within_school("pupil_id", "pupil"),
        Index("ix_held_misconception__open", "school_id", "cleared_at", "misconception", "pupil_id"),
        NARROW,
    )

    pupil_id: Mapped[int] = kept("which pupil", Keep.NEXT_YEAR, primary_key=True, autoincrement=False)
    misconception: Mapped[str] = kept("id of the misunderstanding", Keep.NEXT_YEAR, primary_key=True)
    seen_at: Mapped[datetime] = kept("when it was last shown", Keep.NEXT_YEAR)
    cleared_at: Mapped[datetime | None] = kept("when it was put right", Keep.NEXT_YEAR)


class FollowUp(SchoolOwned, Base):
    """Something that comes back to a pupil on a later day, and what the answer to it showed."""

    __tablename__ = "follow_up"
    __table_args__ = (
        within_school("pupil_id", "pupil"),
        CheckConstraint(GRADES, name="grade"),
        Index("ix_follow_up__expectation", "school_id", "pupil_id", "expectation"),
    )

    pupil_id: Mapped[int] = kept("which pupil", Keep.NEXT_YEAR, primary_key=True, autoincrement=False)
    about: Mapped[str] = kept("the misunderstanding, or the expectation not shown enough yet", Keep.NEXT_YEAR, primary_key=True)
    due_on: Mapped[date] = kept("from which day it is asked again", Keep.NEXT_YEAR, primary_key=True)
    expectation: Mapped[str] = kept("what it is for", Keep.NEXT_YEAR)
    version_id: Mapped[int | None] = kept("the exact wording that was seen", Keep.NEXT_YEAR, ForeignKey("content_version.id"))
    question_id: Mapped[str | None] = kept("which question of it was asked", Keep.NEXT_YEAR)
    grade: Mapped[str | None] = kept("what the answer shows", Keep.NEXT_YEAR)
    answered_at: Mapped[datetime | None] = kept("when it was answered", Keep.NEXT_YEAR)


class Badge(SchoolOwned, Base):
    """A sign that a pupil showed they can do something. Earned once per lesson, never taken away."""

    __tablename__ = "badge"
    __table_args__ = (within_school("pupil_id", "pupil"),)

    pupil_id: Mapped[int] = kept("whose badge", Keep.ON_ROLL, primary_key=True, autoincrement=False)
    lesson_key: Mapped[str] = kept("for which lesson", Keep.ON_ROLL, primary_key=True)
    earned_at: Mapped[datetime] = kept("when", Keep.ON_ROLL)


class StrandBadge(SchoolOwned, Base):
    """The badge of a whole strand: all its lessons that were set for the pupil's class are done. Never taken away."""

    __tablename__ = "strand_badge"
    __table_args__ = (within_school("pupil_id", "pupil"),)

    pupil_id: Mapped[int] = kept("whose badge", Keep.ON_ROLL, primary_key=True, autoincrement=False)
    strand: Mapped[str] = kept("for which strand", Keep.ON_ROLL, primary_key=True)
    band: Mapped[str] = kept("in which age band", Keep.ON_ROLL, primary_key=True)
    earned_at: Mapped[datetime] = kept("when", Keep.ON_ROLL)


class FamilyTask(SchoolOwned, Base):
    """A lesson's task at home, marked as done by one adult with their child. Nobody else is told who marked it."""

    __tablename__ = "family_task"
    __table_args__ = (
        within_school("link_id", "guardian_link"),
        Index("ix_family_task__lesson", "school_id", "lesson_key"),
    )

    link_id: Mapped[int] = kept("by which adult with which child", Keep.LINK, primary_key=True, autoincrement=False)
    lesson_key: Mapped[str] = kept("the task of which lesson", Keep.LINK, primary_key=True)
    done_at: Mapped[datetime] = kept("when they marked it", Keep.LINK)


class GuessRound(SchoolOwned, Base):
    """The child's half of "each guesses what the other will answer". It goes when the adult has given theirs."""

    __tablename__ = "guess_round"
    __table_args__ = (within_school("link_id", "guardian_link"),)

    link_id: Mapped[int] = kept("which adult and which child", Keep.ONE_DAY, primary_key=True, autoincrement=False)
    lesson_key: Mapped[str] = kept("about which lesson", Keep.ONE_DAY, primary_key=True)
    own: Mapped[str] = kept("what the child would do, hidden from the adult", Keep.ONE_DAY)
    guess: Mapped[str] = kept("what the child thinks the adult would do", Keep.ONE_DAY)
    outcome: Mapped[str | None] = kept("who guessed right, once both have answered", Keep.ONE_DAY)
    begun_at: Mapped[datetime] = kept("to let go of the round after a day", Keep.ONE_DAY)


class ClassLesson(SchoolOwned, Numbered, Base):
    """A lesson that a class did together at the board, pinned to the version that was begun."""

    __tablename__ = "class_lesson"
    __table_args__ = (
        within_school("class_id", "school_class"),
        Index("ix_class_lesson__class", "school_id", "class_id", "lesson_key"),
    )

    class_id: Mapped[int] = kept("which class", Keep.NEXT_YEAR)
    lesson_key: Mapped[str] = kept("which lesson", Keep.NEXT_YEAR)
    expectation: Mapped[str] = kept("what the lesson is for", Keep.NEXT_YEAR)
    version_id: Mapped[int] = kept("the exact wording that was shown", Keep.NEXT_YEAR, ForeignKey("content_version.id"))
    seed: Mapped[int] = kept("which questions were drawn and in what order", Keep.NEXT_YEAR)
    place: Mapped[int] = kept("how far the class has come, to go on there", Keep.NEXT_YEAR, default=0)
    begun_at: Mapped[datetime] = kept("when it was begun", Keep.NEXT_YEAR)
    finished_at: Mapped[datetime | None] = kept("when it was finished", Keep.NEXT_YEAR)


class HandsUp(SchoolOwned, Base):
    """How many hands went up for one answer in a class. Nobody's name: it says something about the class, not about a pupil."""

    __tablename__ = "hands_up"
    __table_args__ = (
        within_school("class_lesson_id", "class_lesson"),
        CheckConstraint(GRADES, name="grade"),
        CheckConstraint("hands between 0 and 99", name="hands"),
    )

    class_lesson_id: Mapped[int] = kept("in which lesson", Keep.NEXT_YEAR, primary_key=True, autoincrement=False)
    question_id: Mapped[str] = kept("for which question of the version", Keep.NEXT_YEAR, primary_key=True)
    option_id: Mapped[str] = kept("for which answer", Keep.NEXT_YEAR, primary_key=True)
    hands: Mapped[int] = kept("how many", Keep.NEXT_YEAR)
    grade: Mapped[str] = kept("what the answer shows", Keep.NEXT_YEAR)
    misconception: Mapped[str | None] = kept("the named misunderstanding", Keep.NEXT_YEAR)


class ModuleAttempt(SchoolOwned, Numbered, Base):
    """An adult's way through one module."""

    __tablename__ = "module_attempt"
    __table_args__ = (
        UniqueConstraint("school_id", "account_id", "module_key", "turn"),
        Index("ix_module_attempt__learner", "school_id", "account_id", "module_key", "finished_at"),
    )

    account_id: Mapped[int] = kept("whose attempt", Keep.LINK, ForeignKey("account.id"))
    module_key: Mapped[str] = kept("which module", Keep.LINK)
    version_id: Mapped[int] = kept("the exact wording that was seen", Keep.LINK, ForeignKey("content_version.id"))
    turn: Mapped[int] = kept("first time, second time", Keep.LINK)
    school_year: Mapped[int] = kept("2026 stands for 2026/27", Keep.LINK)
    place: Mapped[int] = kept("how far the adult has come, to go on there", Keep.LINK, default=0)
    started_at: Mapped[datetime] = kept("when it was begun", Keep.LINK)
    finished_at: Mapped[datetime | None] = kept("when it was finished", Keep.LINK)


class ModuleAnswer(SchoolOwned, Base):
    """One answer in a module, saved when given."""

    __tablename__ = "module_answer"
    __table_args__ = (within_school("attempt_id", "module_attempt"), CheckConstraint(GRADES, name="grade"))

    attempt_id: Mapped[int] = kept("in which attempt", Keep.LINK, primary_key=True, autoincrement=False)
    question_id: Mapped[str] = kept("which question of the version", Keep.LINK, primary_key=True)
    chosen: Mapped[str] = kept("what was chosen, as JSON of option ids", Keep.LINK)
    grade: Mapped[str] = kept("what it shows", Keep.LINK)
    answered_at: Mapped[datetime] = kept("when", Keep.LINK)
