"""PDF files: the text of each page, without what stands on every page."""

from __future__ import annotations

import io
import re
from collections import Counter

from esafety.policies.reading.blocks import Block, Refused
from esafety.policies.reading.limits import CHARACTERS, PAGES
from esafety.policies.reading.plain import blocks_of_lines

_DAMAGED = "The PDF is damaged. Save it anew as PDF, send the Word file, or paste the text."
_DIGITS = re.compile(r"\d+")
_SHORT = 4
_EDGE = 3
_SCANNED = 20
"""Fewer letters than this on each page: the pages are pictures."""


def read_pdf(data: bytes) -> list[Block]:
    """The blocks of a PDF. Raises Refused for passwords, endless files, scans and damage."""
    pages = _pages(data)
    if sum(len(line) for page in pages for line in page) < _SCANNED * len(pages):
        raise Refused("The PDF holds pictures of pages (a scan) and no text. Please paste the text, or send the Word file.")
    furniture = _repeated(pages)
    lines = []
    for number, page in enumerate(pages, 1):
        edges = {*_printed(page)[:_EDGE], *_printed(page)[-_EDGE:]}
        for line_number, line in enumerate(page, 1):
            lines.append((line, number, line_number, line in edges and _shape(line) in furniture))
    return blocks_of_lines(lines)


def _pages(data: bytes) -> list[list[str]]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    from esafety.policies.reading.printed import lines_of

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise Refused("The PDF is protected by a password. Save it without one and try again.")
        count = len(reader.pages)
        if count > PAGES:
            raise Refused(
                f"The PDF has {count:,} pages. A policy has at most {PAGES}: send the pages of the policy "
                f"only, or paste the text."
            )
        pages: list[list[str]] = []
        characters = 0
        for page in reader.pages:
            pages.append(lines_of(page))
            characters += sum(map(len, pages[-1]))
            if characters > CHARACTERS:
                raise Refused("The PDF holds far more text than a policy. Send the pages of the policy only.")
    except Refused:
        raise
    except (PyPdfError, MemoryError, RecursionError):
        raise Refused(_DAMAGED) from None
    except Exception:  # noqa: BLE001 - a broken file can make the library fail in any way; the sender gets one answer
        raise Refused(_DAMAGED) from None
    if not pages:
        raise Refused("The PDF has no pages.")
    return pages


def _printed(page: list[str]) -> list[str]:
    return [line for line in page if line.strip()]


def _repeated(pages: list[list[str]]) -> set[str]:
    """Lines at the top or the foot of most pages, whatever their numbers."""
    seen: Counter[str] = Counter()
    for page in pages:
        lines = _printed(page)
        seen.update({_shape(line) for line in lines[:_EDGE] + lines[-_EDGE:]})
    least = max(3, len(pages) // 2)
    return {shape for shape, times in seen.items() if times >= least}


def _shape(line: str) -> str:
    """The line as it is compared: in short lines every number counts as the same, for "Page 3 of 9" changes."""
    line = line.strip("* ").lower()
    return _DIGITS.sub("0", line) if len(line.split()) <= _SHORT else line
