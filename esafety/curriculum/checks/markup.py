"""No file holds anything that could run, fetch or lead somewhere: not in a text, not in an address."""

import re
from collections.abc import Iterator

from esafety.curriculum.content import Content, Located
from esafety.curriculum.problems import Problem
from esafety.curriculum.read import Sequence, Tree

TAG = re.compile(r"<\s*/?\s*[A-Za-z!?][^<>]*>?")
SCRIPT = re.compile(r"(?i)(?:java|vb)script\s*:|data\s*:\s*[a-z]+/|\bon[a-z]{3,}\s*=\s*[\"']|&#x?[0-9a-f]+;?")
LINK = re.compile(r"\]\s*\(|\]\s*:\s*\S|!\[")
TEMPLATE = re.compile(r"\{\{|\{%|\$\{")
FAULTS = (
    (SCRIPT, "Something that could run", "Take it away: a text only says something."),
    (TAG, "HTML", "Use **bold**, paragraphs and lists only."),
    (LINK, "A link or a picture in Markdown", "Name a picture by its field; links are no part of a text."),
    (TEMPLATE, "A sign of a template", "Known: {school}, {trusted_adult}, {fact:...}."),
)
MAY_BE_MORE = re.compile(r"[<\]&=$%]|\{\{|\{%|:\S|script|data", re.IGNORECASE)
"""Most texts hold none of these and are looked at once only."""

ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?#][^\s\"'<>\\]*)?")


def check_markup(content: Content) -> Iterator[Problem]:
    """Every text of every file, also those that only teachers see."""
    seen: set[str] = set()
    for located in _all(content):
        if located.file not in seen:
            seen.add(located.file)
            yield from _faults(located.tree, located.file, located.tree.line)


def _all(content: Content) -> Iterator[Located[object]]:
    for shelf in (content.facts, content.misconceptions, content.translations):
        yield from shelf  # type: ignore[misc]
    yield from content.documents.values()


def _faults(tree: Tree, file: str, line: int, key: str = "") -> Iterator[Problem]:
    if isinstance(tree, str):
        yield from _faults_of_text(tree, file, line, key)
    elif isinstance(tree, Sequence):
        for at, entry in zip(tree.lines, tree, strict=True):
            yield from _faults(entry, file, at, key)
    else:
        for name, value in tree.items():
            yield from _faults(value, file, tree.lines[name], name)


def _faults_of_text(text: str, file: str, line: int, key: str) -> Iterator[Problem]:
    if key == "url":
        if text and not ADDRESS.fullmatch(text):
            yield Problem(file, line, f'"{text[:40]}" is no address of a page.', "Begin it with https://.")
        return
    if not MAY_BE_MORE.search(text):
        return
    for pattern, what, advice in FAULTS:
        if found := pattern.search(text):
            yield Problem(file, line, f'{what} stands here: "{found[0][:40]}".', advice)
            return
