"""GIFT as others write it."""

from __future__ import annotations

import time

import pytest

from esafety.curriculum.interchange.entry import Imported
from esafety.curriculum.interchange.formats import read_as
from esafety.curriculum.shapes import Choice, Match, Order, Several, Sort, TrueOrNot


def read(text: str | bytes) -> Imported:
    return read_as("gift", "file.txt", text if isinstance(text, bytes) else text.encode())


def only(text: str) -> object:
    found = read(text)
    assert len(found.entries) == 1, found.findings
    return found.entries[0].question


def reasons(text: str | bytes) -> list[tuple[int, int, str, str]]:
    return [(one.line, one.column, one.severity, one.reason) for one in read(text).findings if one.severity != "warning"]


def test_weights_become_grades_and_feedback_explanations() -> None:
    made = only(
        "::Link::A link says you won.{\n=Leave it#It may be a trick.\n~%50%Ask a friend#A start.\n~%-50%Open it#Many want to.\n~Send it on}"
    )
    assert isinstance(made, Choice)
    assert [(one.text, one.grade, one.explanation) for one in made.options] == [
        ("Leave it", "secure", "It may be a trick."),
        ("Ask a friend", "developing", "A start."),
        ("Open it", "unsure", "Many want to."),
        ("Send it on", "unsure", ""),
    ]


def test_without_a_full_answer_several_are_ticked() -> None:
    made = only(
        "Which are private?{~%50%A door code ~%50%A telephone number ~%-100%A favourite colour ####Keep doors and phones yours.}"
    )
    assert isinstance(made, Several)
    assert [tick.right for tick in made.options] == [True, True, False]
    assert made.explanations["secure"] == "Keep doors and phones yours."


@pytest.mark.parametrize(("written", "answer"), [("T", "true"), ("TRUE", "true"), ("F", "not"), ("FALSE", "not")])
def test_statements_give_the_feedback_to_the_wrong_answer_first(written: str, answer: str) -> None:
    made = only(f"A password can be shared.{{{written}#Think again.#Well seen.}}")
    assert isinstance(made, TrueOrNot)
    wrong = "not" if answer == "true" else "true"
    assert (made.answer, made.explanations) == (answer, {answer: "Well seen.", wrong: "Think again."})


def test_pairs_match_and_shared_right_sides_are_groups() -> None:
    made = only("Match.{=Cat -> Meow =Dog->Woof =Cow -> Moo}")
    assert isinstance(made, Match)
    assert [(pair.left, pair.right) for pair in made.pairs] == [("Cat", "Meow"), ("Dog", "Woof"), ("Cow", "Moo")]
    sorted_ = only("Sort.{=Cat -> Pet =Dog -> Pet =Oak -> Tree}")
    assert isinstance(sorted_, Sort)
    assert [(item.text, item.group) for item in sorted_.items] == [("Cat", "group-a"), ("Dog", "group-a"), ("Oak", "group-b")]


@pytest.mark.parametrize(
    "inside",
    [
        ">3 ALL VERTICAL ABSOLUTE_POSITION SHOW none\nStop\nThink\nTell",
        ">=Stop =Think =Tell",
        ">\nStop\nThink\nTell",
        ">2     none\nStop\nThink\nTell",
    ],
)
def test_things_to_order_stand_in_the_right_order(inside: str) -> None:
    made = only(f"What first?{{{inside}}}")
    assert isinstance(made, Order)
    assert [item.text for item in made.items] == ["Stop", "Think", "Tell"]


def test_a_missing_word_leaves_a_blank() -> None:
    made = only("A good password is {~short =long ~easy} and hard to guess.")
    assert isinstance(made, Choice)
    assert made.stem == "A good password is _____ and hard to guess."


def test_escaped_signs_mean_themselves() -> None:
    made = only(r"::A\:B:: Is 2 \= 1 + 1 \{really\}? \~ C\:\\x \# end\nnext {=Yes \= yes#1 \# 2 ~No}")
    assert isinstance(made, Choice)
    assert made.stem == "Is 2 = 1 + 1 {really}? ~ C:\\x # end\nnext"
    assert (made.options[0].text, made.options[0].explanation) == ("Yes = yes", "1 # 2")


def test_formats_are_read_as_our_markdown() -> None:
    html = only("[html]<p>Look <b>twice</b> at&nbsp;it.</p><ul><li>who</li><li>why</li></ul>{=Yes<br>so ~[plain]2*3*4}")
    assert isinstance(html, Choice)
    assert html.stem == "Look **twice** at it.\n\n- who\n- why"
    assert [one.text for one in html.options] == ["Yes\nso", "2∗3∗4"]
    markdown = only("[markdown]Look **twice**.{=[html]<i>Yes</i> ~No}")
    assert isinstance(markdown, Choice)
    assert (markdown.stem, markdown.options[0].text) == ("Look **twice**.", "*Yes*")
    auto = only("Look <b>twice</b> & tell.{=Yes ~No}")
    assert isinstance(auto, Choice)
    assert auto.stem == "Look **twice** & tell."


def test_pictures_leave_their_words_and_are_named() -> None:
    found = read('[html]Who is this? <img src\\="@@PLUGINFILE@@/a.png" alt\\="A fox">{=A fox#Yes.~A cat#No.}')
    assert isinstance(found.entries[0].question, Choice)
    assert found.entries[0].question.stem == "Who is this? A fox"
    assert [(one.severity, one.reason) for one in found.findings] == [("warning", "Not taken over: img.")]


def test_categories_comments_and_tags_stand_between_questions() -> None:
    found = read(
        "// a comment\n$CATEGORY: $course$/top/Online/Safe\n\n// [id:x] [tag:e-safety] [tag:Year 4]\n::One::First?{\n"
        "// inside\n=Yes#y\n~No#n\n}\n\n::Two::Second?{T#a#b}\n"
    )
    assert [(one.name, one.category, one.tags, one.line) for one in found.entries] == [
        ("One", "Online/Safe", ("e-safety", "Year 4"), 5),
        ("Two", "Online/Safe", (), 11),
    ]
    assert found.findings == ()


def test_two_questions_of_one_name_keep_their_own_keys() -> None:
    found = read("::Same::A?{T#a#b}\n\n::Same::B?{F#a#b}")
    assert [entry.key for entry in found.entries] == ["same", "same-2"]


def test_every_kind_that_we_lack_is_listed_with_its_line() -> None:
    text = (
        "A picture of a street.\n\n::Poem::Write.{}\n\nWho?{=no one =nobody}\n\n::Sum::2 + 2?{#4:0.5}\n\n"
        "::Range::Pi?{#\n=3.1..3.2\n=%50%3:1\n}\n\n::Kept::Fine?{T#a#b}"
    )
    assert reasons(text) == [
        (1, 1, "left out", "A description asks nothing."),
        (3, 1, "left out", "An essay has no answer that can be marked here."),
        (5, 1, "left out", "A short text to type cannot be marked here."),
        (7, 1, "left out", "A numerical answer cannot be marked here."),
        (9, 1, "left out", "A numerical answer cannot be marked here."),
    ]
    assert read(text).is_sound
    assert [entry.name for entry in read(text).entries] == ["Kept"]


def test_all_faults_are_told_at_once_with_line_and_column() -> None:
    text = "Open {=a ~b\n\nFine?{T}\n\nOdd } here\n\n::No end\nx{T}\n\nTwice {T} and {F}\n\nIn {=a {b} ~c}"
    assert reasons(text) == [
        (1, 6, "error", "The answers begin with { and have no } before the next empty line."),
        (5, 5, "error", "A } closes nothing."),
        (7, 1, "error", "The name that begins with :: has no second ::."),
        (10, 15, "error", "A second group of answers begins here."),
        (12, 8, "error", "A second { stands inside the answers."),
    ]
    assert read(text).as_json("file.txt", "gift")["imported"] == 0


@pytest.mark.parametrize(
    ("data", "line", "column", "reason"),
    [
        ("Caf\xe9?{T}".encode("latin-1"), 1, 4, "The file is not UTF-8: byte E9 stands here."),
        (b"One?{T}\n\nTwo\x00?{T}", 3, 4, "A character that no text has (U+0000) stands here."),
        (b"\xff\xfeA\x00\xd8", 1, 2, "The file is not UTF-16-LE: byte D8 stands here."),
        (b"", 1, 1, "The file holds no question."),
        (b"x" * 10_000_000, 1, 1, "The file has 10.0 MB; at most 8 MB are read."),
    ],
)
def test_what_is_no_text_is_told(data: bytes, line: int, column: int, reason: str) -> None:
    assert reasons(data) == [(line, column, "error", reason)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_tell_the_encoding(encoding: str) -> None:
    assert read("Zoë?{T#a#b}\r\n\r\nTwo?{F#a#b}".encode(encoding)).entries[0].question.stem == "Zoë?"


def test_an_edited_export_keeps_what_still_fits() -> None:
    from esafety.curriculum.interchange.entry import Entry
    from esafety.curriculum.interchange.formats import write_as
    from esafety.curriculum.shapes import Option

    options = (
        Option(id="a", text="Wait", picture="icon-clock", grade="secure", explanation="Time helps."),
        Option(id="b", text="Pay {fact:x}", grade="misunderstood", misconception="must-hurry", explanation="It hurries you."),
    )
    question = Choice(id="q7", kind="what-would-you-do", stem="A bill pops up.", scenario=True, options=options)
    text = write_as("gift", [Entry(key="own/q7", name="Bill", question=question)], {"fact:x": "9 pounds"}).data.decode()
    assert "Pay 9 pounds" in text
    made = only(text.replace("~Pay", "~Close it#Fair.\n\t~Pay").replace("]A bill pops", "]A big bill pops"))
    assert isinstance(made, Choice)
    assert (made.id, made.kind, made.scenario, made.stem) == ("q7", "what-would-you-do", True, "A big bill pops up.")
    assert [(one.text, one.picture, one.grade, one.misconception) for one in made.options] == [
        ("Wait", "icon-clock", "secure", ""),
        ("Close it", "", "unsure", ""),
        ("Pay {fact:x}", "", "misunderstood", "must-hurry"),
    ]


@pytest.mark.parametrize(
    ("one", "reason"),
    [("A?{T#a#b}", "The file holds more than 5000 questions."), ("A?{T", "There are more than 2000 findings.")],
)
def test_endless_files_end_soon(one: str, reason: str) -> None:
    begun = time.monotonic()
    found = read("\n\n".join([one] * (7_900_000 // (len(one) + 2))))
    assert not found.is_sound
    assert reason in [finding.reason for finding in found.findings]
    assert len(found.findings) <= 2_001
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize(
    "text", ["{" * 1_000_000, "=" * 1_000_000, "//" * 500_000, "\\" * 1_000_000, "A{~" + "a=" * 500_000 + "}", ":" * 1_000_000]
)
def test_signs_without_end_take_no_time(text: str) -> None:
    begun = time.monotonic()
    read(text)
    assert time.monotonic() - begun < 10


def test_xml_is_not_taken_for_gift() -> None:
    found = read('<?xml version="1.0"?><quiz><question type="cloze"><text>{1:MC:=a~b}</text></question></quiz>')
    assert not found.is_sound
    assert [one.reason for one in found.findings] == ["This is XML, not GIFT."]


def test_a_link_in_markdown_is_told_of() -> None:
    found = read("::a::[markdown]See [this page](https\\://school.example) first.{T#No.#Yes.}")
    assert [one.question.stem for one in found.entries] == ["See [this page](https://school.example) first."]
    assert ["A link or a picture in Markdown" in one.reason for one in found.findings] == [True]
