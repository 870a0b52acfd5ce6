"""The lead looks at a wording, puts it into force, and asks the families."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms.fields.choices import SelectChoice

from esafety.access.policy import Can
from esafety.agreements import actions, queries
from esafety.agreements.forms import PublishForm, RoundForm
from esafety.agreements.rules import HOME_SCHOOL, KEYS
from esafety.agreements.views import views
from esafety.agreements.wording import Snapshot, languages_of, snapshot, wording
from esafety.core import i18n
from esafety.core.clock import school_day, school_year, school_year_name
from esafety.core.errors import NotFound, Refused
from esafety.core.i18n import N_
from esafety.core.i18n import gettext as _
from esafety.curriculum.shelf import library
from esafety.web.pages import BOTH, Visit


@views.page("/lead/agreement", allow=Can.PUBLISH_AGREEMENT, navigation=N_("Agreement"))
def publish(visit: Visit[None]) -> ResponseReturnValue:
    """The agreements: what is in force, what has changed, and when families are asked."""
    in_force = queries.published(visit.db)
    year = school_year(school_day(visit.now))
    current = {key: found for key in KEYS if (found := _find_current(visit, key))}
    return render_template(
        "agreements/publish.html",
        documents=[
            {
                "key": key,
                "title": wording(words.texts, i18n.SOURCE).agreement.title,
                "version": in_force.get(key),
                "is_current": key in in_force and in_force[key].digest == words.digest,
            }
            for key, words in current.items()
        ],
        rounds=[(school_year_name(asked.school_year), asked) for asked in queries.rounds(visit.db, since=year).values()],
        can_ask=HOME_SCHOOL in in_force,
    )


@views.page("/lead/agreement/<key>", allow=Can.PUBLISH_AGREEMENT, methods=BOTH)
def preview(visit: Visit[None], key: str) -> ResponseReturnValue:
    """One wording as families will read it, and the button that puts it into force."""
    current = _find_current(visit, key) if key in KEYS else None
    if current is None:
        raise NotFound
    form = PublishForm(request.form)
    if visit.is_post:
        if form.digest.data != current.digest:
            form.form_errors.append(_("The wording has changed since you opened this page. Please read it once more."))
        elif form.validate():
            actions.publish(visit.db, key=key, snapshot=current, actor=visit.viewer.actor, at=visit.now)
            return redirect(url_for(".publish"), 303)
    form.digest.data = current.digest
    language = request.args.get("language", i18n.SOURCE)
    in_force = queries.published(visit.db).get(key)
    return render_template(
        "agreements/preview.html",
        key=key,
        words=wording(current.texts, language),
        languages_there=languages_of(current.texts),
        names=dict(i18n.languages()),
        version=in_force,
        is_current=in_force is not None and in_force.digest == current.digest,
        form=form,
    ), 422 if visit.is_post else 200


@views.page("/lead/agreement/round", allow=Can.PUBLISH_AGREEMENT, methods=BOTH)
def open_round(visit: Visit[None]) -> ResponseReturnValue:
    """Ask all families in a school year, or change the dates."""
    in_force = queries.published(visit.db).get(HOME_SCHOOL)
    if in_force is None:
        raise Refused(_("Publish the home-school agreement first. Then families can be asked."))
    this_year = school_year(school_day(visit.now))
    form = RoundForm(request.form)
    form.year.choices = [SelectChoice(year, school_year_name(year)) for year in (this_year, this_year + 1)]
    if visit.is_post and form.validate():
        actions.open_round(
            visit.db,
            year=form.year.data,
            version_id=in_force.id,
            opens_on=form.opens_on.data,
            due_on=form.due_on.data,
            actor=visit.viewer.actor,
            at=visit.now,
        )
        return redirect(url_for(".publish"), 303)
    return render_template("agreements/round.html", form=form), 422 if visit.is_post else 200


def _find_current(visit: Visit[None], key: str) -> Snapshot | None:
    """The wording as the curriculum has it today, in this school's words."""
    try:
        return snapshot(library(), key, day=school_day(visit.now), school=visit.viewer.school_name)
    except KeyError:
        return None
