"""Who says what a button shows finds it: its name for screen readers and voice control holds the words on it (WCAG 2.5.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from esafety.core import i18n
from tests.architecture.source import ROOT, told

WORDS = r'_\("((?:[^"\\]|\\.)*)"'
SHOWN_AND_NAMED = re.compile(rf'button\(\s*{WORDS}[^{{]*?\{{[^}}]*"aria-label": {WORDS}')
NAMED_AND_SHOWN = re.compile(rf'aria-label="\{{\{{ {WORDS}.*?>\s*(?:<span[^>]*>)?\{{\{{ {WORDS}')


def pairs() -> Iterator[tuple[str, str, str]]:
    """Every pair of what is shown and the name, with its template."""
    for path in sorted((ROOT / "esafety").glob("**/templates/**/*.html")):
        text, name = path.read_text(encoding="utf-8"), str(path.relative_to(ROOT))
        yield from ((name, shown, named) for shown, named in SHOWN_AND_NAMED.findall(text))
        yield from ((name, shown, named) for named, shown in NAMED_AND_SHOWN.findall(text))


@pytest.mark.parametrize("code", i18n.OWN_NAMES)
def test_a_button_is_called_by_what_it_shows(code: str) -> None:
    assert len(list(pairs())) > 10
    problems = [
        f"{name}: “{_said(shown, code)}” is not in “{_said(named, code)}”"
        for name, shown, named in pairs()
        if _bare(_said(shown, code)) not in _bare(_said(named, code))
    ]
    assert not problems, told(problems, "Begin the name with the words that are shown:")


def _said(words: str, code: str) -> str:
    return str(i18n.catalogue(code).gettext(words))


def _bare(words: str) -> str:
    return re.sub(r"\W+", " ", re.sub(r"%\(\w+\)s", "someone", words).lower()).strip()
