"""Where a lesson stands between us and the school."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnState:
    """What the school has of one lesson: the draft's row and what it is based on, and the same of what pupils get."""

    key: str
    draft_id: int | None = None
    draft_title: str = ""
    draft_based_on: int | None = None
    published: bool = False
    published_based_on: int | None = None


@dataclass(frozen=True, slots=True)
class LessonState:
    """One lesson in the lead's list."""

    key: str
    title: str
    expectation: str
    readers: str
    is_ours: bool
    is_published: bool
    draft_id: int | None
    is_off: bool
    is_newer: bool

    @property
    def is_adapted(self) -> bool:
        """Whether pupils get the school's wording of a lesson of ours."""
        return self.is_ours and self.is_published


def state_of(key: str, own: OwnState | None, *, title: str, ours: int | None, off: bool) -> LessonState:
    """The state of a lesson. ``ours`` is our current version's number; None when the school alone has the lesson."""
    expectation, _slash, readers = key.partition("/")
    own = own or OwnState(key)
    based_on = own.draft_based_on if own.draft_id is not None else own.published_based_on
    return LessonState(
        key=key,
        title=title or own.draft_title,
        expectation=expectation,
        readers=readers.partition("-own-")[0],
        is_ours=ours is not None,
        is_published=own.published,
        draft_id=own.draft_id,
        is_off=off,
        is_newer=ours is not None and based_on is not None and based_on != ours,
    )
