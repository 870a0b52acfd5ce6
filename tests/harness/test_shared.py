"""What is made once for a run is made once, also when making it fails."""

from pathlib import Path

import pytest

from tests.harness.shared import SharedRun


def test_a_thing_is_made_by_the_first_who_asks(tmp_path: Path) -> None:
    run, numbers = SharedRun(tmp_path), iter([1, 2, 3])
    assert [run.once("thing", lambda: next(numbers)) for _ in range(3)] == [1, 1, 1]
    assert run.noted("thing") == 1
    assert run.noted("another") is None


def test_a_failure_is_told_to_everybody_and_not_tried_again(tmp_path: Path) -> None:
    run, tried = SharedRun(tmp_path), list[int]()

    def fail() -> None:
        tried.append(1)
        raise OSError("no room")

    for _ in range(2):
        with pytest.raises(RuntimeError, match="no room"):
            run.once("thing", fail)
    assert len(tried) == 1
