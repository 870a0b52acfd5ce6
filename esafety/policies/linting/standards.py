"""What the linter measures by, from the content files: the guidance in force and the home-school agreement."""

from __future__ import annotations

import re
from datetime import date

from esafety.curriculum.content import Content
from esafety.policies.linting.promises import Agreement

_AGREEMENT = "home-school"
_GUIDANCE = "guidance.safeguarding"


def edition_in_force(content: Content, today: date) -> int:
    """The year of the safeguarding guidance in force on a day, by the dated fact; 0 when there is none."""
    years = [
        (value.from_, int(year.group(0)))
        for located in content.facts
        if located.item.id == _GUIDANCE
        for value in located.item.values
        if value.status == "in-force" and value.from_ and value.from_ <= today and (year := re.search(r"20\d{2}", value.value))
    ]
    return max(years)[1] if years else 0


def agreement_of(content: Content) -> Agreement:
    """What the home-school agreement promises, by expectation."""
    titles = {located.item.id: located.item.title for located in content.expectations if "parents" in located.item.audiences}
    promised = {
        promise.expectation: titles.get(promise.expectation, promise.expectation)
        for located in content.agreements
        if located.item.id == _AGREEMENT
        for promise in located.item.promises
    }
    return Agreement(promised, titles)
