"""Adults at the door and at their forms."""

from __future__ import annotations

import pyotp
from playwright.sync_api import Page, expect

from tests.journeys.house import House, Person


def sign_in(tab: Page, house: House, person: Person) -> None:
    """Come in by the door, with the telephone's code where one is asked for."""
    tab.goto(house.url(person.where))
    tab.get_by_label("Sign-in name").fill(person.types["sign_in_name"])
    tab.get_by_label("Password").fill(person.types["password"])
    tab.get_by_role("button", name="Sign in", exact=True).click()
    if person.is_staff:
        tab.get_by_label("Code on your phone").fill(pyotp.TOTP(person.types["totp_secret"]).now())
        tab.get_by_role("button", name="Go on", exact=True).click()
    expect(tab.get_by_role("button", name="Sign out")).to_be_visible()


def send(tab: Page) -> None:
    """Press the first button of the form in the middle of the page, whatever the language."""
    tab.locator("main form[method=post] button[type=submit]").first.click()


def answer_anyhow(tab: Page) -> None:
    """Give some complete answer to the question shown: nobody marks an adult down."""
    form = tab.locator("form#answer")
    for name in form.locator("input[type=radio]").evaluate_all("all => [...new Set(all.map((one) => one.name))]"):
        form.locator("label", has=tab.locator(f"input[name='{name}']")).first.click()
    if form.locator("input[type=checkbox]").count():
        form.locator("label", has=tab.locator("input[type=checkbox]")).first.click()
    for place in range(form.locator(".row-slot").count()):
        form.locator(".row-slot").nth(place).click()
        form.locator(".pool-card:enabled").first.click()
    for place in range(form.locator("select:visible").count()):
        form.locator("select:visible").nth(place).select_option(index=place + 1)
    tab.locator("button[form=answer]").click()
    expect(tab.locator("#feedback")).to_be_visible()


def file_behind(tab: Page, words: str) -> bytes:
    """What a link with these words gives to keep."""
    href = tab.get_by_role("link", name=words).first.get_attribute("href")
    assert href is not None
    return kept_file(tab, href)


def kept_file(tab: Page, path: str) -> bytes:
    """The file at an address, asked for by the tab's browser."""
    origin = "/".join(tab.url.split("/")[:3])
    answer = tab.context.request.get(origin + path)
    assert answer.ok, f"{path} answers {answer.status}"
    assert "filename=" in answer.headers.get("content-disposition", ""), f"{path} has no name to be kept under"
    assert "no-store" in answer.headers["cache-control"], f"{path} is kept by the browser"
    return answer.body()
