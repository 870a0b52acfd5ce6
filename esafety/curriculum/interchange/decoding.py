"""The text of a file that somebody brought: its size, its encoding, and where it stops being text."""

from __future__ import annotations

import codecs
import re

LARGEST_FILE = 8 * 1000 * 1000
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that no text has: controls, and code points that Unicode keeps for programs."""


class NotText(Exception):
    """The file cannot be read as text."""

    def __init__(self, line: int, column: int, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.line, self.column, self.reason, self.advice = line, column, reason, advice


def decoded(data: bytes, *, is_xml: bool = False) -> str:
    """The text of a file without its byte order mark, line ends as one character. Raises NotText."""
    if len(data) > LARGEST_FILE:
        size = f"The file has {len(data) / 1e6:.1f} MB; at most {LARGEST_FILE // 1_000_000} MB are read."
        raise NotText(1, 1, size, "Split it, or export it without pictures and sounds.")
    data, encoding = _encoding(data, is_xml=is_xml)
    try:
        text = data.decode(encoding)
    except LookupError:
        raise NotText(1, 1, f'The encoding "{encoding}" is not known.', "Save the file as UTF-8.") from None
    except UnicodeDecodeError as error:
        line, column = _place(data[: error.start].decode(encoding, "replace"))
        reason = f"The file is not {encoding.upper()}: byte {data[error.start]:02X} stands here."
        raise NotText(line, column, reason, "Save it with the encoding UTF-8.") from None
    if found := NOT_TEXT.search(text):
        reason = f"A character that no text has (U+{ord(found[0]):04X}) stands here."
        raise NotText(*_place(text[: found.start()]), reason, "Save the file as plain text in UTF-8.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding(data: bytes, *, is_xml: bool) -> tuple[bytes, str]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :], encoding
    declared = DECLARED.match(data) if is_xml else None
    return data, declared[1].decode().lower() if declared else "utf-8"


def _place(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
