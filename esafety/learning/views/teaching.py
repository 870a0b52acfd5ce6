"""The teacher's pages: every lesson that can be taught, and what to know before it."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.curriculum.bands import band_name
from esafety.curriculum.catalogue import BANDS
from esafety.curriculum.shelf import library
from esafety.curriculum.telling import Teller
from esafety.learning.teaching_notes import TeachingNotes, notes_of
from esafety.learning.views import views
from esafety.policies.queries import clauses_for
from esafety.web.pages import Visit


@views.page("/teach/lessons", allow=Can.TEACH)
def teaching(visit: Visit[None]) -> ResponseReturnValue:
    """The lessons of each age with the notes for their teachers."""
    teller = Teller.of(school=visit.viewer.school_name, day=school_day(visit.now))
    groups = [
        (
            band_name(band),
            [(one.key, teller.say(one.item.title), library().expectation(one.item.expectation).title) for one in lessons],
        )
        for band in BANDS
        if (lessons := library().lessons_for(band))
    ]
    return render_template("learning/teaching.html", groups=groups)


@views.page("/teach/lessons/<path:key>", allow=Can.TEACH)
def teaching_notes(visit: Visit[None], key: str) -> ResponseReturnValue:
    """One lesson for its teacher: aim, vocabulary, five-minute discussion, what to watch for."""
    return render_template("learning/teaching_notes.html", notes=find_notes(visit, key), key=key, band_name=band_name)


def find_notes(visit: Visit[None], key: str) -> TeachingNotes:
    """The notes of a lesson. Raises NotFound for what is no pupils' lesson."""
    if not library().has_lesson(key) or library().lesson(key).item.band is None:
        raise NotFound
    lesson = library().lesson(key).item
    teller = Teller.of(school=visit.viewer.school_name, day=school_day(visit.now))
    clauses = [
        one for one in clauses_for(visit.db, lesson.expectation, audience="pupils") if one.audience in ("pupils", "school")
    ]
    return notes_of(lesson, clauses=clauses, library=library(), teller=teller)
