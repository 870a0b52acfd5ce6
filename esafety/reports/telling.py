"""The numbers in sentences, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from esafety.core.i18n import day, ngettext
from esafety.core.i18n import gettext as _
from esafety.curriculum.catalogue import EXPECTATIONS
from esafety.curriculum.library import Library
from esafety.policies.queries import PolicyRow
from esafety.reports import rules
from esafety.reports.queries.classes import NO_AGREEMENTS, AgreementCounts, ClassCounts
from esafety.reports.queries.learning import LevelCount, WidelyHeld
from esafety.reports.queries.overview import OverviewRows


@dataclass(frozen=True, slots=True)
class Sentence:
    """One of the sentences at the top: a number, what it counts, and what changed."""

    number: str
    text: str
    change: str


@dataclass(frozen=True, slots=True)
class Held:
    """A misconception as a sentence, with what helps against it."""

    sentence: str
    follow_up: str
    expectation: str
    title: str
    year_group: int


@dataclass(frozen=True, slots=True)
class ClassLine:
    """One class in the overview's table."""

    counts: ClassCounts
    agreements: AgreementCounts
    stopped: bool


def year_name(year_group: int) -> str:
    """What a year group is called."""
    return _("Reception") if year_group == 0 else _("Year %(number)s", number=year_group)


def level_name(level: str | None) -> str:
    """How secure somebody is, in a word or two."""
    names = {"secure": _("secure"), "developing": _("on the way"), "misunderstood": _("to look at")}
    return names.get(level or "", _("not yet"))


def what_secure_means() -> str:
    """The model of mastery in one sentence for teachers; see learning/rules/mastery.py."""
    return _(
        "Secure means that answers to different questions, on two days or more, leave hardly a doubt that the pupil knows it;"
        " lucky guesses and a slip now and then are allowed for."
    )


def state_name(state: str) -> str:
    """Where an agreement stands, in ordinary words. None of them is a fault."""
    return {
        "signed": _("signed"),
        "talk": _("wants to talk first"),
        "declined": _("declined"),
        "withdrawn": _("taken back"),
    }.get(state, _("not yet"))


def sentences(rows: OverviewRows) -> tuple[Sentence, ...]:
    """The three sentences of the overview."""
    pupils = sum(one.pupils for one in rows.classes)
    finished = sum(one.finished for one in rows.classes)
    signed = sum(one.signed for one in rows.agreements.values())
    fresh = sum(one.signed_this_week for one in rows.agreements.values())
    learners, new_learners = rows.module_learners
    return (
        Sentence(
            f"{finished:,}",
            ngettext(
                "of %(all)s pupil has done every lesson set for them",
                "of %(all)s pupils have done every lesson set for them",
                pupils,
                all=f"{pupils:,}",
            ),
            ngettext(
                "%(now)s lesson finished in the last seven days, %(before)s in the seven before",
                "%(now)s lessons finished in the last seven days, %(before)s in the seven before",
                rows.pace.this_week,
                now=f"{rows.pace.this_week:,}",
                before=f"{rows.pace.week_before:,}",
            ),
        ),
        Sentence(
            f"{signed:,}",
            ngettext(
                "of %(all)s child has a signed agreement",
                "of %(all)s children have a signed agreement",
                pupils,
                all=f"{pupils:,}",
            ),
            _signed_lately(fresh) if rows.asked else _("The school has not asked yet this year"),
        ),
        Sentence(
            f"{learners:,}",
            ngettext(
                "of %(all)s parent or carer has done a module",
                "of %(all)s parents and carers have done a module",
                rows.adults.total,
                all=f"{rows.adults.total:,}",
            ),
            _("%(number)s of them did one in the last seven days", number=f"{new_learners:,}"),
        ),
    )


def _signed_lately(number: int) -> str:
    return _("%(number)s more than a week ago", number=f"{number:,}") if number else _("as many as a week ago")


def class_lines(rows: OverviewRows, now: datetime) -> tuple[ClassLine, ...]:
    """The classes with their agreements, and whether they stopped."""
    return tuple(
        ClassLine(
            counts=one,
            agreements=rows.agreements.get(one.id, NO_AGREEMENTS),
            stopped=rules.has_stopped(
                lessons=one.lessons, pupils=one.pupils, finished=one.finished, last_at=one.last_at, now=now
            ),
        )
        for one in rows.classes
    )


def weakest(levels: Iterable[LevelCount], library: Library, most: int = 2) -> tuple[tuple[str, str], ...]:
    """The expectations of which the fewest are secure, as (id, sentence)."""
    reached = rules.by_expectation((one.expectation, one.level, one.pupils) for one in levels)
    known = [one for one in reached if one.expectation in EXPECTATIONS and rules.may_be_shown(one.pupils)]
    return tuple(
        (
            one.expectation,
            _(
                "%(title)s: %(secure)s of %(pupils)s pupils are secure.",
                title=library.expectation(one.expectation).title,
                secure=f"{one.secure:,}",
                pupils=f"{one.pupils:,}",
            ),
        )
        for one in known[:most]
        if one.share < 1
    )


def misconceptions(held: Iterable[WidelyHeld], library: Library) -> tuple[Held, ...]:
    """What many still think, as the lead would say it: "14 of 28 in Year 4 think ..."."""
    return tuple(_held(one, library) for one in held)


def _held(one: WidelyHeld, library: Library) -> Held:
    known = library.misconception(one.misconception)
    return Held(
        sentence=_(
            "%(pupils)s of %(of)s in %(year)s %(think)s.",
            pupils=f"{one.pupils:,}",
            of=f"{one.of:,}",
            year=year_name(one.year_group),
            think=known.sentence,
        ),
        follow_up=known.follow_up,
        expectation=one.expectation,
        title=library.expectation(one.expectation).title,
        year_group=one.year_group,
    )


def review_sentence(title: str, review_on: date, today: date, shown: str) -> str:
    """When a policy is to be looked at again; ``shown`` is the day as people write it."""
    if review_on < today:
        return _("The review of “%(title)s” was due on %(day)s.", title=title, day=shown)
    return _("“%(title)s” is due for review on %(day)s.", title=title, day=shown)


def review_lines(policies: Iterable[PolicyRow], today: date) -> list[str]:
    """Each policy in force, with when its review is or was due."""
    return [
        review_sentence(policy.title, policy.review_on, today, day(policy.review_on)) if policy.review_on else policy.title
        for policy in policies
    ]


def stopped_sentence(lines: tuple[ClassLine, ...]) -> str:
    """Which classes have lessons left and have been quiet for two weeks."""
    names = ", ".join(line.counts.name for line in lines[:4])
    more = len(lines) - 4
    told = ngettext(
        "%(names)s has lessons left and has done none for two weeks.",
        "%(names)s have lessons left and have done none for two weeks.",
        len(lines),
        names=names if more <= 0 else _("%(names)s and %(more)s more classes", names=names, more=more),
    )
    return str(told)
