"""What stands between the braces of a GIFT question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from esafety.curriculum.interchange.draft import Draft, Part
from esafety.curriculum.interchange.gift.texts import Texts

WEIGHT = re.compile(r"\s*%(-?\d{1,3}(?:\.\d+)?)%")
ORDER_HEAD = re.compile(
    r"[ \t]*\d*[ \t]*(?:(?:ALL|EXACT|RANDOM|REL|CONTIGUOUS|CONTIG|HORIZONTAL|HORI|H|VERTICAL|VERT|V|[01]|ALL_OR_NOTHING"
    r"|ABSOLUTE_POSITION|ABSOLUTE|ABS|RELATIVE\w*|LONGEST_\w+|SHOW|HIDE|TRUE|FALSE|YES|NO|none|abc|ABCD|123|iii|IIII)"
    r"[ \t]*)*(?=\n|\Z)"
)
"""How Moodle says what an ordering shows and how it marks; here all items are shown."""

STATEMENTS = {"T": "true", "TRUE": "true", "F": "not", "FALSE": "not"}
MOST_SIGNS = 1_000
MARKS = re.compile(r"[~=]")


@dataclass(frozen=True, slots=True)
class Unknown:
    """Answers of a kind that we have no question for."""

    reason: str
    advice: str = ""


ESSAY = Unknown("An essay has no answer that can be marked here.", "Ask it as a choice, or talk about it in class.")
NUMERICAL = Unknown("A numerical answer cannot be marked here.", "Ask it as a choice between numbers.")
TOO_MANY = Unknown("It has more answers than anybody could read.", "Keep a handful.")
SHORT_TEXT = Unknown("A short text to type cannot be marked here.", "Ask it as a choice.")


def answers_of(inside: str, stem: str, texts: Texts) -> Draft | Unknown:
    """The draft of a question by what stands between its braces."""
    body, mark, general = inside.rpartition("####")
    if not mark:
        body, general = inside, ""
    said, answers = texts.read(general), body.strip()
    if unknown := _unknown(answers):
        return unknown
    if answers.startswith(">"):
        return Draft("order", stem, tuple(_ordered(answers[1:], texts)), general=said)
    if "~" in answers:
        parts = tuple(_options(answers, texts))
        return Draft("choice" if "=" in answers else "several", stem, parts, general=said)
    if "=" in answers and "->" in answers:
        return Draft("match", stem, tuple(_pairs(answers, texts)), general=said)
    return _statement(answers, stem, said, texts) or SHORT_TEXT


def _unknown(answers: str) -> Unknown | None:
    if not answers:
        return ESSAY
    if sum(1 for _ in MARKS.finditer(answers)) + answers.count("\n") > MOST_SIGNS:
        return TOO_MANY
    return NUMERICAL if answers.startswith("#") else None


def _options(answers: str, texts: Texts) -> Iterator[Part]:
    for sign, text in _cut(answers):
        weight = WEIGHT.match(text)
        rest = text[weight.end() :] if weight else text
        answer, _, feedback = rest.partition("#")
        worth = float(weight[1]) if weight else (100.0 if sign == "=" else 0.0)
        yield Part(texts.read(answer), worth, texts.read(feedback))


def _cut(answers: str) -> Iterator[tuple[str, str]]:
    """Each answer with the sign before it; words before the first sign are a wrong answer."""
    marks = list(MARKS.finditer(answers))
    if before := answers[: marks[0].start()].strip():
        yield "~", before
    ends = [mark.start() for mark in marks[1:]] + [len(answers)]
    pieces = ((mark[0], answers[mark.end() : end]) for mark, end in zip(marks, ends, strict=True))
    # "~=" says "right" twice: the empty piece between the two signs is no answer.
    yield from ((sign, text) for sign, text in pieces if text.strip())


def _pairs(answers: str, texts: Texts) -> Iterator[Part]:
    for piece in answers.split("="):
        if piece.strip():
            left, _, right = piece.partition("->")
            yield Part(texts.read(left), other=texts.read(right))


def _ordered(items: str, texts: Texts) -> Iterator[Part]:
    head = ORDER_HEAD.match(items)
    rest = items[head.end() :] if head else items
    pieces = rest.split("=") if "=" in rest else rest.split("\n")
    return (Part(texts.read(piece)) for piece in pieces if piece.strip())


def _statement(answers: str, stem: str, general: str, texts: Texts) -> Draft | None:
    answer, *feedback = answers.split("#", 2)
    right = STATEMENTS.get(answer.strip())
    if right is None:
        return None
    wrong_said, right_said = (texts.read(text) for text in (*feedback, "", "")[:2])
    parts = tuple(
        Part(name, 100.0 if name == right else 0.0, right_said if name == right else wrong_said) for name in ("true", "not")
    )
    return Draft("true-or-not", stem, parts, general=general)
