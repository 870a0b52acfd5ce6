"""What a teacher wants to know before a lesson: aim, words, a five-minute talk, what to watch for, and why it is taught."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from esafety.curriculum.library import Library
from esafety.curriculum.shapes import Lesson
from esafety.curriculum.strands import strand_name
from esafety.curriculum.telling import Teller
from esafety.policies.queries import ClauseRow

MOST_CLAUSES = 6


@dataclass(frozen=True, slots=True)
class TeachingNotes:
    """One page for the teacher. ``words`` are pairs of a word and what it means, ``clauses`` of a label and its text."""

    title: str
    minutes: int
    band: str
    strand: str
    four_cs: tuple[str, ...]
    aim: str
    because: str
    words: tuple[tuple[str, str], ...]
    discussion: str
    watch_for: str
    talk: str
    at_home: str
    clauses: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]


def notes_of(lesson: Lesson, *, clauses: Iterable[ClauseRow], library: Library, teller: Teller) -> TeachingNotes:
    """The notes of a pupils' lesson, with the clauses of the school's policy that it serves."""
    about, teacher = library.expectation(lesson.expectation), lesson.teacher
    said = tuple(teller.say(step.text) for step in lesson.steps if step.kind == "talk")
    return TeachingNotes(
        title=teller.say(lesson.title),
        minutes=lesson.minutes,
        band=lesson.band or "",
        strand=strand_name(about.strand),
        four_cs=about.four_cs,
        aim=teller.say(lesson.aim),
        because=teller.say(lesson.because),
        words=tuple((one.word, one.means) for one in teacher.vocabulary) if teacher else (),
        discussion=teller.say(teacher.discussion) if teacher else "",
        watch_for=teller.say(teacher.watch_for) if teacher else "",
        talk=" ".join(said),
        at_home=teller.say(lesson.family.together) if lesson.family else "",
        clauses=tuple((one.label, teller.say(one.text)) for one in clauses)[:MOST_CLAUSES],
        sources=tuple(one.title for one in lesson.sources),
    )
