"""The lead's hour, the teacher at the front, the office, the safeguarding lead, the trust; each with JavaScript and without."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.adults import file_behind, kept_file, sign_in
from tests.journeys.house import House
from tests.journeys.looking import DESK

pytestmark = pytest.mark.journey
# Two schools have two of everybody, so that no telephone's code is used twice.
BOTH = pytest.mark.parametrize(("scripts", "place"), [(True, 0), (False, 1)], ids=["with JavaScript", "without JavaScript"])


@BOTH
def test_the_lead_sees_where_the_school_stands_reminds_and_sets_a_lesson(
    house: House, open_tab: Callable[..., Page], scripts: bool, place: int
) -> None:
    tab = open_tab(java_script_enabled=scripts)
    sign_in(tab, house, house.person("esafety-lead", place))
    expect(tab.get_by_role("heading", name="Where we stand")).to_be_visible()
    assert file_behind(tab, "CSV").decode("utf-8-sig").count("\n") > 5
    tab.get_by_role("table").get_by_role("link").first.click()
    expect(tab).to_have_url(re.compile(r"/lead/classes/\d+"))
    assert tab.locator("td.heat").count() > 20
    assert file_behind(tab, "Spreadsheet").startswith(b"PK")
    tab.get_by_role("navigation", name="Main").get_by_role("link", name="Families").click()
    tab.locator("[name=state]").select_option("open")
    tab.locator("form[method=get] button").first.click()
    expect(tab).to_have_url(re.compile("state=open"))
    tab.locator("input.check").first.check()
    tab.get_by_role("button", name="Remind the ticked ones").click()
    expect(tab.get_by_role("heading", name="What they will read")).to_be_visible()
    tab.get_by_role("button", name="into the outbox").click()
    expect(tab.get_by_text("1 message is in the outbox now.")).to_be_visible()
    tab.goto(house.url("/lead/reports"))
    assert file_behind(tab, "One page to print").startswith(b"%PDF")
    tab.get_by_role("table").get_by_role("link").first.click()
    expect(tab).to_have_url(re.compile("/lead/expectations/"))
    tab.goto(house.url("/lead/assign"))
    tab.locator("[name=expectation][value=tell-an-adult]").check(force=True)
    tab.locator("[name=classes]").first.check(force=True)
    tab.get_by_role("button", name="Set this lesson").click()
    expect(tab.get_by_text("Set for 1 class.")).to_be_visible()
    tab.get_by_role("button", name="Sign out").click()
    expect(tab.get_by_role("button", name="Sign out")).to_have_count(0)


@BOTH
def test_a_teacher_opens_a_class_sees_who_is_stuck_and_helps(
    house: House, open_tab: Callable[..., Page], scripts: bool, place: int
) -> None:
    front = open_tab(java_script_enabled=scripts)
    sign_in(front, house, house.person("teacher", place))
    closed = front.get_by_role("button", name=re.compile("^Open the class"))
    if closed.count():
        closed.first.click()
    else:
        front.get_by_role("link", name=re.compile("^See who is in")).first.click()
    code = front.locator(".code-display code").first.inner_text().replace(" ", "")
    device = open_tab(viewport=DESK, java_script_enabled=scripts)
    device.goto(house.url("/class"))
    device.get_by_label("Class code").fill(code)
    device.get_by_role("button", name="Open my class").click()
    tile = device.locator("a.name-tile").first
    name = tile.locator(".name-tile-name").inner_text()
    tile.click()
    asks = device.get_by_text("Put your hand up, please")
    for _try in range(8):  # five wrong ones are enough; tests/people counts them
        if asks.count():
            break
        places = device.locator(".picture-slot").count()
        for number in range(places):
            expect(device.locator("input[name=chosen]")).to_have_count(number)
            device.locator("button[name=picture]").nth(-1 - number).click()
        expect(device.locator("input[name=chosen]")).to_have_count(0)
        device.wait_for_load_state("networkidle")
    expect(asks).to_be_visible()
    if not scripts:
        front.reload()
    expect(front.get_by_text("May need you")).to_be_visible()
    front.get_by_role("button", name=f"Let in: {name}", exact=True).click()
    device.get_by_role("link", name="My teacher let me in").click()
    device.get_by_role("button", name="Come in").click()
    expect(device.get_by_role("heading", name="My path")).to_be_visible()
    front.get_by_role("button", name=re.compile("^New pictures: ")).first.click()
    expect(front.locator(".new-pictures img").first).to_be_visible()
    front.get_by_role("link", name="Back to the open class").click()
    front.locator(".confirm summary").click()
    front.get_by_role("button", name="End it now").click()
    expect(front.get_by_text("This lesson has ended")).to_be_visible()
    device.reload()
    expect(device.get_by_label("Class code")).to_be_visible()
    front.goto(house.url("/teach"))
    front.get_by_role("link", name=re.compile("^Children and cards")).first.click()
    front.get_by_role("link", name="Print login cards").click()
    expect(front.get_by_role("heading", level=1)).to_be_visible()


@BOTH
def test_the_office_enters_a_family_records_paper_and_bars_an_adult(
    house: House, open_tab: Callable[..., Page], scripts: bool, place: int
) -> None:
    tab = open_tab(java_script_enabled=scripts)
    sign_in(tab, house, house.person("office", place))
    tab.get_by_role("link", name="Add a pupil").click()
    tab.get_by_label("First name").fill("Zoë-Ann O’Hara")
    tab.get_by_role("button", name="Add the pupil").click()
    tab.get_by_role("link", name="Add an adult for this child").click()
    tab.get_by_label("Full name").fill("محمد O’Hara")
    tab.get_by_label("Relationship").fill("father")
    tab.locator("[name=may_sign]").check(force=True)
    tab.get_by_role("button", name="Add the adult").click()
    expect(tab.get_by_text("محمد O’Hara").first).to_be_visible()
    tab.goto(house.url("/office/paper"))
    tab.get_by_role("textbox", name="Name").first.fill("Zoë-Ann")
    tab.get_by_role("button", name="Find").click()
    tab.get_by_role("link", name=re.compile("^Record an answer")).click()
    tab.locator("[name=answer][value=signed]").check(force=True)
    tab.locator("main form [name=name]").fill("M. O’Hara")
    tab.locator("[name=kept_where]").fill("Blue folder, shelf 2")
    tab.get_by_role("button", name="Record", exact=True).click()
    expect(tab.get_by_role("cell", name="Blue folder, shelf 2")).to_be_visible()
    tab.goto(house.url("/office"))
    tab.get_by_role("textbox", name="Name").fill("Zoë-Ann")
    tab.get_by_role("button", name="Find").first.click()
    tab.get_by_role("link", name=re.compile("Zoë-Ann")).first.click()
    tab.locator("a[href^='/office/links/']").first.click()
    tab.get_by_role("link", name="Restrict or free").click()
    tab.locator("[name=restriction][value=barred]").check(force=True)
    tab.locator("[name=reference]").fill("Safe, folder 3")
    tab.get_by_role("button", name="Put this into force").click()
    expect(tab.get_by_text("Barred")).to_be_visible()


@BOTH
def test_a_childs_worry_reaches_the_safeguarding_lead_and_nobody_else(
    house: House, open_tab: Callable[..., Page], scripts: bool, place: int
) -> None:
    device = open_tab(viewport=DESK, java_script_enabled=scripts)
    house.enter(device, house.person("pupil-uks2", place))
    device.goto(house.url("/tell"))
    device.locator("label.option").first.click()
    device.locator("textarea").fill("Someone keeps sending me pictures.")
    device.get_by_role("button", name="Tell", exact=True).click()
    expect(device.get_by_role("heading", name="Thank you for telling us.")).to_be_visible()
    device.goto(house.url("/path"))
    assert "pictures" not in device.locator("main").inner_text()
    tab = open_tab(java_script_enabled=scripts)
    house.enter(tab, house.person("dsl"))
    tab.goto(house.url("/concerns"))
    tab.get_by_role("button", name="Open", exact=True).first.click()
    expect(tab.get_by_text("Someone keeps sending me pictures.")).to_be_visible()
    tab.locator("main textarea").fill("Talked with the child.")
    tab.get_by_role("button", name="Add a note").click()
    expect(tab.get_by_text("Talked with the child.")).to_be_visible()
    tab.get_by_role("button", name="It stands in our safeguarding record now").click()
    expect(tab.get_by_text("Handed over to the school's own record")).to_be_visible()


def test_the_trust_lead_sees_both_schools_and_no_family(house: House, open_tab: Callable[..., Page]) -> None:
    tab = open_tab()
    sign_in(tab, house, house.person("trust-lead"))
    assert tab.get_by_role("table").locator("tbody tr").count() == 2
    assert kept_file(tab, "/trust/csv")
    names = house.names_of_people()
    words = tab.locator("main").inner_text()
    assert not [name for name in names if " " in name and name in words]
    assert tab.context.request.get(house.url("/lead/families")).status == 404
