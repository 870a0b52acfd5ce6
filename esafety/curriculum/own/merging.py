"""Two sides changed one lesson: what each did, and one lesson made of both. Pure, on the stored form of lessons.

A lesson is looked at part by part: its title, each step, each question, the order of steps, the order of questions.
A part that only one side changed is taken from that side; one that both changed is for a person to choose.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Side = Literal["ours", "theirs"]
Who = Literal["ours", "theirs", "both"]
Lesson = Mapping[str, Any]
ORDER = "order of "


@dataclass(frozen=True, slots=True)
class Difference:
    """One part that is not what it was. ``None`` means that the part is not there."""

    part: str
    who: Who
    before: Any
    ours: Any
    theirs: Any

    @property
    def needs_choice(self) -> bool:
        """Whether a person has to say which one stays."""
        return self.who == "both"


def differences(before: Lesson, ours: Lesson, theirs: Lesson) -> tuple[Difference, ...]:
    """What changed since ``before`` in our new version and in the school's; the same change on both sides is none."""
    sides = [parts_of(lesson) for lesson in (before, ours, theirs)]
    names = dict.fromkeys(name for side in sides for name in side)
    return tuple(found for name in names if (found := _difference(name, *(side.get(name) for side in sides))))


def _difference(part: str, before: Any, ours: Any, theirs: Any) -> Difference | None:
    if ours == theirs or (part.startswith(ORDER) and before in (ours, theirs) and None in (ours, theirs)):
        return None
    who: Who = "theirs" if ours == before else "ours" if theirs == before else "both"
    return Difference(part, who, before, ours, theirs)


def merged(before: Lesson, ours: Lesson, theirs: Lesson, choices: Mapping[str, Side]) -> dict[str, Any]:
    """One lesson of both. Raises KeyError with the part when both sides changed one and nobody chose."""
    parts = parts_of(theirs)
    for found in differences(before, ours, theirs):
        side: Side = choices[found.part] if found.needs_choice else "ours" if found.who == "ours" else "theirs"
        if side == "ours":
            parts[found.part] = found.ours
    return _lesson_of({name: value for name, value in parts.items() if value is not None}, ours)


def parts_of(lesson: Lesson) -> dict[str, Any]:
    """A lesson as parts by name: "title", "step hook", "question q1", "order of steps"."""
    return dict(_parts(lesson))


def _parts(lesson: Lesson) -> Iterator[tuple[str, Any]]:
    quiz = lesson.get("quiz", {})
    for name, value in lesson.items():
        if name not in ("steps", "quiz"):
            yield name, value
    for name, value in quiz.items():
        if name != "questions":
            yield f"quiz {name}", value
    for what, entries in (("step", lesson.get("steps", [])), ("question", quiz.get("questions", []))):
        for entry in entries:
            yield f"{what} {entry['id']}", entry
        yield f"{ORDER}{what}s", [entry["id"] for entry in entries]


def _lesson_of(parts: Mapping[str, Any], ours: Lesson) -> dict[str, Any]:
    lesson = {name: value for name, value in parts.items() if " " not in name}
    lesson["steps"] = _in_order("step", parts, [one["id"] for one in ours.get("steps", [])])
    quiz = {name.removeprefix("quiz "): value for name, value in parts.items() if name.startswith("quiz ")}
    quiz["questions"] = _in_order("question", parts, [one["id"] for one in ours.get("quiz", {}).get("questions", [])])
    lesson["quiz"] = quiz
    return lesson


def _in_order(what: str, parts: Mapping[str, Any], otherwise: list[str]) -> list[Any]:
    """The steps or questions in the chosen order; one that the order does not know stands where ours has it, else last.

    The last step of a lesson says whom to tell, so a new step goes before it.
    """
    known = {name.partition(" ")[2]: value for name, value in parts.items() if name.startswith(f"{what} ")}
    order = [name for name in parts.get(f"{ORDER}{what}s", []) if name in known]
    for name in (one for one in known if one not in order):
        before = (
            next((other for other in reversed(otherwise[: otherwise.index(name)]) if other in order), None)
            if name in otherwise
            else None
        )
        place = order.index(before) + 1 if before else max(len(order) - 1, 0) if what == "step" else len(order)
        order.insert(place, name)
    return [known[name] for name in order]
