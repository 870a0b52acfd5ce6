"""Everybody reads what the policy means for them, in their language, on the screen and on paper."""

from __future__ import annotations

import pytest

from esafety.core import clock
from esafety.curriculum.shelf import library
from esafety.policies.actions import adopt
from esafety.policies.coverage import Evidence, gaps, what_teaches
from esafety.policies.meaning import for_reader
from esafety.policies.queries import ClauseRow
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor


def clause(number: int, audience: str, *expectations: str, strength: str = "must", label: str = "") -> ClauseRow:
    return ClauseRow(number, label or f"1.{number}", "", f"Words of {number}.", audience, strength, expectations)


@pytest.fixture
def adopted(school: Make, school_id: int) -> int:
    """The model policy, in force; returns its version."""
    with school.database.transaction(school_id=school_id) as db:
        model = library().policy("model-social-media").item
        return adopt(db, model=model, approved_on=clock.school_day(clock.now()), at=clock.now()).id


@pytest.fixture
def parent(school: Make, enter: Enter) -> Visitor:
    """A parent, signed in."""
    return enter.as_guardian(school.guardian_of(school.pupil("Ann")))


def test_clauses_stand_under_what_they_ask_for(school: Make) -> None:
    rows = [clause(1, "parents", "images-of-others"), clause(2, "parents", "age-limits"), clause(3, "parents", "age-limits"),
            clause(4, "parents", "none"), clause(5, "staff", "staff-boundaries"), clause(6, "school", "incident-response")]  # fmt: skip
    means = for_reader(rows, "parents", library(), "en")
    assert [(one.expectation, [row.id for row in one.clauses]) for one in means.meanings] == [
        ("age-limits", [2, 3]), ("images-of-others", [1]),
    ]  # fmt: skip
    assert [row.id for row in means.others] == [4]
    assert [row.id for row in means.by_school] == [6]
    assert means.meanings[0].says[0][1]
    assert means.meanings[0].module == "age-limits/parents"


def test_a_meaning_is_told_in_the_readers_language_where_there_is_one(school: Make) -> None:
    rows = [clause(1, "parents", "images-of-others"), clause(2, "staff", "policy-governance")]
    urdu = for_reader(rows, "parents", library(), "ur")
    assert urdu.meanings[0].language == "ur"
    assert not urdu.left_in_english
    assert urdu.meanings[0].title != for_reader(rows, "parents", library(), "en").meanings[0].title
    assert for_reader(rows, "staff", library(), "ur").left_in_english


def test_a_parent_reads_as_a_parent_and_a_teacher_as_staff(adopted: int, school: Make, enter: Enter, parent: Visitor) -> None:
    page = parent.open("/policy")
    assert page.heading == "What our policy means for you"
    assert page.find("//nav//a[@aria-current='page'][contains(@href, 'for=parents')]")
    teacher = enter.as_staff(school.staff("teacher"))
    assert teacher.open("/policy").find("//nav//a[@aria-current='page'][contains(@href, 'for=staff')]")
    assert parent.open("/policy?for=pupils").heading == "What our policy means for: Pupils"
    assert parent.open("/policy?for=nonsense").heading == "What our policy means for you"


def test_clause_by_clause_stays_as_it_was(adopted: int, parent: Visitor) -> None:
    page = parent.open("/policy").follow("Clause by clause")
    assert "Taught by:" in page.text
    assert page.find("//li[@id='clause-2.1']")


@pytest.mark.parametrize("language", ["en", "ur"])
def test_it_comes_as_a_pdf(adopted: int, parent: Visitor, language: str) -> None:
    parent.client.set_cookie("language", language, domain="localhost")
    for reader in ("parents", "pupils", "staff", "governors"):
        answer = parent.client.get(f"/policy/{adopted}/pdf?for={reader}")
        assert answer.status_code == 200
        assert answer.data.startswith(b"%PDF")
    assert parent.client.get(f"/policy/{adopted}/pdf?for=nonsense").status_code == 404
    assert parent.client.get("/policy/12345/pdf").status_code == 404


def test_without_a_policy_the_page_says_so(parent: Visitor) -> None:
    assert "No policy yet" in parent.open("/policy").text


def test_gaps_are_said_in_plain_words(school: Make) -> None:
    shelf = library()
    taught = next(one.key for one in shelf.lessons_for("ks1"))
    name = taught.partition("/")[0]
    rows = [
        clause(1, "pupils", name), clause(2, "parents", "passwords-accounts", label="2.7"), clause(3, "school", "none"),
        clause(4, "school", "incident-response"), clause(5, "parents", "official-channels"), clause(6, "staff"),
    ]  # fmt: skip
    found = gaps(rows, shelf, Evidence(bands=frozenset({"ks1"}), promised=frozenset()))
    assert set(found) == {1, 2, 5, 6}
    assert "the lesson for Reception to Year 2 is not set for any class" in found[1][0]
    assert found[2] == ("Clause 2.7 tells parents (Passwords and accounts): there is no module for parents yet.",)
    assert "has no promise about it" in found[5][0]
    assert "nobody has said yet" in found[6][0]
    done = Evidence(bands=frozenset({"ks1"}), classes_set={taught: 2}, promised=frozenset({"official-channels"}))
    assert set(gaps(rows, shelf, done)) == {2, 6}


def test_what_serves_a_clause_counts_questions(school: Make) -> None:
    served = what_teaches(clause(1, "pupils", "age-limits"), library())
    assert served is not None
    assert served.questions > 10
    assert "age-limits/ks1" in served.keys


def test_what_serves_a_clause_is_called_as_its_reader_calls_it(school: Make) -> None:
    english, urdu = (what_teaches(clause(1, "parents", "age-limits"), library(), language) for language in ("en", "ur"))
    assert english is not None
    assert urdu is not None
    assert [one.language for one in urdu.lessons + urdu.modules if one.reader != "staff"] == ["ur"] * 4
    assert urdu.modules[0].title != english.modules[0].title


def test_the_coverage_page_and_its_files(adopted: int, lead: Visitor) -> None:
    page = lead.open("/lead/policies").follow("Social media and life online").follow("What serves each clause")
    rows = page.table("What serves each clause")
    assert len(rows) > 20
    gaps_only = page.follow("Only those with gaps")
    assert 0 < len(gaps_only.table("What serves each clause")) < len(rows)
    csv = lead.client.get(page.find("//a[contains(@href, '/csv')]/@href")[0])
    assert csv.get_data(as_text=True).count("\r\n") == len(rows) + 1
    assert lead.client.get(page.find("//a[contains(@href, '/xlsx')]/@href")[0]).data.startswith(b"PK")


def test_a_promise_without_a_clause_is_told_of(school: Make) -> None:
    from esafety.policies.coverage import unbacked

    done = Evidence(promised=frozenset({"age-limits", "images-of-others"}))
    assert unbacked({"age-limits"}, library(), done) == (
        "The agreement has a promise about “Pictures and videos of other people”, and no clause backs it.",
    )
    assert not unbacked((), library(), Evidence())
