"""Moodle XML as Moodle and others write it, and as somebody might to do harm."""

from __future__ import annotations

import time

import pytest

from esafety.curriculum.interchange.entry import Entry, Imported
from esafety.curriculum.interchange.formats import read_as, write_as
from esafety.curriculum.shapes import Choice, Match, Order, Several, Sort, TrueOrNot

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'


def read(text: str | bytes) -> Imported:
    return read_as("moodle-xml", "file.xml", text if isinstance(text, bytes) else text.encode())


def quiz(*questions: str) -> str:
    return HEAD + "\n".join(questions) + "\n</quiz>"


def question(kind: str, inside: str, *, stem: str = "What now?", form: str = "html") -> str:
    text = f'<questiontext format="{form}"><text><![CDATA[{stem}]]></text></questiontext>'
    return f'<question type="{kind}"><name><text>One</text></name>{text}{inside}</question>'


def answer(text: str, fraction: object, feedback: str = "", form: str = "html") -> str:
    said = f'<feedback format="html"><text>{feedback}</text></feedback>'
    return f'<answer fraction="{fraction}" format="{form}"><text>{text}</text>{said}</answer>'


def only(text: str) -> object:
    found = read(text)
    assert len(found.entries) == 1, found.findings
    return found.entries[0].question


def reasons(text: str | bytes) -> list[tuple[int, str, str]]:
    return [(one.line, one.severity, one.reason) for one in read(text).findings]


def test_a_choice_of_one_with_weights_and_feedback() -> None:
    inside = (
        "<single>true</single><shuffleanswers>1</shuffleanswers>"
        + answer("Tell Dad", 100, "He can help.") + answer("Wait", 33.33333, "A start.") + answer("Reply", -50, "It may go on.")
    )  # fmt: skip
    made = only(quiz(question("multichoice", inside, stem="<p>A <strong>rude</strong> note.<br/>And now?</p>")))
    assert isinstance(made, Choice)
    assert made.stem == "A **rude** note.\nAnd now?"
    assert [(one.id, one.grade, one.explanation) for one in made.options] == [
        ("a", "secure", "He can help."), ("b", "developing", "A start."), ("c", "unsure", "It may go on."),
    ]  # fmt: skip


def test_several_answers_and_what_is_said_to_all() -> None:
    inside = (
        "<single>false</single>"
        '<correctfeedback format="html"><text>Both found.</text></correctfeedback>'
        '<partiallycorrectfeedback format="html"><text>Your answer is partially correct.</text></partiallycorrectfeedback>'
        '<generalfeedback format="html"><text>Two are private.</text></generalfeedback>'
        + answer("Code", 50) + answer("Phone", 50) + answer("Colour", -100)
    )  # fmt: skip
    made = only(quiz(question("multichoice", inside)))
    assert isinstance(made, Several)
    assert [tick.right for tick in made.options] == [True, True, False]
    assert made.explanations == {"secure": "Both found.", "developing": "Two are private.", "misunderstood": "Two are private."}


def test_a_statement_in_either_order() -> None:
    made = only(quiz(question("truefalse", answer("false", 100, "Right.") + answer("true", 0, "No."))))
    assert isinstance(made, TrueOrNot)
    assert (made.answer, made.explanations) == ("not", {"true": "No.", "not": "Right."})


def pair(left: str, right: str) -> str:
    return f'<subquestion format="html"><text>{left}</text><answer><text>{right}</text></answer></subquestion>'


@pytest.mark.parametrize("kind", ["matching", "match", "ddmatch"])
def test_pairs_groups_and_spare_right_sides(kind: str) -> None:
    made = only(quiz(question(kind, pair("Cat", "Meow") + pair("Dog", "Woof") + pair("", "Moo"))))
    assert isinstance(made, Match)
    assert "What belongs to nothing was left out: Moo." in [
        one.reason for one in read(quiz(question(kind, pair("Cat", "Meow") + pair("Dog", "Woof") + pair("", "Moo")))).findings
    ]
    sorted_ = only(quiz(question(kind, pair("Cat", "Pet") + pair("Dog", "Pet") + pair("", "Tree"))))
    assert isinstance(sorted_, Sort)
    assert [group.text for group in sorted_.groups] == ["Pet", "Tree"]


def test_a_right_side_is_read_in_the_format_that_it_names() -> None:
    def formatted(left: str, right: str) -> str:
        return f'<subquestion><text>{left}</text><answer format="html"><text>&lt;p&gt;{right}&lt;/p&gt;</text></answer></subquestion>'

    made = only(quiz(question("ddmatch", formatted("Cat", "&lt;b&gt;Meow&lt;/b&gt;") + formatted("Dog", "Woof"))))
    assert isinstance(made, Match)
    assert [one.right for one in made.pairs] == ["**Meow**", "Woof"]


def test_the_address_of_a_link_is_not_lost_without_a_word() -> None:
    link = '<a href="https://school.example/">this page</a>'
    text = quiz(question("truefalse", answer("true", 100, "y") + answer("false", 0, "n"), stem=f"Look at {link}", form="html"))
    assert [one.question.stem for one in read(text).entries] == ["Look at this page"]
    assert [one.reason for one in read(text).findings] == ["Not taken over: <a>."]


def test_ordering_goes_by_its_numbers() -> None:
    inside = answer("Tell", "3.0000000") + answer("Stop", "1.0000000") + answer("Think", "2.0000000")
    made = only(quiz(question("ordering", inside)))
    assert isinstance(made, Order)
    assert [item.text for item in made.items] == ["Stop", "Think", "Tell"]


@pytest.mark.parametrize(
    ("form", "stem"),
    [
        ("markdown", "A **b** <i>c</i>"),
        ("plain_text", "A ∗∗b∗∗ <i>c</i>"),
        ("html", "A ∗∗b∗∗ *c*"),
        ("moodle_auto_format", "A ∗∗b∗∗ *c*"),
    ],
)
def test_each_text_is_read_in_its_format(form: str, stem: str) -> None:
    made = only(
        quiz(question("truefalse", answer("true", 100, "y") + answer("false", 0, "n"), stem="A **b** <i>c</i>", form=form))
    )
    assert isinstance(made, TrueOrNot)
    assert made.stem == stem


def test_categories_and_tags_are_kept_and_files_are_named() -> None:
    category = '<question type="category"><category><text>$course$/top/Year 4</text></category></question>'
    tags = "<tags><tag><text>online</text></tag><tag><text>four</text></tag></tags>"
    file = '<questiontext format="html"><text>Look &lt;img src="@@PLUGINFILE@@/a.png" alt="a fox"/&gt;</text><file name="a.png" path="/" encoding="base64">AAAA</file></questiontext>'
    text = quiz(
        category, f'<question type="truefalse">{file}{tags}{answer("true", 100, "y")}{answer("false", 0, "n")}</question>'
    )
    found = read(text)
    assert [(one.category, one.tags, one.question.stem) for one in found.entries] == [
        ("Year 4", ("online", "four"), "Look a fox")
    ]
    assert reasons(text) == [(4, "warning", 'Not taken over: the file "a.png", <img>.')]


@pytest.mark.parametrize(
    "kind", ["shortanswer", "numerical", "essay", "multianswer", "description", "calculated", "ddwtos", "stack"]
)
def test_what_we_have_no_kind_for_is_listed(kind: str) -> None:
    text = quiz(question(kind, ""), question("truefalse", answer("true", 100, "y") + answer("false", 0, "n")))
    found = read(text)
    assert [(one.line, one.severity, one.name) for one in found.findings] == [(3, "left out", "One")]
    assert found.findings[0].reason
    assert (len(found.entries), found.is_sound) == (1, True)


def test_what_nobody_explained_is_told() -> None:
    text = quiz(question("multichoice", "<single>true</single>" + answer("Yes", 100) + answer("No", 0, "Why.")))
    assert reasons(text) == [(3, "warning", "Nothing explains: Yes.")]


def test_broken_questions_are_told_all_at_once() -> None:
    text = quiz(
        question("multichoice", answer("A", "all") + answer("B", 0)),
        question("truefalse", answer("maybe", 100)),
        question("multichoice", "<single>true</single>" + answer("Alone", 100)),
        question("matching", pair("Cat", "") + pair("Dog", "Woof")),
        question("ordering", answer("Stop", 1) + answer("", 2)),
        question("multichoice", answer("A", 100) + answer("B", 0), stem=""),
    )
    assert reasons(text) == [
        (3, "error", 'The fraction "all" on line 3 is no number.'),
        (4, "error", "A true-or-false question needs the answers true and false."),
        (5, "left out", "It has fewer than 2 answers with a text."),
        (6, "left out", "A pair has no right side."),
        (7, "left out", "It has fewer than 2 things to order with a text."),
        (8, "left out", "It asks nothing: the text of the question is empty."),
    ]


BOMB = (
    '<!DOCTYPE quiz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {n} "{f"&{p};" * 10}">' for p, n in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, '<!DOCTYPE quiz SYSTEM "http://127.0.0.1:9/quiz.dtd">'])
def test_entities_and_document_types_are_refused(doctype: str) -> None:
    begun = time.monotonic()
    text = f'<?xml version="1.0"?>\n<!-- hello -->\n{doctype}\n<quiz><question type="description"><name><text>&j;</text></name></question></quiz>'
    assert reasons(text) == [(3, "error", "A document type with entities stands here.")]
    assert time.monotonic() - begun < 1


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (HEAD.encode() + b"<question type='essay'>\n</quiz>", 4, "Opening and ending tag mismatch"),
        (HEAD.encode() + b"<name>&nbsp;</name></quiz>", 3, "Entity 'nbsp' not defined"),
        (b"<quiz>\n<x>Caf\xe9</x></quiz>", 2, "The file is not UTF-8: byte E9 stands here."),
        (b"<?xml version='1.0' encoding='klingon'?><quiz/>", 1, 'The encoding "klingon" is not known.'),
        (b"", 1, ""),
        (b"hello", 1, "Start tag expected"),
        (b"<assessmentItem/>", 1, "The file begins with <assessmentItem>, not with <quiz>."),
        (b"<quiz></quiz>", 1, "The file holds no question."),
        (b"<quiz>" + b" " * 10_000_000 + b"</quiz>", 1, "The file has 10.0 MB; at most 8 MB are read."),
        (b"<quiz>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</quiz>", 1, "Excessive depth"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(data: bytes, line: int, says: str) -> None:
    found = read(data)
    assert not found.is_sound
    assert found.entries == ()
    assert any(one.line == line and says in one.reason for one in found.findings), found.findings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_a_declared_encoding_is_believed(encoding: str) -> None:
    text = quiz(question("truefalse", answer("true", 100, "y") + answer("false", 0, "n"), stem="Zoë?")).replace("UTF-8", encoding)
    assert read(text.encode(encoding)).entries[0].question.stem == "Zoë?"


def test_what_moodle_sees_needs_nothing_of_ours() -> None:
    """Our element is passed over by others; without it grades and explanations still come back."""
    import re

    first = read(
        quiz(question("multichoice", "<single>true</single>" + answer("Yes", 100, "a") + answer("No", 50, "b")))
    ).entries[0]
    written = write_as("moodle-xml", [Entry(key="k", name="One", question=first.question)], {}).data.decode()
    bare = re.sub(r"(?s)<esafety:carried>.*?</esafety:carried>", "", written)
    assert bare != written
    again = read(bare).entries[0].question
    assert isinstance(again, Choice)
    assert isinstance(first.question, Choice)
    assert again.options == first.question.options
