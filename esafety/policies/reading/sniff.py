"""What a file is, by its content and not by its name."""

from __future__ import annotations

from typing import Literal

from esafety.policies.reading.blocks import Refused
from esafety.policies.reading.limits import FILE_BYTES

FileKind = Literal["word", "pdf", "html", "markdown", "text"]

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF", b"\x00\x00\x00\x18ftyp")
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe")
_BY_NAME: dict[str, tuple[FileKind, ...]] = {
    "docx": ("word",),
    "pdf": ("pdf",),
    "html": ("html",),
    "htm": ("html",),
    "md": ("markdown", "text"),
    "markdown": ("markdown", "text"),
    "txt": ("text", "markdown"),
}


def kind_of(data: bytes, name: str = "") -> FileKind:
    """Which reader a file needs. Raises Refused with a sentence for the sender where there is none for it."""
    if not data.strip():
        raise Refused("The file is empty.")
    if len(data) > FILE_BYTES:
        raise Refused(f"The file is larger than {FILE_BYTES // 1024 // 1024} MB. Save it without pictures, or paste the text.")
    found = _by_content(data, name)
    ending = name.lower().rsplit(".", 1)[-1] if "." in name else ""
    if ending in _BY_NAME and found not in _BY_NAME[ending] and (found in ("word", "pdf") or ending in ("docx", "pdf")):
        raise Refused(f"The file is called .{ending}, but its content is something else. Save it again and try once more.")
    return found


def _by_content(data: bytes, name: str) -> FileKind:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(_OLD_OFFICE):
        raise Refused(
            "This is an old Word file (.doc) or an encrypted one. Open it, save it as .docx without a password, and send that."
        )
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "word"
    if b"%PDF-" in data[:1024]:
        if not start.startswith(b"%PDF-"):
            raise Refused("The file begins like one kind of document and goes on as another. Save it again as PDF or Word.")
        return "pdf"
    if data.startswith(_PICTURES):
        raise Refused("This is a picture. The text cannot be read from it: please paste the text instead.")
    if data.startswith(_PROGRAMS):
        raise Refused("This is a program and not a document.")
    if start.startswith(b"{\\rtf"):
        raise Refused("Rich text (.rtf) is not read. Save it as .docx, or paste the text.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "text"
    if b"\x00" in data:
        raise Refused("The file is no text, no Word document and no PDF.")
    head = start[:512].lower()
    if head.startswith((b"<!doctype html", b"<html", b"<body", b"<h1", b"<p>", b"<p ", b"<div", b"<head")):
        return "html"
    if head.startswith((b"<?xml", b"<svg", b"<script")):
        raise Refused("This is no document that can be read. Save it as Word, PDF or plain text.")
    return "markdown" if name.lower().endswith((".md", ".markdown")) else "text"
