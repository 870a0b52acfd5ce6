"""Some adults have done some modules."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from sqlalchemy import select

from esafety.core.tenancy import SchoolSession
from esafety.curriculum.library import Library
from esafety.demo.calendar import in_the_evening
from esafety.demo.lessons import choose
from esafety.learning import actions
from esafety.learning.models import ModuleAttempt
from esafety.learning.rules import mark
from esafety.learning.way import way_of

SHARE = {"parents": 0.3, "staff": 0.8}
BREAKS_OFF = 0.1


def learn_modules(
    db: SchoolSession, *, shelf: Library, made_accounts: list[tuple[int, str]], today: date, random: Random
) -> None:
    """Let some parents and most staff do modules on past evenings."""
    for account_id, audience in made_accounts:
        for edition in shelf.modules_for(audience):
            if random.random() > SHARE[audience]:
                continue
            at = in_the_evening(today - timedelta(days=random.randint(1, 60)), minutes=random.randint(0, 180))
            attempt_id = actions.begin_module(db, account_id=account_id, edition=edition, at=at)
            attempt = db.scalars(select(ModuleAttempt).where(ModuleAttempt.id == attempt_id)).one()
            way = way_of(edition.item, 0)
            last = random.randint(1, 3) if random.random() < BREAKS_OFF else len(way)
            for screen in way[:last]:
                if screen.question is not None:
                    chosen = choose(screen.question, ability=0.8, habit=0.3, random=random)
                    marked = mark(screen.question, chosen)
                    actions.answer_in_module(db, attempt=attempt, screen=screen, chosen=chosen, mark=marked, at=at)
                actions.go_on(attempt, place=screen.place + 1)
            if last == len(way):
                attempt.finished_at = at + timedelta(minutes=6)
    db.flush()
