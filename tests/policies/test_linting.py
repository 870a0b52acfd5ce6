from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from esafety.curriculum.content import read_directory
from esafety.places import content_directory
from esafety.policies.linting.findings import Finding
from esafety.policies.linting.lint import lint
from esafety.policies.linting.standards import agreement_of, edition_in_force
from esafety.policies.matching.matcher import Matcher
from esafety.policies.reading.reader import read_pasted

DOCUMENTS = Path(__file__).with_name("documents")
TODAY = date(2026, 11, 21)


def found_in(text: str, **more: object) -> list[Finding]:
    return lint(read_pasted(text), today=TODAY, edition=2025, **more)  # type: ignore[arg-type]


def kinds(text: str) -> Counter[str]:
    return Counter(finding.kind for finding in found_in(text))


def test_an_untidy_policy_is_seen_through() -> None:
    found = found_in((DOCUMENTS / "harbour-lane.txt").read_text(encoding="utf-8"))
    said = Counter((finding.kind, finding.label) for finding in found)
    assert said["review-overdue", ""] == 1
    assert said["review-contradiction", "1.1.1"] == 1
    assert said["duplicate-label", "2.1.2"] == 1
    assert said["missing-label", "2.1.3"] == 1
    assert said["unfinished", "2.1.2"] == 2
    assert said["stale-citation", "2.1.2"] == 1
    assert said["stale-service", "2.1.1"] == 2
    assert sum(kind == "hard-coded-age" for kind, _ in said) == 1
    assert sum(kind == "contradiction" for kind, _ in said) == 1
    assert sum(kind == "no-audience" for kind, _ in said) == 1
    assert all(finding.place and finding.message.endswith((".", "?", "”")) for finding in found)


def test_a_tidy_policy_gets_no_finding() -> None:
    tidy = "Policy\n\n1.1 Staff must not add pupils as friends.\n1.2 Parents should ring the office.\n\nNext review: May 2027\n"
    assert found_in(tidy) == []


def test_a_policy_without_a_review_date_is_told_so() -> None:
    assert kinds("Policy\n\nStaff must be kind.\n")["review-missing"] == 1


def test_ages_of_leavers_and_years_of_pupils_are_no_hard_coded_ages() -> None:
    assert "hard-coded-age" not in kinds(
        "Policy\n\nStaff must not accept ex-pupils under 18 as friends on any site.\nPupils in Year 6 may join the club.\n"
    )


def test_numbers_begin_anew_in_each_list() -> None:
    rules = "1. {0} must be kind.\n2. {0} must be fair.\n\n"
    text = "Policy\n\n" + "".join(f"## {who}\n\n{rules.format(who)}" for who in ("Staff", "Pupils"))
    assert not {"duplicate-label", "missing-label"} & set(kinds(text))


def test_linked_policies_are_compared() -> None:
    here = "Policy\n\nStaff should delete photographs taken on personal equipment the same day.\n"
    there = read_pasted("Other\n\nStaff must take photographs of pupils only on school equipment. \n")
    clash = [finding for finding in found_in(here, linked=[("the camera policy", there)]) if finding.kind == "contradiction"]
    assert clash
    assert "the camera policy" in clash[0].message


def test_promises_without_a_clause_are_listed_once() -> None:
    content = read_directory(content_directory())
    text = (DOCUMENTS / "meadow-hill.md").read_text(encoding="utf-8")
    found = found_in(text, agreement=agreement_of(content), matcher=Matcher())
    listed = [finding for finding in found if finding.kind == "unbacked-promise" and not finding.label]
    assert len(listed) == 1
    assert "screen time" in listed[0].message
    assert edition_in_force(content, TODAY) == 2025


def test_a_sentence_that_is_a_condition_only_is_unfinished() -> None:
    said = [
        finding.message
        for finding in found_in(
            "Policy\n\n"
            "1. If a helper is made aware of other messages that involve a child. These must be reported at once.\n"
            "2. Staff should know of false names. To be careful when giving out details about themselves.\n"
            "3. If a child is upset, staff must tell the lead. To keep children safe, doors are locked.\n"
            "4. If sites are used in lessons (e.g. Blogs and pages) then staff should look at them first.\n"
        )
        if finding.kind == "unfinished"
    ]
    assert said == [
        "“If a helper is made aware …” is no whole sentence. Please complete it.",
        "“To be careful when giving out …” is no whole sentence. Please complete it.",
    ]


def test_a_duty_with_a_promise_close_by_needs_no_promise_of_its_own() -> None:
    content = read_directory(content_directory())
    text = (
        "Policy\n\nParents\n\nParents must not post pictures of other children.\nParents should ring the office.\n"
        "Parents must sign the photo form before the school posts an image of their child.\n"
    )
    found = found_in(text, agreement=agreement_of(content), matcher=Matcher())
    assert [finding.label for finding in found if finding.kind == "unbacked-promise" and finding.label] == ["¶3"]
