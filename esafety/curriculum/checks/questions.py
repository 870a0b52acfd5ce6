"""Each question can be answered, graded and explained."""

import re
from collections import Counter
from collections.abc import Iterator

from esafety.curriculum.checks.stories import check_story
from esafety.curriculum.content import Asked, Content
from esafety.curriculum.problems import Problem
from esafety.curriculum.shapes import Branching, Choice, Match, Order, Several, Sort, TrueOrNot

NOBODY_YET = ""
"""The readers of a bank's question that nobody has placed."""

OPTIONS = {"ks1": (2, 3), "lks2": (3, 3), "uks2": (3, 4), NOBODY_YET: (2, 6)}
OPTIONS_FOR_ADULTS = (3, 4)
TWO_SAFE_ANSWERS = ("uks2", "parents", "staff", "governors", NOBODY_YET)
GRADED = ("secure", "developing", "misunderstood")
LIMITS = {
    "several": ("options", 3, 5),
    "order": ("items", 3, 4),
    "match": ("pairs", 3, 4),
    "sort": ("items", 3, 6),
}


def check_questions(content: Content) -> Iterator[Problem]:
    """Numbers of options, a safe answer, explanations, misconceptions and pictures of every question."""
    for asked in content.asked():
        yield from _explanations(asked)
        yield from _misconception(asked)
        match asked.question:
            case Choice():
                yield from _choice(asked, asked.question)
            case Several() | Order() | Match():
                yield from _number(asked)
                yield from _right_and_wrong(asked)
            case Sort():
                yield from _number(asked)
                yield from _sort(asked, asked.question)
            case Branching():
                yield from check_story(asked, asked.question)
        yield from _same_texts(asked)
        if asked.readers == "ks1":
            yield from _pictures(asked)


def _choice(asked: Asked, question: Choice) -> Iterator[Problem]:
    low, high = OPTIONS.get(asked.readers, OPTIONS_FOR_ADULTS)
    if not low <= len(question.options) <= high:
        found, wanted = len(question.options), str(low) if low == high else f"{low} or {high}"
        yield asked.problem("options", f"{found} options for {asked.readers}.", f"Give {wanted}.")
    safe = sum(option.grade == "secure" for option in question.options)
    if safe == 0:
        yield asked.problem("options", "No option is secure.", "Grade at least one option secure.")
    elif safe > (2 if asked.readers in TWO_SAFE_ANSWERS else 1):
        yield asked.problem("options", f"{safe} options are secure for {asked.readers}.", "Leave fewer secure.")
    elif safe == len(question.options):
        yield asked.problem("options", "Every option is secure.", "Add something that readers really get wrong.")
    for option in question.options:
        place = f"options.{option.id}"
        if option.grade == "misunderstood" and not option.misconception:
            advice = "Name the misconception that this option shows."
            yield asked.problem(place, f"Option {option.id} is misunderstood but names no misconception.", advice)
        if option.grade == "secure" and option.misconception:
            yield asked.problem(f"{place}.misconception", "A secure option names a misconception.", "Take it away.")
        if option.explanation and _adds_nothing(option.explanation, option.text):
            yield asked.problem(f"{place}.explanation", "The explanation only repeats the option.", "Say why.")


def _adds_nothing(explanation: str, text: str) -> bool:
    words = set(re.findall(r"\w+", explanation.lower()))
    return words <= set(re.findall(r"\w+", text.lower()))


def _explanations(asked: Asked) -> Iterator[Problem]:
    question = asked.question
    if isinstance(question, Choice | Branching):
        return
    needed = ("true", "not") if isinstance(question, TrueOrNot) else GRADED
    for key in needed:
        if not question.explanations.get(key):
            yield asked.problem("explanations", f'The explanation for "{key}" is missing.', "Write it.")
    for key in question.explanations:
        if key not in needed:
            advice = f"Known here: {', '.join(needed)}."
            yield asked.problem(f"explanations.{key}", f'There is no answer "{key}" to explain.', advice)


def _misconception(asked: Asked) -> Iterator[Problem]:
    question = asked.question
    if isinstance(question, Choice | Branching) or question.misconception:
        return
    if isinstance(question, Several) and any(tick.misconception for tick in question.options):
        return
    advice = "Name the misconception that a wrong answer shows."
    yield asked.problem("", f"Question {question.id} names no misconception.", advice)


def _number(asked: Asked) -> Iterator[Problem]:
    name, low, high = LIMITS[asked.question.kind]
    found = len(getattr(asked.question, name))
    if not low <= found <= high:
        yield asked.problem(name, f"{found} {name}.", f"Give {low} to {high}.")


def _right_and_wrong(asked: Asked) -> Iterator[Problem]:
    question = asked.question
    if isinstance(question, Several) and len({tick.right for tick in question.options}) < 2:
        yield asked.problem("options", "All options are right, or none is.", "Mix right and wrong ones.")


def _sort(asked: Asked, question: Sort) -> Iterator[Problem]:
    if not 2 <= len(question.groups) <= 3:
        yield asked.problem("groups", f"{len(question.groups)} groups.", "Give 2 or 3.")
    groups = {group.id for group in question.groups}
    for item in question.items:
        if item.group not in groups:
            yield asked.problem(f"items.{item.id}.group", f'There is no group "{item.group}".', "Name one of the groups.")
    for empty in sorted(groups - {item.group for item in question.items}):
        yield asked.problem(f"groups.{empty}", f'Nothing belongs to the group "{empty}".', "Add an item or drop it.")


def _same_texts(asked: Asked) -> Iterator[Problem]:
    for name, texts in _rows(asked):
        for text, times in Counter(text.casefold() for text in texts if text).items():
            if times > 1:
                yield asked.problem(name, f'"{text}" stands {times} times.', "Make each of them different.")


def _rows(asked: Asked) -> Iterator[tuple[str, list[str]]]:
    match asked.question:
        case Choice(options=options) | Several(options=options):
            yield "options", [option.text for option in options]
        case Order(items=items) | Sort(items=items):
            yield "items", [item.text for item in items]
        case Match(pairs=pairs):
            yield "pairs", [pair.left for pair in pairs]
            yield "pairs", [pair.right for pair in pairs]


def _pictures(asked: Asked) -> Iterator[Problem]:
    if isinstance(asked.question, Choice):
        for option in asked.question.options:
            if not option.picture:
                yield asked.problem(f"options.{option.id}", "An option for ks1 has no picture.", "Name one.")
