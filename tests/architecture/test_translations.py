"""Every catalogue says the same with the same values, and every message can be found by the tool that collects them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from esafety.core import i18n
from esafety.places import translations_directory
from tests.architecture.source import Module, modules, told

CODES = tuple(code for code in i18n.OWN_NAMES if code != i18n.SOURCE)
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sdf]")
TAG = re.compile(r"</?\w+[^>]*>")
CALLS = frozenset({"_", "gettext", "ngettext", "lazy_gettext", "N_"})
PASSES_ON = frozenset({"esafety.core.i18n", "esafety.web.forms", "esafety.web.context", "esafety.web.pictures"})
"""Here a message that is marked elsewhere is looked up by a variable."""


@pytest.fixture(params=CODES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    path = translations_directory() / request.param / "LC_MESSAGES" / "messages.po"
    assert path.exists(), f"There is no catalogue for {request.param}."
    with path.open("rb") as file:
        return read_po(file, locale=request.param)


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


def _pairs(message: Message) -> Iterator[tuple[str, str]]:
    if not message.id:
        return
    if isinstance(message.id, tuple):
        yield from ((message.id[1], translated) for translated in message.string or ())
    else:
        yield str(message.id), str(message.string or "")


def _same_values(message: Message, source: str, translated: str) -> bool:
    if "python-format" not in message.flags and "%(" not in source:
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
