"""What a family does at home: the task of a lesson, marked by one adult, and a round of guessing that is soon forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from esafety.core.tenancy import SchoolSession, insert_if_absent, insert_or_change
from esafety.learning.models import FamilyTask, GuessRound
from esafety.learning.rules.guessing import Outcome, who_guessed

A_DAY = timedelta(days=1)


def mark_done(db: SchoolSession, *, link_id: int, lesson_key: str, at: datetime) -> None:
    """Mark a task as done together. Marking it again changes nothing."""
    insert_if_absent(db, FamilyTask, link_id=link_id, lesson_key=lesson_key, done_at=at)


def take_back(db: SchoolSession, *, link_id: int, lesson_key: str) -> None:
    """It was not done after all."""
    mine = (FamilyTask.link_id == link_id, FamilyTask.lesson_key == lesson_key)
    db.execute(delete(FamilyTask).where(*mine).execution_options(synchronize_session=False))


def tasks_done(db: SchoolSession, *, link_ids: Iterable[int]) -> dict[tuple[int, str], datetime]:
    """What one adult marked, by link and lesson. Never what anybody else marked for the same child."""
    rows = db.execute(
        select(FamilyTask.link_id, FamilyTask.lesson_key, FamilyTask.done_at).where(FamilyTask.link_id.in_(tuple(link_ids)))
    )
    return {(link_id, lesson_key): done_at for link_id, lesson_key, done_at in rows}


def find_round(db: SchoolSession, *, link_id: int, lesson_key: str, now: datetime) -> GuessRound | None:
    """The round that is going on, or ended today; one of yesterday is over."""
    mine = (GuessRound.link_id == link_id, GuessRound.lesson_key == lesson_key, GuessRound.begun_at > now - A_DAY)
    return db.scalars(select(GuessRound).where(*mine)).one_or_none()


def begin_round(db: SchoolSession, *, link_id: int, lesson_key: str, own: str, guess: str, at: datetime) -> None:
    """Keep the child's half until the adult gives theirs."""
    half = {"link_id": link_id, "lesson_key": lesson_key, "own": own, "guess": guess, "outcome": None, "begun_at": at}
    insert_or_change(db, GuessRound, [half])


def end_round(db: SchoolSession, *, begun: GuessRound, own: str, guess: str) -> Outcome:
    """Compare both halves. All that stays, until tomorrow, is who guessed right."""
    outcome = who_guessed(child=begun.own, child_guess=begun.guess, adult=own, adult_guess=guess)
    mine = (GuessRound.link_id == begun.link_id, GuessRound.lesson_key == begun.lesson_key)
    db.execute(update(GuessRound).where(*mine).values(own="", guess="", outcome=outcome))
    return outcome


def forget_round(db: SchoolSession, *, link_id: int, lesson_key: str) -> None:
    """Begin anew: nothing of the round is kept."""
    mine = (GuessRound.link_id == link_id, GuessRound.lesson_key == lesson_key)
    db.execute(delete(GuessRound).where(*mine).execution_options(synchronize_session=False))


def let_go(db: SchoolSession, now: datetime) -> None:
    """Rounds of yesterday, ended or not."""
    db.execute(delete(GuessRound).where(GuessRound.begun_at < now - A_DAY).execution_options(synchronize_session=False))
