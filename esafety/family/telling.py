"""What a family is told about a lesson: one sentence, one question, five minutes together, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from esafety.core import i18n
from esafety.curriculum.shapes import Lesson
from esafety.curriculum.shelf import library
from esafety.curriculum.telling import Teller
from esafety.family.queries import Child, Done


@dataclass(frozen=True, slots=True)
class Told:
    """A lesson in words for families. ``code`` is the language the words are really in."""

    title: str
    learned: str
    ask: str
    together: str
    badge: str
    strand: str
    code: str
    direction: str
    is_draft: bool


def tell(lesson_key: str, teller: Teller) -> Told | None:
    """What families are told about a lesson; None when the curriculum no longer has it."""
    if not library().has_lesson(lesson_key):
        return None
    edition, language = library().lesson(lesson_key), i18n.language()
    lesson: Lesson = library().in_language(edition, language)
    code = language if lesson is not edition.item else i18n.SOURCE
    family, badge = lesson.family, lesson.badge
    return Told(
        title=teller.say(lesson.title),
        learned=teller.say(family.learned) if family else "",
        ask=teller.say(family.ask) if family else "",
        together=teller.say(family.together) if family else "",
        badge=teller.say(badge.title) if badge else teller.say(lesson.title),
        strand=library().expectation(lesson.expectation).strand,
        code=code,
        direction=i18n.direction_of(code),
        is_draft=library().is_draft(edition, language),
    )


def next_of(child: Child, lessons_set: dict[int, tuple[str, ...]], done: Iterable[Done]) -> str | None:
    """The lesson that comes next for a child; None when all that was set is done."""
    finished = {one.lesson_key for one in done if one.pupil_id == child.id}
    return next((key for key in lessons_set.get(child.id, ()) if key not in finished), None)
