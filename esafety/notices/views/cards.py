"""Login cards for a class."""

from __future__ import annotations

from pathlib import Path

from flask import render_template, request
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.core.i18n import gettext as _
from esafety.notices.forms import CardsForm
from esafety.notices.typesetting import qr_code, typeset
from esafety.notices.views import views
from esafety.notices.views.paper import as_pdf
from esafety.people import cards
from esafety.people.models import SchoolClass
from esafety.web import assets
from esafety.web.pages import BOTH, Visit
from esafety.web.pictures import ANIMALS

ANIMAL_NAMES = dict(ANIMALS)


@views.page("/teach/classes/<int:id>/cards", allow=Can.PRINT_CARDS, about=SchoolClass, methods=BOTH, own_transaction=True)
def cards_pdf(visit: Visit[SchoolClass]) -> ResponseReturnValue:
    """Print new login cards for a class. The old ones end."""
    form = CardsForm(request.form)
    if visit.is_post and form.validate():
        with visit.database.transaction(school_id=visit.subject.school_id) as db:
            new = cards.issue(db, visit.subject.id, visit.now, visit.settings, actor=visit.viewer.actor)
        if new:
            return as_pdf(typeset("cards", _sheet(visit, new), at=visit.now), "login-cards")
        form.form_errors.append(_("Nobody is in this class yet."))
    return render_template("notices/cards.html", form=form, school_class=visit.subject), 422 if visit.is_post else 200


def _sheet(visit: Visit[SchoolClass], new: tuple[cards.Card, ...]) -> dict[str, object]:
    return {
        "title": _("Login cards"),
        "school": visit.viewer.school_name,
        "class_name": visit.subject.name,
        "code_label": _("My code"),
        "hint": _("This card is a key: keep it safe."),
        "qr_words": _("The same code to scan"),
        "cards": [
            {
                "name": card.name,
                "code": card.pretty_code,
                "qr": qr_code(card.pretty_code),
                "animal": _picture(card.animal),
                "animal_name": _(ANIMAL_NAMES.get(card.animal, card.animal)),
            }
            for card in new
        ],
    }


def _picture(animal: str) -> str:
    file: Path = assets.STATIC / "animals" / f"{animal}.svg"
    return file.read_text("utf-8")
