"""What every page must be, measured in the browser that shows it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.harness.axe import violations

NARROW = {"width": 320, "height": 640}
DESK = {"width": 1024, "height": 600}
ADULT_TARGET, PUPIL_TARGET = 44, 64
# Families read all three; among staff one left-to-right language stands for the others.
LANGUAGES, BOTH_WAYS = ("en", "cy", "ur"), ("en", "ur")
# What stands in a menu is looked at, too: axe passes over what is folded away.
_UNFOLD = "() => document.querySelectorAll('details.menu').forEach((menu) => { menu.open = true; })"
_FOLD = _UNFOLD.replace("true", "false")
_MEASURE = (Path(__file__).parent / "measure.js").read_text("utf-8")


class Findings(list[str]):
    """What is wrong on the pages seen so far, each with where it was seen."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: set[str] = set()

    def add(self, where: str, *what: str) -> None:
        """Note problems; the same one on a page of the same kind is told once."""
        for one in what:
            key = f"{re.sub('[0-9]+', '#', where)} {re.sub('[0-9]+', '#', one)}"
            if key not in self._seen:
                self._seen.add(key)
                self.append(f"{where}\n      {one}")

    def none(self) -> None:
        """Fail with all of them."""
        assert not self, f"{len(self)} things to mend:\n  " + "\n  ".join(self)


def look(tab: Page, where: str, findings: Findings, *, dark: bool = False) -> None:
    """Check the page as it stands: access, room on narrow screens, size of what is touched; for adults in the dark, too."""
    tab.evaluate(_UNFOLD)
    findings.add(where, *violations(tab))
    if dark:
        tab.emulate_media(color_scheme="dark")
        findings.add(f"{where} (dark)", *violations(tab, rule="color-contrast"))
        tab.emulate_media(color_scheme="light")
    measure(tab, where, findings)
    # The journey goes on with the page, which an open menu would cover.
    tab.evaluate(_FOLD)


def look_in(tab: Page, languages: tuple[str, ...], where: str, findings: Findings, *, dark: bool = False) -> None:
    """Check the page as it stands in each language: it is asked for again, and a form that came back is sent again."""
    for language in languages:
        speak(tab, language)
        tab.reload()
        findings.add(f"{language} {where}", *_speaks(tab, language))
        look(tab, f"{language} {where}", findings, dark=dark and language == languages[0])


def speak(tab: Page, language: str) -> None:
    """Choose a language on this device, as the menu of languages does."""
    origin = "/".join(tab.url.split("/")[:3])
    tab.context.add_cookies([{"name": "language", "value": language, "url": origin}])


def _speaks(tab: Page, language: str) -> list[str]:
    spoken, direction = tab.evaluate("[document.documentElement.lang, document.documentElement.dir]")
    wanted = "rtl" if language == "ur" else "ltr"
    return [] if (spoken, direction) == (language, wanted) else [f"speaks {spoken} {direction} instead of {language} {wanted}"]


def measure(tab: Page, where: str, findings: Findings) -> None:
    """Check that nothing is cut off or pushed out at 320 px, and that what is touched is big enough, there and on a desk."""
    for size in (NARROW, DESK):
        tab.set_viewport_size(size)  # type: ignore[arg-type]
        measured: dict[str, Any] = tab.evaluate(_MEASURE, {"adult": ADULT_TARGET, "pupil": PUPIL_TARGET})
        findings.add(f"{where} ({size['width']} px)", *measured["problems"])


def tells_nobody(tab: Page, names: re.Pattern[str]) -> list[str]:
    """Names of people in the page's title or address, which histories and screens of others show."""
    return [f"the title names {found[0]}" for found in [names.search(tab.title())] if found] + [
        f"the address names {found[0]}" for found in [names.search(tab.url)] if found
    ]


def pattern_of(names: frozenset[str]) -> re.Pattern[str]:
    """A pattern that finds any of the names as whole words."""
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")\b")
