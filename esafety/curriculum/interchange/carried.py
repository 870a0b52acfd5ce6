"""What travels beside a question: everything of ours that another format has no place for.

It counts only while it agrees with what can be seen. Where somebody edited the file, what can be seen wins, and only
ids, pictures and misconceptions of untouched parts are taken over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from esafety.curriculum.catalogue import ADULT_AUDIENCES, BANDS, EXPECTATIONS
from esafety.curriculum.checks.names import ID
from esafety.curriculum.interchange.draft import Draft, draft_of, texts_in, with_texts
from esafety.curriculum.interchange.entry import Entry
from esafety.curriculum.interchange.saying import fill, today, used_in
from esafety.curriculum.parse import parse
from esafety.curriculum.shapes import Question
from esafety.curriculum.stored import to_json

NAMES = ("key", "name", "expectation", "readers", "category")
PARTS = ("options", "items", "pairs")
LONGEST = 64 * 1024
"""More than any question of ours needs, less than could hurt."""

Held = Callable[[Draft], Draft]
"""What a format gives back of a draft that was written into it."""


@dataclass(frozen=True, slots=True)
class Carried:
    """An entry that travelled along, and what its placeholders said then."""

    entry: Entry
    said: Mapping[str, str]

    def agrees_with(self, seen: Draft, held: Held) -> bool:
        """Whether what can be seen is still what was written."""
        return held(self.draft) == seen

    @property
    def draft(self) -> Draft:
        """What others were shown of it."""
        return with_texts(self.unfilled, lambda text: fill(text, self.said))

    @property
    def unfilled(self) -> Draft:
        """The same with our placeholders."""
        return draft_of(today(self.entry.question, self.said))


def packed(entry: Entry, said: Mapping[str, str]) -> str:
    """An entry as one line of JSON."""
    about = {name: getattr(entry, name) for name in NAMES}
    used = used_in(entry.question, texts_in(draft_of(today(entry.question, said))), said)
    whole = {**about, "tags": list(entry.tags), "said": used, "question": to_json(entry.question)}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str, *, line: int = 0) -> Carried | None:
    """What travelled along; None when it is not ours or somebody broke it."""
    if len(text) > LONGEST:
        return None
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(whole, dict) or not all(isinstance(whole.get(name), str) for name in NAMES):
        return None
    said, tags = whole.get("said"), whole.get("tags")
    question = question_of(whole.get("question"))
    if question is None or not _has_plain_ids(whole["question"]) or not isinstance(said, dict) or not isinstance(tags, list):
        return None
    about: dict[str, Any] = {name: whole[name] for name in NAMES}
    about["expectation"] = about["expectation"] if about["expectation"] in EXPECTATIONS else ""
    about["readers"] = about["readers"] if about["readers"] in (*BANDS, *ADULT_AUDIENCES) else ""
    entry = Entry(**about, tags=tuple(str(tag) for tag in tags), question=question, line=line)
    return Carried(entry, {str(name): str(value) for name, value in said.items()})


def _has_plain_ids(tree: Any) -> bool:
    """Whether every id is one that our files could have; anybody may write into a file what they like."""
    if isinstance(tree, dict):
        is_plain = not isinstance(tree.get("id"), str) or ID.fullmatch(tree["id"]) is not None
        return is_plain and all(_has_plain_ids(one) for one in tree.values())
    return all(_has_plain_ids(one) for one in tree) if isinstance(tree, list) else True


def question_of(tree: object) -> Question | None:
    """The question of a plain tree, also one whose explanations are still to be written; None when it has no shape."""
    shape: Any = Question
    question, _misfits = parse(shape, tree)
    found: Question | None = question
    return found


def reworded(tree: dict[str, Any], carried: Carried) -> dict[str, Any]:
    """The tree of an edited question with what of ours still fits it."""
    ours = to_json(carried.entry.question)
    texts = dict(zip(texts_in(carried.draft), texts_in(carried.unfilled), strict=True))
    mended: dict[str, Any] = _with_placeholders(tree, texts)
    if _same_form(mended, ours):
        mended["kind"] = ours["kind"]
    for name in ("id", "say", "picture", "scenario", "misconception"):
        if name in ours and (name != "misconception" or "options" not in mended or mended["kind"] == "several"):
            mended[name] = ours[name]
    for name in PARTS:
        if name in mended and name in ours:
            mended[name] = _parts(mended[name], ours[name])
    return mended


def _with_placeholders(value: Any, texts: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _with_placeholders(one, texts) for key, one in value.items()}
    if isinstance(value, list):
        return [_with_placeholders(one, texts) for one in value]
    return texts.get(value, value) if isinstance(value, str) else value


def _same_form(tree: Mapping[str, Any], ours: Mapping[str, Any]) -> bool:
    choices = {"single", "what-would-you-do"}
    return tree["kind"] in choices and ours["kind"] in choices


def _parts(seen: list[dict[str, Any]], ours: list[dict[str, Any]]) -> list[dict[str, Any]]:
    known = {part.get("text") or part.get("left"): part for part in ours}
    kept = [_part(part, known.get(part.get("text") or part.get("left"), {})) for part in seen]
    taken = {part["id"] for part in ours}
    fresh = (name for name in (f"new-{number}" for number in range(1, len(kept) + 1)) if name not in taken)
    # A part that somebody added must not be called like one of ours.
    return [part if (part.get("text") or part.get("left")) in known else {**part, "id": next(fresh)} for part in kept]


def _part(seen: dict[str, Any], ours: Mapping[str, Any]) -> dict[str, Any]:
    taken = {name: ours[name] for name in ("id", "picture") if name in ours}
    if ours.get("misconception") and seen.get("grade", "unsure") == "unsure" and not seen.get("right"):
        taken["misconception"] = ours["misconception"]
        if "grade" in seen:
            taken["grade"] = ours["grade"]
    return {**seen, **taken}
