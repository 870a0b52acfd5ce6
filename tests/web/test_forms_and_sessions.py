"""Forms belong to the session that was shown them, presses count once, and a session ends when it is ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from esafety.access import sessions
from esafety.access.sessions import WebSession
from esafety.access.viewer import Role
from esafety.assembly import known_pages
from esafety.core import clock
from esafety.core.audit import AuditEntry
from esafety.people.models import Guardian
from tests.harness.people import PASSWORD
from tests.harness.visitor import Visitor
from tests.web.house import House, session_hash

POSTS = [page for page in known_pages() if "POST" in page.methods and "<" not in page.rule]
NAME = "Zoë Wrigglesworth"


@pytest.fixture
def office(built: House) -> Visitor:
    return built.enter.as_staff(built.make.staff("office"))


@pytest.fixture
def parent(built: House) -> Visitor:
    return built.enter.as_guardian(built.make.guardian_of(built.make.pupil()))


@pytest.fixture
def later() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(clock.now(), tick=False) as traveller:
        yield traveller


def adults(built: House) -> int:
    with built.database.reading(school_id=built.ours.id) as db:
        return db.scalar(select(func.count()).select_from(Guardian).where(Guardian.name == NAME)) or 0


def new_adult(built: House, visitor: Visitor, **fields: str):  # type: ignore[no-untyped-def]
    given = {"name": NAME, "language": "en", "email": "", **fields}
    return visitor.client.post("/office/adults/new", data=given)


def test_a_form_with_its_token_is_taken(built: House, office: Visitor) -> None:
    before = adults(built)
    assert new_adult(built, office, csrf=built.token(office)).status_code == 303
    assert adults(built) == before + 1


@pytest.mark.parametrize("kind", ["missing", "empty", "stale", "another session's", "too long", "of letters", "twice"])
def test_a_form_without_its_own_token_changes_nothing_and_shows_what_was_typed(built: House, office: Visitor, kind: str) -> None:
    other = built.enter.as_staff(built.make.staff("office", name="Kim Lee"))
    tokens = {
        "empty": "",
        "stale": built.token(office)[::-1],
        "another session's": built.token(other),
        "too long": built.token(office) * 50,
        "of letters": "ü\u2028",
        "twice": "x",
    }
    fields = {"csrf": tokens[kind]} if kind in tokens else {}
    before = adults(built)
    answer = new_adult(built, office, **fields)
    assert answer.status_code in (400, 422)
    assert NAME in answer.text
    assert adults(built) == before


@pytest.mark.parametrize("page", POSTS, ids=lambda page: page.endpoint)
def test_no_form_is_taken_without_a_token(built: House, page) -> None:  # type: ignore[no-untyped-def]
    for role, visitor in built.visitors.items():
        if role == "nobody":
            visitor = Visitor(built.app)  # noqa: PLW2901 - nobody with a device of their own
        answer = visitor.client.post(page.rule, data={"name": NAME, "language": "cy"})
        assert answer.status_code >= 400 or answer.status_code == 303, role
        with built.database.reading(across="a test looks for what was kept") as db:
            kept = select(func.count()).select_from(Guardian).where(Guardian.name == NAME, Guardian.language == "cy")
            assert db.scalar(kept) == 0


def test_what_was_typed_is_shown_as_text_and_secrets_are_not(built: House, office: Visitor) -> None:
    answer = office.client.post(
        "/sign-out", data={"name": "<script>alert(1)</script>", "password": PASSWORD, "new_code": "123456"}
    )
    assert answer.status_code == 400
    assert "&lt;script&gt;" in answer.text
    assert "<script>alert" not in answer.text
    assert PASSWORD not in answer.text
    assert "123456" not in answer.text


def test_a_second_press_leads_where_the_first_did_and_does_nothing(built: House, office: Visitor) -> None:
    once_pages = {page.rule for page in known_pages() if page.once}
    assert "/office/adults/new" in once_pages
    before, fields = adults(built), {"csrf": built.token(office), "once": "abc1"}
    first, second, third = (new_adult(built, office, **fields) for _ in range(3))
    assert [answer.status_code for answer in (first, second, third)] == [303, 303, 303]
    assert first.headers["Location"] == second.headers["Location"] == third.headers["Location"]
    assert adults(built) == before + 1
    assert new_adult(built, office, **{**fields, "once": "abc2"}).headers["Location"] != first.headers["Location"]


def test_another_sessions_press_is_its_own(built: House, office: Visitor) -> None:
    other = built.enter.as_staff(built.make.staff("office", name="Kim Lee"))
    before = adults(built)
    for visitor in (office, other):
        new_adult(built, visitor, csrf=built.token(visitor), once="same")
    assert adults(built) == before + 2


def test_signing_in_gives_a_new_token_whatever_was_planted(built: House) -> None:
    adult = built.make.guardian_of(built.make.pupil())
    visitor = Visitor(built.app)
    visitor.client.set_cookie("session", "planted-by-somebody-else")
    visitor.open("/family/sign-in").write("Sign-in name", adult.sign_in_name).write("Password", PASSWORD).press("Sign in")
    cookie = visitor.client.get_cookie("session")
    assert cookie is not None
    assert cookie.value != "planted-by-somebody-else"
    assert len(cookie.value) >= 40
    assert visitor.client.get("/family").status_code == 200


def test_signing_in_again_changes_the_token(built: House) -> None:
    adult = built.make.guardian_of(built.make.pupil())
    visitor, seen = Visitor(built.app), set()
    for _ in "ab":
        page = (
            visitor.open("/family/sign-in").write("Sign-in name", adult.sign_in_name).write("Password", PASSWORD).press("Sign in")
        )
        seen.add(session_hash(visitor))
        page.press("Sign out")
    assert len(seen) == 2


def test_a_form_from_before_signing_in_does_not_count_afterwards(built: House, office: Visitor) -> None:
    stranger = Visitor(built.app)
    planted = built.token(stranger)
    assert new_adult(built, office, csrf=planted).status_code in (400, 422)


def test_a_session_that_was_ended_elsewhere_is_dead_at_once(built: House, office: Visitor) -> None:
    assert office.client.get("/office").status_code == 200
    with built.database.across_schools("a test ends a session from elsewhere") as db:
        sessions.end(db, WebSession.token_hash == session_hash(office), now=clock.now())
    token = built.token(office)
    assert office.client.get("/office").status_code == 303
    before = adults(built)
    assert new_adult(built, office, csrf=token).status_code == 401
    assert adults(built) == before


def test_signing_out_ends_the_row_and_not_only_the_cookie(built: House, office: Visitor) -> None:
    cookie = office.client.get_cookie("session")
    assert cookie is not None
    built.post(office, "/sign-out")
    assert office.client.get_cookie("session") is None
    office.client.set_cookie("session", cookie.value)
    assert office.client.get("/office").status_code == 303


@pytest.mark.parametrize(
    ("role", "page", "minutes"), [(Role.OFFICE, "/office", 15), (Role.GUARDIAN, "/family", 30), (Role.TRUST_LEAD, "/account", 15)]
)
def test_a_device_that_lies_idle_lets_an_adult_sign_in_again(built: House, role: str, page: str, minutes: int) -> None:
    with time_machine.travel(clock.now(), tick=False) as later:
        make, enter = built.make, built.enter
        visitor = {
            Role.OFFICE: lambda: enter.as_staff(make.staff("office")),
            Role.GUARDIAN: lambda: enter.as_guardian(make.guardian_of(make.pupil())),
            Role.TRUST_LEAD: lambda: enter.as_trust_lead(make.trust_lead(built.ours)),
        }[Role(role)]()
        for _ in range(3):  # somebody who goes on clicking stays
            later.shift(timedelta(minutes=minutes - 1))
            assert visitor.client.get(page).status_code == 200
        later.shift(timedelta(minutes=minutes, seconds=1))
        assert visitor.client.get(page).status_code == 303


def test_an_idle_childs_device_asks_whether_it_is_still_them(built: House, later: time_machine.Traveller) -> None:
    visitor = built.enter.as_pupil(built.make.pupil())
    assert visitor.client.get("/path").status_code == 200
    later.shift(timedelta(minutes=5, seconds=1))
    for _ in "ab":  # asking is no answer
        answer = visitor.client.get("/path")
        assert (answer.status_code, answer.headers["Location"]) == (303, "/class/still-you")
    assert built.post(visitor, "/promise").headers.get("Location") == "/class/still-you"


def test_a_session_is_over_at_its_end_however_busy(built: House, later: time_machine.Traveller) -> None:
    visitor = built.enter.as_pupil(built.make.pupil())
    for _ in range(8 * 60 // 4):
        later.shift(timedelta(minutes=4))
        visitor.client.get("/path")
    assert visitor.client.get("/path").headers.get("Location", "").startswith("/class")
    assert visitor.client.get("/path").status_code == 303


def test_a_look_at_something_sensitive_is_recorded_and_reading_writes_nothing_else(built: House, office: Visitor) -> None:
    link = built.our_rows["guardian_link"]["id"]
    pages = {page.endpoint: page for page in known_pages() if page.reads and page.rule == "/office/links/<int:id>"}
    assert len(pages) == 1
    office.client.get(f"/office/links/{link}")
    office.client.get("/office/links/12345")  # not there: nothing was seen
    (page,) = pages.values()
    with built.database.reading(school_id=built.ours.id) as db:
        entries = db.scalars(select(AuditEntry).where(AuditEntry.action == page.reads)).all()
    assert [entry.about for entry in entries] == [f"guardian_link:{link}"]


def test_a_barred_adult_is_outside_from_the_next_click(built: House, parent: Visitor) -> None:
    adult = built.make.guardian_of(built.make.pupil("Maya"))
    visitor = built.enter.as_guardian(adult)
    assert "Maya" in visitor.client.get("/family").text
    (link,) = adult.links
    office = built.enter.as_staff(built.make.staff("office"))
    answer = built.post(office, f"/office/links/{link.id}/restrict", restriction="barred", reference="Head's safe, folder 4")
    assert answer.status_code == 303
    assert "Maya" not in visitor.client.get("/family", follow_redirects=True).text
    assert visitor.client.get(f"/agreement/{link.id}").status_code in (303, 404)
