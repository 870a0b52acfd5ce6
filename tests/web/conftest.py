"""The house that the tests of the door walk through, one for each module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.harness.shared import SharedRun
from tests.web.house import House, house


@pytest.fixture(scope="module")
def built(shared_run: SharedRun, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Two schools with somebody in every role, for a whole module: a test that changes something makes its own people."""
    with house(tmp_path_factory.mktemp("house"), shared_run) as made:
        yield made
