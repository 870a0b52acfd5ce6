"""No two questions ask the same, and no sentence returns from lesson to lesson."""

from collections.abc import Iterator
from itertools import combinations

from esafety.curriculum.checks.reading import reader_texts
from esafety.curriculum.content import Asked, Content
from esafety.curriculum.problems import Problem
from esafety.curriculum.reading import sentences_of, words_of

NEARLY_THE_SAME = 0.8
"""The share of common words (of all words of both) from which two stems count as one."""

SHORT_STEM = 6
LONG_SENTENCE = 8


def check_stems(content: Content) -> Iterator[Problem]:
    """Stems that (nearly) equal another one for the same readers."""
    by_readers: dict[str, list[tuple[Asked, frozenset[str]]]] = {}
    for asked in content.asked():
        words = frozenset(words_of(asked.question.stem))
        if len(words) < SHORT_STEM:
            words |= _option_words(asked)
        by_readers.setdefault(asked.readers, []).append((asked, words))
    for stems in by_readers.values():
        for (one, words), (other, others) in combinations(stems, 2):
            if _alike(words, others):
                where = f"{one.located.file} ({one.place})"
                message = f"This question is nearly the same as the one in {where}."
                yield other.problem("stem", message, "Ask about something else.")


def _option_words(asked: Asked) -> frozenset[str]:
    """Short stems ("Who can help?") are told apart by what can be answered."""
    options = getattr(asked.question, "options", ()) or getattr(asked.question, "items", ())
    options = options or tuple(way for turn in getattr(asked.question, "turns", ()) for way in turn.options)
    return frozenset(word for option in options for word in words_of(option.text))


def _alike(words: frozenset[str], others: frozenset[str]) -> bool:
    shorter, longer = sorted((len(words), len(others)))
    if shorter < NEARLY_THE_SAME * longer:
        return False
    common = len(words & others)
    return common >= NEARLY_THE_SAME * (shorter + longer - common)


def check_sentences(content: Content) -> Iterator[Problem]:
    """Long sentences that stand word for word in two lessons for pupils."""
    seen: dict[tuple[str, ...], str] = {}
    for lesson in content.lessons:
        if not lesson.item.band:
            continue
        for place, text in reader_texts(lesson.item).items():
            if place.startswith("steps.tell."):
                continue  # whom to tell is the same in every lesson, and should be
            for sentence in sentences_of(text):
                words = tuple(words_of(sentence))
                if len(words) < LONG_SENTENCE:
                    continue
                first = seen.setdefault(words, lesson.file)
                if first != lesson.file:
                    message = f'"{sentence.strip()}" also stands in {first}.'
                    yield lesson.warning(place, message, "Say it in another way.")
