"""Changes of facts, and what depends on them, in words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from esafety.core.i18n import day, ngettext
from esafety.core.i18n import gettext as _
from esafety.curriculum.telling import Teller
from esafety.law.dependents import WHATS, Dependent, What
from esafety.law.rules import Change

BEFORE = re.compile(r"\{before:[a-z0-9_.-]+\}")


def sentence(change: Change) -> str:
    """A change that has its date, as a sentence."""
    title = change.title
    return _(
        "%(title)s: %(before)s until then, %(now)s from %(day)s.",
        title=title,
        before=change.before,
        now=change.now,
        day=day(change.from_on),
    )


def after(teller: Teller, fact: str, now: str, then: str) -> Teller:
    """Who tells texts as they will stand when a fact has its next value: ``now`` is the value before it by then."""
    return replace(teller, facts={**teller.facts, fact: then, f"before:{fact}": now})


def speaks_of_a_change_to_come(text: str, teller: Teller) -> bool:
    """Whether a text speaks of the value before one that does not hold yet."""
    return any(found[0][1:-1] not in teller.facts for found in BEFORE.finditer(text))


def said(text: str, teller: Teller) -> str:
    """A text as it stands today, without its marks; a value before the first one is told as that."""
    known = BEFORE.sub(lambda found: found[0] if found[0][1:-1] in teller.facts else _("the value before"), text)
    return " ".join(teller.say(known).replace("**", "").replace("\n- ", "\n").removeprefix("- ").split())


def counted(dependents: tuple[Dependent, ...]) -> str:
    """How much depends on a fact, in words."""
    counts = Counter(one.what for one in dependents)
    return ", ".join(number_of(what, counts[what]) for what in WHATS if counts[what])


def number_of(what: What, number: int) -> str:
    """So many of a kind."""
    return {
        "lesson": ngettext("%(num)s text of a lesson", "%(num)s texts of lessons", number),
        "module": ngettext("%(num)s text of a module", "%(num)s texts of modules", number),
        "question": ngettext("%(num)s question", "%(num)s questions", number),
        "key": ngettext("%(num)s answer key", "%(num)s answer keys", number),
        "clause": ngettext("%(num)s clause", "%(num)s clauses", number),
        "promise": ngettext("%(num)s promise", "%(num)s promises", number),
        "agreement": ngettext("%(num)s text of an agreement", "%(num)s texts of agreements", number),
        "change": ngettext("%(num)s lesson on the change", "%(num)s lessons on the change", number),
        "translation": ngettext("%(num)s translated text", "%(num)s translated texts", number),
    }[what]


def what_name(what: What) -> str:
    """A kind of place as a heading."""
    return {
        "lesson": _("Lessons"),
        "module": _("Modules for adults"),
        "question": _("Questions"),
        "key": _("Answer keys that turn"),
        "clause": _("Clauses of the model policy"),
        "promise": _("Promises"),
        "agreement": _("Other words of agreements"),
        "change": _("Lessons on what changed"),
        "translation": _("Translations"),
    }[what]
