"""Every id that content names is there, once, and every placeholder can be filled."""

import re
from collections.abc import Iterator
from typing import Any

from esafety.curriculum.catalogue import BANDS, EXPECTATIONS, NOTHING_TO_TEACH
from esafety.curriculum.checks.completeness import unfinished
from esafety.curriculum.content import Content, Located
from esafety.curriculum.keys import keys_of
from esafety.curriculum.problems import Problem
from esafety.curriculum.shapes import Branching, Choice, Expectation, Match, Order, Question, Several, Sort, TrueOrNot
from esafety.curriculum.texts import texts_of

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
PLACEHOLDERS = ("school", "trusted_adult")
WHEN = ("fact", "before")
"""A fact as it is on the day, and as it was before it changed last."""
ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
CLAUSE_EXAMPLES = 8


def check_names(content: Content) -> Iterator[Problem]:
    """Ids that are unknown, doubled, misspelled or in the wrong file."""
    yield from _doubles(content)
    yield from _expectation_files(content)
    yield from _expectations_named(content)
    yield from _misconceptions_named(content)
    yield from _placeholders(content)
    yield from _facts(content)
    yield from _keys(content)


def _doubles(content: Content) -> Iterator[Problem]:
    for what, shelf in (("fact", content.facts), ("misconception", content.misconceptions)):
        seen: dict[str, str] = {}
        for located in shelf:
            name, first = located.item.id, seen.get(located.item.id)
            if first and first != located.file:
                yield located.problem("id", f'The {what} "{name}" is also in {first}.', "Keep one of them.")
            seen[name] = located.file
            if not ID.fullmatch(name):
                yield located.problem("id", f'"{name}" is no id.', "Use small letters, digits, hyphens and dots.")
    documents: tuple[Located[Any], ...] = (*content.expectations, *content.agreements, *content.policies)
    for document in documents:
        if document.file.rsplit("/")[-1] != f"{document.item.id}.yaml":
            advice = f"Call the file {document.item.id}.yaml or mend the id."
            yield document.problem("id", f'The id "{document.item.id}" is not the name of the file.', advice)


def _expectation_files(content: Content) -> Iterator[Problem]:
    for expectation in content.expectations:
        item = expectation.item
        if item.id == NOTHING_TO_TEACH:
            continue  # nobody is taught it: its examples only show which clauses to leave alone
        if item.id not in EXPECTATIONS:
            yield expectation.problem("id", f'"{item.id}" is not in the catalogue.', "Use an id of the catalogue.")
            continue
        if set(item.audiences) != set(EXPECTATIONS[item.id]):
            advice = f"Write: {', '.join(EXPECTATIONS[item.id])}."
            yield expectation.problem("audiences", "The audiences differ from the catalogue.", advice)
        if item.strand not in item.strands:
            yield expectation.problem("strands", f'The main strand "{item.strand}" is not among them.', "Add it.")
        yield from _statements(expectation)
        if len(item.clause_examples) < CLAUSE_EXAMPLES:
            message = f"{len(item.clause_examples)} clause examples."
            yield expectation.problem("clause_examples", message, f"Write at least {CLAUSE_EXAMPLES}, all different.")


def _statements(expectation: Located[Expectation]) -> Iterator[Problem]:
    audiences = EXPECTATIONS[expectation.item.id]
    for readers in (*BANDS, "parents", "staff", "governors"):
        wanted = ("pupils" if readers in BANDS else readers) in audiences
        found = bool(getattr(expectation.item.statements, readers))
        if wanted and not found:
            yield expectation.problem("statements", f"The statement for {readers} is missing.", "Write it.")
        if found and not wanted:
            message = f"The catalogue has no lesson for {readers} on {expectation.item.id}."
            yield expectation.problem(f"statements.{readers}", message, "Take the statement away.")
    if "pupils" in audiences and not expectation.item.child_title:
        yield expectation.problem("child_title", "The title for children is missing.", "Write it.")


def _expectations_named(content: Content) -> Iterator[Problem]:
    for lesson in content.lessons:
        yield from _known_expectation(lesson, "expectation", lesson.item.expectation)
        audience = "pupils" if lesson.item.band else lesson.item.audience
        if audience and audience not in EXPECTATIONS.get(lesson.item.expectation, (audience,)):
            message = f"The catalogue has no lesson for {audience} on {lesson.item.expectation}."
            yield lesson.warning("expectation", message, "Check the audience.")
    for misconception in content.misconceptions:
        yield from _known_expectation(misconception, "expectation", misconception.item.expectation)
    for agreement in content.agreements:
        for promise in agreement.item.promises:
            yield from _known_expectation(agreement, f"promises.{promise.id}.expectation", promise.expectation)
    for policy in content.policies:
        for section in policy.item.sections:
            for clause in section.clauses:
                place = f"sections.{section.number}.clauses.{clause.number}.expectations"
                for name in clause.expectations:
                    if name != NOTHING_TO_TEACH:
                        yield from _known_expectation(policy, place, name)


def _known_expectation(located: Located[Any], place: str, name: str) -> Iterator[Problem]:
    if name and name not in EXPECTATIONS:
        yield located.problem(place, f'There is no expectation "{name}".', "Use an id of the catalogue.")


def misconceptions_in(question: Question) -> Iterator[tuple[str, str]]:
    """Where a question names misconceptions, and which."""
    if isinstance(question, Choice | Several):
        for option in question.options:
            if option.misconception:
                yield f"options.{option.id}.misconception", option.misconception
    for key in keys_of(question):
        if key.misconception:
            yield "keys", key.misconception
    if isinstance(question, Branching):
        for ending in question.endings:
            if ending.misconception:
                yield f"endings.{ending.id}.misconception", ending.misconception
    if isinstance(question, TrueOrNot | Several | Order | Match | Sort) and question.misconception:
        yield "misconception", question.misconception


def _misconceptions_named(content: Content) -> Iterator[Problem]:
    known = {located.item.id for located in content.misconceptions}
    reached = set()
    for asked in content.asked():
        for place, name in misconceptions_in(asked.question):
            reached.add(name)
            if name not in known:
                yield asked.problem(place, f'There is no misconception "{name}".', "Add it or use one that is there.")
    for located in content.misconceptions:
        if content.is_whole and located.item.id not in reached:
            message = f'No option shows the misconception "{located.item.id}".'
            yield located.problem("id", message, "Name it in an option or take it away.", unfinished(content))


def _placeholders(content: Content) -> Iterator[Problem]:
    facts = {f"{when}:{located.item.id}" for located in content.facts for when in WHEN}
    for located in content.documents.values():
        for place, text in texts_of(located.item).items():
            if "{" in text or "}" in text:
                yield from _placeholders_of(located, place, text, facts)


def _placeholders_of(located: Located[Any], place: str, text: str, facts: set[str]) -> Iterator[Problem]:
    for name in PLACEHOLDER.findall(text):
        when, colon, fact = name.partition(":")
        if colon and when in WHEN and name not in facts:
            yield located.problem(place, f'There is no fact "{fact}".', "Add it to the facts or mend the id.")
        elif not (colon and when in WHEN) and name not in PLACEHOLDERS:
            advice = "Known: {school}, {trusted_adult}, {fact:...}, {before:...}."
            yield located.problem(place, f"Nothing can fill {{{name}}}.", advice)
    if re.search(r"[{}]", PLACEHOLDER.sub("", text)):
        yield located.problem(place, "A curly bracket stands alone.", "Close it or take it away.")


def _keys(content: Content) -> Iterator[Problem]:
    facts = {located.item.id: located.item for located in content.facts}
    for asked in content.asked():
        for key in keys_of(asked.question):
            if key.fact not in facts:
                yield asked.problem("", f'A key turns with "{key.fact}", which is no fact.', "Mend the id.")
            elif not facts[key.fact].values[0].value.isdigit():
                yield asked.problem("", f'A key turns with "{key.fact}", which is no number.', "Use a fact that is one.")
    for lesson in content.lessons:
        if lesson.item.change_of and lesson.item.change_of not in facts:
            advice = "Mend the id, or take the key away."
            yield lesson.problem("change_of", f'There is no fact "{lesson.item.change_of}".', advice)


def _facts(content: Content) -> Iterator[Problem]:
    for fact in content.facts:
        begun = [one for one in fact.item.values if one.status == "in-force"]
        if not begun:
            yield fact.problem("values", f'The fact "{fact.item.id}" has no value in force.', "Add one.")
        if len({one.from_ for one in begun}) < len(begun):
            yield fact.problem("values", "Two values begin on the same day.", 'Give each its "from".')
