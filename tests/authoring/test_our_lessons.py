"""The list of lessons: what each is, looked at, switched off and on, adapted, given back."""

from __future__ import annotations

import pytest

from esafety.core import clock
from esafety.core.tenancy import come_to
from esafety.curriculum.own import lessons
from esafety.curriculum.shelf import library
from tests.authoring.conftest import KEY, LIST, Desk
from tests.harness.people import Enter


def test_every_lesson_of_every_reader_is_listed(desk: Desk) -> None:
    for readers in ("ks1", "lks2", "uks2", "parents", "staff", "governors"):
        page = desk.visitor.open(LIST, query={"for": readers})
        for edition in library().lessons_for(readers):
            assert edition.item.title in page.text


@pytest.mark.parametrize(
    "key", [KEY, "tell-an-adult/ks1", "images-of-others/uks2", "age-limits/parents", "incident-response/staff"]
)
def test_a_lesson_is_looked_at_as_a_whole(desk: Desk, key: str) -> None:
    lesson = library().lesson(key).item
    page = desk.visitor.open(f"{LIST}/look/{key}")
    assert page.heading == lesson.title
    assert len(page.find("//ol[contains(@class, 'told')]/li")) == len(lesson.steps) + len(lesson.quiz.questions)


def test_switching_off_and_on_pressed_twice(desk: Desk) -> None:
    page = desk.visitor.open(f"{LIST}/look/{KEY}")
    for _press in range(2):
        off = page.press("Switch it off")
        assert "Switched off" in off.html
    assert KEY not in _offered(desk)
    assert "off" in desk.visitor.open(LIST, query={"for": "lks2"}).text
    for _press in range(2):
        assert "Switched on" in off.press("Switch it on").html
    assert KEY in _offered(desk)


def _offered(desk: Desk) -> set[str]:
    come_to(desk.school.id)
    found = {one.key for one in library().lessons_for("lks2")}
    come_to(None)
    return found


def test_adapting_twice_goes_on_with_the_same_draft(desk: Desk) -> None:
    page = desk.visitor.open(f"{LIST}/look/{KEY}")
    first, second = page.press("Adapt this lesson"), page.press("Adapt this lesson")
    assert first.url == second.url
    assert "draft waiting" in desk.visitor.open(LIST, query={"for": "lks2"}).text


def test_a_draft_is_given_up_and_pupils_keep_what_they_had(desk: Desk) -> None:
    page = desk.adapt()
    assert "Given up" in page.press("Give it up").html
    assert desk.draft() is None
    assert desk.lesson().title == library().lesson(KEY).item.title


def test_the_schools_wording_is_given_back(desk: Desk) -> None:
    title = desk.lesson().title
    desk.adapt()
    desk.change_behind(title="Lines in our park")
    desk.visitor.open(desk.address("publish")).press("Publish")
    assert desk.lesson().title == "Lines in our park"
    page = desk.visitor.open(f"{LIST}/look/{KEY}").press("Go back to it")
    assert "library’s wording is back" in page.html
    assert desk.lesson().title == title


def test_a_new_lesson_begins_with_the_steps_that_it_needs(desk: Desk) -> None:
    page = (
        desk.visitor.open(f"{LIST}/new")
        .write("Title", "Our own app")
        .choose("Years 3 and 4")
        .select("What it is about", "Age limits")
    )
    draft, again = page.press("Begin"), page.press("Begin")
    assert draft.url == again.url
    assert draft.heading == "Draft: Our own app"
    assert len(draft.find("//ol[@class='pieces']/li[starts-with(@id, 'steps.')]")) == 6
    assert "Our own app" in desk.visitor.open(LIST, query={"for": "lks2"}).text


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"title": "  \u200b "}, "Please fill this in."),
        ({"readers": "nobody"}, "Choose for whom the lesson is."),
        ({"expectation": "../etc"}, "Choose what the lesson is about."),
        ({"title": "x" * 101}, "at most 100"),
    ],
)
def test_a_new_lesson_that_makes_no_sense_is_told(desk: Desk, changes: dict[str, str], told: str) -> None:
    page = desk.visitor.open(f"{LIST}/new").write("Title", "T").choose("Years 3 and 4")
    sending = page._filling.press("Begin")
    fields = dict(sending.fields) | changes
    sending.fields[:] = list(fields.items())
    answer = desk.visitor.send(f"{LIST}/new", sending)
    assert answer.status == 422
    assert told in answer.text


@pytest.mark.parametrize("key", ["nothing", "age-limits/nobody", "../x", "age-limits/lks2/more"])
def test_a_lesson_that_is_not_there_is_not_found(desk: Desk, key: str) -> None:
    for page in ("look", "changed", "add-question", "published"):
        assert desk.visitor.client.get(f"{LIST}/{page}/{key}").status_code == 404


@pytest.mark.parametrize("role", ["teacher", "office", "governor", "dsl"])
def test_others_do_not_write_lessons(desk: Desk, enter: Enter, role: str) -> None:
    desk.adapt()
    other = enter.as_staff(desk.make.staff(role))
    for address in (
        LIST,
        f"{LIST}/new",
        f"{LIST}/look/{KEY}",
        desk.address(),
        desk.address("publish"),
        desk.address("part", "about"),
    ):
        assert other.client.get(address).status_code == 404


def test_another_schools_draft_is_not_there(desk: Desk, enter: Enter) -> None:
    desk.adapt()
    lead = enter.as_staff(desk.make.staff("lead", school=desk.make.school("Hill Primary")))
    for more in ((), ("publish",), ("part", "about"), ("preview", "0"), ("picture", "steps.hook")):
        assert lead.client.get(desk.address(*more)).status_code == 404
    assert "draft waiting" not in lead.open(LIST, query={"for": "lks2"}).text


def test_what_another_worker_published_a_second_ago_is_what_is_adapted(desk: Desk) -> None:
    desk.adapt()
    desk.visitor.open(desk.address("publish")).press("Publish")
    page = desk.visitor.open(f"{LIST}/look/{KEY}")
    page.press("Adapt this lesson")
    desk.change_behind(title="Elsewhere")
    desk.visitor.open(LIST)
    with desk.database.transaction(school_id=desk.school.id) as db:
        lessons.publish(db, draft=lessons.get_draft(db, KEY), library=library(), by="account:2", at=clock.now())
    page.press("Adapt this lesson")
    assert desk.body()["title"] == "Elsewhere"
