"""Bytes to text, and text without what nobody can see."""

from __future__ import annotations

import codecs
import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_STACKED = re.compile(r"([\u0300-\u036f\u20d0-\u20ff]{4})[\u0300-\u036f\u20d0-\u20ff]+")
_MOJIBAKE = re.compile(r"â€[\u0098-\u009d™˜œ“”\"¦]|Ã[\u0080-\u00bf©¨¢®]|Â[\u00a0£©–]")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows' own encoding; never fails."""
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def clean(text: str) -> str:
    """One line of text: visible characters only, composed, with plain spaces and its mojibake mended."""
    if _MOJIBAKE.search(text):
        text = _mended(text)
    text = _CONTROL.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFC", text).replace("\v", " ").replace("\f", " ")))
    return _SPACES.sub(" ", _STACKED.sub(r"\1", text)).strip()


def _mended(text: str) -> str:
    """Text that was read as Windows-1252 although it was UTF-8, put right where that works."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
