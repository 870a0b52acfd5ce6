"""The receipt of one's own answer, to keep."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.agreements.models import Signature
from esafety.agreements.receipts import Shown, get_shown
from esafety.agreements.wording import Wording, wording
from esafety.core import i18n
from esafety.core.clock import school_year_name
from esafety.core.i18n import gettext as _
from esafety.notices.typesetting import typeset
from esafety.notices.views import views
from esafety.notices.views.paper import as_pdf
from esafety.people.codes import pretty
from esafety.web.pages import Visit


@views.page("/receipt/<int:id>/pdf", allow=Can.SEE_OWN_SIGNATURE, about=Signature)
def receipt_pdf(visit: Visit[Signature]) -> ResponseReturnValue:
    """One's own answer as a PDF to keep."""
    shown = get_shown(visit.db, visit.subject.id)
    words = wording(shown.texts, shown.language)
    data = {
        "title": _("Receipt"),
        "language": i18n.language(),
        "school": visit.viewer.school_name,
        "lead": _("You took this answer back on %(moment)s. It is kept here as it was.", moment=i18n.moment(shown.withdrawn_at))
        if shown.withdrawn_at
        else _("This is what you answered. Keep it with your papers."),
        "rows": _rows(shown, words),
        "promises_title": _("What you promised"),
        "promises": [promise.text for promise in words.promises if promise.id in shown.promises],
        "code_label": _("Receipt code"),
        "code": pretty(shown.receipt_code),
        "withdraw": _("You can take your answer back at any time: sign in and open this receipt, or tell the school office."),
        "digest": _("Fingerprint of the words you saw: %(digest)s", digest=shown.text_digest),
    }
    return as_pdf(typeset("receipt", data, at=shown.at), "receipt")


def _rows(shown: Shown, words: Wording) -> list[tuple[str, str]]:
    answers = {"signed": _("Signed"), "declined": _("Said no"), "talk": _("Wants to talk first")}
    return [
        (_("Agreement"), words.agreement.title),
        (_("Wording"), _("Version %(number)s", number=shown.version_number)),
        (_("School year"), school_year_name(shown.school_year)),
        (_("For"), shown.first_name),
        (_("Answer"), answers[shown.answer]),
        (_("Name you wrote"), shown.typed_name),
        (_("When"), i18n.moment(shown.at)),
        (_("Language shown"), _language(words)),
    ]


def _language(words: Wording) -> str:
    name = dict(i18n.languages())[words.language]
    return f"{name} ({_('draft translation')})" if words.is_draft else name
