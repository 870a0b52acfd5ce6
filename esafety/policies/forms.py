"""What people send about policies."""

from __future__ import annotations

from datetime import date
from typing import Any

from werkzeug.datastructures import FileStorage
from wtforms import DateField, FileField, RadioField, SelectField, ValidationError
from wtforms.validators import InputRequired, Optional

from esafety.core.i18n import N_
from esafety.core.i18n import gettext as _
from esafety.core.i18n import lazy_gettext as _l
from esafety.web.forms import HouseForm, choices_of, line, lines

LONGEST_CLAUSE = 8000
LONGEST_PASTED = 1_000_000
AUDIENCES = ("pupils", "parents", "staff", "governors", "school")


def audience_names() -> dict[str, str]:
    """Whom a clause can bind."""
    return {
        "pupils": _("Pupils"),
        "parents": _("Parents and carers"),
        "staff": _("Staff"),
        "governors": _("Governors"),
        "school": _("The school"),
    }


def strength_names() -> dict[str, str]:
    """How strongly a clause can bind."""
    return {
        "must": _("must"),
        "must-not": _("must not"),
        "should": _("should"),
        "may": _("may"),
        "statement": _("only a statement"),
    }


class BringForm(HouseForm):
    """A policy as a file or as pasted text."""

    policy = SelectField(_l("Which policy is it?"), default="")
    title = line(_l("What you call it"), most=120, required=False)
    file = FileField(_l("The file"))
    pasted = lines(_l("Or paste the text"), most=LONGEST_PASTED, required=False)

    @property
    def sent(self) -> FileStorage | None:
        """The file, if one was chosen."""
        given = self.file.data
        return given if isinstance(given, FileStorage) and given.filename else None

    def validate_pasted(self, field: Any) -> None:
        """A file or a text, and not both: nobody could tell which was meant."""
        if bool(field.data) == bool(self.sent):
            raise ValidationError(
                _("You chose a file and pasted a text. Please send one of them.")
                if field.data
                else _("Please choose a file, or paste the text.")
            )


class MendForm(HouseForm):
    """The words of one clause and whom they bind."""

    label = line(_l("Printed number"), most=24, required=False)
    text = lines(_l("What it says"), most=LONGEST_CLAUSE, missing=N_("A clause needs words."))
    audience = SelectField(_l("Whom it binds"))
    strength = SelectField(_l("How strongly"))

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.audience.choices = choices_of(audience_names().items())
        self.strength.choices = choices_of(strength_names().items())


class PublishForm(HouseForm):
    """What is decided when a version comes into force."""

    change = RadioField(_l("What kind of change is it?"))
    note = lines(_l("What has changed, in a sentence for everybody"), most=600, required=False)
    gaps_reason = lines(_l("Why publish it although something is missing?"), most=600, required=False)
    approved_on = DateField(_l("Approved by the governors on"), validators=[InputRequired(_l("Please choose a day."))])
    review_on = DateField(_l("To be reviewed by"), validators=[InputRequired(_l("Please choose a day."))])

    def __init__(self, *arguments: Any, has_earlier: bool, has_gaps: bool, today: date, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.has_gaps, self.has_earlier, self.today = has_gaps, has_earlier, today
        self.change.choices = choices_of(
            (
                ("minor", _("A small one: nobody has to read it again")),
                ("read-again", _("People should read it again")),
            )
        )
        if not has_earlier:
            del self.change

    def validate_note(self, field: Any) -> None:
        """Whoever is asked to read again is told why."""
        if self.has_earlier and self.change.data == "read-again" and not field.data:
            raise ValidationError(_("Say what has changed, so that people know what to look for."))

    def validate_gaps_reason(self, field: Any) -> None:
        """Publishing with gaps needs a reason."""
        if self.has_gaps and not field.data:
            raise ValidationError(_("Something is not taught yet. Please say why you publish all the same."))

    def validate_approved_on(self, field: Any) -> None:
        """Nobody has approved anything tomorrow."""
        if field.data and field.data > self.today:
            raise ValidationError(_("This day has not come yet."))

    def validate_review_on(self, field: Any) -> None:
        """A review comes after the approval."""
        if field.data and self.approved_on.data and field.data <= self.approved_on.data:
            raise ValidationError(_("The review comes after the day of approval."))


class PolicyForm(HouseForm):
    """One policy in the register."""

    title = line(_l("What you call it"), most=120)
    owner = SelectField(_l("Who looks after it"))
    approved_on = DateField(_l("Approved by the governors on"), validators=[Optional()])
    review_on = DateField(_l("To be reviewed by"), validators=[Optional()])
    kept_where = line(_l("Where it is kept"), most=200, required=False)

    def validate_review_on(self, field: Any) -> None:
        """A review comes after the approval."""
        if field.data and self.approved_on.data and field.data <= self.approved_on.data:
            raise ValidationError(_("The review comes after the day of approval."))
