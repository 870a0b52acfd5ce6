"""Rows of a table whose cells say what they are, for screens on which columns have no room."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

_BEGINS = re.compile(r"<(tr|td|th)\b")


def labelled(rows: Markup, columns: Sequence[str]) -> Markup:
    """Give each cell the heading of its column; the style sheet shows it where the rows are stacked."""
    place = -1

    def label(found: re.Match[str]) -> str:
        nonlocal place
        place = -1 if found[1] == "tr" else place + 1
        if found[1] != "td" or place >= len(columns):
            return found[0]
        return f'<td data-label="{escape(columns[place])}"'

    return Markup(_BEGINS.sub(label, rows))  # noqa: S704 - the rows were escaped when they were written
