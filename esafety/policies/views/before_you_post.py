"""A quiet moment before a post: four questions, a look at the draft in the browser alone, and the right person to ask."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.core.clock import school_day
from esafety.core.i18n import N_
from esafety.policies.asking import whom_to_ask
from esafety.policies.views import views
from esafety.web.pages import Visit


@views.page("/before-you-post", allow=Can.SEE_OWN_FAMILY, navigation=N_("Before you post"))
def before_you_post(visit: Visit[None]) -> ResponseReturnValue:
    """Four questions before a parent posts about school, and whom to ask. What is typed here is sent nowhere."""
    ask = whom_to_ask(visit.db, pupil_ids=visit.viewer.progress_ids, today=school_day(visit.now))
    return render_template("policies/before_you_post.html", ask=ask)
