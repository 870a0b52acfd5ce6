"""What is written in another format and read again is equal: our own questions, and whatever else our kinds can say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from esafety.curriculum.content import Content, read_directory
from esafety.curriculum.dates import facts_on
from esafety.curriculum.interchange.bank import bank_in, bank_text, entries_in
from esafety.curriculum.interchange.entry import Entry, entries_of
from esafety.curriculum.interchange.formats import FORMATS, read_as, write_as
from esafety.curriculum.interchange.saying import said_on
from esafety.curriculum.read import read_text
from esafety.curriculum.shapes import (
    Choice,
    Match,
    Option,
    OptionKey,
    Order,
    OrderItem,
    Pair,
    Question,
    Several,
    Sort,
    SortGroup,
    SortItem,
    Tick,
    TrueOrNot,
)
from esafety.places import content_directory

SAID = {"school": "our school", "trusted_adult": "a grown-up you trust", "fact:minimum_age.social_media": "13"}

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn"))
WORDS = st.text(LETTERS, min_size=1, max_size=20)
MARKS = st.sampled_from(
    ["=", "~", "#", "{", "}", ":", "\\", "->", "%50%", "####", "//", "[html]", "::", "\n", "\\n", "<b>", "&amp;", "]]>", "**bold**",
     "*", "- a\n- b", "{school}", "{fact:minimum_age.social_media}", "$CATEGORY:", "T", " ", "\t", "ỳ", "ہے", "1. a\n2. b"]
)  # fmt: skip
TEXTS = st.lists(WORDS | MARKS, min_size=1, max_size=5).map(lambda pieces: "".join(pieces).strip()).filter(bool)
IDS = st.sampled_from(["a", "b", "c", "d", "e"])
GRADES = st.sampled_from(["secure", "developing", "unsure", "misunderstood"])
NAMES = st.sampled_from(["", "older-child-makes-it-fine", "icon-cat"])
EXPLAINED = st.fixed_dictionaries({"secure": TEXTS, "developing": TEXTS, "misunderstood": TEXTS})


def parts(of: Any, least: int = 2, **fields: Any) -> Any:
    """Some parts of a question, with ids of their own."""
    rows = st.lists(st.fixed_dictionaries(fields), min_size=least, max_size=5)
    return rows.map(lambda found: tuple(of(id="abcde"[at], **row) for at, row in enumerate(found)))


def question(of: Any, **fields: Any) -> Any:
    """A question of one kind."""
    more = {"say": st.just("") | TEXTS, "picture": NAMES, "scenario": st.booleans()}
    return st.builds(of, id=st.just("q1"), stem=TEXTS, **more, **fields)


QUESTIONS = st.one_of(
    question(
        Choice,
        kind=st.sampled_from(["single", "what-would-you-do"]),
        options=parts(Option, text=TEXTS, picture=NAMES, grade=GRADES, misconception=NAMES, explanation=TEXTS),
    ),
    question(
        TrueOrNot,
        kind=st.just("true-or-not"),
        answer=st.sampled_from(["true", "not"]),
        explanations=st.fixed_dictionaries({"true": TEXTS, "not": TEXTS}),
        misconception=NAMES,
    ),
    question(
        Several,
        kind=st.just("several"),
        options=parts(Tick, text=TEXTS, picture=NAMES, right=st.booleans(), explanation=TEXTS, misconception=NAMES),
        explanations=EXPLAINED,
        misconception=NAMES,
    ),
    question(Order, kind=st.just("order"), items=parts(OrderItem, text=TEXTS, picture=NAMES), explanations=EXPLAINED, misconception=NAMES),
    question(
        Match, kind=st.just("match"), pairs=parts(Pair, left=TEXTS, right=TEXTS, picture=NAMES), explanations=EXPLAINED,
        misconception=NAMES,
    ),
    question(
        Sort,
        kind=st.just("sort"),
        groups=st.just((SortGroup(id="x", text="Keep"), SortGroup(id="y", text="Share", picture="icon-cat"))),
        items=parts(SortItem, text=TEXTS, group=st.sampled_from(["x", "y"]), picture=NAMES, explanation=TEXTS),
        explanations=EXPLAINED,
        misconception=NAMES,
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def ours() -> Content:
    return read_directory(content_directory())


@pytest.mark.parametrize("form", FORMATS)
def test_all_our_own_questions_survive(ours: Content, form: str) -> None:
    facts = facts_on((located.item for located in ours.facts), date(2026, 11, 21))
    written = write_as(form, entries_of(ours), said_on(facts))
    found = read_as(form, "ours", written.data)
    left_out = {finding.file for finding in written.findings}
    assert found.entries == tuple(entry for entry in entries_of(ours) if entry.key not in left_out)
    assert found.findings == ()
    assert {entry.question.kind for entry in entries_of(ours) if entry.key in left_out} <= {"branching"}


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(made=QUESTIONS)
def test_whatever_a_question_says_it_survives_or_is_listed(form: str, made: Question) -> None:
    entry = Entry(
        key="own/quiz.q1",
        name="A: name {x} # ~",
        question=made,
        expectation="age-limits",
        readers="uks2",
        category="a/b",
        tags=("x",),
    )
    written = write_as(form, [entry], SAID)
    if written.findings:
        assert written.findings[0].reason
        return
    found = read_as(form, "file", written.data)
    assert found.entries == (entry,), found.findings
    assert found.findings == ()


@settings(max_examples=100, deadline=None)
@given(made=QUESTIONS)
def test_a_bank_of_our_own_format_says_the_same(made: Question) -> None:
    entry = Entry(key="own-q1", name="Own", question=made)
    bank, misfits = bank_in(read_text(bank_text([entry])))
    assert bank is not None, misfits
    assert entries_in(bank) == (entry,)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_questions_make_the_same_file(ours: Content, form: str) -> None:
    some = tuple(entries_of(ours))[:20]
    assert write_as(form, some, SAID).data == write_as(form, some, SAID).data


@pytest.mark.parametrize("form", FORMATS)
def test_a_key_that_turns_with_a_fact_is_written_as_it_holds_that_day(form: str) -> None:
    keys = (OptionKey(id="sixteen", fact="minimum_age.social_media", at_least=16, grade="unsure", explanation="Not any more."),)
    options = (
        Option(id="a", text="At {fact:minimum_age.social_media}", grade="secure", explanation="Yes, at {before:x}.", keys=keys),
        Option(id="b", text="At nine", grade="secure", explanation="Later."),
        Option(id="c", text="Never", grade="developing", explanation="Safe, but one day you may."),
    )
    entry = Entry(key="own-q1", name="Own", question=Choice(id="q1", kind="single", stem="When?", options=options))
    for age, grade in (("13", "secure"), ("16", "unsure")):
        written = write_as(form, [entry], {"fact:minimum_age.social_media": age, "before:x": "12"})
        assert read_as(form, "file", written.data).entries == (entry,)
        assert grade_shown(written.data, form) == grade


def grade_shown(data: bytes, form: str) -> str:
    """The grade that others see for the first option: what comes back when nothing of ours travels along."""
    import re
    import zipfile
    from io import BytesIO

    if form == "qti":
        with zipfile.ZipFile(BytesIO(data)) as archive:
            data = archive.read("items/i0001-own-q1.xml")
    bare = re.sub(rb'(?s)// esafety:[^\n]*\n|<esafety:carried>.*?</esafety:carried>| data-esafety="[^"]*"', b"", data)
    (entry,) = read_as(form, "file", bare).entries
    assert isinstance(entry.question, Choice)
    assert "{" not in str(entry.question)
    return entry.question.options[0].grade
