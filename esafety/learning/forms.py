"""What a learner sends: one choice of each kind of question, and a lesson set for classes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import DateField, RadioField, SelectMultipleField, ValidationError
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput, ListWidget

from esafety.core.i18n import gettext as _
from esafety.core.i18n import lazy_gettext
from esafety.curriculum.shapes import Branching, Choice, Match, Order, Question, Several, Sort, TrueOrNot
from esafety.learning.rules import Chosen, Incomplete
from esafety.web.forms import HouseForm

MOST_TICKS = 10


def chosen_from(question: Question, form: MultiDict[str, str]) -> Chosen:
    """What was chosen for a question, in a story at this turn. Raises Incomplete when something is left open.

    Whether it exists is checked by marking.
    """
    if isinstance(question, Choice | TrueOrNot):
        return _whole(frozenset(form.getlist("choice")[:1]))
    if isinstance(question, Several):
        return _whole(frozenset(form.getlist("choice")[:MOST_TICKS]))
    if isinstance(question, Order):
        places = {item.id: form.get(f"place-{item.id}", "") for item in question.items}
        if sorted(places.values()) != [str(number) for number in range(1, len(places) + 1)]:
            raise Incomplete("each item needs one place")
        return tuple(sorted(places, key=lambda item: int(places[item])))
    if isinstance(question, Match):
        return _all({pair.id: form.get(f"match-{pair.id}", "") for pair in question.pairs})
    if isinstance(question, Branching):
        return tuple(_whole(frozenset(form.getlist("choice")[:1])))
    assert isinstance(question, Sort)
    return _all({item.id: form.get(f"group-{item.id}", "") for item in question.items})


def so_far(question: Question, form: MultiDict[str, str]) -> frozenset[str] | Mapping[str, str]:
    """What was chosen before something was found missing, to be shown again."""
    if isinstance(question, Choice | TrueOrNot | Several):
        return frozenset(form.getlist("choice")[:MOST_TICKS])
    return {key.partition("-")[2]: value for key, value in form.items() if key.startswith(("place-", "match-", "group-"))}


def _whole(chosen: frozenset[str]) -> frozenset[str]:
    if not chosen:
        raise Incomplete("nothing was chosen")
    return chosen


def _all(chosen: dict[str, str]) -> dict[str, str]:
    if not all(chosen.values()):
        raise Incomplete("each one needs a place")
    return chosen


class AssignChosenForm(HouseForm):
    """Which lesson for which pupils of one class, from when, and by when the teacher hopes it is done."""

    lesson = RadioField(lazy_gettext("What it is about"), validate_choice=False)
    pupils = SelectMultipleField(
        lazy_gettext("For whom"), widget=ListWidget(prefix_label=False), option_widget=CheckboxInput(), validate_choice=False
    )
    opens_on = DateField(lazy_gettext("First day"))
    due_on = DateField(lazy_gettext("Done by"), [Optional()])

    def offer(self, *, lessons: Iterable[tuple[str, str]], pupils: Iterable[tuple[str, str]]) -> None:
        """Offer what there is; everything else is refused."""
        self.lesson.choices, self.pupils.choices = list(lessons), list(pupils)

    def validate_lesson(self, field: Any) -> None:
        """One of those that are offered."""
        if field.data not in dict(field.choices):
            raise ValidationError(_("Choose what the lesson is about."))

    def validate_pupils(self, field: Any) -> None:
        """At least one, and only those that are offered."""
        if not field.data or not set(field.data) <= dict(field.choices).keys():
            raise ValidationError(_("Choose at least one pupil."))

    def validate_due_on(self, field: Any) -> None:
        """The end comes after the beginning."""
        _in_order(self.opens_on.data, field.data)


class AssignForm(HouseForm):
    """Which lesson for which classes, from when, and by when the teacher hopes it is done."""

    expectation = RadioField(lazy_gettext("What it is about"), validate_choice=False)
    classes = SelectMultipleField(
        lazy_gettext("For which classes"),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validate_choice=False,
    )
    opens_on = DateField(lazy_gettext("First day"))
    due_on = DateField(lazy_gettext("Done by"), [Optional()])

    def offer(self, *, expectations: Iterable[tuple[str, str]], classes: Iterable[tuple[str, str]]) -> None:
        """Offer what there is; everything else is refused."""
        self.expectation.choices, self.classes.choices = list(expectations), list(classes)

    def validate_expectation(self, field: Any) -> None:
        """One of those that are offered."""
        if field.data not in dict(field.choices):
            raise ValidationError(_("Choose what the lesson is about."))

    def validate_classes(self, field: Any) -> None:
        """At least one, and only those that are offered."""
        if not field.data or not set(field.data) <= dict(field.choices).keys():
            raise ValidationError(_("Choose at least one class."))

    def validate_due_on(self, field: Any) -> None:
        """The end comes after the beginning."""
        _in_order(self.opens_on.data, field.data)


def _in_order(first: date | None, last: date | None) -> None:
    if first and last and last < first:
        raise ValidationError(_("This day is before the first one."))
