"""What the lead sends: a new lesson, and the pieces of one, whose forms are described in the rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import RadioField, SelectField, ValidationError

from esafety.authoring.rules.beginning import DRAWN, STEPS_FOR
from esafety.authoring.rules.filling import Typed
from esafety.authoring.rules.pieces import Body, questions_of
from esafety.core.i18n import gettext as _
from esafety.core.i18n import lazy_gettext as _l
from esafety.curriculum.catalogue import EXPECTATIONS
from esafety.curriculum.kinds import Kind
from esafety.curriculum.library import Library
from esafety.web.forms import HouseForm, choices_of, clean_text, line

FEWEST_DRAWN = 4
Pairs = tuple[tuple[str, str], ...]


class NewLessonForm(HouseForm):
    """What a lesson of the school's own is about, for whom, and what it is called."""

    title = line(_l("Title"), most=100)
    readers = RadioField(_l("For whom"), validate_choice=False)
    expectation = SelectField(_l("What it is about"), validate_choice=False)

    def offer(self, library: Library) -> None:
        """Offer what there is; everything else is refused."""
        self.readers.choices = choices_of(readers_names().items())
        self.expectation.choices = choices_of((one, title_of(library, one)) for one in EXPECTATIONS)

    def validate_readers(self, field: Any) -> None:
        """One of those that are offered."""
        if field.data not in readers_names():
            raise ValidationError(_("Choose for whom the lesson is."))

    def validate_expectation(self, field: Any) -> None:
        """One of those that are offered."""
        if field.data not in EXPECTATIONS:
            raise ValidationError(_("Choose what the lesson is about."))


def readers_names() -> dict[str, str]:
    """For whom there can be lessons and modules."""
    return {
        "ks1": _("Reception to Year 2"),
        "lks2": _("Years 3 and 4"),
        "uks2": _("Years 5 and 6"),
        "parents": _("Parents and carers"),
        "staff": _("Staff"),
        "governors": _("Governors"),
    }


def kind_names() -> dict[str, str]:
    """The kinds of questions in a teacher's words."""
    return {
        "what-would-you-do": _("What would you do? – a situation, one answer"),
        "single": _("One right answer"),
        "several": _("Several right answers"),
        "true-or-not": _("True or not"),
        "order": _("Put in order"),
        "match": _("Match pairs"),
        "sort": _("Sort into groups"),
        "branching": _("A story with turns and endings"),
    }


def step_names() -> dict[str, str]:
    """The kinds of steps."""
    return {
        "hook": _("Beginning"),
        "learn": _("Learn"),
        "talk": _("Talk"),
        "promise": _("The promise"),
        "why": _("Why"),
        "tonight": _("Tonight"),
        "scenario": _("A situation"),
        "together": _("Together"),
        "tell": _("Whom to tell"),
    }


def title_of(library: Library, expectation: str) -> str:
    """What an expectation is called; its name when it is not loaded."""
    try:
        return library.expectation(expectation).title
    except KeyError:
        return expectation


def steps_for(readers: str) -> Pairs:
    """The kinds of steps that these readers' lessons have."""
    kinds = dict.fromkeys((*STEPS_FOR[readers], "learn", "talk")) if readers in STEPS_FOR else ("hook", "learn", "talk", "tell")
    return tuple((kind, step_names()[kind]) for kind in kinds)


def choices(body: Body, piece: Body, library: Library) -> Mapping[str, Pairs]:
    """What the selects of a piece offer."""
    readers = body.get("band") or body.get("audience") or ""
    return {
        "answer": (("true", _("True")), ("not", _("Not true"))),
        "draw": _draws(body),
        "grade": tuple(grade_names().items()),
        "group": tuple((one["id"], one.get("text") or one["id"]) for one in piece.get("groups", [])),
        "misconception": _misconceptions(body, library),
        "step": steps_for(readers),
        "then": _onward(piece),
    }


def in_words(library: Library, language: str) -> Callable[[str, str], str]:
    """Tells what stands in a lesson as a name or a yes."""

    def tell(key: str, value: str) -> str:
        if key == "misconception":
            known = library.editions.get((Kind.MISCONCEPTION, value))
            return _("They %(think)s", think=known.item.sentence) if known else value
        if key == "picture":
            return _("Picture: %(shows)s", shows=library.alt(value, language) or value) if value else ""
        names = {
            "answer": {"true": _("True"), "not": _("Not true")},
            "grade": grade_names(),
            "kind": {**kind_names(), **step_names()},
            "right": {"True": _("fits"), "False": _("does not fit")},
            "scenario": {"True": _("A real situation"), "False": ""},
        }
        return names[key].get(value, value) if key in names else f"→ {value}" if key in ("group", "then") else value

    return tell


def grade_names() -> dict[str, str]:
    """What an answer can show."""
    return {
        "secure": _("Secure: safe and kind, and knows why"),
        "developing": _("Developing: safe, but not the whole of it"),
        "unsure": _("Unsure: neither here nor there"),
        "misunderstood": _("Misunderstood: a real misconception"),
    }


def _draws(body: Body) -> Pairs:
    number = max(len(questions_of(body)), DRAWN)
    return (*((str(one), str(one)) for one in range(FEWEST_DRAWN, number + 1)), ("all", _("All of them")))


def _misconceptions(body: Body, library: Library) -> Pairs:
    """Those of the lesson's own expectation first, then all others."""
    all_of_them = [edition.item for (kind, _key), edition in library.editions.items() if kind is Kind.MISCONCEPTION]
    mine = body.get("expectation")
    order = sorted(all_of_them, key=lambda one: (one.expectation != mine, one.expectation, one.sentence))
    return tuple((one.id, _("They %(think)s", think=one.sentence)) for one in order if one.expectation == mine) + tuple(
        (one.id, f"{title_of(library, one.expectation)}: {one.sentence}") for one in order if one.expectation != mine
    )


def _onward(piece: Body) -> Pairs:
    turns = [(one["id"], _("Turn: %(text)s", text=_short(one))) for one in piece.get("turns", [])]
    return (*turns, *((one["id"], _("Ending: %(text)s", text=_short(one))) for one in piece.get("endings", [])))


def _short(entry: Body) -> str:
    text: str = entry.get("text") or entry["id"]
    return text if len(text) < 50 else text[:48].rpartition(" ")[0] + " …"


def typed(form: MultiDict[str, str]) -> Typed:
    """What was sent, without hidden characters and characters that turn the direction of writing."""
    return {name: [clean_text(value) for value in form.getlist(name)] for name in form}
