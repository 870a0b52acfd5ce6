"""What this room brings to the application."""

from __future__ import annotations

from flask import Flask


def introduce(app: Flask) -> None:
    """Open this room's pages."""
