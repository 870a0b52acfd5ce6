"""Write questions as a QTI 3.0 package: a manifest, and one item for each question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from esafety.curriculum.archives import packed
from esafety.curriculum.interchange.draft import NotShown
from esafety.curriculum.interchange.entry import Entry
from esafety.curriculum.interchange.qti.item_writing import item_of
from esafety.curriculum.interchange.qti.names import INSTANCE, PACKAGE, PACKAGE_SCHEMA
from esafety.curriculum.interchange.qti.read import MANIFEST
from esafety.curriculum.interchange.writing import Written, cannot_hold, drafted


def write(entries: Iterable[Entry], said: Mapping[str, str]) -> Written:
    """A whole package."""
    files: dict[str, bytes] = {}
    resources, findings = [], []
    for number, entry in enumerate(entries, 1):
        try:
            draft = drafted(entry, said)
        except NotShown as reason:
            findings.append(cannot_hold(entry, reason))
            continue
        identifier = f"i{number:04d}-{re.sub(r'[^A-Za-z0-9]+', '-', entry.key).strip('-')}"[:100]
        path = f"items/{identifier}.xml"
        item = item_of(entry, draft, identifier, said)
        files[path] = etree.tostring(item, xml_declaration=True, encoding="UTF-8", pretty_print=True)
        resources.append((identifier, path))
    return Written(packed({**files, MANIFEST: _manifest(resources)}), len(files), tuple(findings))


def _manifest(resources: list[tuple[str, str]]) -> bytes:
    root = etree.Element(f"{{{PACKAGE}}}manifest", identifier="questions", nsmap={None: PACKAGE, "xsi": INSTANCE})
    root.set(f"{{{INSTANCE}}}schemaLocation", f"{PACKAGE} {PACKAGE_SCHEMA}")
    metadata = etree.SubElement(root, f"{{{PACKAGE}}}metadata")
    etree.SubElement(metadata, f"{{{PACKAGE}}}schema").text = "QTI Package"
    etree.SubElement(metadata, f"{{{PACKAGE}}}schemaversion").text = "3.0.0"
    etree.SubElement(root, f"{{{PACKAGE}}}organizations")
    holder = etree.SubElement(root, f"{{{PACKAGE}}}resources")
    for identifier, path in resources:
        about = {"identifier": identifier, "type": "imsqti_item_xmlv3p0", "href": path}
        etree.SubElement(etree.SubElement(holder, f"{{{PACKAGE}}}resource", about), f"{{{PACKAGE}}}file", href=path)
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return data
