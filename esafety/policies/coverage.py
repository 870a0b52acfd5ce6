"""Which lessons, modules, questions and promises serve a clause, and what is still missing. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from esafety.core.i18n import SOURCE
from esafety.core.i18n import gettext as _
from esafety.curriculum.bands import band_name
from esafety.curriculum.catalogue import BANDS, EXPECTATIONS
from esafety.curriculum.library import Library
from esafety.curriculum.shapes import Lesson
from esafety.curriculum.shapes.agreements import Promise
from esafety.policies.queries import ClauseRow

NOTHING_TO_TEACH = "none"
ADULTS = ("parents", "staff", "governors")
OF_THE_SCHOOL = frozenset({"policy-governance", "incident-response"})
"""What the school itself does: a clause that binds the school and asks for one of these needs no lesson."""


@dataclass(frozen=True, slots=True)
class Taught:
    """A lesson or a module by its title. ``reader`` is an age band or whom it is for; ``language`` that of the title."""

    reader: str
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class Served:
    """What serves one clause: titles of lessons and modules with their readers, and promises of the agreement."""

    lessons: tuple[Taught, ...]
    modules: tuple[Taught, ...]
    promises: int
    questions: int = 0
    keys: tuple[str, ...] = ()
    """The lessons and modules, as "age-limits/ks1"."""

    @property
    def nothing(self) -> bool:
        """Whether nothing teaches it yet."""
        return not (self.lessons or self.modules)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the school has done about the expectations so far."""

    classes_set: Mapping[str, int] = field(default_factory=dict)
    """For how many classes each lesson is set this year, by its key."""
    bands: frozenset[str] = frozenset(BANDS)
    """The age bands in which the school has pupils."""
    adults_done: Mapping[str, int] = field(default_factory=dict)
    """How many adults have done each module, by its key."""
    reached: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """By expectation: pupils who did the lesson, and those of them who are secure."""
    promised: frozenset[str] | None = None
    """The expectations that the agreement in force asks families to promise; None where there is none."""


def what_teaches(clause: ClauseRow, shelf: Library, language: str = SOURCE) -> Served | None:
    """What teaches a clause, with titles in a language where there are such; None where there is nothing to teach."""
    wanted = [name for name in clause.expectations if name != NOTHING_TO_TEACH]
    if not wanted:
        return None
    lessons = [(name, reader) for name in wanted for reader in BANDS if shelf.has_lesson(f"{name}/{reader}")]
    modules = [(name, reader) for name in wanted for reader in ADULTS if shelf.has_lesson(f"{name}/{reader}")]
    keys = tuple(f"{name}/{reader}" for name, reader in (*lessons, *modules))
    return Served(
        lessons=tuple(_taught(f"{name}/{reader}", reader, shelf, language) for name, reader in lessons),
        modules=tuple(_taught(f"{name}/{reader}", reader, shelf, language) for name, reader in modules),
        promises=sum(promise.expectation in wanted for promise in _promises(shelf)),
        questions=sum(len(shelf.lesson(key).item.quiz.questions) for key in keys),
        keys=keys,
    )


def _taught(key: str, reader: str, shelf: Library, language: str) -> Taught:
    lesson = shelf.lesson(key)
    shown: Lesson = shelf.in_language(lesson, language)
    return Taught(reader, shown.title, SOURCE if shown is lesson.item else language)


def gaps(clauses: Iterable[ClauseRow], shelf: Library, done: Evidence) -> dict[int, tuple[str, ...]]:
    """What is missing for each clause, as sentences; a clause for which all is there is left out."""
    return {clause.id: found for clause in clauses if (found := tuple(_missing(clause, shelf, done)))}


def unbacked(asked: Iterable[str], shelf: Library, done: Evidence) -> tuple[str, ...]:
    """What families are asked to promise although no clause in force asks for it, as sentences."""
    lonely = sorted((done.promised or frozenset()) - set(asked))
    return tuple(
        _("The agreement has a promise about “%(about)s”, and no clause backs it.", about=title_of(name, shelf))
        for name in lonely
    )


def _missing(clause: ClauseRow, shelf: Library, done: Evidence) -> Iterator[str]:
    if not clause.expectations:
        yield _("Clause %(label)s: nobody has said yet what it asks for.", label=clause.called)
        return
    wanted = [name for name in clause.expectations if name != NOTHING_TO_TEACH]
    if not wanted or (clause.audience == "school" and OF_THE_SCHOOL & set(wanted)):
        return
    about = {"label": clause.called, "about": title_of(wanted[0], shelf)}
    if clause.audience == "pupils":
        yield from _missing_for_pupils(wanted, shelf, done, about)
    elif clause.audience == "parents":
        if not _any(wanted, ("parents",), shelf):
            yield _("Clause %(label)s tells parents (%(about)s): there is no module for parents yet.", **about)
        elif done.promised is not None and not done.promised.intersection(wanted) and clause.strength in ("must", "must-not"):
            yield _("Clause %(label)s binds parents (%(about)s): the agreement in force has no promise about it.", **about)
    elif clause.audience == "staff":
        if not _any(wanted, ("staff",), shelf):
            yield _("Clause %(label)s tells staff (%(about)s): there is no module for staff yet.", **about)
    elif clause.audience == "governors":
        if not _any(wanted, ("governors", "staff"), shelf):
            yield _("Clause %(label)s tells governors (%(about)s): there is no module for governors yet.", **about)
    elif not _any(wanted, (*BANDS, *ADULTS), shelf):
        yield _("Clause %(label)s speaks of “%(about)s”: nothing teaches it yet.", **about)


def _missing_for_pupils(wanted: list[str], shelf: Library, done: Evidence, about: dict[str, str]) -> Iterator[str]:
    taught = [name for name in wanted if "pupils" in EXPECTATIONS.get(name, ())]
    if not taught:  # what the catalogue tells adults alone, said to pupils: their grown-ups' modules serve it
        if not _any(wanted, ADULTS, shelf):
            yield _("Clause %(label)s tells pupils (%(about)s): nothing teaches it yet.", **about)
        return
    for band in BANDS:
        if band not in done.bands:
            continue
        there = [name for name in taught if shelf.has_lesson(f"{name}/{band}")]
        ages = band_name(band)
        if not there:
            yield _("Clause %(label)s tells pupils (%(about)s): there is no lesson for %(ages)s yet.", ages=ages, **about)
        elif not any(done.classes_set.get(f"{name}/{band}") for name in there):
            yield _("Clause %(label)s tells pupils (%(about)s): the lesson for %(ages)s is not set for any class.",
                    ages=ages, **about)  # fmt: skip


def title_of(expectation: str, shelf: Library) -> str:
    """An expectation by its title, or by its name where the content has none."""
    try:
        return shelf.expectation(expectation).title
    except KeyError:
        return expectation


def _any(wanted: Iterable[str], readers: Iterable[str], shelf: Library) -> bool:
    listed = tuple(readers)
    return any(shelf.has_lesson(f"{name}/{reader}") for name in wanted for reader in listed)


def _promises(shelf: Library) -> tuple[Promise, ...]:
    try:
        return shelf.agreement("home-school").item.promises
    except KeyError:
        return ()
