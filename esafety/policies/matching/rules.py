"""The labelling rules of the catalogue, read from rules.txt: expectation, what is added to its score, and the pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

WORDS = {
    "staff": r"(?:staff|teachers?|employees?|adults?|colleagues?|volunteers?|governors?|school representatives?|anyone working)",
    "pupil": r"(?:pupils?|child(?:ren)?|students?|young (?:people|persons?)|expupils?)",
    "image": r"(?:photo\w*|pictures?|images?|videos?|film\w*|footage|recordings?)",
    "grave": r"(?:breach\w*|incidents?|misuse|broken? the|fail(?:ure|s|ing)? to|allegations?|offen[cs]es?|violation)",
    "page": r"(?:the |our |school(?:'s)? )(?:page|account|feed|official|facebook|twitter|socialmedia)",
    "tells-school": r"^(?:i|we)(?:'ll| will| shall)? (?:inform|tell|let|contact|alert) (?:the |my child's )?school\b",
    "year": r"(?:19|20)\d\d\b",
}
"""What a pattern means by <staff> and the like."""
_NAMED = re.compile(r"<([a-z-]+)>")
_INDENT = "  "
_GOES_ON = _INDENT * 4

Rule = tuple[str, float, str]


def rules_in(lines: Iterable[str]) -> Iterator[Rule]:
    """The rules of a text: an expectation by itself, below it its patterns, each of which may go on further in.

    Raises KeyError for words in angle brackets that nobody has named, ValueError for a weight that is no number.
    """
    name, weight, pattern = "", 0.0, ""
    for line in (*lines, "end"):
        if line.startswith(_GOES_ON):
            pattern += line.strip()
            continue
        if pattern:
            yield name, weight, _NAMED.sub(lambda found: WORDS[found.group(1)], pattern)
            pattern = ""
        if line.startswith(_INDENT):
            number, pattern = line.split(maxsplit=1)
            weight, pattern = float(number), pattern.strip()
        elif line.strip() and not line.startswith("#"):
            name = line.strip()


RULES: tuple[Rule, ...] = tuple(rules_in(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()))
