"""The model policy and the agreements hang together with what is taught."""

from collections.abc import Iterator
from typing import Any

from esafety.curriculum.catalogue import NOTHING_TO_TEACH
from esafety.curriculum.content import Content, Located
from esafety.curriculum.problems import Problem
from esafety.curriculum.shapes import Agreement, Policy

MOST_EXPECTATIONS = 3


def check_documents(content: Content) -> Iterator[Problem]:
    """Clause numbers and labels, promises, and that each lesson has a clause that asks for it."""
    for policy in content.policies:
        yield from _clauses(policy)
    for agreement in content.agreements:
        yield from _promises(agreement)
    yield from _lessons_without_clause(content)


def _clauses(policy: Located[Policy]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for section in policy.item.sections:
        for clause in section.clauses:
            place = f"sections.{section.number}.clauses.{clause.number}"
            if clause.number in first and first[clause.number] != section.number:
                message = f"Clause {clause.number} also stands in section {first[clause.number]}."
                yield policy.problem(f"{place}.number", message, "Number it anew.")
            elif not clause.number.startswith(f"{section.number}."):
                message = f"Clause {clause.number} stands in section {section.number}."
                yield policy.problem(f"{place}.number", message, f"Call it {section.number}.x.")
            first.setdefault(clause.number, section.number)
            labels = clause.expectations
            if not 1 <= len(labels) <= MOST_EXPECTATIONS:
                message = f"Clause {clause.number} has {len(labels)} expectations."
                yield policy.problem(f"{place}.expectations", message, "Name one to three, best first, or none.")
            if NOTHING_TO_TEACH in labels and len(labels) > 1:
                message = f'Clause {clause.number} has "none" beside others.'
                yield policy.problem(f"{place}.expectations", message, '"none" stands alone.')


def _promises(agreement: Located[Agreement]) -> Iterator[Problem]:
    item = agreement.item
    if not item.promises:
        yield agreement.problem("promises", "The agreement promises nothing.", "Write at least one promise.")
    for promise in item.promises:
        place = f"promises.{promise.id}"
        if item.audience == "ks1" and not promise.picture:
            yield agreement.problem(place, f"The promise {promise.id} has no picture.", "Name one.")
        if promise.scenario and item.audience != "parents":
            yield agreement.problem(f"{place}.scenario", "Only parents' promises have a scenario.", "Take it away.")
        if promise.scenario and promise.scenario.kind != "what-would-you-do":
            message = f'The scenario is of the kind "{promise.scenario.kind}".'
            yield agreement.problem(f"{place}.scenario.kind", message, 'Make it "what-would-you-do".')


def _lessons_without_clause(content: Content) -> Iterator[Problem]:
    stated = {name for policy in content.policies for clause in policy.item.clauses for name in clause.expectations}
    lessons: list[Located[Any]] = content.lessons if content.policies else []
    for lesson in lessons:
        if lesson.item.expectation not in stated:
            message = f"No clause of the model policy states {lesson.item.expectation}."
            yield lesson.problem("expectation", message, "Add such a clause to the model policy.")
