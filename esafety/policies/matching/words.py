"""One spelling for what schools spell in many ways, and stems."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})
_ONE_SPELLING = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"\bon[- ]line\b", "online"),
        (r"\boff[- ]line\b", "offline"),
        (r"\be[- ]mail", "email"),
        (r"\be[- ]?safety\b|\binternet safety\b|\bonline safety\b|\bdigital safety\b", "esafety"),
        (r"\bcyber[- ]?bull", "cyberbull"),
        (r"\bpass[- ]word", "password"),
        (r"\buser[- ](name|id)s?\b", "username"),
        (r"\blog(?:ged|ging)?[- ]?(?:in|on|ins|ons)(?:to)?\b(?! to (?:support|advice))", "login"),
        (r"\blog(?:ged|ging)?[- ]?(?:off|out)\b|\bsign(?:ed)? out\b", "logout"),
        (r"\bweb[- ]?site", "website"),
        (r"\bweb[- ]?cam", "webcam"),
        (r"\bweb[- ]?page", "webpage"),
        (r"\bsmart[- ]?(watch|phone|glass)", r"smart\1"),
        (r"\bscreen[- ]?(shot|grab|print|time)", r"screen\1"),
        (r"\bwi[- ]fi\b", "wifi"),
        (r"\bchat[- ](room|bot)", r"chat\1"),
        (r"\bhead[- ]?(?:teacher|master|mistress|of school)s?\b|\bprincipal\b|\bexecutive head\b", "headteacher"),
        (r"\bgrown[- ]?ups?\b", "grownup"),
        (r"\b(?:parents?|parent)\s*(?:/|and|or|&)\s*(?:carers?|guardians?)\b", "parents"),
        (r"\bsocial[- ](?:media|network(?:s|ing)?)(?: and (?:social )?network(?:s|ing))?\b|\bnetworking sites?\b", "socialmedia"),
        (r"\bdeep[- ]fake", "deepfake"),
        (r"\bup[- ]?load", "upload"),
        (r"\bdown[- ]?load", "download"),
        (r"\b(?:artificial intelligence|generative ai|a\.i\.)", "ai"),
        (r"\bpre[- ]view", "preview"),
        (r"\bex[- ]?(?:pupil|student)|\b(?:former|past|old|previous) (?:pupil|student)", "expupil"),
        (r"\bwill not\b|\bwon'?t\b|\bshall not\b|\bshan'?t\b", "willnot"),
        (r"\b(?:must|should|may|can|do|does|are|is|need)(?:n't| not)\b|\bcannot\b|\bdon'?t\b|\bisn'?t\b|\baren'?t\b", "not"),
    )
)
_WORD = re.compile(r"[a-z][a-z']*|\d+")
_SUFFIXES = (
    ("ational", "ate"), ("ization", "ize"), ("isation", "ise"), ("fulness", "ful"), ("iveness", "ive"),
    ("ements", "e"), ("ement", "e"), ("ations", "ate"), ("ation", "ate"), ("ingly", ""), ("ings", ""), ("ities", "ity"),
    ("ments", ""), ("ment", ""), ("ness", ""), ("tions", "t"), ("tion", "t"), ("sions", "s"), ("sion", "s"), ("ies", "y"),
    ("ied", "y"), ("ing", ""), ("edly", ""), ("ers", ""), ("er", ""), ("ed", ""), ("ly", ""), ("es", ""), ("s", ""),
)  # fmt: skip


def plain(text: str) -> str:
    """The clause in small letters, without invisible characters, in one spelling."""
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    text = re.sub(r"\s+", " ", _INVISIBLE.sub("", text).lower()).strip()
    for pattern, written in _ONE_SPELLING:
        text = pattern.sub(written, text)
    return text


def words(text: str) -> list[str]:
    """The words of a plain text, numbers as one word."""
    return ["0" if word[0].isdigit() else word.replace("'s", "").replace("'", "") for word in _WORD.findall(text)]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without its ending, so that "sharing" meets "shared". Rough on purpose: examples are few."""
    for ending, instead in _SUFFIXES:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: len(word) - len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiousl":
        word = word[:-1]
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    return word
