"""Who may enter which page, as a text that people can read and compare.

Renew it, after looking at what changed, by:  .venv/bin/python -m tests.architecture.golden
"""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

from esafety.access.viewer import Role
from esafety.cli.access import access_rows

KEPT = Path(__file__).with_name("access.txt")


def as_text() -> str:
    """One line for each page: methods, address, what the table calls it, and the roles that may."""
    return "".join(f"{_line(row)}\n" for row in access_rows())


def changes() -> str:
    """What differs from the kept file, line by line; empty when nothing does."""
    kept = KEPT.read_text("utf-8").splitlines() if KEPT.exists() else []
    return "\n".join(difflib.unified_diff(kept, as_text().splitlines(), "agreed", "now", lineterm="", n=0))


def _line(row: dict[str, Any]) -> str:
    everyone = list(Role)
    roles = ["everybody"] if set(row["roles"]) == {Role.ANYONE.value} else [r.value for r in everyone if r.value in row["roles"]]
    what = row["to"] + (f" [{row['about']}]" if row["about"] else "")
    return f"{'+'.join(row['methods']):9}{row['address']:48} {what:62} {' '.join(roles)}"


if __name__ == "__main__":
    KEPT.write_text(as_text(), "utf-8")
