"""What a family sends."""

from __future__ import annotations

from typing import Any

from wtforms import RadioField, ValidationError

from esafety.core.i18n import gettext as _
from esafety.curriculum.shapes import Choice
from esafety.curriculum.telling import Teller
from esafety.web.forms import HouseForm


class HalfForm(HouseForm):
    """One person's half of a round: what I would do, and what the other will say."""

    own = RadioField(validate_choice=False)
    guess = RadioField(validate_choice=False)

    def offer(self, question: Choice, teller: Teller) -> None:
        """The options of the situation, for both."""
        self.own.choices = self.guess.choices = [(option.id, teller.say(option.text)) for option in question.options]

    def validate_own(self, field: Any) -> None:
        """One of the options."""
        _refuse_other(field)

    def validate_guess(self, field: Any) -> None:
        """One of the options."""
        _refuse_other(field)


def _refuse_other(field: Any) -> None:
    if field.data not in dict(field.choices):
        raise ValidationError(_("Choose one."))
