"""Names of QTI: version 3 writes "qti-choice-interaction" and "max-choices", version 2 "choiceInteraction" and "maxChoices"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

from esafety.curriculum.interchange.safe_xml import Element

ITEM = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
ITEM_SCHEMA = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0p1_v1p0.xsd"
PACKAGE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
PACKAGE_SCHEMA = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
CARRIED = "data-esafety"

RESPONSE, SCORE, FEEDBACK, WHOLE = "RESPONSE", "SCORE", "FEEDBACK", "WHOLE"
UNKNOWN = {
    "text-entry-interaction": "A short text to type cannot be marked here.",
    "extended-text-interaction": "An essay has no answer that can be marked here.",
    "inline-choice-interaction": "Words are chosen inside a text.",
    "gap-match-interaction": "Words are dragged into a text.",
    "associate-interaction": "Things of one list are paired with each other.",
    "slider-interaction": "A number is chosen on a slider.",
    "upload-interaction": "A file is asked for.",
    "hottext-interaction": "Words are marked inside a text.",
    "hotspot-interaction": "Places are marked on a picture.",
}


@cache
def plain(name: str) -> str:
    """A name as version 3 writes it, without the prefix: "choice-interaction"."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])", lambda found: f"-{found[1].lower()}", name).removeprefix("qti-")


def name_of(element: Element) -> str:
    """The plain name of an element."""
    return plain(str(etree.QName(element).localname))


def value(element: Element, name: str, default: str = "") -> str:
    """An attribute by its name in version 3."""
    old = re.sub(r"-([a-z])", lambda found: found[1].upper(), name)
    return str(element.get(name, element.get(old, default)))


def inside(element: Element, *names: str) -> Iterator[Element]:
    """All elements below one, of some plain names, in the order of the file."""
    return (one for one in element.iterdescendants(etree.Element) if name_of(one) in names)
