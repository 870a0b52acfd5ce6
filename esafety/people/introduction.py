"""What this room brings to the application."""

from __future__ import annotations

from flask import Flask

from esafety.people.identification import identify


def introduce(app: Flask) -> None:
    """Say who people are, and open this room's pages."""
    app.extensions["identify"] = identify
