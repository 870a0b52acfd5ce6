"""Content goes into JSON and back without loss, whatever kind it is."""

import json

import pytest

from esafety.curriculum.content import Content
from esafety.curriculum.kinds import SHAPE_OF, Kind
from esafety.curriculum.plan import Wording, wordings_of
from esafety.curriculum.shapes import Fact, Lesson
from esafety.curriculum.stored import NotOurs, digest_of, from_json, to_json


def test_everything_comes_back_as_it_was(small: Content) -> None:
    kinds = set()
    for wording in wordings_of(small):
        item = from_json(SHAPE_OF[wording.kind], json.loads(wording.body))
        assert json.dumps(to_json(item), ensure_ascii=False) == wording.body
        kinds.add(wording.kind)
    assert kinds == set(Kind) - {Kind.OWN_LESSON}  # which no file holds


def test_a_lesson_equals_its_copy(small: Content) -> None:
    for lesson in small.lessons:
        assert from_json(Lesson, json.loads(json.dumps(to_json(lesson.item)))) == lesson.item


def test_what_is_default_is_not_stored(small: Content) -> None:
    stored = to_json(small.facts[0].item)
    assert "status" not in stored["values"][0]
    assert stored["values"][0]["from"] == "2018-05-25"


def test_the_order_of_keys_does_not_change_the_digest() -> None:
    assert digest_of({"a": 1, "b": [2]}) == digest_of({"b": [2], "a": 1})
    assert digest_of({"a": "é"}) != digest_of({"a": "e"})


@pytest.mark.parametrize("stored", [{}, {"id": "x"}, [], "x", {"id": "x", "title": "y", "values": [], "more": 1}])
def test_what_is_not_ours_is_refused(stored: object) -> None:
    with pytest.raises(NotOurs):
        from_json(Fact, stored)


def test_one_file_becomes_one_wording_and_lists_become_many(small: Content) -> None:
    names = {(wording.kind, wording.key) for wording in wordings_of(small)}
    assert (Kind.LESSON, "age-limits/ks1") in names
    assert (Kind.FACT, "phone.childline") in names
    assert (Kind.TRANSLATION, "lesson:age-limits/parents:cy") in names
    assert len(names) == 12
    assert isinstance(next(wordings_of(small)), Wording)
