"""What a QTI item declares about the right answer, and what it says to which one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from esafety.curriculum.interchange.qti.names import FEEDBACK, WHOLE, inside, name_of, value
from esafety.curriculum.interchange.qti.texts import Texts
from esafety.curriculum.interchange.safe_xml import Element, text_of

BY_NAME = {
    "correct": "secure", "right": "secure", "partial": "developing", "incorrect": "misunderstood", "wrong": "misunderstood",
}  # fmt: skip
GRADES = ("secure", "developing", "misunderstood")


@dataclass(frozen=True, slots=True)
class Response:
    """The declaration of the one response: which values are right, and what each is worth in per cent."""

    cardinality: str = "single"
    correct: tuple[str, ...] = ()
    worth: dict[str, float] = field(default_factory=dict)

    def weight(self, identifier: str, *, shared: bool) -> float:
        """What choosing an identifier is worth; right ones without a mapping share the mark or are each worth all of it."""
        if self.worth:
            return self.worth.get(identifier, 0.0)
        if identifier not in self.correct:
            return 0.0
        return round(100 / len(self.correct), 2) if shared else 100.0

    @property
    def is_declared(self) -> bool:
        """Whether the item says what any answer is worth."""
        return bool(self.correct or self.worth)


def response_of(item: Element, identifier: str) -> Response:
    """The declaration of a response. Raises ValueError when a value is no number."""
    for one in inside(item, "response-declaration"):
        if value(one, "identifier") == identifier:
            correct = tuple(" ".join(text_of(v).split()) for c in inside(one, "correct-response") for v in inside(c, "value"))
            return Response(value(one, "cardinality", "single"), correct, _worth(one, value(one, "cardinality")))
    return Response()


def _worth(declaration: Element, cardinality: str) -> dict[str, float]:
    for mapping in inside(declaration, "mapping"):
        values = {value(one, "map-key"): float(value(one, "mapped-value", "0")) for one in inside(mapping, "map-entry")}
        gains = [worth for worth in values.values() if worth > 0]
        most = sum(gains) if cardinality == "multiple" else max(gains, default=0.0)
        whole = float(value(mapping, "upper-bound") or most) or 1.0
        return {key: round(worth / whole * 100, 2) for key, worth in values.items()}
    return {}


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is said: to one choice by its identifier, by grade, or always."""

    of_choice: dict[str, str]
    whole: dict[str, str]
    general: str


def feedback_of(item: Element, choices: frozenset[str], texts: Texts) -> Feedback:
    """Everything that an item says after an answer."""
    rules = dict(_rules(item))
    of_choice: dict[str, str] = {}
    whole: dict[str, str] = {}
    general = []
    for one in inside(item, "modal-feedback", "feedback-block"):
        name, said = value(one, "identifier"), texts.read(one)
        outcome = value(one, "outcome-identifier")
        target = name if outcome in (FEEDBACK, WHOLE) and name in (*choices, *GRADES) else rules.get(name, name)
        grade = target if target in GRADES else BY_NAME.get(target.lower(), "")
        if target in choices and outcome != WHOLE:
            of_choice[target] = said
        elif grade:
            whole.setdefault(grade, said)
        elif said:
            general.append(said)
    return Feedback(of_choice, whole, "\n\n".join(general))


def _rules(item: Element) -> Iterator[tuple[str, str]]:
    """Which feedback a branch of the response processing shows: for a choice, for the right answer, or otherwise."""
    for branch in inside(item, "response-if", "response-else-if", "response-else"):
        target = _tested(branch)
        for setting in (one for one in branch if isinstance(one.tag, str) and name_of(one) == "set-outcome-value"):
            for shown in inside(setting, "base-value"):
                if value(shown, "base-type") == "identifier" and target:
                    yield " ".join(text_of(shown).split()), target


def _tested(branch: Element) -> str:
    if name_of(branch) == "response-else":
        return "misunderstood"
    test = next((one for one in branch if isinstance(one.tag, str)), None)
    if test is None or name_of(test) not in ("match", "member"):
        return ""
    if any(True for _ in inside(test, "correct")):
        return "secure"
    values = [" ".join(text_of(one).split()) for one in inside(test, "base-value")]
    return values[0] if len(values) == 1 else ""
