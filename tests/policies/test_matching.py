from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from esafety.curriculum.catalogue import EXPECTATIONS
from esafety.curriculum.content import read_directory
from esafety.places import content_directory
from esafety.policies.matching.examples import Example, digest_of, examples_of
from esafety.policies.matching.learn import learn
from esafety.policies.matching.lines import NotAClause, answers
from esafety.policies.matching.matcher import Matcher
from esafety.policies.matching.model import read, shipped, write
from esafety.policies.matching.reasons import reason_for
from esafety.policies.matching.rules import RULES, WORDS, rules_in

YARDSTICK = Path(__file__).with_name("yardstick")
FLOORS = {"dev": (0.85, 0.95), "held": (0.77, 0.93), "fresh": (0.84, 0.96)}
LEAST_EXAMPLES = 60


def yardstick(part: str) -> Iterator[dict[str, Any]]:
    for file in sorted(YARDSTICK.glob(f"{part}-*.jsonl")):
        yield from map(json.loads, file.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("part", FLOORS)
def test_the_yardstick_is_met(part: str) -> None:
    clauses = list(yardstick(part))
    found = list(answers(json.dumps(clause) for clause in clauses))
    first = sum(answer["ranked"][0] in clause["ids"] for clause, answer in zip(clauses, found, strict=True)) / len(clauses)
    three = sum(
        bool(set(answer["ranked"][:3]) & set(clause["ids"])) for clause, answer in zip(clauses, found, strict=True)
    ) / len(clauses)
    assert (first, three) >= FLOORS[part], (first, three)
    assert three >= FLOORS[part][1]


def test_the_yardstick_has_three_hundred_clauses_and_none_of_them_is_an_example() -> None:
    texts = [clause["text"] for part in FLOORS for clause in yardstick(part)]
    assert len(texts) >= 300
    assert not set(texts) & {example.text for example in shipped().examples}


def test_every_expectation_has_enough_examples_and_the_weights_were_learned_from_them() -> None:
    content = read_directory(content_directory())
    expectations = [located.item for located in content.expectations]
    short = {one.id: len(one.clause_examples) for one in expectations if len(one.clause_examples) < LEAST_EXAMPLES}
    assert not short
    assert digest_of(examples_of(expectations)) == shipped().digest, "Run: python3 -m esafety policy learn"


def test_learning_twice_gives_the_same_file(tmp_path: Path) -> None:
    examples = shipped().examples[::25]
    for name in ("one", "two"):
        write(learn(examples), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert read(tmp_path / "one").examples == examples


def test_what_the_school_confirmed_counts_for_its_later_clauses() -> None:
    clause = "The owl rota names who tidies the wall of fame."
    confirmed = Example("The owl rota is kept by the secretary and names two people for the wall of fame.", ("photo-consent",))
    plain = {proposal.id: proposal.score for proposal in Matcher().rank(clause)}
    taught = {proposal.id: proposal.score for proposal in Matcher(confirmed=[confirmed]).rank(clause)}
    assert taught["photo-consent"] > plain["photo-consent"]


def test_a_clause_takes_less_than_ten_milliseconds() -> None:
    matcher = Matcher()
    clauses = [clause["text"] for clause in yardstick("dev")]
    before = time.process_time()
    for text in clauses:
        matcher.rank(text)
    assert (time.process_time() - before) / len(clauses) < 0.010


@pytest.mark.parametrize("text", ["", " ", "\u202e", "😀" * 500, "a" * 100_000, "0", "must not " * 5000])
def test_any_text_gets_a_full_rank(text: str) -> None:
    assert len({proposal.id for proposal in Matcher().rank(text)}) == 23


def test_a_line_that_is_no_clause_is_named() -> None:
    with pytest.raises(NotAClause, match="Line 2"):
        list(answers(['{"text": "x"}', "nonsense"]))


def test_the_reason_names_the_words_that_decided() -> None:
    clause = "Parents must not post photographs of other people's children."
    assert "photographs" in reason_for(clause, "images-of-others")
    assert reason_for("Zq.", "images-of-others") == ""


def test_rules_are_read_with_their_named_words_and_in_as_many_lines_as_they_need() -> None:
    text = "# Remark\nmobile-devices\n  -1.0  \\b<image>\\b\n  +0.5  phones?\n        |watch(?:es)?\n\nnone\n  +1.0  ^dear\\b\n"
    assert list(rules_in(text.splitlines())) == [
        ("mobile-devices", -1.0, rf"\b{WORDS['image']}\b"),
        ("mobile-devices", 0.5, r"phones?|watch(?:es)?"),
        ("none", 1.0, r"^dear\b"),
    ]


def test_every_rule_is_about_an_expectation_of_the_catalogue_and_compiles() -> None:
    assert {name for name, _, _ in RULES} <= {*EXPECTATIONS, "none"}
    for _, added, pattern in RULES:
        re.compile(pattern)
        assert -2 < added < 2


def test_words_that_nobody_has_named_are_refused() -> None:
    with pytest.raises(KeyError):
        list(rules_in(["none", "  +1.0  <nobody>"]))
