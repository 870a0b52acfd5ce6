"""What the pages of a parent have in common: what is asked, where this adult stands, and the words in their language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import render_template

from esafety.agreements import queries
from esafety.agreements.rules import Standing
from esafety.agreements.wording import Wording, wording
from esafety.core import i18n
from esafety.core.clock import school_day, school_year
from esafety.people.models import GuardianLink
from esafety.web.pages import Visit


@dataclass(frozen=True, slots=True)
class Reading:
    """One adult in front of what the school asks for one child."""

    link_id: int
    first_name: str
    asked: queries.Asked
    standing: Standing
    words: Wording
    english: Wording

    @property
    def is_translated(self) -> bool:
        """Whether the reader has it in another language than English, so that the English can be looked at as well."""
        return self.words.language != self.english.language


@dataclass(frozen=True, slots=True)
class Nothing:
    """The school asks nothing of this family at the moment."""

    first_name: str
    opens_on: date | None


def reading_of(visit: Visit[GuardianLink]) -> Reading | Nothing:
    """What this adult is asked for this child today. Three statements."""
    link, today = visit.subject, school_day(visit.now)
    year = school_year(today)
    asked = queries.find_asked(visit.db, school_year=year)
    first_name = queries.first_name_on_roll(visit.db, link.pupil_id, today=today)
    if asked is None or not asked.is_open(today):
        return Nothing(first_name, asked.opens_on if asked else None)
    standings = queries.standings(
        visit.db, guardian_id=link.guardian_id, asked=asked, school_year=year, pupil_ids=(link.pupil_id,)
    )
    words = wording(asked.texts, i18n.language())
    return Reading(link.id, first_name, asked, standings[link.pupil_id], words, wording(asked.texts, i18n.SOURCE))


def nothing_asked(nothing: Nothing) -> str:
    """The page that says so."""
    return render_template("agreements/not_asked.html", nothing=nothing)
