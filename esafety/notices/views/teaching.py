"""A lesson's notes for its teacher, on paper."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.core.i18n import SOURCE, ngettext
from esafety.core.i18n import gettext as _
from esafety.curriculum.bands import band_name
from esafety.learning.teaching_notes import TeachingNotes
from esafety.learning.views.teaching import find_notes
from esafety.notices.typesetting import typeset
from esafety.notices.views import views
from esafety.notices.views.paper import as_pdf
from esafety.web.pages import Visit


@views.page("/teach/notes/<path:key>", allow=Can.TEACH)
def teaching_pdf(visit: Visit[None], key: str) -> ResponseReturnValue:
    """The notes of one lesson as a PDF."""
    notes = find_notes(visit, key)
    minutes = ngettext("%(num)s minute", "%(num)s minutes", notes.minutes)
    four_cs = _("Four Cs: %(names)s", names=", ".join(notes.four_cs))
    data = {
        "title": notes.title,
        "language": SOURCE,
        "school": visit.viewer.school_name,
        "subtitle": f"{band_name(notes.band)}, {minutes}. {notes.strand}. {four_cs}.",
        "parts": [{"title": title, "says": says} for title, says in _parts(notes) if any(text for _label, text in says)],
    }
    return as_pdf(typeset("teaching", data, at=visit.now), "notes-for-the-teacher")


def _parts(notes: TeachingNotes) -> list[tuple[str, list[tuple[str, str]]]]:
    because = _("Because our school's policy says: %(what)s", what=notes.because)
    return [
        (_("Aim"), [("", notes.aim), ("", because)]),
        (_("Vocabulary"), [(f"{word}:", means) for word, means in notes.words]),
        (_("Talk about it for five minutes"), [("", notes.discussion)]),
        (_("What to watch for"), [("", notes.watch_for)]),
        (_("In pairs"), [("", notes.talk)]),
        (_("At home, together"), [("", notes.at_home)]),
        (_("The clauses that it serves"), list(notes.clauses)),
        (_("Sources of facts"), [("", "; ".join(notes.sources))]),
    ]
