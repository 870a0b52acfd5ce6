"""Files that could mean more than they show are refused with their line."""

from pathlib import Path

import pytest

from esafety.curriculum.content import read_directory
from esafety.curriculum.read import LARGEST_FILE, Mapping, Unreadable, decode, line_of, read_text

UNREADABLE = {
    "anchor": ("schema: 1\na: &name b\n", 2, "anchor"),
    "alias": ("schema: 1\na: *name\n", 2, "alias"),
    "merge": ("schema: 1\na:\n  <<: {b: c}\n", 3, "plain word"),
    "tag": ("schema: 1\na: !!python/name:os.system x\n", 2, "tag"),
    "plain tag": ("schema: 1\na: ! x\n", 2, "tag"),
    "doubled key": ("schema: 1\na: b\nc: d\na: e\n", 4, "first on line 2"),
    "list as key": ("schema: 1\n[a, b]: c\n", 2, "plain word"),
    "no schema": ("a: b\n", 1, "missing"),
    "other schema": ("a: b\nschema: 2\n", 2, "schema is 2"),
    "two documents": ("schema: 1\n---\nschema: 1\n", 2, "second document"),
    "empty": ("", 1, "empty"),
    "only a list": ("- a\n", 1, "no keys"),
    "broken": ('schema: 1\na: "b\n', 3, "Not valid YAML"),
    "colon in text": ("schema: 1\na: b: c\n", 2, "Not valid YAML"),
    "tab": ("schema: 1\na:\n\tb: c\n", 3, "Not valid YAML"),
    "control character": ("schema: 1\na: \x07\n", 1, "Not valid YAML"),
    "deep": ("schema: 1\na: " + "[" * 40 + "]" * 40 + "\n", 2, "too deep"),
    "very deep": ("schema: 1\na: " + "[" * 9000, 2, "too deep"),
}


@pytest.mark.parametrize(("text", "line", "message"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_could_mean_more_than_it_shows_is_refused(text: str, line: int, message: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_text(text)
    assert message in refused.value.message
    assert refused.value.line == line
    assert refused.value.advice


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"schema: 1\na: Zo\xeb\n", 2, "not UTF-8"),
        ("schema: 1\na: x".encode("utf-16"), 1, "not UTF-8"),
        ("schema: 1\na: \u202eb\n".encode(), 2, "U+202E"),
        ("schema: 1\na: \u2066b\n".encode(), 2, "U+2066"),
        ("\ufeffschema: 1\n".encode(), 1, "U+FEFF"),
        (b"#" * (LARGEST_FILE + 1), 1, "larger than 256 kB"),
    ],
)
def test_bytes_that_are_no_honest_text_are_refused(data: bytes, line: int, message: str) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(data)
    assert message in refused.value.message
    assert refused.value.line == line


def test_urdu_may_use_the_joiners_of_its_spelling() -> None:
    assert decode("schema: 1\na: می\u200cخواہم\n".encode())


def test_no_stays_a_word_and_noughts_stay() -> None:
    assert read_text("schema: 1\na: no\nb: 0800\nc: 2026-11-01\nd: 1.10\n") == {
        "a": "no",
        "b": "0800",
        "c": "2026-11-01",
        "d": "1.10",
    }


def test_a_place_leads_to_its_line() -> None:
    tree = read_text("schema: 1\nquiz:\n  questions:\n    - id: q1\n      stem: a\n    - id: q2\n      stem: b\n")
    assert [line_of(tree, place) for place in ("quiz.q1.stem", "quiz.q2.stem", "quiz.q2.say", "quiz.draw", "title")] == [
        5,
        7,
        6,
        2,
        1,
    ]


def test_a_name_with_dots_leads_to_its_line() -> None:
    tree = read_text("schema: 1\ntexts:\n  steps.hook.text: a\n  steps.hook: b\n")
    assert isinstance(tree, Mapping)
    assert line_of(tree, "texts.steps.hook.text") == 3


def test_a_file_under_an_unknown_name_is_named(directory: Path) -> None:
    (directory / "lessons" / "notes.yml").write_text("schema: 1\n")
    problems = read_directory(directory).problems
    assert [(problem.file, problem.line) for problem in problems] == [("lessons/notes.yml", 1)]


def test_all_files_are_read_though_one_is_broken(directory: Path) -> None:
    (directory / "misconceptions.yaml").write_text("schema: 1\nmisconceptions: [\n")
    (directory / "facts/facts.yaml").write_text("schema: 3\n")
    content = read_directory(directory)
    assert {problem.file for problem in content.problems} == {"misconceptions.yaml", "facts/facts.yaml"}
    assert len(content.lessons) == 2
