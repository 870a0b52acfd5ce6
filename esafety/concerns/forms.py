"""How people tell the school something. No uploads, no leading questions."""

from __future__ import annotations

from wtforms import RadioField, ValidationError

from esafety.core.i18n import gettext as _
from esafety.core.i18n import lazy_gettext as _l
from esafety.web.forms import HouseForm, choices_of, lines

ABOUT = (
    ("child", _l("A child, or something online")),
    ("staff", _l("Somebody who works at the school")),
    ("head", _l("The headteacher")),
    ("other", _l("Something else")),
)


class AdultConcernForm(HouseForm):
    """An adult tells the school something."""

    subject = RadioField(_l("Who or what is it about?"), choices=choices_of(ABOUT), validate_choice=False)
    words = lines(_l("What would you like the school to know?"), most=4000)

    def validate_subject(self, field: RadioField) -> None:
        """It has to be said whom it is about, so that it never reaches that person."""
        if field.data not in dict(ABOUT):
            raise ValidationError(_("Choose one, so that it goes to the right person."))


class PupilConcernForm(HouseForm):
    """An older pupil tells a few words; a younger one only chooses a grown-up."""

    words = lines(_l("You can write a few words, or leave it empty."), most=600, required=False)


class NoteForm(HouseForm):
    """A recipient notes what was done."""

    words = lines(_l("What was done?"), most=4000)
