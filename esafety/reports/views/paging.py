"""One page of a long list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class PageOf(Generic[Row]):
    """Some rows of a list: page ``at`` of ``pages``, counted from 1, and how many rows there are in all."""

    rows: Sequence[Row]
    at: int
    pages: int
    total: int


def page_number(written: str, *, total: int, size: int) -> tuple[int, int]:
    """Which page is meant and how many there are; what makes no sense is the first page, too far is the last."""
    pages = max(1, -(-total // size))
    wanted = int(written) if written.isascii() and written.isdigit() and len(written) < 7 else 1
    return min(max(1, wanted), pages), pages


def pages_of(rows: Sequence[Row], size: int, written: str) -> PageOf[Row]:
    """The page of a list that is held in memory."""
    at, pages = page_number(written, total=len(rows), size=size)
    return PageOf(rows[(at - 1) * size : at * size], at, pages, len(rows))
