"""Every catalogue says the same with the same values, and every message can be found by the tool that collects them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from esafety.core import i18n
from esafety.places import translations_directory
from tests.architecture.source import ROOT, Module, modules, told

CODES = tuple(code for code in i18n.OWN_NAMES if code != i18n.SOURCE)
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sdf]|\{\w+\}")
TAG = re.compile(r"</?\w+[^>]*>")
CALLS = frozenset({"_", "gettext", "ngettext", "lazy_gettext", "N_"})
PASSES_ON = frozenset({"esafety.core.i18n", "esafety.web.forms", "esafety.web.context", "esafety.web.pictures"})
"""Here a message that is marked elsewhere is looked up by a variable."""
FOR_STAFF = tuple(
    re.compile(pattern)
    for pattern in (
        r"esafety/agreements/views/(lead|office)\.py",
        r"esafety/agreements/templates/agreements/(paper|preview|publish|record|round)\.html",
        r"esafety/concerns/templates/concerns/(inbox|read)\.html",
        r"esafety/learning/(views|templates/learning)/(assign(_chosen)?|teaching(_notes)?)\.\w+",
        r"esafety/notices/views/teaching\.py",
        r"esafety/curriculum/bands\.py",
        r"esafety/notices/(forms|reviews)\.py",
        r"esafety/notices/(views|templates/notices)/(cards|governors|letters|outbox|remind)\.\w+",
        r"esafety/people/(classes|roster|schools|seat_words|staffing)\.py",
        r"esafety/people/forms/(office|staff)\.py",
        r"esafety/people/views/(office|office_staff|staff|teacher)\.py",
        r"esafety/people/templates/people/(add_|edit_|end_|mark_leaver|new_letter|restrict|choose_child).*\.html",
        r"esafety/people/templates/people/(adults?|member|staff_list|staff_sheet|pupils?|teachers?|classes|link|lists|office|found|saved|search)\.html",
        r"esafety/people/templates/people/(second_factor|staff_sign_in)\.html",
        r"esafety/people/templates/people/teacher/.*",
        r"esafety/law/.*",
        r"esafety/authoring/.*",
        r"esafety/policies/(beginning|coverage|drafts|forms|mending|publishing|register|telling)\.py",
        r"esafety/policies/views/(bringing|drafting|mending|register|versions)\.py",
        r"esafety/policies/templates/policies/(bring|changes|choosing|draft|enter|mend|parts|policy|publish|register|version|whom)\.html",
        r"esafety/reports/.*",
        r"esafety/web/templates/components/filter_bar\.html",
        r"esafety/welcome/(forms\.py|templates/welcome/(first_run|without_lessons)\.html)",
    )
)
"""Files whose words only staff see. Everything else is for families and pupils, too, and comes in every language."""


@pytest.fixture(params=CODES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    path = translations_directory() / request.param / "LC_MESSAGES" / "messages.po"
    assert path.exists(), f"There is no catalogue for {request.param}."
    return _read(path, request.param)


def test_the_collected_messages_are_those_of_the_sources() -> None:
    collected = {message.id for message in _read(translations_directory() / "messages.pot") if message.id}
    written = set(_written_in_the_sources())
    problems = [f"new: {words!r}" for words in written - collected] + [f"gone: {words!r}" for words in collected - written]
    assert not problems, told(sorted(problems), "Run `make messages`:")


def test_every_catalogue_has_every_message(catalogue: Catalog) -> None:
    known = {message.id for message in catalogue}
    problems = [str(message.id) for message in _read(translations_directory() / "messages.pot") if message.id not in known]
    assert not problems, told(problems, f"Run `make messages`; {catalogue.locale} lacks:")


def test_families_and_pupils_find_every_word_translated(catalogue: Catalog) -> None:
    problems = [
        f"{next(iter(message.locations))[0]}: {message.id!r}"
        for message in catalogue
        if message.id and not _only_for_staff(message)
        if not all(translated.strip() for _, translated in _pairs(message))
    ]
    assert not problems, told(problems, f"Shown in English to readers of {catalogue.locale}:")


def test_no_translation_is_a_guess(catalogue: Catalog) -> None:
    problems = [str(message.id) for message in catalogue if message.id and message.fuzzy]
    assert not problems, told(problems, f"Marked as fuzzy in {catalogue.locale}, so not shown:")


def test_translations_hold_the_same_values(catalogue: Catalog) -> None:
    problems = [
        f"{source!r} -> {translated!r}"
        for message in catalogue
        for source, translated in _pairs(message)
        if translated and not _same_values(message, source, translated)
    ]
    assert not problems, told(problems, f"A value is missing, unknown or misspelt in {catalogue.locale}:")


def test_translations_hold_no_markup_of_their_own(catalogue: Catalog) -> None:
    problems = [
        f"{translated!r}"
        for message in catalogue
        for source, translated in _pairs(message)
        if set(TAG.findall(translated)) - set(TAG.findall(source))
    ]
    assert not problems, told(problems, f"Markup belongs into templates, not into {catalogue.locale}:")


def test_plural_forms_are_whole(catalogue: Catalog) -> None:
    problems = [
        str(message.id)
        for message in catalogue
        for forms in [[translated for _, translated in _pairs(message)]]
        if isinstance(message.id, tuple) and any(forms) and not all(forms)
    ]
    assert not problems, told(problems, f"{catalogue.locale} needs {catalogue.num_plurals} forms of each:")


def test_every_message_is_written_as_one_literal() -> None:
    problems = [
        f"{module.at(line)}: {written[:90]}"
        for module in modules()
        if module.name not in PASSES_ON
        for line, written in _not_literal(module)
    ]
    assert not problems, told(problems, "The collecting tool reads literals; mark the words with N_ where they stand:")


def test_no_message_is_translated_while_modules_load() -> None:
    """At import there is no reader yet, so a message translated there would stay English for everybody."""
    problems = [
        f"{module.at(line)}: {written[:90]}; use lazy_gettext or N_"
        for module in modules()
        for line, written in _translated_at_import(module)
    ]
    assert not problems, told(problems, "Too early to know the reader's language:")


def _read(path: Path, locale: str | None = None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def _written_in_the_sources() -> Iterator[str | tuple[str, ...]]:
    configuration = (translations_directory() / "babel.cfg").open(encoding="utf-8")
    with configuration:
        methods, options = parse_mapping_cfg(configuration)  # type: ignore[no-untyped-call]
    keywords = {**DEFAULT_KEYWORDS, "lazy_gettext": None, "_l": None}
    found = extract_from_dir(ROOT, methods, options, keywords, directory_filter=_is_our_own)
    yield from (words for _, _, words, _, _ in found if words)


def _is_our_own(directory: str) -> bool:
    # What other directories hold, such as an environment, no rule collects.
    return Path(directory).is_relative_to(ROOT / "esafety")


def _only_for_staff(message: Message) -> bool:
    files = {file for file, _ in message.locations}
    return all(any(pattern.fullmatch(file) for pattern in FOR_STAFF) for file in files)


def _pairs(message: Message) -> Iterator[tuple[str, str]]:
    if not message.id:
        return
    if isinstance(message.id, tuple):
        yield from ((message.id[1], translated) for translated in message.string or ())
    else:
        yield str(message.id), str(message.string or "")


def _same_values(message: Message, source: str, translated: str) -> bool:
    if "python-format" not in message.flags and "%(" not in source and "{" not in source:
        return True
    here, there = sorted(PLACEHOLDER.findall(translated)), sorted(PLACEHOLDER.findall(source))
    if isinstance(message.id, tuple):  # "one child" may leave the number out
        return set(here) <= set(there) | set(PLACEHOLDER.findall(message.id[0]))
    return set(here) == set(there)


def _not_literal(module: Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call) or _called(node) not in CALLS or not node.args:
            continue
        words = node.args[:2] if _called(node) == "ngettext" else node.args[:1]
        if any(isinstance(word, ast.JoinedStr | ast.BinOp) for word in words) or any(
            isinstance(word, ast.Call) and isinstance(word.func, ast.Attribute) and word.func.attr == "format" for word in words
        ):
            yield node.lineno, ast.unparse(node)


def _translated_at_import(module: Module) -> Iterator[tuple[int, str]]:
    def walk(node: ast.AST) -> Iterator[ast.Call]:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            if not isinstance(node, ast.Lambda):
                for decorator in node.decorator_list:
                    yield from walk(decorator)
            return
        if isinstance(node, ast.Call):
            yield node
        for child in ast.iter_child_nodes(node):
            yield from walk(child)

    eager = {"gettext", "ngettext"} | set(_names_of_gettext(module))
    yield from ((call.lineno, ast.unparse(call)) for call in walk(module.tree) if _called(call) in eager)


def _names_of_gettext(module: Module) -> Iterator[str]:
    """What ``gettext`` is called here: ``from esafety.core.i18n import gettext as _``."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.module == "esafety.core.i18n":
            yield from (one.asname or one.name for one in node.names if one.name in {"gettext", "ngettext"})


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else call.func.attr if isinstance(call.func, ast.Attribute) else ""
