"""What the app says after an answer tells more than the answer did, and something else for each."""

import re
from collections.abc import Iterator

from esafety.curriculum.content import Asked, Content
from esafety.curriculum.problems import Problem
from esafety.curriculum.shapes import Choice, Several, Sort

FEWEST_WORDS = 3
MARKS = re.compile(r"\{[^{}]*\}")


def check_explanations(content: Content) -> Iterator[Problem]:
    """Explanations that only repeat, that are too short to explain, or that stand twice in one question.

    What an option of a choice repeats is told with the other faults of its options (`check_questions`).
    """
    for asked in content.asked():
        seen: dict[str, str] = {}
        for place, explanation, told in _explained(asked):
            words = _words(explanation)
            if len(words) < FEWEST_WORDS:
                yield asked.problem(place, f'"{explanation}" explains nothing.', "Say why.")
            elif set(words) <= set(_words(told)) and not isinstance(asked.question, Choice):
                yield asked.problem(place, "The explanation only repeats what was said.", "Say why.")
            first = seen.setdefault(" ".join(words), place)
            if first != place:
                yield asked.problem(place, f"The same explanation stands at {first}.", "Say to each what fits it.")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", MARKS.sub(" fact ", text).casefold())


def _explained(asked: Asked) -> Iterator[tuple[str, str, str]]:
    """Where an explanation stands, what it says, and what its reader knows already."""
    question = asked.question
    if isinstance(question, Choice | Several):
        for option in question.options:
            if option.explanation:
                yield f"options.{option.id}.explanation", option.explanation, option.text
    elif isinstance(question, Sort):
        groups = {group.id: group.text for group in question.groups}
        for item in question.items:
            if item.explanation:
                known = f"{item.text} {groups.get(item.group, '')}"
                yield f"items.{item.id}.explanation", item.explanation, known
    for name, said in getattr(question, "explanations", {}).items():
        if said:
            yield f"explanations.{name}", said, question.stem
