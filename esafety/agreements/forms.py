"""What people send about agreements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wtforms import BooleanField, DateField, HiddenField, RadioField, SelectField, SelectMultipleField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from esafety.agreements.rules import DECLINED, SIGNED, TALK
from esafety.core.i18n import N_, lazy_gettext
from esafety.core.i18n import gettext as _
from esafety.web.forms import HouseForm, line, lines


class SignForm(HouseForm):
    """The promises somebody makes, their name, and the sentence above it."""

    version = HiddenField()
    promises = SelectMultipleField(
        lazy_gettext("The promises I make"), widget=ListWidget(prefix_label=False), option_widget=CheckboxInput()
    )
    full_name = line(lazy_gettext("Your full name"), most=100, missing=N_("Please write your full name."))
    statement = BooleanField()

    def __init__(self, *arguments: Any, promises: Iterable[tuple[str, str]], declaration: str, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.promises.choices = [SelectChoice(*promise) for promise in promises]
        self.statement.label.text = declaration

    def validate_promises(self, field: Any) -> None:
        """At least one, and only those that are there."""
        if not field.data:
            raise ValidationError(_("Tick each promise that you make. If you make none, choose another answer."))

    def validate_statement(self, field: Any) -> None:
        """The sentence has to be ticked: it makes the name a signature."""
        if not field.data:
            raise ValidationError(_("Please tick the sentence above the button, or choose another answer."))


class SayNoForm(HouseForm):
    """No, with or without a reason."""

    version = HiddenField()
    reason = lines(lazy_gettext("Anything you want to tell us"), most=1000, required=False)


class ConfirmForm(HouseForm):
    """Nothing but the button."""


class PublishForm(HouseForm):
    """The wording that was previewed, by its hash."""

    digest = HiddenField()


class RoundForm(HouseForm):
    """When families are asked."""

    year = SelectField(lazy_gettext("School year"), coerce=int)
    opens_on = DateField(lazy_gettext("Families can answer from"))
    due_on = DateField(lazy_gettext("You hope for an answer by"))

    def validate_due_on(self, field: Any) -> None:
        """The end comes after the beginning."""
        if field.data and self.opens_on.data and field.data < self.opens_on.data:
            raise ValidationError(_("This day is before the first one."))


class FindForm(HouseForm):
    """A name on a sheet of paper. Sent in the body, because addresses end up in logs."""

    name = line(lazy_gettext("Name of the adult or the child"), most=100, missing=N_("Please write the beginning of a name."))


WITHDRAWN = "withdrawn"


class PaperForm(HouseForm):
    """What stands on a sheet of paper."""

    version = HiddenField()
    answer = RadioField(
        lazy_gettext("What the sheet says"),
        choices=[
            SelectChoice(SIGNED, lazy_gettext("Signed")),
            SelectChoice(DECLINED, lazy_gettext("Says no")),
            SelectChoice(TALK, lazy_gettext("Wants to talk first")),
            SelectChoice(WITHDRAWN, lazy_gettext("Takes an earlier signature back")),
        ],
        validators=[InputRequired(lazy_gettext("Please choose what the sheet says."))],
    )
    name = line(lazy_gettext("Name as it is written on the sheet"), most=100, missing=N_("Please write the name on the sheet."))
    received_on = DateField(lazy_gettext("Day you received it"))
    kept_where = line(lazy_gettext("Where the sheet is kept"), most=200, missing=N_("Please write where the sheet is kept."))
