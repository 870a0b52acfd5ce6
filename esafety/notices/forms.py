"""What is asked before paper is made."""

from __future__ import annotations

from wtforms import SelectField

from esafety.core.i18n import lazy_gettext
from esafety.web.forms import HouseForm


class LettersForm(HouseForm):
    """For which class letters are printed."""

    class_ = SelectField(lazy_gettext("For which class"), name="class")


class CardsForm(HouseForm):
    """Nothing but the wish: new cards end the old ones."""
