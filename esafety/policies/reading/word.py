"""Word files (.docx): paragraphs, automatic numbers, lists and tables. Nothing in them is run or fetched."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from esafety.policies.reading.blocks import Block, BlockKind, Refused
from esafety.policies.reading.characters import clean
from esafety.policies.reading.limits import PACKED_RATIO, PARTS, UNPACKED_BYTES
from esafety.policies.reading.numbering import Numbering
from esafety.policies.reading.paragraphs import Paragraph, blocks_of_paragraphs

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HIDDEN = (f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText")
_HEADING = re.compile(r"heading\s*\d|^title$|^subtitle$", re.IGNORECASE)
_CONTENTS = re.compile(r"^toc\s*\d|^tocheading$", re.IGNORECASE)


def read_word(data: bytes) -> list[Block]:
    """The blocks of a Word file. Raises Refused for macros, passwords, bombs and what is not Word."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _safe_parts(archive)
            body = _xml(archive.read("word/document.xml"))
            numbering = _part(archive, parts, "word/numbering.xml")
            styles = _part(archive, parts, "word/styles.xml")
    except KeyError:
        raise Refused("This is a zip file, but no Word document. Send the .docx itself.") from None
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        OverflowError,
    ):
        raise Refused("The Word file is damaged or protected. Open it in Word, save it anew and try again.") from None
    except ElementTree.ParseError:
        raise Refused("The Word file is damaged. Open it in Word, save it anew and try again.") from None
    names = _style_names(styles)
    return blocks_of_paragraphs(list(_paragraphs(body, Numbering.of(numbering, styles), names)))


def _safe_parts(archive: zipfile.ZipFile) -> set[str]:
    members = archive.infolist()
    names = {member.filename for member in members}
    if len(members) > PARTS or len(names) < len(members):
        raise Refused("The Word file has far too many parts. Save it anew and try again.")
    if any(member.flag_bits & 1 for member in members):
        raise Refused("The file is protected by a password. Save it without one and try again.")
    if any("vbaproject" in name.lower() or name.lower().endswith((".bin.exe", ".vbs", ".js")) for name in names):
        raise Refused("The file contains macros (small programs). Save it as .docx without macros and try again.")
    unpacked = sum(member.file_size for member in members)
    if unpacked > UNPACKED_BYTES or any(member.file_size > PACKED_RATIO * max(member.compress_size, 1024) for member in members):
        raise Refused("The Word file unpacks to far more than a policy needs. Save it without pictures, or paste the text.")
    if "[Content_Types].xml" in names and b"macroEnabled" in archive.read("[Content_Types].xml"):
        raise Refused("The file is made for macros (small programs). Save it as .docx and try again.")
    return names


def _part(archive: zipfile.ZipFile, names: set[str], name: str) -> ElementTree.Element | None:
    return _xml(archive.read(name)) if name in names else None


def _xml(data: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\x00<\x00!\x00D" in data:
        raise Refused("The Word file contains definitions that do not belong in a document. Save it anew in Word and try again.")
    return ElementTree.fromstring(data)  # noqa: S314 - definitions, which alone make XML dangerous here, are refused above


def _style_names(styles: ElementTree.Element | None) -> dict[str, str]:
    if styles is None:
        return {}
    found = {}
    for style in styles.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        found[style.get(f"{_W}styleId", "")] = name.get(f"{_W}val", "") if name is not None else ""
    return found


def _paragraphs(body: ElementTree.Element, numbering: Numbering, names: dict[str, str]) -> Iterator[Paragraph]:
    for element in _top_level(body):
        if element.tag == f"{_W}tbl":
            yield from map(Paragraph, _rows(element))
        else:
            yield from _paragraph(element, numbering, names)


def _top_level(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Paragraphs and tables in reading order, also inside content controls."""
    for child in element:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag not in _HIDDEN:
            yield from _top_level(child)


def _rows(table: ElementTree.Element) -> Iterator[Block]:
    for row in table.iter(f"{_W}tr"):
        cells = [clean(" ".join(_text(paragraph) for paragraph in cell.iter(f"{_W}p"))) for cell in row.iter(f"{_W}tc")]
        text = " | ".join(cell for cell in cells if cell)
        if text:
            yield Block(kind="row", text=text)


def _paragraph(paragraph: ElementTree.Element, numbering: Numbering, names: dict[str, str]) -> Iterator[Paragraph]:
    text = clean(_text(paragraph))
    style = _value(paragraph, "pStyle")
    name = names.get(style, style)
    label, depth, listed = numbering.next(paragraph, style)
    if text:
        kind: BlockKind = "item" if listed and not label else "paragraph"
        if _HEADING.search(name) or _HEADING.search(style):
            kind = "heading"
        elif _CONTENTS.search(name) or _CONTENTS.search(style):
            kind = "furniture"
        yield Paragraph(Block(kind=kind, text=text, label=label, depth=depth), strong=_is_bold(paragraph))


def _is_bold(paragraph: ElementTree.Element) -> bool:
    """Whether all words of a paragraph are bold."""
    runs = [run for run in paragraph.iter(f"{_W}r") if _text(run).strip()]
    marks = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(runs) and all(mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false") for mark in marks)


def _value(paragraph: ElementTree.Element, name: str) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}{name}")
    return found.get(f"{_W}val", "") if found is not None else ""


def _text(element: ElementTree.Element) -> str:
    """The words of a paragraph as a reader sees them: no deleted, no hidden text."""
    if element.tag in _HIDDEN or (element.tag == f"{_W}r" and _hidden_run(element)):
        return ""
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr") and not list(element):
        return " "
    if element.tag == f"{_W}noBreakHyphen":
        return "-"
    return "".join(_text(child) for child in element)


def _hidden_run(run: ElementTree.Element) -> bool:
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return False
    if any(properties.find(f"{_W}{name}") is not None for name in ("vanish", "webHidden")):
        return True
    colour = properties.find(f"{_W}color")
    return colour is not None and colour.get(f"{_W}val", "").upper() == "FFFFFF"
