"""The pupils' own promises: pictures for the youngest, words for the older ones. Saying no or asking first is fine."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.agreements import actions, queries
from esafety.agreements.forms import ConfirmForm
from esafety.agreements.views import views
from esafety.agreements.wording import Wording, wording
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.core.i18n import SOURCE
from esafety.core.i18n import gettext as _
from esafety.curriculum.shelf import library
from esafety.curriculum.telling import Teller
from esafety.web.pages import BOTH, Visit


@views.page("/promise", allow=Can.AGREE_AS_PUPIL, methods=BOTH)
def pupil(visit: Visit[None]) -> ResponseReturnValue:
    """All promises on one page, and one tap to agree to them."""
    version, words = _promises(visit)
    form = ConfirmForm(request.form)
    if visit.is_post and form.validate() and request.form.get("version") == str(version.id):
        actions.agree_as_pupil(visit.db, pupil_id=visit.viewer.pupil_id or 0, version_id=version.id, at=visit.now)
        return redirect(url_for(".promised"), 303)
    page = render_template(
        "agreements/pupil_promises.html",
        words=words,
        version_id=version.id,
        form=form,
        teller=_teller(visit),
        agreed=not queries.owes_promise(visit.db, visit.viewer.pupil_id or 0, _band(visit)),
    )
    return page, 422 if visit.is_post else 200


@views.page("/promise/<int:place>", allow=Can.AGREE_AS_PUPIL)
def pupil_promise(visit: Visit[None], place: int) -> ResponseReturnValue:
    """One promise with its picture, and one tap to go on."""
    _version, words = _promises(visit)
    if not 1 <= place <= len(words.promises):
        raise NotFound
    return render_template(
        "agreements/pupil_promise.html",
        words=words,
        promise=words.promises[place - 1],
        place=place,
        of=len(words.promises),
        teller=_teller(visit),
    )


@views.page("/promise/thank-you", allow=Can.AGREE_AS_PUPIL)
def promised(visit: Visit[None]) -> ResponseReturnValue:
    """Thank you for the promises."""
    _version, words = _promises(visit)
    return render_template("agreements/pupil_promised.html", words=words)


def note_on_the_path(visit: Visit[Any]) -> tuple[str, str] | None:
    """The friendly note on a pupil's path while the promises have not been looked at."""
    band = _band(visit)
    if not queries.owes_promise(visit.db, visit.viewer.pupil_id or 0, band):
        return None
    # The youngest look at one picture after the other.
    href = url_for("agreements.pupil_promise", place=1) if band == "ks1" else url_for("agreements.pupil")
    return _("Our promises: look at them"), href


def _promises(visit: Visit[None]) -> tuple[queries.VersionRow, Wording]:
    version = queries.find_pupils_version(visit.db, _band(visit))
    if version is None:
        raise NotFound
    return version, wording(version.texts, SOURCE)


def _band(visit: Visit[Any]) -> str:
    return library().band_of(visit.viewer.year_group or 0)


def _teller(visit: Visit[None]) -> Teller:
    return Teller.of(school=visit.viewer.school_name, day=school_day(visit.now))
