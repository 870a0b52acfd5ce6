"""Whatever is sent: a clear answer, the security headers, never a fault of ours, nothing kept."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from esafety import models
from esafety.access.policy import TABLE
from esafety.access.viewer import Role
from esafety.assembly import known_pages
from tests.harness.visitor import Visitor
from tests.web.house import House
from tests.web.test_headers import EXACTLY, assert_safe

POSTS = [page for page in known_pages() if "POST" in page.methods]
TEXTS = {
    "a hundred thousand letters": "x" * 100_000,
    "a NUL": "a\x00b",
    "a lone surrogate": b"%ED%A0%80",
    "bytes that are no text": b"%FF%FE%C3%28",
    "right-to-left marks": "\u202eevil\u202c\u2066",
    "a thousand marks on one letter": "e" + "\u0301" * 1000,
    "only spaces": " \u00a0\u2003\t ",
    "nothing visible": "\u200b\u2060\ufeff",
    "the beginning of SQL": "Robert'); DROP TABLE pupil;--",
    "the beginning of a template": "{{ 7*7 }}{% for x in () %}",
    "a tag": "<script>alert(1)</script>",
    "the largest number and one more": str(2**63),
    "a negative number": "-1",
    "a very long number": "9" * 5000,
    "a number in other digits": "٣",
    "not a number": "NaN",
    "a list": "[1, 2]",
}


def fine(answer: TestResponse, what: object = "") -> None:
    assert answer.status_code < 500, f"{what}: {answer.status_code}"
    assert_safe(answer, EXACTLY)


def counted(built: House) -> dict[str, int]:
    """How many rows every table has, but those that only note that somebody was here or tried something."""
    noted = {"sign_in_failure", "audit_entry", "web_session", "device_count", "seat"}
    with built.database.engine.connect() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in models.Base.metadata.sorted_tables
            if table.name not in noted
        }


def visitor_for(built: House, allow: Any) -> Visitor:
    roles = [role for role in TABLE[allow] if role is not Role.ANYONE]
    return built.visitors[roles[0]] if roles else Visitor(built.app)


FIELDS = (
    "sign_in_name", "password", "code", "name", "words", "next", "language", "choice", "chosen", "animal", "pupil_id",
    "class_id", "place", "until_on", "received_on", "restriction", "year_group", "roles", "answer", "promises", "once",
)  # fmt: skip


@pytest.mark.parametrize("text", TEXTS, ids=str)
def test_any_text_in_any_field_of_any_form_is_answered(built: House, text: str) -> None:
    """Sent with a fresh token to every form there is, as somebody who may enter it."""
    before, given = counted(built), TEXTS[text]
    written = given if isinstance(given, bytes) else None
    for page in POSTS:
        if page.endpoint in {"people.sign_out", "people.finished", "people.end_devices"} or "<" in page.rule:
            continue
        visitor = visitor_for(built, page.allow)
        token = built.token(visitor)
        if written is not None:
            body = f"csrf={token}&".encode() + b"&".join(name.encode() + b"=" + written for name in FIELDS)
            answer = visitor.client.post(page.rule, data=body, content_type="application/x-www-form-urlencoded")
        else:
            short = [name for name in FIELDS if len(given) < 10_000 or name in {"name", "words", "password"}]
            answer = visitor.client.post(page.rule, data={"csrf": token, **dict.fromkeys(short, given)})
        fine(answer, f"{text} to {page.rule}")
    changed = {name for name, number in counted(built).items() if number != before[name]}
    assert changed <= ({"school_class"} if text == "a number in other digits" else set())  # 3 and a name: a class like any


def test_every_field_repeated_or_missing_is_answered(built: House) -> None:
    for page in POSTS:
        if page.endpoint in {"people.sign_out", "people.finished", "people.end_devices"} or "<" in page.rule:
            continue
        visitor = visitor_for(built, page.allow)
        fine(built.post(visitor, page.rule), page.rule)
        fine(built.post(visitor, page.rule, **{name: ["a", "b", "", "\x00"] for name in FIELDS}), page.rule)


BODIES = {
    "a multipart without its boundary": ("multipart/form-data", b"--x\r\n"),
    "a multipart that never ends": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nab',
    ),
    "a multipart of nonsense": ("multipart/form-data; boundary=x", b"\x00\xff" * 500),
    "a boundary of bytes": ("multipart/form-data; boundary=\xff", b"--\xff--"),
    "ten thousand parts": (
        "multipart/form-data; boundary=x",
        b"".join(b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n' for _ in range(6_000)) + b"--x--",
    ),
    "ten thousand fields": ("application/x-www-form-urlencoded", b"&".join(b"a=b" for _ in range(10_000))),
    "half an escape": ("application/x-www-form-urlencoded", b"csrf=%&%=%zz&=&&=x"),
    "JSON": ("application/json", b'{"csrf": {"__proto__": []}}'),
    "an entity bomb": ("text/xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;&a;</x>'),
    "an unknown kind": ("\x00/\xff;;;", b"csrf=x"),
    "an unknown character set": ("application/x-www-form-urlencoded; charset=utf-7", b"csrf=+AGE-"),
    "nothing": ("application/x-www-form-urlencoded", b""),
    "an upload nobody asked for": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="words"; filename="../../etc/passwd"\r\n\r\nb\r\n--x--\r\n',
    ),
}


@pytest.mark.parametrize("body", BODIES)
def test_a_body_that_is_no_form_is_answered(built: House, body: str) -> None:
    kind, sent = BODIES[body]
    for address in ("/language", "/class", "/staff/sign-in", "/concern", "/sign-out", "/nowhere"):
        for who in ("nobody", Role.HEAD):
            answer = built.visitors[who].client.post(
                address, data=sent, headers={"Content-Type": kind.encode().decode("latin-1")}
            )
            fine(answer, f"{body} to {address}")
            assert answer.status_code >= 400, f"{body} to {address} was taken"


ADDRESSES = (
    "/%00", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%252e%252e/",
    "/static/%2e%2e/%2e%2e/settings.py", "/static/",
    "/static/000000000000/../../settings.py", "/static/000000000000/%00", "/%c0%ae%c0%ae/", "/%ED%A0%80", "/%FF",
    "/class/", "/class//",
    "//class", "/./class", "/CLASS", "/class;x=y", "/class%20", "/class%0d%0aSet-Cookie:x=y", "/.git/config", "/.env",
    "/console", "/admin",
    "/debug", "/server-status", "/esafety.sqlite3", "/secrets.json", "/wsgi.py", "/teach/classes/1/", "/office/pupils/1%00",
    "/?" + "x" * 60_000, "/?a[]=1&a[b]=2&%00=%00", "/class?code=%00", "/lead/families?page=-1", "/path?next=//elsewhere.example",
)  # fmt: skip


@pytest.mark.parametrize("who", ["nobody", Role.PUPIL, Role.LEAD])
def test_strange_addresses_are_answered(built: House, who: str) -> None:
    for address in ADDRESSES:
        answer = built.visitors[who].client.get(address)
        assert answer.status_code < 500, f"{address}: {answer.status_code}"
        assert_safe(answer, {"X-Content-Type-Options": "nosniff"})
        assert "Set-Cookie: x=y" not in str(answer.headers)
        assert "elsewhere.example" not in answer.headers.get("Location", "")


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND", "X" * 3000])
def test_other_methods_are_refused(built: House, method: str) -> None:
    for address in ("/", "/class", "/language", "/office/pupils", "/nowhere"):
        answer = built.visitors[Role.OFFICE].client.open(address, method=method)
        fine(answer, f"{method[:9]} {address}")
        assert answer.status_code in (404, 405)
        assert "X-Echo" not in answer.text


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS"])
def test_asking_for_less_than_a_page_changes_nothing(built: House, method: str) -> None:
    before = counted(built)
    for page in known_pages():
        if "<" not in page.rule:
            answer = visitor_for(built, page.allow).client.open(page.rule, method=method)
            fine(answer, f"{method} {page.rule}")
            assert not answer.data
    assert counted(built) == before


HEADERS: dict[str, dict[str, str]] = {
    "no language anybody speaks": {"Accept-Language": "xx-klingon;q=9, *;q=\x00, ,,;;=="},
    "five hundred languages": {"Accept-Language": ",".join(f"a{number};q=0.{number}" for number in range(500))},
    "a language that is a path": {"Cookie": "language=../../../etc/passwd"},
    "a cookie of a hundred thousand bytes": {"Cookie": "session=" + "x" * 100_000},
    "a device of a hundred thousand bytes": {"Cookie": "device=" + "x" * 100_000},
    "ten thousand cookies": {"Cookie": "; ".join(f"a{number}=b" for number in range(10_000))},
    "a cookie of bytes": {"Cookie": "session=\x80\xff; device=\xe9; language=\xed\xa0\x80"},
    "a cookie of nothing": {"Cookie": "session=; device=; =; ;;"},
    "forged forwarding": {
        "X-Forwarded-Host": "elsewhere.example",
        "X-Forwarded-Proto": "ftp",
        "X-Forwarded-For": "' OR 1=1",
        "X-Original-URL": "/lead",
        "X-HTTP-Method-Override": "DELETE",
    },
    "an origin of nothing": {"Origin": "null"},
    "a range nobody has": {"Range": "bytes=0-0,1-1,5-2,-9999999999999999999"},
    "a condition of nonsense": {"If-None-Match": '"' + "x" * 9000, "If-Modified-Since": "the day before"},
    "no browser": {"User-Agent": ""},
    "an encoding of nonsense": {"Accept-Encoding": "gzip;q=NaN, \x00", "Accept": "*/*;q=1e999"},
}


@pytest.mark.parametrize("kind", HEADERS)
def test_strange_headers_are_answered(built: House, kind: str) -> None:
    for address in ("/", "/class", "/teach", "/nowhere"):
        answer = built.app.test_client(use_cookies=False).get(address, headers=HEADERS[kind])
        fine(answer, f"{kind} to {address}")
        assert "elsewhere" not in answer.text + answer.headers.get("Location", "")


@pytest.mark.parametrize(
    "host",
    ["elsewhere.example", "localhost.elsewhere.example", "", "127.0.0.1.", "[::1]", "localhost:99999", "a b", "@localhost"],
)
def test_a_forged_host_gets_nothing(built: House, host: str) -> None:
    answer = built.visitors[Role.LEAD].client.get("/", headers={"Host": host})
    fine(answer, host)
    assert answer.status_code == 400 or host in {"127.0.0.1.", "localhost:99999"}
    assert "elsewhere" not in answer.text


ELSEWHERE = (
    "//elsewhere.example", "///elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "\\\\elsewhere.example",
    "javascript:alert(1)", "/\t/elsewhere.example", "/\n/elsewhere.example", "\x00//elsewhere.example", "/ /elsewhere.example",
    " //elsewhere.example", "http:elsewhere.example", "/%09/elsewhere.example", "/x\r\nSet-Cookie: a=b", "data:text/html,x", "",
    "/\u2028/elsewhere.example", "//elsewhere.example%2f..", "elsewhere.example",
)  # fmt: skip


@pytest.mark.parametrize("target", ELSEWHERE, ids=ascii)
def test_choosing_a_language_leads_nowhere_else(built: House, target: str) -> None:
    visitor = Visitor(built.app)
    answer = built.post(visitor, "/language", language="cy", next=target)
    assert answer.status_code == 303
    location = answer.headers["Location"]
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))
    assert "a=b" not in str(answer.headers.getlist("Set-Cookie"))


def test_choosing_a_language_comes_back_to_the_page(built: House) -> None:
    answer = built.post(Visitor(built.app), "/language", language="cy", next="/class")
    assert answer.headers["Location"] == "/class"
