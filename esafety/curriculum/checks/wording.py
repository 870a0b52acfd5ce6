"""No text types what a fact should say, gives advice we never give, or trips its readers up."""

import re
from collections.abc import Iterator
from typing import Any

from esafety.curriculum.content import Content, Located
from esafety.curriculum.problems import Problem
from esafety.curriculum.reading import PLACEHOLDER, sentences_of
from esafety.curriculum.shapes import Choice, Lesson, TrueOrNot
from esafety.curriculum.texts import texts_of

_AGE = r"(?:1[3-8]|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)"
BARE_AGE = re.compile(
    rf"\b(?:aged?|over|under|turns?|least|minimum|than|until|till|limit|before|be)[\s-]+(?:\w+\s+){{0,2}}{_AGE}s?\b"
    rf"|\b(?:from|at|reach(?:es)?)\s+{_AGE}\b(?!:)"
    rf"|\b{_AGE}(?:\s*\+|[\s-]*(?:plus|years?)\b|\s*(?:or|and) (?:over|older|above|up)\b)",
    re.IGNORECASE,
)
PHONE = re.compile(r"\b0\d{2,4}[ -]?\d{3,4}(?:[ -]?\d{3,4})?\b|\b(?:999|101|111|112)\b")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\b|\b(?:19|20)\d\d\b|\b(?:{_MONTHS})\s+\d{{1,2}}\b")
NUMBER = re.compile(r"\d|teen")
"""Every age, telephone number and date has a digit, or an age in letters."""

BRAND = re.compile(
    r"\b(?:TikTok|Instagram|Snapchat|WhatsApp|YouTube|Facebook|Roblox|Minecraft|Fortnite|Discord|Twitch|Netflix"
    r"|Messenger|Telegram|Pinterest|Reddit|Google|Apple|Microsoft|Xbox|PlayStation|Nintendo|ChatGPT|Alexa)\b"
)

REFUSAL = re.compile(r"\b(?:not|never|no|nobody|without|instead of|rather than)\b|n['’]t\b", re.IGNORECASE)
BANNED_ADVICE = (
    (re.compile(r"\bscreen\s?-?(?:shots?|grabs?|prints?)\b", re.IGNORECASE), "asks a child to copy the screen"),
    (
        re.compile(
            r"\bkeep(?:s|ing)?\s+(?:it|this|that|a|the|your|our)\s+(?:\w+\s+)?secret\b(?!\s+(?:word|code))", re.IGNORECASE
        ),
        "asks to keep a secret",
    ),
    (
        re.compile(r"\b(?:find|work) out who (?:did|sent|wrote|it)|\bset a trap\b|\binvestigat", re.IGNORECASE),
        "asks a child to investigate",
    ),
)
PASSWORD = re.compile(r"password|code|PIN\b", re.IGNORECASE)
ABOVE = re.compile(r"\b(?:all|none|both|any|neither) of (?:the above|these answers|them above)\b", re.IGNORECASE)
NEGATION = re.compile(r"\b(?:not|never|nobody|nothing|cannot|without)\b|\bno one\b|n['’]t\b", re.IGNORECASE)


def check_wording(content: Content) -> Iterator[Problem]:
    """Every text that is read by pupils, parents or staff."""
    values = _fact_values(content)
    documents: list[Located[Any]] = [
        *content.lessons, *content.agreements, *content.policies, *content.expectations, *content.banks,
    ]  # fmt: skip
    for located in documents:
        for place, text in texts_of(located.item).items():
            yield from _facts_in_prose(located, place, text, values)
            if ABOVE.search(text):
                yield located.problem(place, '"All of the above" is no answer.', "Write what is meant.")
            if brand := BRAND.search(text):
                advice = "Say what kind of service it is."
                yield located.problem(place, f"A brand is named: {brand[0]}.", advice)
    for translation in content.translations:
        for place, text in translation.item.texts.items():
            yield from _facts_in_prose(translation, f"texts.{place}", text, values)
    for lesson in content.lessons:
        if lesson.item.band:
            yield from _advice(lesson)
        yield from _negations(lesson)


FactValue = tuple[str, re.Pattern[str], str]
"""A value in small letters, the same as a whole word to be found, and the fact's id."""


def _fact_values(content: Content) -> list[FactValue]:
    """Every value of a fact that is more than a small number, to be found where it is typed."""
    return [
        (value.value.lower(), re.compile(rf"(?<!\w){re.escape(value.value)}(?!\w)", re.IGNORECASE), fact.item.id)
        for fact in content.facts
        for value in fact.item.values
        if len(value.value) > 2
    ]


def _facts_in_prose(located: Located[Any], place: str, text: str, values: list[FactValue]) -> Iterator[Problem]:
    text = PLACEHOLDER.sub("{}", text) if "{" in text else text
    small = text.lower()
    for value, whole, name in values:
        if value in small and (found := whole.search(text)):
            yield located.problem(place, f'"{found[0]}" is typed here.', f"Write {{fact:{name}}}.")
            text = whole.sub("{}", text)
    if not NUMBER.search(text.lower()):
        return
    for pattern, what in ((BARE_AGE, "A minimum age"), (PHONE, "A phone number"), (DATE, "A date")):
        if found := pattern.search(text):
            advice = "Name a fact of facts/facts.yaml, as {fact:...}."
            yield located.problem(place, f'{what} is typed here: "{found[0]}".', advice)


def _advice(lesson: Located[Lesson]) -> Iterator[Problem]:
    for place, text in _recommended(lesson.item):
        for sentence in sentences_of(text):
            for pattern, what in BANNED_ADVICE:
                if pattern.search(sentence) and not REFUSAL.search(sentence) and not PASSWORD.search(sentence):
                    yield lesson.problem(place, f'This {what}: "{sentence.strip()[:60]}".', "We never advise that.")


def _recommended(lesson: Lesson) -> Iterator[tuple[str, str]]:
    """What a lesson itself says is right: its steps, what it gives to families, and secure options."""
    texts = texts_of(lesson)
    for place, text in texts.items():
        said = place.startswith(("because", "family.", "badge.")) or place.endswith((".text", ".say"))
        if said and not re.search(r"\.(?:options|items|groups)\.", place):
            yield place, text
    asked = [(f"quiz.{one.id}", one) for one in lesson.quiz.questions]
    asked += [(f"steps.{step.id}.activity", step.activity) for step in lesson.steps if step.activity]
    for place, question in asked:
        if isinstance(question, Choice):
            for option in question.options:
                if option.grade == "secure":
                    yield f"{place}.options.{option.id}.text", option.text


def _negations(lesson: Located[Lesson]) -> Iterator[Problem]:
    asked = [(f"quiz.{one.id}", one) for one in lesson.item.quiz.questions]
    asked += [(f"steps.{step.id}.activity", step.activity) for step in lesson.item.steps if step.activity]
    for place, question in asked:
        if isinstance(question, TrueOrNot) and NEGATION.search(question.stem):
            message = "A statement with a negation, to be called true or not, is a double negative."
            yield lesson.warning(f"{place}.stem", message, "Say it without not or never.")
        elif any(len(NEGATION.findall(sentence)) > 1 for sentence in sentences_of(question.stem)):
            yield lesson.problem(f"{place}.stem", "A double negative.", "Say it without one of them.", "warning")
