"""A question of ours made from what can be seen of a foreign one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from esafety.curriculum.checks.markup import LINK, SCRIPT, TAG
from esafety.curriculum.interchange.draft import FULL, Draft, Part, grade_of, texts_in

LONGEST_KEY = 60
RUNS = re.compile(rf"{TAG.pattern}|{SCRIPT.pattern.removeprefix('(?i)')}", re.IGNORECASE)
MOST_PARTS = 100
FEWEST = {"choice": 2, "several": 2, "true-or-not": 2, "order": 2, "match": 2}
PARTS = {"choice": "answers", "several": "answers", "true-or-not": "answers", "order": "things to order", "match": "pairs"}


def key_of(name: str, number: int) -> str:
    """A lasting name from what people call a question, or from its place in the file."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    key = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_KEY].strip("-")
    return key or f"question-{number}"


def what_is_missing(seen: Draft) -> str:
    """Why no question can be made of a draft; empty when one can."""
    if len(seen.parts) > MOST_PARTS:
        return f"It has {len(seen.parts)} {PARTS[seen.kind]}; nobody could read them."
    if not seen.stem:
        return "It asks nothing: the text of the question is empty."
    whole = [part for part in seen.parts if part.text]
    if len(whole) < FEWEST[seen.kind]:
        return f"It has fewer than {FEWEST[seen.kind]} {PARTS[seen.kind]} with a text."
    if seen.kind == "match":
        return "A pair has no right side." if any(not part.other for part in seen.parts) else ""
    return "One of its answers is empty." if len(whole) < len(seen.parts) else ""


def losses_of(seen: Draft) -> Iterator[tuple[str, str]]:
    """What its writer should know of a foreign question: what, and what to do."""
    if found := next((found[0] for text in texts_in(seen) for found in (RUNS.search(text),) if found), ""):
        yield f'HTML or a script stands in a text ("{found[:40]}"); it is shown as it is typed.', "Take it away."
    if any(LINK.search(text) for text in texts_in(seen)):
        yield "A link or a picture in Markdown stands in a text; it is shown as it is typed.", "Take it away."
    if seen.kind == "choice" and all(part.weight < FULL for part in seen.parts):
        yield "No answer is worth 100 %, so none is secure.", "Grade the safest one secure."
    if seen.kind == "several" and not 0 < sum(part.weight > 0 for part in seen.parts) < len(seen.parts):
        yield "All answers are right, or none is.", "Mix right and wrong ones."
    if seen.kind == "several" and len({part.weight for part in seen.parts if part.weight > 0}) > 1:
        yield "Right answers have different weights.", "Here each right answer counts alike."
    if seen.kind == "match" and not _is_sorting(seen) and (spare := [part.other for part in seen.parts if not part.text]):
        yield f"What belongs to nothing was left out: {', '.join(spare)}.", "Here every right side has a left one."
    if seen.kind in ("choice", "several", "true-or-not") and not seen.general:
        silent = [part.text for part in seen.parts if not _why(seen, part)]
        if silent:
            yield f"Nothing explains: {', '.join(silent)}.", "Write why: every answer explains itself."
    elif not seen.general and not seen.whole:
        yield "Nothing explains the answer.", "Write what is said to a right and to a wrong one."


def tree_of(seen: Draft, name: str) -> dict[str, Any]:
    """A draft as a question in the form of our files; explanations that nobody wrote are empty."""
    question: dict[str, Any] = {"id": name.rsplit("/", maxsplit=1)[-1], "stem": seen.stem}
    match seen.kind:
        case "choice":
            return {**question, "kind": "single", "options": [_option(seen, at) for at in range(len(seen.parts))]}
        case "several":
            return {**question, "kind": "several", "options": [_tick(seen, at) for at in range(len(seen.parts))], **_whole(seen)}
        case "true-or-not":
            return {**question, "kind": "true-or-not", **_statement(seen)}
        case "order":
            items = [{"id": letter(at), "text": part.text} for at, part in enumerate(seen.parts)]
            return {**question, "kind": "order", "items": items, **_whole(seen)}
        case "match":
            return {**question, **(_sort(seen) if _is_sorting(seen) else _match(seen)), **_whole(seen)}


def letter(at: int) -> str:
    """The id of an answer by its place: a to z, then a2 and so on."""
    return chr(ord("a") + at % 26) + (str(at // 26 + 1) if at >= 26 else "")


def _option(seen: Draft, at: int) -> dict[str, Any]:
    part = seen.parts[at]
    return {"id": letter(at), "text": part.text, "grade": grade_of(part.weight), "explanation": _why(seen, part)}


def _why(seen: Draft, part: Part) -> str:
    """What is said to an answer: its own words, or else what is said to all of its worth."""
    grade = grade_of(part.weight)
    return part.feedback or seen.whole.get("misunderstood" if grade == "unsure" else grade) or seen.general


def _tick(seen: Draft, at: int) -> dict[str, Any]:
    part = seen.parts[at]
    return {"id": letter(at), "text": part.text, "right": part.weight > 0, "explanation": part.feedback or seen.general}


def _statement(seen: Draft) -> dict[str, Any]:
    said = {part.text: part.feedback or seen.general for part in seen.parts}
    return {"answer": next((part.text for part in seen.parts if part.weight > 0), "not"), "explanations": said}


def _whole(seen: Draft) -> dict[str, Any]:
    grades = ("secure", "developing", "misunderstood")
    return {"explanations": {grade: seen.whole.get(grade) or seen.general for grade in grades}}


def _is_sorting(seen: Draft) -> bool:
    """Things that share their right side are sorted into groups; pairs are each other's only."""
    rights = [part.other for part in seen.parts if part.text]
    return len(set(rights)) < len(rights)


def _match(seen: Draft) -> dict[str, Any]:
    pairs = [part for part in seen.parts if part.text]
    return {
        "kind": "match",
        "pairs": [{"id": letter(at), "left": part.text, "right": part.other} for at, part in enumerate(pairs)],
    }


def _sort(seen: Draft) -> dict[str, Any]:
    groups = list(dict.fromkeys(part.other for part in seen.parts))
    names = {text: f"group-{letter(at)}" for at, text in enumerate(groups)}
    items: Sequence[Part] = [part for part in seen.parts if part.text]
    return {
        "kind": "sort",
        "groups": [{"id": names[text], "text": text} for text in groups],
        "items": [
            {"id": letter(at), "text": part.text, "group": names[part.other], "explanation": part.feedback or seen.general}
            for at, part in enumerate(items)
        ],
    }
