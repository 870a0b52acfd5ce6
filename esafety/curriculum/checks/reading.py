"""Texts are as easy to read as their readers need."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from esafety.curriculum.catalogue import ADULT_AUDIENCES, BANDS
from esafety.curriculum.content import Content, Located
from esafety.curriculum.problems import Problem
from esafety.curriculum.reading import WORD, WordList, measure, sentences_of, words_of
from esafety.curriculum.shapes import Lesson
from esafety.curriculum.texts import texts_of

WORDS_PER_SENTENCE = {"ks1": 8, "lks2": 10, "uks2": 13, "parents": 15, "staff": 17, "governors": 17}
"""The average that each band's readers manage (docs/writing-content.md)."""

LONGEST_SENTENCE = {"ks1": 12, "lks2": 18, "uks2": 24, "parents": 30, "staff": 32, "governors": 32}
GRADE = {"ks1": 2.0, "lks2": 3.0, "uks2": 5.0, "parents": 6.0, "staff": 9.0, "governors": 9.0}
NOT_FOR_READERS = ("family.", "title", "badge.title")
WORD_LIST = "reading/ks1-words.txt"
MOST_WORDS_OUTSIDE = 5
"""From so many words outside the list on, a lesson of the library is too hard for ks1; fewer are for judging."""


def reader_texts(lesson: Lesson) -> dict[str, str]:
    """What the readers of a lesson themselves read, by place; titles are no sentences, notes are for others."""
    return {
        place: text
        for place, text in texts_of(lesson).items()
        if not place.startswith(NOT_FOR_READERS) and not place.endswith(".say")
    }


def check_reading(content: Content) -> Iterator[Problem]:
    """Sentences, grade and words of every lesson against its band's limits."""
    words = word_list(content)
    for lesson in content.lessons:
        yield from _sentences(lesson)
        if lesson.item.band == "ks1" and words.words:
            yield from _words(lesson, words, is_whole=content.is_whole)


def _sentences(lesson: Located[Lesson]) -> Iterator[Problem]:
    readers, texts = lesson.item.readers, reader_texts(lesson.item)
    if readers not in GRADE:
        return
    found = measure(texts.values())
    if found.words_per_sentence > WORDS_PER_SENTENCE[readers]:
        message = f"{found.words_per_sentence} words per sentence on average."
        yield lesson.problem("steps", message, f"Keep it to {WORDS_PER_SENTENCE[readers]} for {readers}.")
    if found.grade > GRADE[readers]:
        message = f"Reading grade {found.grade}."
        advice = f"Keep it to {GRADE[readers]} for {readers}: shorter words and sentences."
        yield lesson.problem("steps", message, advice)
    limit = LONGEST_SENTENCE[readers]
    for place, text in texts.items():
        for sentence in sentences_of(text):
            if (length := len(WORD.findall(sentence))) > limit:
                message = f'A sentence of {length} words: "{sentence[:50].strip()} ...".'
                severity: Any = "error" if readers == "ks1" else "warning"
                yield lesson.problem(place, message, f"Split it: {limit} at most for {readers}.", severity)


def word_list(content: Content) -> WordList:
    """The words of ks1 with the names of the cast; empty when the content has no list."""
    path = content.directory / WORD_LIST
    return WordList(path.read_text("utf-8").splitlines() if path.is_file() else [])


def words_outside(lesson: Lesson, words: WordList) -> dict[str, str]:
    """Words of a lesson that are neither listed, nor taught by it, nor names, each with its first place."""
    taught = [word for phrase in lesson.teaches for word in words_of(phrase)]
    allowed = words.extended(taught)
    texts = reader_texts(lesson)
    names = {name for text in texts.values() for name in _names_in(text)}
    outside: dict[str, str] = {}
    for place, text in texts.items():
        for word in words_of(text):
            if word not in allowed and word.removesuffix("'s") not in names:
                outside.setdefault(word, place)
    return outside


def share_outside(lessons: Iterable[Lesson], words: WordList) -> float:
    """The share of all words that children of ks1 could not be expected to read, from 0 to 1."""
    counted = Counter(word for lesson in lessons for text in reader_texts(lesson).values() for word in words_of(text))
    outside = sum(number for word, number in counted.items() if word not in words)
    return round(outside / (sum(counted.values()) or 1), 3)


def _names_in(text: str) -> Iterator[str]:
    """Words with a capital letter inside a sentence."""
    for sentence in sentences_of(text):
        for word in WORD.findall(sentence)[1:]:
            if word[0].isupper() and word.replace("’", "'").split("'")[0] != "I":
                yield word.lower().replace("’", "'").removesuffix("'s")


def _words(lesson: Located[Lesson], words: WordList, *, is_whole: bool) -> Iterator[Problem]:
    outside = words_outside(lesson.item, words)
    if is_whole and len(outside) > MOST_WORDS_OUTSIDE:
        message = f"{len(outside)} words are not in the word list for ks1: {', '.join(sorted(outside))}."
        yield lesson.problem("steps", message, f"Keep it to {MOST_WORDS_OUTSIDE}: use easier words, or teach them.")
        return
    for word, place in outside.items():
        advice = f'Use an easier word, teach it ("teaches"), or add it to {WORD_LIST} if every child of six reads it.'
        yield lesson.warning(place, f'"{word}" is not in the word list for ks1.', advice)


def reading_measures(content: Content) -> dict[str, dict[str, Any]]:
    """Per band and audience how its texts measure together, and for bands the words outside the list.

    Only ks1 is held to the list. For older bands the share of such words, of all words read, shows how far they go on.
    """
    words = word_list(content)
    found: dict[str, dict[str, Any]] = {}
    for readers in (*BANDS, *ADULT_AUDIENCES):
        lessons = [located.item for located in content.lessons if located.item.readers == readers]
        if lessons:
            found[readers] = asdict(measure(text for lesson in lessons for text in reader_texts(lesson).values()))
        if lessons and readers == "ks1":
            found[readers]["words_outside_list"] = sorted({w for one in lessons for w in words_outside(one, words)})
        elif lessons and readers in BANDS:
            found[readers]["share_outside_ks1_list"] = share_outside(lessons, words)
    return found
