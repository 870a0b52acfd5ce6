"""Whether a picture is safe to show: a flat SVG of shapes, and nothing that could run or fetch something."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

NAMESPACE = "{http://www.w3.org/2000/svg}"
ELEMENTS = frozenset(
    "svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop clipPath".split()
)
VIEW_BOXES = ("0 0 320 200", "0 0 96 96")
LARGEST_PICTURE = 6 * 1024
DECLARATION = re.compile(rb"\A<\?xml\s[^?]*\?>")
ELSEWHERE = re.compile(r"url\(\s*['\"]?(?!#)|javascript:|data:|https?:|//", re.IGNORECASE)


def faults_of(data: bytes) -> Iterator[tuple[int, str, str]]:
    """What is wrong with a picture: line, what, and what to do."""
    if len(data) > LARGEST_PICTURE:
        yield 1, f"The picture has {len(data)} bytes.", f"Keep it to {LARGEST_PICTURE}."
    if b"<!" in data.replace(b"<!--", b"") or b"<?" in DECLARATION.sub(b"", data):
        yield 1, "The picture has a document type, entity or instruction.", "Take it away."
        return
    try:
        picture = ElementTree.fromstring(data)  # noqa: S314 - entities were refused above
    except ElementTree.ParseError as error:
        yield error.position[0], f"Not well-formed: {error.msg.split(':')[0]}.", "Mend or draw it again."
        return
    if picture.tag != f"{NAMESPACE}svg" or picture.get("viewBox") not in VIEW_BOXES:
        yield 1, "It does not begin as one of our pictures.", f'Use <svg> with viewBox "{VIEW_BOXES[0]}" or "{VIEW_BOXES[1]}".'
    for element in picture.iter():
        yield from _faults_of_element(element, data)


def _faults_of_element(element: ElementTree.Element, data: bytes) -> Iterator[tuple[int, str, str]]:
    name = element.tag.removeprefix(NAMESPACE)
    if name not in ELEMENTS:
        yield _line(data, f"<{name}"), f"The picture has an element <{name}>.", "Draw with plain shapes only."
    if (element.text or "").strip() or (element.tail or "").strip():
        yield _line(data, f"<{name}"), "The picture has text in it.", "Say it in the text alternative."
    for key, value in element.attrib.items():
        if key.lower().startswith("on") or key.lower() == "style" or "href" in key or ELSEWHERE.search(value):
            yield _line(data, key.rsplit("}", maxsplit=1)[-1]), f'The picture has an attribute "{key}".', "Take it away."


def _line(data: bytes, text: str) -> int:
    at = data.find(text.encode())
    return data.count(b"\n", 0, max(at, 0)) + 1
