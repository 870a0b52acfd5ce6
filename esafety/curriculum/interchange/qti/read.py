"""Read QTI: a package with its manifest, or the file of a single item."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from esafety.curriculum.archives import Limits, opened
from esafety.curriculum.interchange.collecting import MOST_QUESTIONS, Collector
from esafety.curriculum.interchange.decoding import LARGEST_FILE
from esafety.curriculum.interchange.entry import Finding, Imported, with_own_keys
from esafety.curriculum.interchange.qti.items import held, read_item
from esafety.curriculum.interchange.qti.names import inside, name_of, value
from esafety.curriculum.interchange.safe_xml import Element, line_of, read_xml

MANIFEST = "imsmanifest.xml"
LIMITS = Limits(files=2 * MOST_QUESTIONS, one=LARGEST_FILE, total=64_000_000)
ITEM = re.compile(rb"<(?:[A-Za-z0-9]+:)?(?:qti-assessment-item|assessmentItem)[\s>]")
START_OF_AN_ITEM = 4_000
ITEM_TYPES = ("imsqti_item_", "imsqti_apipitem_")


def read(file: str, data: bytes) -> Imported:
    """The questions of a QTI package or item."""
    return _read_package(file, data) if data.startswith(b"PK") else _read_file(file, data)


def _read_file(file: str, data: bytes) -> Imported:
    collector = Collector(file, held)
    root = _root(data, collector)
    if root is not None and name_of(root) == "assessment-item":
        read_item(root, collector)
    elif root is not None and name_of(root) == "questestinterop":
        collector.broken(line_of(root), 1, "This is QTI 1.2.", "Export it as QTI 2.1 or later.")
    elif root is not None:
        reason = f"The file begins with <{name_of(root)}>, not with an item."
        collector.broken(line_of(root), 1, reason, "Give a package or an item.")
    return collector.result()


def _root(data: bytes, collector: Collector) -> Element | None:
    root, faults = read_xml(data)
    for fault in faults:
        collector.broken(*fault)
    return root


def _read_package(file: str, data: bytes) -> Imported:
    collector = Collector(file, held)
    if len(data) > LARGEST_FILE:
        reason = f"The package has {len(data) / 1e6:.1f} MB; at most {LARGEST_FILE // 1_000_000} MB are read."
        collector.broken(1, 1, reason, "Split it.")
        return collector.result()
    files, faults = opened(data, LIMITS)
    for fault in faults:
        where = f"{fault.path}: " if fault.path else ""
        collector.broken(1, 1, f"{where}{fault.reason}", fault.advice)
    if faults:
        return collector.result()
    manifest = next((path for path in sorted(files, key=len) if posixpath.basename(path) == MANIFEST), None)
    if manifest is None:
        collector.broken(1, 1, f"The package has no {MANIFEST}.", "Export it again.")
        return collector.result()
    inner = Collector(f"{file}/{manifest}", held)
    root = _root(files[manifest], inner)
    found = [inner.result()] if root is None else list(_items(file, manifest, root, dict(files)))
    entries = with_own_keys(entry for one in found for entry in one.entries)
    return Imported(entries, tuple(finding for one in found for finding in one.findings))


def _items(file: str, manifest: str, root: Element, files: dict[str, bytes]) -> Iterator[Imported]:
    folder = posixpath.dirname(manifest)
    named = {manifest}
    for resource in inside(root, "resource"):
        kind, href = value(resource, "type"), unquote(value(resource, "href"))
        path = posixpath.normpath(posixpath.join(folder, href))
        if kind.startswith(ITEM_TYPES):
            named.add(path)
            yield _read_file(f"{file}/{path}", files[path]) if path in files else _missing(file, manifest, resource, href)
        elif kind.startswith(("imsqti_xmlv1p", "question-bank")):
            yield _fault(file, manifest, resource, f'The resource "{href}" is QTI 1.2.', "Export it as QTI 2.1 or later.")
    if len(named) == 1:
        yield _fault(file, manifest, root, "The manifest names no item.")
    yield from (_unnamed(file, path) for path in sorted(files.keys() - named) if ITEM.search(files[path][:START_OF_AN_ITEM]))


def _unnamed(file: str, path: str) -> Imported:
    reason, advice = "The manifest does not name this item.", "Name it there, or import the file by itself."
    return Imported((), (Finding(file=f"{file}/{path}", line=1, reason=reason, advice=advice, severity="left out"),))


def _missing(file: str, manifest: str, resource: Element, href: str) -> Imported:
    return _fault(file, manifest, resource, f'The item "{href}" is not in the package.')


def _fault(file: str, manifest: str, element: Element, reason: str, advice: str = "Export it again.") -> Imported:
    return Imported((), (Finding(file=f"{file}/{manifest}", line=line_of(element), reason=reason, advice=advice),))
