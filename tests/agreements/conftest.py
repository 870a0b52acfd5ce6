"""A school that has published its agreement and asks its families."""

from __future__ import annotations

import pytest

from tests.agreements.evening import Evening
from tests.harness.people import Make


@pytest.fixture
def evening(make: Make) -> Evening:
    """A school with content, an agreement in force, and families that are asked this year."""
    return Evening.begin(make)
