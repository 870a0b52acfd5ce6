"""Which lessons, modules and promises serve a clause. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from esafety.curriculum.catalogue import BANDS
from esafety.curriculum.library import Library
from esafety.curriculum.shapes.agreements import Promise
from esafety.policies.queries import ClauseRow

NOTHING_TO_TEACH = "none"


@dataclass(frozen=True, slots=True)
class Served:
    """What serves one clause: titles of lessons and modules with their readers, and promises of the agreement."""

    lessons: tuple[tuple[str, str], ...]
    modules: tuple[tuple[str, str], ...]
    promises: int

    @property
    def nothing(self) -> bool:
        """Whether nothing teaches it yet."""
        return not (self.lessons or self.modules)


def what_teaches(clause: ClauseRow, shelf: Library) -> Served | None:
    """What teaches a clause; None where there is nothing to teach."""
    wanted = [name for name in clause.expectations if name != NOTHING_TO_TEACH]
    if not wanted:
        return None
    return Served(
        lessons=tuple((readers, title) for name in wanted for readers, title in _titles(shelf, name, BANDS)),
        modules=tuple(
            (readers, title) for name in wanted for readers, title in _titles(shelf, name, ("parents", "staff", "governors"))
        ),
        promises=sum(promise.expectation in wanted for promise in _promises(shelf)),
    )


def _titles(shelf: Library, expectation: str, readers: tuple[str, ...]) -> list[tuple[str, str]]:
    keys = [(reader, f"{expectation}/{reader}") for reader in readers]
    return [(reader, shelf.lesson(key).item.title) for reader, key in keys if shelf.has_lesson(key)]


def _promises(shelf: Library) -> tuple[Promise, ...]:
    try:
        return shelf.agreement("home-school").item.promises
    except KeyError:
        return ()
