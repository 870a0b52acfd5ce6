"""Forms of the office: a child, an adult, a link, a restriction, a search."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wtforms import BooleanField, RadioField, SelectField, SelectMultipleField, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from esafety.core.i18n import N_, languages, lazy_gettext
from esafety.core.i18n import gettext as _
from esafety.people.classes import Teacher
from esafety.people.forms.rules import good_email
from esafety.people.models import SchoolClass
from esafety.people.restrictions import BARRED, LIMITED, NONE
from esafety.web.forms import HouseForm, choices_of, line


class SearchForm(HouseForm):
    """A name to look for. Sent in the body, because addresses end up in logs."""

    name = line(lazy_gettext("Name"), most=100, missing=N_("Please write a name or the beginning of one."))


class PupilForm(HouseForm):
    """A child: first name, an initial to tell two apart, and the class. Nothing else is asked."""

    first_name = line(lazy_gettext("First name"), most=100, missing=N_("Please write the child's first name."))
    initial = line(lazy_gettext("First letter of the surname"), most=3, required=False)
    class_id = SelectField(lazy_gettext("Class"), coerce=int, validate_choice=True)

    def __init__(self, *arguments: Any, classes: Iterable[SchoolClass], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.class_id.choices = choices_of((school_class.id, school_class.name) for school_class in classes)


class ClassForm(HouseForm):
    """A class of this school year."""

    name = line(lazy_gettext("Name of the class"), most=40, missing=N_("Please write the class's name, such as 3 Oak."))
    year_group = SelectField(
        lazy_gettext("Year group"),
        coerce=int,
        choices=lambda: choices_of([(0, _("Reception")), *((year, _("Year %(number)d", number=year)) for year in range(1, 7))]),
    )


class TeachersForm(HouseForm):
    """Who teaches a class."""

    teachers = SelectMultipleField(
        lazy_gettext("Who teaches this class?"), coerce=int, option_widget=CheckboxInput(), widget=ListWidget(prefix_label=False)
    )

    def __init__(self, *arguments: Any, staff: Iterable[Teacher], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.teachers.choices = choices_of((one.membership_id, one.name) for one in staff)


class GuardianForm(HouseForm):
    """An adult as the school knows them."""

    name = line(lazy_gettext("Full name"), most=100, missing=N_("Please write the adult's name."))
    language = SelectField(lazy_gettext("Language of letters"), choices=lambda: choices_of(languages()))
    email = line(lazy_gettext("E-mail"), most=200, required=False)
    by_paper = BooleanField(lazy_gettext("Has no device: gets letters and signs on paper"))

    def validate_email(self, field: Any) -> None:
        """Something that can be an address."""
        good_email(field)


class _Allowed(HouseForm):
    may_sign = BooleanField(lazy_gettext("May answer agreements for this child"))
    may_see_progress = BooleanField(lazy_gettext("May see what the child learned"))
    may_receive = BooleanField(lazy_gettext("Gets letters and reminders about this child"))


class LinkForm(_Allowed):
    """How an adult and a child belong together."""

    relationship = line(
        lazy_gettext("Relationship"), most=60, missing=N_("Please write how they belong together, such as mother or carer.")
    )


class NewAdultForChildForm(GuardianForm, LinkForm):
    """A new adult and how they belong to a child, in one step."""


class RestrictionForm(_Allowed):
    """What the school decided about one adult and one child."""

    restriction = RadioField(
        lazy_gettext("What has the school decided?"),
        choices=lambda: choices_of(
            (
                (NONE, _("No restriction")),
                (LIMITED, _("Limited: only what is ticked below")),
                (BARRED, _("Barred: nothing at all, from this moment")),
            )
        ),
        validate_choice=True,
    )
    reference = line(lazy_gettext("Where the paper is kept"), most=120, required=False)

    def validate_reference(self, field: Any) -> None:
        """A restriction needs a paper that somebody can find."""
        if self.restriction.data in {LIMITED, BARRED} and not field.data:
            raise ValidationError(_("Please write where the order or decision is kept, such as “Head's safe, folder 4”."))
