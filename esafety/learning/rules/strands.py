"""When the badge of a whole strand is won."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def strands_done(lessons: Mapping[str, str], *, lesson_set: Iterable[str], badges: Iterable[str]) -> frozenset[str]:
    """The strands of which every lesson that was set has its badge. ``lessons`` says to which strand each lesson belongs."""
    won = frozenset(badges)
    by_strand: dict[str, list[str]] = {}
    for key in lesson_set:
        if key in lessons:
            by_strand.setdefault(lessons[key], []).append(key)
    return frozenset(strand for strand, keys in by_strand.items() if won.issuperset(keys))
