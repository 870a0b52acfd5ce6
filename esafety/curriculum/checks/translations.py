"""Each translation belongs to a document, says which wording it translates, and leaves nothing out."""

import re
from collections.abc import Iterator
from typing import Any

from esafety.curriculum.content import Content, Located
from esafety.curriculum.problems import Problem
from esafety.curriculum.shapes import Translation
from esafety.curriculum.texts import digest_of_texts, texts_of

LANGUAGES = ("cy", "pl", "ro", "ur", "ar", "uk")
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
VERSION = re.compile(r"[0-9a-f]{12}")
LONG_TEXT = 25
"""A text this long that equals its English was probably not translated."""


def check_translations(content: Content) -> Iterator[Problem]:
    """Completeness, unknown names, placeholders and the version of every translation."""
    documents = content.documents
    for translation in content.translations:
        source = documents.get(source_of(translation.file))
        language = translation.file.rsplit(".", 2)[-2]
        if translation.item.language != language:
            message = f'The language is "{translation.item.language}", the file says "{language}".'
            yield translation.problem("language", message, "Make them equal.")
        if language not in LANGUAGES:
            yield translation.problem("language", f'"{language}" is no language of ours.', ", ".join(LANGUAGES))
        if source is not None:
            yield from _against_source(translation, source)
        elif source_of(translation.file) not in content.files:
            message = f"{source_of(translation.file)} is not there."
            yield translation.problem("", message, "A translation lies beside the file that it translates.")


def source_of(file: str) -> str:
    """The file that a translation belongs to: "a/b.cy.yaml" translates "a/b.yaml"."""
    return f"{file.rsplit('.', 2)[0]}.yaml"


def _against_source(translation: Located[Translation], source: Located[Any]) -> Iterator[Problem]:
    item = translation.item
    texts = texts_of(source.item, item.scope)
    current = digest_of_texts(texts)
    fresh = item.source_version == current
    if not VERSION.fullmatch(item.source_version):
        advice = f'Write "{current}" when it translates the wording of today.'
        yield translation.problem("source_version", f'"{item.source_version}" is no version.', advice)
    elif not fresh:
        advice = f'Look what changed, then write "{current}".'
        yield translation.warning("source_version", "The English wording has changed since.", advice)
    severity: Any = "error" if fresh else "warning"
    for place in texts:
        if not item.texts.get(place):
            yield translation.problem("texts", f'The text "{place}" is missing.', "Translate it.", severity)
    for place, text in item.texts.items():
        if place in texts:
            yield from _text(translation, place, text, texts[place])
        else:
            advice = f"The source has no such text in the scope {item.scope}: take it away."
            yield translation.problem(f"texts.{place}", f'"{place}" translates nothing.', advice, severity)


def _text(translation: Located[Translation], place: str, text: str, english: str) -> Iterator[Problem]:
    if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(english)):
        wanted = ", ".join(PLACEHOLDER.findall(english)) or "none"
        message = f'The placeholders of "{place}" differ.'
        yield translation.problem(f"texts.{place}", message, f"The English has: {wanted}.")
    if text == english and len(text) > LONG_TEXT:
        yield translation.warning(f"texts.{place}", f'"{place}" is still in English.', "Translate it.")
