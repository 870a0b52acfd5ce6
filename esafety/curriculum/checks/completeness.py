"""The library holds what the catalogue promises: a lesson for each band, a module for each audience, enough questions."""

from collections.abc import Iterator

from esafety.curriculum.catalogue import BANDS, EXPECTATIONS
from esafety.curriculum.content import Content, Located
from esafety.curriculum.problems import Problem, Severity
from esafety.curriculum.shapes import Expectation

UNFINISHED: Severity = "error"
"""How bad it is that something of the catalogue is missing, or that no option shows a misconception: the library is complete.

Make it "warning" while something new is being written that takes more than one step."""


def check_completeness(content: Content) -> Iterator[Problem]:
    """Lessons and modules that the catalogue names and nobody wrote. Only a whole library is held to the catalogue."""
    if not is_library(content):
        return
    expectations = {located.item.id: located for located in content.expectations}
    written = {located.item.key for located in content.lessons}
    for name in EXPECTATIONS:
        for key in wanted(name):
            if key not in written:
                yield _missing(expectations[name], key)


def is_library(content: Content) -> bool:
    """Whether this is a whole library and not a part of one, such as a pack or a lesson that somebody writes."""
    return content.is_whole and {located.item.id for located in content.expectations} >= EXPECTATIONS.keys()


def unfinished(content: Content) -> Severity:
    """How bad it is that something is not used, or not there yet."""
    return UNFINISHED if is_library(content) else "warning"


def wanted(expectation: str) -> Iterator[str]:
    """The keys of the lessons and modules that the catalogue asks for."""
    for audience in EXPECTATIONS[expectation]:
        for readers in BANDS if audience == "pupils" else (audience,):
            yield f"{expectation}/{readers}"


def _missing(expectation: Located[Expectation], key: str) -> Problem:
    folder, what = ("lessons", "lesson") if key.rsplit("/", maxsplit=1)[-1] in BANDS else ("modules", "module")
    return expectation.problem("audiences", f"The {what} {key} is missing.", f"Write {folder}/{key}.yaml.", UNFINISHED)
