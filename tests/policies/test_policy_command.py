from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from esafety.cli import main

DOCUMENTS = Path(__file__).with_name("documents")


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["policy", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_read_prints_clauses_as_json() -> None:
    clauses = json.loads(run("read", str(DOCUMENTS / "harbour-lane.txt"), "--json"))
    assert {tuple(clause) for clause in clauses} == {("label", "id", "text", "context", "audience", "strength", "place")}
    assert "2.1.1" in run("read", str(DOCUMENTS / "harbour-lane.txt"))


def test_match_answers_each_line(tmp_path: Path) -> None:
    lines = [{"doc": "a", "n": 4, "text": "I will keep my password secret."}, {"doc": "b", "n": 1, "text": "Page 3 of 11"}]
    file = tmp_path / "clauses.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    found = [json.loads(line) for line in run("match", "--clauses", str(file)).splitlines()]
    assert [(answer["doc"], answer["n"], answer["ranked"][0]) for answer in found] == [
        ("a", 4, "passwords-accounts"),
        ("b", 1, "none"),
    ]


def test_lint_prints_findings_as_json() -> None:
    findings = json.loads(run("lint", str(DOCUMENTS / "harbour-lane.txt"), "--json", "--today", "2026-11-21"))
    assert {tuple(finding) for finding in findings} == {("kind", "label", "place", "message")}


def test_a_refused_file_is_a_sentence_and_exit_code_one(tmp_path: Path) -> None:
    file = tmp_path / "empty.pdf"
    file.write_bytes(b"")
    result = CliRunner().invoke(main, ["policy", "read", str(file)])
    assert result.exit_code == 1
    assert "empty" in result.output
