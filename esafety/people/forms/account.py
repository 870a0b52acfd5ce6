"""Forms of an adult's own account."""

from __future__ import annotations

from typing import Any

from wtforms import SelectField

from esafety.core.i18n import N_, languages, lazy_gettext
from esafety.people.forms.rules import good_email
from esafety.web.forms import HouseForm, choices_of, line


class AccountForm(HouseForm):
    """How an adult is greeted, in which language, and whether there is an e-mail address for reminders."""

    display_name = line(lazy_gettext("Your name"), most=100, missing=N_("Please write your name."))
    language = SelectField(lazy_gettext("Language"), choices=lambda: choices_of(languages()))
    email = line(lazy_gettext("E-mail"), most=200, required=False)

    def validate_email(self, field: Any) -> None:
        """Something that can be an address."""
        good_email(field)
