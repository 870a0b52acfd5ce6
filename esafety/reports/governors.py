"""What governors and trusts may see: totals, and no number that could point at a child."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from esafety.core.i18n import gettext as _
from esafety.curriculum.library import Library
from esafety.reports import rules, telling
from esafety.reports.queries.classes import NO_AGREEMENTS
from esafety.reports.queries.overview import OverviewRows


@dataclass(frozen=True, slots=True)
class ClassTotal:
    """One class: how many pupils, how many of them have done every lesson, how many children have a signed agreement."""

    name: str
    year: str
    pupils: str
    finished: str
    signed: str


@dataclass(frozen=True, slots=True)
class ExpectationTotal:
    """One expectation: how many pupils did the lesson, and how many hundredths of them are secure."""

    id: str
    title: str
    pupils: str
    secure: str


@dataclass(frozen=True, slots=True)
class Governors:
    """The governors' page. Numbers are words already, so that a small one cannot slip through."""

    sentences: tuple[telling.Sentence, ...]
    classes: tuple[ClassTotal, ...]
    expectations: tuple[ExpectationTotal, ...]
    thinking: tuple[str, ...]


def few() -> str:
    """What stands in place of a small number."""
    return _("fewer than %(number)s", number=rules.SMALLEST_GROUP)


def counted(number: int) -> str:
    """A number that may be shown, or that it is small."""
    return f"{number:,}" if rules.may_be_shown(number) else few()


def governors(rows: OverviewRows, library: Library, *, now: datetime) -> Governors:
    """Turn the overview's rows into what may leave the staff room."""
    reached = rules.by_expectation((one.expectation, one.level, one.pupils) for one in rows.levels)
    return Governors(
        sentences=tuple(_without_few(one) for one in telling.sentences(rows)),
        classes=tuple(
            ClassTotal(
                line.counts.name,
                telling.year_name(line.counts.year_group),
                counted(line.counts.pupils),
                _part(line.counts.finished, line.counts.pupils),
                _part(rows.agreements.get(line.counts.id, NO_AGREEMENTS).signed, line.counts.pupils),
            )
            for line in telling.class_lines(rows, now)
        ),
        expectations=tuple(
            ExpectationTotal(one.expectation, library.expectation(one.expectation).title, counted(one.pupils), _share(one))
            for one in reached
        ),
        thinking=tuple(
            told.sentence for told, one in zip(telling.misconceptions(rows.held, library), rows.held, strict=True)
            if rules.may_be_shown(one.pupils) and rules.may_be_shown(one.of)
        ),
    )  # fmt: skip


def _without_few(sentence: telling.Sentence) -> telling.Sentence:
    number = int(sentence.number.replace(",", ""))
    return replace(sentence, number=counted(number), change=sentence.change if rules.may_be_shown(number) else "")


def _part(some: int, of: int) -> str:
    """So many of a class; neither they nor the rest may be a handful, for one number gives the other away."""
    if rules.may_be_shown(of) and rules.may_be_shown(some) and rules.may_be_shown(of - some):
        return f"{some:,}"
    if some == 0 or not rules.may_be_shown(of):
        return few()
    return _("nearly all") if some > of - rules.SMALLEST_GROUP else few()


def _share(one: rules.Reached) -> str:
    if not rules.may_be_shown(one.pupils) or not one.pupils:
        return few()
    return _("%(share)s %%", share=rules.percent(one.secure, one.pupils))
