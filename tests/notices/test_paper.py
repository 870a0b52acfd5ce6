"""Letters with codes, login cards, receipts: secrets stand on paper only, and documents are whole."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from esafety.core import clock
from esafety.core.db import Database
from esafety.notices import typesetting
from esafety.notices.typesetting import qr_code, typeset
from esafety.notices.views import cards as cards_view
from esafety.notices.views import letters as letters_view
from esafety.people import invitations
from esafety.people.models import Invitation, Pupil
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor
from tests.notices.conftest import Street

NOW = datetime.fromisoformat("2026-11-20T09:00:00+00:00")
SAID = {"heading": "Our agreement", "sentences": ["One.", "Two."], "code_label": "Your code", "until": "Until then."}
Pressed = Callable[[Visitor, str, str], bytes]
Seen = list[dict[str, list[dict[str, str]]]]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    """What documents were set from. The real documents are set all the same."""
    noted: Seen = []

    def note(document: str, data: Any, *, at: datetime) -> bytes:
        noted.append(data)
        return typesetting.typeset(document, data, at=at)

    monkeypatch.setattr(letters_view, "typeset", note)
    monkeypatch.setattr(cards_view, "typeset", note)
    return noted


def letter(**more: object) -> dict[str, object]:
    said = [{"language": "en", **SAID}]
    return {
        "to": "For Mary", "title": "Ann", "code": "ABCDE-FGHJK", "qr": qr_code("http://example.org"), "qr_words": "A QR code",
        "address": "example.org", "said": said, **more,
    }  # fmt: skip


def letters(*all_of_them: dict[str, object]) -> bytes:
    return typeset("letters", {"title": "Letters", "school": "Harbour", "letters": list(all_of_them)}, at=NOW)


def inflated(document: bytes) -> bytes:
    """A PDF with its packed parts laid open."""
    parts = [document]
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", document, re.DOTALL):
        try:
            parts.append(zlib.decompress(packed))
        except zlib.error:
            continue
    return b"\n".join(parts)


def test_a_document_is_tagged_titled_and_has_a_language() -> None:
    inside = inflated(letters(letter()))
    assert b"/MarkInfo" in inside
    assert b"/StructTreeRoot" in inside
    assert b"/Lang" in inside
    assert b"pdfuaid" in inside
    assert b"<dc:title>" in inside


def test_fonts_travel_inside() -> None:
    inside = inflated(letters(letter(said=[{"language": "en", **SAID}, {"language": "ur", **SAID, "heading": "ہمارا معاہدہ"}])))
    assert b"AtkinsonHyperlegibleNext" in inside
    assert b"NotoNaskhArabic" in inside


MARKUP = ("#panic()", "*x* _y_ `z`", "$1$", '"', "\\", ']#read("secrets.json")[', "<label> @ref", "//", "O’Brien")


@pytest.mark.parametrize("name", MARKUP)
def test_a_name_is_never_markup(name: str) -> None:
    assert letters(letter(to=name, title=name)).startswith(b"%PDF")


def test_the_same_values_give_the_same_bytes() -> None:
    assert letters(letter()) == letters(letter())


def test_first_letters_carry_codes_that_open(lead: Visitor, street: Street, app: Flask, pressed: Pressed, seen: Seen) -> None:
    pressed(lead, "/office/letters", "Make the letters (PDF)")
    made = {one["to"]: one for one in seen[-1]["letters"]}
    assert set(made) == {"For Sana Khan, about Ann", "For Joe Reid, about Ann"}
    database: Database = app.extensions["database"]
    for one in made.values():
        with database.reading(across="a test opens a letter") as db:
            code = one["code"].replace("-", "")
            assert invitations.state_of(db, code=code, settings=app.extensions["settings"], now=clock.now())[0] == "open"


def test_codes_are_kept_as_hashes_only(lead: Visitor, street: Street, app: Flask, pressed: Pressed, seen: Seen) -> None:
    pressed(lead, "/office/letters", "Make the letters (PDF)")
    codes = {one["code"].replace("-", "") for one in seen[-1]["letters"]}
    with app.extensions["database"].reading(school_id=street.school_id) as db:
        kept = " ".join(one.code_hash for one in db.scalars(select(Invitation)))
    assert not [code for code in codes if code in kept]


def test_printing_again_ends_the_first_codes(lead: Visitor, street: Street, app: Flask, pressed: Pressed) -> None:
    pressed(lead, "/office/letters", "Make the letters (PDF)")
    pressed(lead, "/office/letters", "Make the letters (PDF)")
    with app.extensions["database"].reading(school_id=street.school_id) as db:
        found = db.scalars(select(Invitation)).all()
    assert len([one for one in found if one.voided_at is None]) == 2
    assert len(found) == 4


def test_waiting_letters_are_printed_once(lead: Visitor, street: Street, pressed: Pressed, seen: Seen) -> None:
    page = lead.open("/lead/families/remind?state=open")
    page.press(next(button for button in page.buttons if button.startswith("Put ")))
    pressed(lead, "/lead/outbox", "Print 3 letters")
    assert {bool(one["code"]) for one in seen[-1]["letters"]} == {True, False}, "an adult with a sign-in needs no code"
    after = lead.open("/lead/outbox")
    assert "Print" not in " ".join(after.buttons)
    assert {row[-1] for row in after.table("Messages")} == {"printed"}


def test_cards_let_the_children_in_and_end_the_old_ones(
    make: Make, enter: Enter, app: Flask, pressed: Pressed, seen: Seen
) -> None:
    own = make.school_class("3 Oak")
    ann = make.pupil("Ann", school_class=own)
    teacher = enter.as_staff(make.staff("teacher", classes=(own,)))
    address = f"/teach/classes/{own.id}/cards"
    pressed(teacher, address, "Make new cards (PDF)")
    first = _card_hash(app, ann)
    pressed(teacher, address, "Make new cards (PDF)")
    assert _card_hash(app, ann) != first
    (card,) = seen[-1]["cards"]
    assert len(card["code"]) == len("ABCD-EFGH")


def test_looking_at_the_cards_page_makes_no_card(make: Make, enter: Enter, app: Flask) -> None:
    own = make.school_class("3 Oak")
    ann = make.pupil("Ann", school_class=own)
    enter.as_staff(make.staff("teacher", classes=(own,))).open(f"/teach/classes/{own.id}/cards")
    assert _card_hash(app, ann) is None


def test_another_teachers_class_has_no_cards(make: Make, enter: Enter) -> None:
    other = make.school_class("4 Elm", year_group=4)
    teacher = enter.as_staff(make.staff("teacher", classes=(make.school_class("3 Oak"),)))
    assert teacher.client.get(f"/teach/classes/{other.id}/cards").status_code == 404


def _card_hash(app: Flask, pupil: Pupil) -> str | None:
    with app.extensions["database"].reading(school_id=pupil.school_id) as db:
        kept: str | None = db.get_one(Pupil, (pupil.school_id, pupil.id)).card_code_hash
        return kept
