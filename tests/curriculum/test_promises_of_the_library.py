"""What the check holds a whole library to, and how its report looks to a program."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from esafety.cli.content import content as command
from esafety.curriculum.catalogue import ADULT_AUDIENCES, BANDS
from esafety.curriculum.checks.completeness import check_completeness, wanted
from esafety.curriculum.checks.explanations import check_explanations
from esafety.curriculum.checks.names import check_names
from esafety.curriculum.checks.strategies import check_strategies
from esafety.curriculum.content import Content, Located, read_directory
from esafety.curriculum.shapes import Choice, Question
from esafety.places import content_directory
from tests.curriculum.conftest import Spoil


@pytest.fixture
def library() -> Content:
    return read_directory(content_directory())


def test_the_report_has_exactly_the_promised_keys() -> None:
    done = CliRunner().invoke(command, ["check", "--json"])
    report = json.loads(done.stdout)
    assert list(report) == ["lessons", "modules", "questions", "problems", "reading", "strategies"]
    assert set(report["lessons"]) == set(BANDS)
    assert set(report["modules"]) == set(ADULT_AUDIENCES)
    assert set(report["questions"]) == {*BANDS, *ADULT_AUDIENCES}
    for bands in report["strategies"].values():
        assert all(set(score) == {"score", "chance"} for score in bands.values())
    assert report["reading"]["ks1"].keys() >= {"words_per_sentence", "grade", "words_outside_list"}


def test_the_catalogue_asks_for_each_band_and_audience() -> None:
    assert list(wanted("passwords-accounts")) == [f"passwords-accounts/{readers}" for readers in ("ks1", "lks2", "uks2", "staff")]


def test_a_missing_lesson_is_an_error_at_its_expectation(library: Content) -> None:
    library.lessons = [located for located in library.lessons if located.item.key != "age-limits/ks1"]
    (problem,) = check_completeness(library)
    assert (problem.file, problem.severity) == ("expectations/age-limits.yaml", "error")
    assert problem.message == "The lesson age-limits/ks1 is missing."


def test_a_part_of_a_library_is_not_held_to_the_catalogue(small: Content) -> None:
    assert list(check_completeness(small)) == []


def test_a_misconception_that_nothing_shows_is_an_error(library: Content) -> None:
    first = library.misconceptions[0]
    library.misconceptions.append(Located(replace(first.item, id="nobody-thinks-so"), first.file, first.tree, first.prefix))
    (problem,) = check_names(library)
    assert (problem.message, problem.severity) == ('No option shows the misconception "nobody-thinks-so".', "error")


def test_a_trick_that_wins_is_an_error(library: Content) -> None:
    """The longest option of every question is made the safe one."""

    def longest(question: Question) -> Question:
        if not isinstance(question, Choice):
            return question
        return replace(
            question, options=tuple(replace(one, text=one.text * (1 + (one.grade == "secure"))) for one in question.options)
        )

    for at, located in enumerate(library.lessons):
        quiz = replace(located.item.quiz, questions=tuple(map(longest, located.item.quiz.questions)))
        library.lessons[at] = Located(replace(located.item, quiz=quiz), located.file, located.tree)
    tricks = [problem for problem in check_strategies(library) if '"longest"' in problem.message]
    assert {problem.severity for problem in tricks} == {"error"}
    assert len(tricks) >= 5


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("He is brave. But he can stop.", "Just so.", '"Just so." explains nothing.'),
        ("Red can look good. It says nothing.", "Is it red? Is it?", "The explanation only repeats what was said."),
        ("Kind games are good fun.", "The label tells you.", "The same explanation stands at options.a.explanation."),
    ],
)
def test_explanations_say_something(directory: Path, spoil: Spoil, old: str, new: str, message: str) -> None:
    line = spoil("lessons/age-limits/ks1.yaml", f"explanation: {old}", f"explanation: {new}")
    found = list(check_explanations(read_directory(directory)))
    assert [(problem.line, problem.message) for problem in found] == [(line, message)]
