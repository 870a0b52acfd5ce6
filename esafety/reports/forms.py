"""The filters of the lists."""

from __future__ import annotations

from wtforms import SelectField

from esafety.core.i18n import lazy_gettext as _l
from esafety.web.forms import HouseForm

ALL = ""


class FamiliesForm(HouseForm):
    """Which adults to show."""

    state = SelectField(_l("Agreement"))
    reached = SelectField(_l("Reached"))
    language = SelectField(_l("Language"))
    class_ = SelectField(_l("Class"), name="class")
