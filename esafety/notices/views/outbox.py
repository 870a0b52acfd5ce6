"""The outbox: what was written to adults, and what still waits to be printed or sent."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.notices import queries
from esafety.notices.mail import mail_works
from esafety.notices.views import views
from esafety.web.pages import Visit

ON_A_PAGE = 50


@views.page("/lead/outbox", allow=Can.REMIND_FAMILIES, reads="outbox.read")
def outbox(visit: Visit[None]) -> ResponseReturnValue:
    """The outbox: print the letters that wait, see what has left."""
    total = queries.count_messages(visit.db)
    pages = max(1, -(-total // ON_A_PAGE))
    at = min(max(1, _number("page")), pages)
    return render_template(
        "notices/outbox.html",
        rows=queries.messages(visit.db, most=ON_A_PAGE, after=(at - 1) * ON_A_PAGE),
        waiting=queries.count_waiting(visit.db),
        at=at,
        pages=pages,
        new=_number("new") if "new" in request.args else None,
        mail_works=mail_works(visit.settings),
        sends_for_real=bool(visit.settings.smtp_url),
    )


def _number(name: str) -> int:
    written = request.args.get(name, "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 7 else 0
