"""E-safety learning for primary schools: a policy becomes lessons, an agreement and a picture of who understood what.

This module stays free of third-party imports, because ``python3 -m esafety`` must start on a machine that has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from esafety.settings import Settings


def create_app(settings: Settings) -> Flask:
    """Introduce the rooms to each other and return the application. Raises SettingsError when a setting makes no sense."""
    from esafety.assembly import assemble

    return assemble(settings)
