"""What we ship passes its own check."""

import pytest

from esafety.curriculum.catalogue import EXPECTATIONS, NOTHING_TO_TEACH
from esafety.curriculum.check import check, errors_of
from esafety.curriculum.content import Content, read_directory
from esafety.places import content_directory


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
