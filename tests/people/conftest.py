"""What several tests of this room use."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.harness.visitor import Visitor


@pytest.fixture
def app_visitors(app: Flask) -> Callable[[], Visitor]:
    """Opens another browser each time it is called."""
    return lambda: Visitor(app)
