"""The application as the server's workers build it, from the environment."""

from __future__ import annotations

from flask import Flask

from esafety import create_app
from esafety.settings import Settings


def application() -> Flask:
    """The application of this process."""
    return create_app(Settings.from_environment())
