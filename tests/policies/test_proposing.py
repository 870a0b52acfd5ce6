"""What is proposed, what may be taken over at once, and the small decisions of a draft."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esafety.policies.matching.examples import Example
from esafety.policies.proposing import propose, with_reasons
from esafety.policies.rules.drafting import SPACE, Proposed, chosen, is_sure, key_of, parts, places_between, worth_showing

YARDSTICK = Path(__file__).with_name("yardstick")
KNOWN = ("age-limits", "images-of-others", "kind-communication", "passwords-accounts")


def test_of_what_is_sure_nine_in_ten_are_right() -> None:
    right = sure = 0
    rows = [json.loads(line) for file in sorted(YARDSTICK.glob("held-*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    for _document, group in groupby(rows, key=lambda row: row["doc"]):
        clauses = list(group)
        for clause, proposed in zip(clauses, propose([one["text"] for one in clauses], ()), strict=True):
            if is_sure(proposed):
                sure += 1
                right += proposed[0].expectation in clause["ids"]
    assert sure > len(rows) / 4
    assert right / sure >= 0.9, (right, sure)


def test_three_expectations_and_nothing_to_teach_are_shown() -> None:
    ranked = [("a", 0.5), ("none", 0.2), ("b", 0.1), ("c", 0.1), ("d", 0.1)]
    assert [one.expectation for one in worth_showing(ranked)] == ["a", "none", "b", "c"]


def test_what_was_confirmed_for_a_clause_is_proposed_first_for_one_like_it() -> None:
    before = Example("The duty person signs the lantern book every day.", ("incident-response", "staff-boundaries"))
    found = propose(["The duty person signs the lantern book each day.", "Pupils are kind."], [before])
    assert [one.expectation for one in found[0][:2]] == ["incident-response", "staff-boundaries"]
    assert found[1][0].expectation not in before.ids


def test_a_reason_is_made_of_the_clauses_own_words() -> None:
    text = "Parents must not post photographs of other children."
    first, nothing = with_reasons(text, [Proposed("images-of-others", 90), Proposed("none", 5)])
    assert "photographs" in first.reason
    assert nothing.reason == ""


@pytest.mark.parametrize(
    ("ticked", "kept"),
    [
        (("age-limits",), ("age-limits",)),
        (("age-limits", "", "age-limits", "images-of-others"), ("age-limits", "images-of-others")),
        (("none",), ("none",)),
        (("none", "age-limits"), ()),
        (("nonsense",), ()),
        (KNOWN, ()),
        ((), ()),
    ],
)
def test_one_to_three_or_nothing_alone(ticked: tuple[str, ...], kept: tuple[str, ...]) -> None:
    assert chosen(ticked, KNOWN) == kept


def test_an_empty_line_parts_clauses() -> None:
    assert parts("One\n two\n\n \nThree\r\n") == ("One two", "Three")
    assert parts(" \n\n ") == ()


@given(first=st.integers(1, 10**6), gap=st.one_of(st.none(), st.integers(1, 4000)), number=st.integers(1, 11))
def test_places_of_a_split_lie_between_the_clause_and_the_next(first: int, gap: int | None, number: int) -> None:
    following = None if gap is None else first + gap
    places = places_between(first, following, number)
    if not places:
        assert gap is not None
        assert gap < number
        return
    assert places[0] == first
    assert len(set(places)) == number
    assert all(one < (following or first + SPACE * (number + 1)) for one in places)


def test_every_policy_gets_a_short_name_of_its_own() -> None:
    assert key_of("Phones & Cameras!", ()) == "phones-cameras"
    assert key_of("Phones & Cameras!", ("phones-cameras", "phones-cameras-2")) == "phones-cameras-3"
    assert key_of("پالیسی", ()) == "policy"
