"""A parent reads the agreement, promise by promise, before any answer is asked for."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.agreements.rules import State
from esafety.agreements.views import views
from esafety.agreements.views.reading import Nothing, Reading, nothing_asked, reading_of
from esafety.core.errors import NotFound
from esafety.curriculum.shapes import Choice, Option
from esafety.people.models import GuardianLink
from esafety.web.pages import Visit


@views.page("/agreement/<int:id>", allow=Can.SIGN_FOR_WARD, about=GuardianLink)
def read(visit: Visit[GuardianLink]) -> ResponseReturnValue:
    """The agreement for one child: what it is, and that every answer is fine."""
    reading = reading_of(visit)
    if isinstance(reading, Nothing):
        return nothing_asked(reading)
    if (signed := _signed(reading)) is not None:
        return redirect(url_for(".receipt", id=signed), 303)
    return render_template("agreements/read.html", reading=reading)


@views.page("/agreement/<int:id>/promise/<int:place>", allow=Can.SIGN_FOR_WARD, about=GuardianLink)
def promise(visit: Visit[GuardianLink], place: int) -> ResponseReturnValue:
    """One promise: why the school asks for it, and a small situation to think about, which nobody counts."""
    reading = reading_of(visit)
    if isinstance(reading, Nothing):
        return nothing_asked(reading)
    if not 1 <= place <= len(reading.words.promises):
        raise NotFound
    promise, english_promise = (words.promises[place - 1] for words in (reading.words, reading.english))
    return render_template(
        "agreements/promise.html",
        reading=reading,
        place=place,
        of=len(reading.words.promises),
        promise=promise,
        english_promise=english_promise,
        chosen=_chosen(promise.scenario, request.args.get("choice", "")),
    )


@views.page("/agreement/<int:id>/answer", allow=Can.SIGN_FOR_WARD, about=GuardianLink)
def choose(visit: Visit[GuardianLink]) -> ResponseReturnValue:
    """Sign, say no, or talk first: three answers of equal weight."""
    reading = reading_of(visit)
    if isinstance(reading, Nothing):
        return nothing_asked(reading)
    if (signed := _signed(reading)) is not None:
        return redirect(url_for(".receipt", id=signed), 303)
    return render_template("agreements/choose.html", reading=reading)


def _signed(reading: Reading) -> int | None:
    """The signature that stands, if there is one: its receipt is shown instead of asking again."""
    now = reading.standing
    return now.given.id if now.state is State.SIGNED and now.given else None


def _chosen(scenario: Choice | None, choice: str) -> Option | None:
    """What was tried out in the situation; nothing of it is kept."""
    options = scenario.options if scenario else ()
    return next((option for option in options if option.id == choice), None)
