"""Which letter somebody has in hand, between typing its code and having a sign-in: kept sealed in a short-lived cookie."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import request
from werkzeug.wrappers import Response

from esafety.core.sealing import BrokenSeal, seal, unseal
from esafety.people import invitations
from esafety.people.invitations import Letter
from esafety.web.pages import Visit

COOKIE = "letter"
KEPT_FOR = timedelta(minutes=30)


def take_in_hand(response: Response, visit: Visit[Any], invitation_id: int) -> None:
    """Remember on this device, for half an hour, which letter's code was typed. The letter is not used up by that."""
    response.set_cookie(
        COOKIE,
        seal(visit.settings, str(invitation_id)),
        max_age=int(KEPT_FOR.total_seconds()),
        path="/family",
        httponly=True,
        samesite="Lax",
        secure=visit.settings.secure_cookies,
    )


def put_away(response: Response, visit: Visit[Any]) -> None:
    """Forget the letter on this device."""
    response.delete_cookie(COOKIE, path="/family", httponly=True, samesite="Lax", secure=visit.settings.secure_cookies)


def in_hand(visit: Visit[Any]) -> Letter | None:
    """The open letter whose code was typed on this device; None when there is none or it was used meanwhile."""
    try:
        number = int(unseal(visit.settings, request.cookies.get(COOKIE, ""), not_older_than=KEPT_FOR))
    except (BrokenSeal, ValueError):
        return None
    with visit.database.reading(across="a letter's code does not say its school") as db:
        return invitations.find_letter(db, invitation_id=number, now=visit.now)
