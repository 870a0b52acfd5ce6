"""Templates carry no script, no style and no way past the escaping, and every form belongs to its session."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT, told

TEMPLATES = tuple(sorted(PACKAGE.glob("**/templates/**/*.html")))
FORBIDDEN = {
    "an inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "an inline script": re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")", re.IGNORECASE),
    "an event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']", re.IGNORECASE),
    "a javascript: address": re.compile(r"javascript:", re.IGNORECASE),
    "a way past the escaping": re.compile(r"\|\s*safe\b|autoescape\s+false|\|\s*forceescape", re.IGNORECASE),
    "another host": re.compile(r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//", re.IGNORECASE),
}
FORM = re.compile(r"<form\b(?P<attributes>[^>]*)>(?P<inside>.*?)</form>", re.IGNORECASE | re.DOTALL)
CONFIRM = re.compile(r"{%-?\s*call confirm\(.*?%}(?P<inside>.*?){%-?\s*endcall", re.DOTALL)
GIVEN = re.compile(r"csrf_field|caller\(\)")
"""A component whose form is filled by its caller gets the field from there."""
POSTS = re.compile(r"method\s*=\s*[\"']post[\"']", re.IGNORECASE)
IMPORTED = re.compile(r"{%-?\s*from\s+\"(?P<name>[^\"]+)\"\s+import")
MACRO = re.compile(r"{%-?\s*macro\b.*?{%-?\s*endmacro\s*-?%}", re.DOTALL)
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_a_template_holds_nothing_that_the_browser_must_refuse(template: Path) -> None:
    problems = [
        f"{template.relative_to(ROOT)}:{text.count(chr(10), 0, found.start()) + 1}: {what}: {found.group(0).strip()[:60]}"
        for text in [_text(template)]
        for what, pattern in FORBIDDEN.items()
        for found in pattern.finditer(text)
        if not _is_help_for_people(found.group(0), text, found.start())
    ]
    assert not problems, told(problems, "The security policy of every page forbids:")


def test_every_form_that_changes_something_belongs_to_its_session() -> None:
    problems = [f"{where}: csrf_field() is missing" for where, inside in _posting_forms() if not re.search(GIVEN, inside)]
    assert not problems, told(problems, "Put {{ csrf_field() }} into the form:")


def test_words_of_an_imported_template_stand_in_its_macros() -> None:
    imported = {found["name"] for path in TEMPLATES for found in IMPORTED.finditer(_text(path))}
    problems = [
        name_of(path)
        for path in TEMPLATES
        if any(name_of(path).endswith(f"templates/{name}") for name in imported) and "_(" in MACRO.sub("", _text(path))
    ]
    assert not problems, told(problems, "Outside a macro they are made once, in the first reader's language:")


def test_every_template_stands_in_its_rooms_folder() -> None:
    problems = []
    for path in TEMPLATES:
        room, below = path.relative_to(PACKAGE).parts[0], path.parts[path.parts.index("templates") + 1]
        if room not in ("web", below):
            problems.append(name_of(path))
    assert not problems, told(problems, "Two rooms' templates of one name would hide each other; move to templates/<room>/:")


def test_python_marks_nothing_as_safe_outside_the_core_and_the_web() -> None:
    problems = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).parts[0] not in {"core", "web"}
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if "Markup(" in line
    ]
    assert not problems, told(problems, "Let the template escape it:")


def _posting_forms() -> Iterator[tuple[str, str]]:
    for path in TEMPLATES:
        text = _text(path)
        for form in FORM.finditer(text):
            if POSTS.search(form["attributes"]):
                yield _at(path, text, form.start()), form["inside"]
        yield from ((_at(path, text, call.start()), call["inside"].replace("caller()", "")) for call in CONFIRM.finditer(text))


def _at(path: Path, text: str, position: int) -> str:
    return f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, position) + 1}"


def _text(path: Path) -> str:
    """The template without its comments, at the same line numbers."""
    return COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), path.read_text("utf-8"))


def _is_help_for_people(found: str, text: str, at: int) -> bool:
    """A link that a person follows to a help line's own site is no request of ours: it is an <a> that says so."""
    if not found.lower().startswith("href"):
        return False
    opening = text.rfind("<", 0, at)
    return text[opening : opening + 2].lower() == "<a"
