"""A member of staff: name, job title, roles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wtforms import SelectMultipleField, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from esafety.access.viewer import Role
from esafety.core.i18n import N_, lazy_gettext
from esafety.core.i18n import gettext as _
from esafety.web.forms import HouseForm, choices_of, line


def role_names() -> dict[Role, str]:
    """What each role is called, and what it opens."""
    return {
        Role.TEACHER: _("teacher: own classes and their lessons"),
        Role.OFFICE: _("office: pupils, adults, letters and paper signatures"),
        Role.LEAD: _("e-safety lead: the school's picture, lessons, agreement and policies"),
        Role.DSL: _("safeguarding lead: children's worries"),
        Role.HEAD: _("head: the school's picture, worries sent to the head, the record of changes"),
        Role.GOVERNOR: _("governor: totals and the register of policies"),
    }


class RolesForm(HouseForm):
    """What somebody does at the school."""

    job_title = line(lazy_gettext("Job title, as pupils and parents see it"), most=80, required=False)
    roles = SelectMultipleField(
        lazy_gettext("Roles"), option_widget=CheckboxInput(), widget=ListWidget(prefix_label=False), validate_choice=False
    )

    def __init__(self, *arguments: Any, offered: Iterable[Role], **options: Any) -> None:
        super().__init__(*arguments, **options)
        names = role_names()
        self.roles.choices = choices_of((role.value, names[role]) for role in names if role in set(offered))

    def validate_roles(self, field: Any) -> None:
        """At least one, and only those that this person may give."""
        if not field.data or not set(field.data) <= {choice.value for choice in field.choices}:
            raise ValidationError(_("Choose at least one role from the list."))


class StaffForm(RolesForm):
    """A new member of staff."""

    name = line(lazy_gettext("Full name"), most=100, missing=N_("Please write the full name."))
