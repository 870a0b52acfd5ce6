"""How hard a text is to read: words per sentence, grade, and words outside a list.

The grade is the Flesch-Kincaid grade level: 0.39 x words per sentence + 11.8 x syllables per word - 15.59.
Source: J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, "Derivation of new readability formulas for
Navy enlisted personnel", Research Branch Report 8-75, Naval Air Station Memphis, 1975.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’][A-Za-z]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)*]*\s+(?=[\"'“‘(*]*[A-Z0-9À-Þ{])|\n+\s*(?:[-*]\s+)?")
VOWELS = re.compile(r"[aeiouyà-ÿ]+")
SILENT_ENDING = re.compile(r"(?<![aeiouyl])e$|(?<=[aeiouy]l)e$|(?<![dt])ed$|(?<![sxzchg])es$")
TWO_SOUNDS = re.compile(r"i[ao]|[^q]u[ao]|eo(?!ple)|[aeiou]ing$|ying$|[dr]ea$")
ONE_SOUND = re.compile(r"[cst]ion|[cst]ia|[cs]iou|[gc]ua|sua")


@dataclass(frozen=True, slots=True)
class Reading:
    """How texts measure; the grade is a US school grade, to one decimal."""

    sentences: int
    words: int
    words_per_sentence: float
    longest_sentence: int
    grade: float


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text. Each line ends one; so does a full stop before a capital letter."""
    for sentence in SENTENCE_END.split(PLACEHOLDER.sub("Name", text)):
        if sentence and WORD.search(sentence):
            yield sentence


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, apostrophes made straight."""
    return [word.lower().replace("’", "'") for word in WORD.findall(PLACEHOLDER.sub(" ", text))]


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """About how many syllables an English word has; never less than one."""
    word = re.sub(r"'\w*$", "", word.lower())
    groups = len(VOWELS.findall(word))
    groups -= len(SILENT_ENDING.findall(word))
    groups += len(TWO_SOUNDS.findall(word)) - len(ONE_SOUND.findall(word))
    return max(1, groups)


def measure(texts: Iterable[str]) -> Reading:
    """Measure texts together; a text without sentence mark counts as one sentence."""
    lengths = []
    sounds = 0
    for text in texts:
        for sentence in sentences_of(text):
            words = WORD.findall(sentence)
            lengths.append(len(words))
            sounds += sum(syllables(word) for word in words)
    total = sum(lengths)
    if not total:
        return Reading(0, 0, 0.0, 0, 0.0)
    average = total / len(lengths)
    grade = 0.39 * average + 11.8 * sounds / total - 15.59
    return Reading(len(lengths), total, round(average, 1), max(lengths), round(grade, 1))


class WordList:
    """Words that an age band may read, with their regular endings."""

    __slots__ = ("words",)

    def __init__(self, lines: Iterable[str]) -> None:
        self.words = {word for line in lines for word in line.split("#")[0].lower().split()}

    def __contains__(self, word: str) -> bool:
        return word in self.words or any(stem in self.words for stem in stems_of(word))

    def extended(self, words: Iterable[str]) -> "WordList":
        """The list with more words, such as those that a lesson teaches."""
        return WordList([*self.words, *words])


ENDINGS = ("'s", "s'", "n't", "'ll", "'re", "'ve", "'d", "'m", "s", "es", "ed", "d", "ing", "er", "r", "est", "ly", "y")


def stems_of(word: str) -> Iterator[str]:
    """What a word may be a regular form of: "stopped" of "stop", "smiling" of "smile", "babies" of "baby"."""
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        yield stem
        if ending[0] in "eiy":
            yield f"{stem}e"
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
        if stem.endswith("i") and ending in ("es", "ed", "er", "est", "ly"):
            yield f"{stem[:-1]}y"
