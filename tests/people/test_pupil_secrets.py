"""A child's secret: what is asked of whom, what is kept, and that nothing never matches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esafety.people.open_class import tile_names
from esafety.people.pupil_secrets import (
    OLDER,
    YOUNGER,
    card_hash,
    kind_for,
    kind_of,
    matches,
    picture_hash,
    random_pictures,
    so_far,
)

PEPPER = "a pepper that only this test has used"


@pytest.mark.parametrize(("year", "length", "pictures"), [(0, 3, 12), (2, 3, 12), (3, 4, 16), (6, 4, 16)])
def test_younger_children_remember_fewer_pictures(year: int, length: int, pictures: int) -> None:
    kind = kind_for(year)
    assert (kind.length, len(kind.pictures)) == (length, pictures)


def test_a_child_who_moves_up_is_asked_for_the_old_secret_until_there_is_a_new_one() -> None:
    kept = picture_hash(PEPPER, school_id=1, pupil_id=2, pictures=("moon", "key", "bus"))
    assert kind_of(kept, year_group=3) is YOUNGER
    assert kind_of(None, year_group=3) is OLDER
    assert kind_of("", year_group=0) is YOUNGER


@pytest.mark.parametrize("kept", [None, ""])
@pytest.mark.parametrize("offered", ["", "3:0", picture_hash(PEPPER, school_id=1, pupil_id=2, pictures=())])
def test_nothing_never_matches(kept: str | None, offered: str) -> None:
    assert not matches(kept, offered)
    assert not matches(offered, "")


def test_a_hash_belongs_to_one_child_of_one_school_one_order_and_one_purpose() -> None:
    right = picture_hash(PEPPER, school_id=1, pupil_id=2, pictures=("moon", "key", "bus"))
    others = {
        picture_hash(PEPPER, school_id=3, pupil_id=2, pictures=("moon", "key", "bus")),
        picture_hash(PEPPER, school_id=1, pupil_id=3, pictures=("moon", "key", "bus")),
        picture_hash(PEPPER, school_id=1, pupil_id=2, pictures=("key", "moon", "bus")),
        picture_hash(PEPPER * 2, school_id=1, pupil_id=2, pictures=("moon", "key", "bus")),
        card_hash(PEPPER, school_id=1, pupil_id=2, code="moon key bus"),
    }
    assert len(others) == 5
    assert not any(matches(right, other) for other in others)
    assert matches(right, picture_hash(PEPPER, school_id=1, pupil_id=2, pictures=("moon", "key", "bus")))


@given(st.lists(st.sampled_from([*OLDER.keys, "", "fox", "../key"]), max_size=12))
def test_taps_are_known_different_and_never_too_many(tapped: list[str]) -> None:
    chosen = so_far(YOUNGER, tapped)
    assert len(chosen) == len(set(chosen)) <= YOUNGER.length
    assert set(chosen) <= set(YOUNGER.keys)
    assert so_far(YOUNGER, chosen) == chosen


def test_new_secrets_are_spread_over_all_orders() -> None:
    made = {random_pictures(YOUNGER) for _time in range(3000)}
    assert all(len(set(one)) == 3 for one in made)
    assert len(made) > 1000


def test_initials_stand_only_where_two_children_share_a_name() -> None:
    names = tile_names([(1, "Sam", "K"), (2, "SAM", ""), (3, "Ali", "C")])
    assert names == {1: "Sam K", 2: "SAM", 3: "Ali"}
