"""What children type: the class's code and the code of a card."""

from __future__ import annotations

from esafety.core.i18n import N_, lazy_gettext
from esafety.web.forms import HouseForm, line


class ClassCodeForm(HouseForm):
    """The six characters on the board."""

    code = line(lazy_gettext("Class code"), most=40, missing=N_("Type the code that is on the board."))


class CardForm(HouseForm):
    """The eight characters on a card."""

    code = line(lazy_gettext("Card code"), most=40, missing=N_("Type the code that is on your card."))
