"""How a seat is told to the teacher: the colour of its card, a few words, and what else is worth knowing."""

from __future__ import annotations

from esafety.core.i18n import gettext as _
from esafety.core.i18n import ngettext
from esafety.people.watching import SeatRow, State

CARDS = {
    State.WORKING: "working",
    State.QUIET: "stuck",
    State.ASKS: "stuck",
    State.LET_IN: "away",
    State.FINISHED: "done",
    State.WAITING: "away",
}


def seat_words(row: SeatRow) -> tuple[str, str, str]:
    """The card's state, its words, and a detail that may be empty."""
    return CARDS[row.state], _state(row), _detail(row)


def _state(row: SeatRow) -> str:
    if row.state is State.QUIET:
        return ngettext("Quiet for a minute", "Quiet for %(num)s minutes", row.quiet_minutes)
    if row.state is State.WAITING and not row.has_pictures:
        return _("Has no pictures yet")
    words = {
        State.WORKING: _("Working"),
        State.ASKS: _("Needs you to come in"),
        State.LET_IN: _("You opened the door"),
        State.FINISHED: _("Finished"),
        State.WAITING: _("Not in yet"),
    }
    return words[row.state]


def _detail(row: SeatRow) -> str:
    if not row.wrong:
        return ""
    tries = ngettext("One wrong try", "%(num)s wrong tries", row.wrong)
    if not row.tried_beside:
        return tries
    return _("%(tries)s, on the device of %(names)s", tries=tries, names=", ".join(row.tried_beside))
