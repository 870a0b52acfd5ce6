"""What this room brings to the application: its pages, and the jobs that send e-mail."""

from __future__ import annotations

from importlib import import_module

from flask import Flask

from esafety.core.jobs import Outside
from esafety.notices import mail, reviews
from esafety.notices.actions import SEND
from esafety.notices.housekeeping import let_go
from esafety.notices.views import views

for part in ("remind", "outbox", "letters", "cards", "receipt", "governors", "certificates", "policy", "teaching"):
    import_module(f"esafety.notices.views.{part}")


def introduce(app: Flask) -> None:
    """Open this room's pages and offer to send what waits."""
    post = mail.post_for(app.extensions["settings"])
    app.extensions["post"] = post
    app.extensions.setdefault("jobs", {})[SEND] = Outside(lambda database, work: mail.send_waiting(database, work, post))
    app.extensions["jobs"][reviews.REMIND] = reviews.remind
    app.extensions["jobs"][reviews.POST] = Outside(lambda database, work: reviews.send_waiting(database, work, post))
    app.extensions["housekeeping"] += [reviews.wind_up, let_go]
    app.register_blueprint(views)
