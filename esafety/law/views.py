"""The law clock for the lead: each fact, since when, what comes next, and everything that depends on it."""

from __future__ import annotations

from datetime import date

from flask import render_template
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.core.i18n import day
from esafety.curriculum.dates import as_shown
from esafety.curriculum.shapes import Fact, FactValue
from esafety.curriculum.shelf import library
from esafety.curriculum.telling import Teller
from esafety.law import queries, rules
from esafety.law.dependents import WHATS, dependents_of
from esafety.law.telling import after, counted, said, sentence, speaks_of_a_change_to_come, what_name
from esafety.web.pages import Room, Visit

views = Room("law", __name__)


@views.page("/lead/law", allow=Can.SEE_LAW)
def clock(visit: Visit[None]) -> ResponseReturnValue:
    """Every fact with a date: what holds today, what is announced, and what the app did when one changed."""
    today = school_day(visit.now)
    shelf = library()
    known = {fact.id: fact for fact in shelf.facts}
    return render_template(
        "law/clock.html",
        coming=[(change, sentence(change)) for change in rules.coming(shelf.facts, today=today)],
        # A fact that we have given up since is not told any more.
        done=[(one, known[one.fact]) for one in queries.done(visit.db) if one.fact in known],
        facts=[
            {
                "fact": fact,
                "now": fact.value_on(today),
                "next": fact.next_after(today),
                "announced": fact.announced,
                "counts": counted(dependents_of(shelf, fact.id)),
            }
            for fact in shelf.facts
        ],
        shown=shown,
        day=day,
    )


@views.page("/lead/law/<name>", allow=Can.SEE_LAW)
def fact(visit: Visit[None], name: str) -> ResponseReturnValue:
    """One fact: its values with their sources, and every text, key, clause and promise that changes with it."""
    shelf = library()
    found = next((one for one in shelf.facts if one.id == name), None)
    if found is None:
        raise NotFound
    dependents = dependents_of(shelf, name)
    own = queries.clauses_naming(visit.db, name)
    today = school_day(visit.now)
    teller = Teller.of(school=visit.viewer.school_name, day=today)
    then = _when_it_has_changed(found, teller, today)
    return render_template(
        "law/fact.html",
        fact=found,
        today=today,
        groups=[(what_name(what), [one for one in dependents if one.what == what]) for what in WHATS],
        own=own,
        shown=shown,
        teller=teller,
        said=lambda text: said(text, then if speaks_of_a_change_to_come(text, teller) else teller),
        to_come=lambda text: then is not teller and speaks_of_a_change_to_come(text, teller),
    )


def _when_it_has_changed(fact: Fact, teller: Teller, today: date) -> Teller:
    """Who tells the texts that wait for the next value of a fact; the teller of today where none is known."""
    now = fact.value_on(today)
    coming = fact.next_after(today) or next(iter(fact.announced), None)
    return after(teller, fact.id, shown(fact, now), shown(fact, coming)) if now and coming else teller


def shown(fact: Fact, value: FactValue) -> str:
    """A value as people write it, in the language of the page."""
    return as_shown(value.value, fact.unit, "en")
