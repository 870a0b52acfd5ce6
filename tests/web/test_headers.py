"""Every answer carries exactly the security headers, whether it is a page, an error, a redirect or a file."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from esafety import create_app
from esafety.core.db import Database
from esafety.settings import Settings
from esafety.web.assets import asset
from tests.harness.visitor import Visitor
from tests.web.house import House

EXACTLY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
OF_A_FILE = {
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "public, max-age=31536000, immutable",
}
NOT_SAID = ("Server", "X-Powered-By", "Access-Control-Allow-Origin", "Via")


def assert_safe(answer: TestResponse, expected: dict[str, str] = EXACTLY) -> None:
    told = {name: answer.headers.getlist(name) for name in expected}
    assert told == {name: [value] for name, value in expected.items()}
    assert not [name for name in NOT_SAID if name in answer.headers]


KINDS: dict[str, tuple[int, Callable[[Visitor], TestResponse]]] = {
    "a page": (200, lambda v: v.client.get("/")),
    "a page that needs a sign-in": (303, lambda v: v.client.get("/teach")),
    "no page": (404, lambda v: v.client.get("/nowhere")),
    "another method": (405, lambda v: v.client.get("/sign-out")),
    "an unknown method": (405, lambda v: v.client.open("/", method="BREW")),
    "what a page can do": (200, lambda v: v.client.options("/")),
    "a page's head": (200, lambda v: v.client.head("/")),
    "a form without a token": (400, lambda v: v.client.post("/language", data={"language": "cy"})),
    "a form of somebody who is not signed in": (401, lambda v: v.client.post("/concern")),
    "too large a request": (413, lambda v: v.client.post("/language", data={"next": "x" * 600_000})),
    "another host": (400, lambda v: v.client.get("/", headers={"Host": "elsewhere.example"})),
    "a file that is not there": (404, lambda v: v.client.get("/static/000000000000/css/pupil.css")),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_answer_carries_the_headers(built: House, kind: str) -> None:
    status, ask = KINDS[kind]
    answer = ask(Visitor(built.app))
    assert answer.status_code == status
    expected = dict(EXACTLY)
    if "file" in kind:
        expected = {name: value for name, value in OF_A_FILE.items() if name != "Cache-Control"}
    assert_safe(answer, expected)


def test_a_file_carries_what_a_file_needs(built: House) -> None:
    answer = Visitor(built.app).client.get(asset("css/pupil.css"))
    assert answer.status_code == 200
    assert_safe(answer, OF_A_FILE)


def test_a_file_that_is_not_there_is_not_kept(built: House) -> None:
    answer = Visitor(built.app).client.get("/static/000000000000/css/pupil.css")
    assert "immutable" not in answer.headers.get("Cache-Control", "")


def test_a_fault_of_ours_carries_the_headers_and_tells_nothing(built: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_(*_arguments: object) -> None:
        raise LookupError("Maya Smith, pupil 7")

    monkeypatch.setattr("esafety.web.door._greet", break_)
    monkeypatch.setattr(built.app, "testing", False)
    answer = Visitor(built.app).client.get("/")
    assert answer.status_code == 500
    assert_safe(answer)
    assert "Maya" not in answer.text
    assert "LookupError" not in answer.text


def test_cookies_are_for_this_site_and_out_of_scripts_reach(built: House) -> None:
    (cookie,) = Visitor(built.app).client.get("/").headers.getlist("Set-Cookie")
    parts = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert {"httponly", "samesite=lax", "path=/"} <= parts
    assert "domain" not in cookie.lower()


def test_behind_https_cookies_and_browsers_insist_on_it(settings: Settings) -> None:
    app: Flask = create_app(settings.changed(secure_cookies=True, public_url="https://learn.example"))
    answer = app.test_client().get("/", base_url="https://localhost")
    database: Database = app.extensions["database"]
    database.close()
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert all("secure" in cookie.lower() for cookie in answer.headers.getlist("Set-Cookie"))
    assert [cookie.partition("=")[0] for cookie in answer.headers.getlist("Set-Cookie")] == ["__Host-device"]
