"""Signs that mean something in GIFT, and how they are written when they mean only themselves.

While a file is read, an escaped sign is a code point that no text has, followed by a filler: every place keeps its
line and column.
"""

from __future__ import annotations

import re

SIGNS = "\\:#={}~n"
HIDDEN = {sign: chr(0xFDD0 + at) for at, sign in enumerate(SIGNS)}
FILLER = "\ufdef"
ESCAPED = re.compile(r"\\([\\:#={}~n])")
SHOWN = {hidden: "\n" if sign == "n" else sign for sign, hidden in HIDDEN.items()}
_SHOW = re.compile(f"[{''.join(SHOWN)}{FILLER}]")
_NEEDS_ESCAPE = re.compile(r"[\\:#={}~\n]")


def hidden(text: str) -> str:
    """The text in which no escaped sign can be mistaken for one that means something."""
    return ESCAPED.sub(lambda found: HIDDEN[found[1]] + FILLER, text)


def shown(text: str) -> str:
    """The text as a reader sees it."""
    return _SHOW.sub(lambda found: SHOWN.get(found[0], ""), text)


def escaped(text: str) -> str:
    """A text as it is written into a file: in one line, every sign meaning only itself."""
    return _NEEDS_ESCAPE.sub(lambda found: "\\n" if found[0] == "\n" else f"\\{found[0]}", text)
