"""What we ship passes its own check."""

import re

import pytest

from esafety.curriculum.catalogue import EXPECTATIONS, NOTHING_TO_TEACH
from esafety.curriculum.check import check, errors_of
from esafety.curriculum.content import Content, read_directory
from esafety.curriculum.drawing.gallery import read_descriptions
from esafety.places import content_directory

PICTURES = content_directory() / "pictures"


@pytest.fixture(scope="module")
def ours() -> Content:
    return read_directory(content_directory())


def test_nothing_that_we_ship_breaks_a_promise(ours: Content) -> None:
    assert "\n".join(map(str, errors_of(check(ours)))) == ""


def test_every_expectation_of_the_catalogue_is_there(ours: Content) -> None:
    assert {located.item.id for located in ours.expectations} == {*EXPECTATIONS, NOTHING_TO_TEACH}


def test_each_band_meets_every_kind_of_question(ours: Content) -> None:
    for band in ("ks1", "lks2", "uks2"):
        assert len({asked.question.kind for asked in ours.asked() if asked.readers == band}) == 8


CHILDREN = {name: name.capitalize() for name in ("maya", "tom", "aisha", "leo", "wen", "kofi", "bea", "sam", "ravi", "ama")}


def test_a_child_with_a_name_has_no_other_childs_face(ours: Content) -> None:
    drawn = {**read_descriptions(PICTURES / "icons"), **read_descriptions(PICTURES / "scenes")}
    shown = {name: {part["who"] for part in wish["draw"] if part.get("who") in CHILDREN} for name, wish in drawn.items()}
    wrong = []
    for asked in ours.asked():
        for part in (*getattr(asked.question, "options", ()), *getattr(asked.question, "items", ())):
            named = {key for key, name in CHILDREN.items() if re.search(rf"\b{name}\b", part.text)}
            faces = shown.get(getattr(part, "picture", ""), set())
            if named and faces and not named & faces:
                wrong.append((asked.located.file, part.text, part.picture))
    assert wrong == []
