"""A form that trickles in keeps nobody from saving, and two presses of one moment are one press on either database."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from esafety.core.db import Database
from esafety.people.models import Guardian
from esafety.web import csrf
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor


class Trickle(io.BytesIO):
    """A body that arrives while somebody else wants to save."""

    def __init__(self, body: bytes, database: Database) -> None:
        super().__init__(body)
        self.database = database
        self.others_saved: list[bool] = []

    def read(self, size: int | None = -1) -> bytes:
        self._somebody_saves()
        return super().read(size)

    def readinto(self, buffer: Any) -> int:
        self._somebody_saves()
        return super().readinto(buffer)

    def _somebody_saves(self) -> None:
        free = self.database._writers.acquire(timeout=0.1)
        if free:
            self.database._writers.release()
        self.others_saved.append(free)


@pytest.mark.parametrize("address", ["/class", "/language", "/office/adults/new", "/nowhere"])
def test_others_save_while_a_form_trickles_in(app: Flask, visitor: Visitor, address: str) -> None:
    trickle = Trickle(b"code=AAAAAA&name=Ann", app.extensions["database"])
    visitor.client.post(address, content_type="application/x-www-form-urlencoded", input_stream=trickle)
    assert trickle.others_saved
    assert all(trickle.others_saved)


@pytest.mark.both_databases
def test_two_presses_of_one_moment_enter_one_adult_and_lead_to_the_same_page(make: Make, enter: Enter, app: Flask) -> None:
    make.school()
    office = enter.as_staff(make.staff("office"))
    cookie = office.client.get_cookie("session")
    assert cookie is not None
    with app.app_context():
        token = csrf._token(cookie.value)
    for number in range(6):
        start = Barrier(4)

        def press(number: int = number, start: Barrier = start) -> tuple[int, str]:
            tab = app.test_client()
            tab.set_cookie("session", cookie.value)
            start.wait()
            fields = {"name": f"Mary {number}", "language": "en", "csrf": token, "once": f"o{number}"}
            answer = tab.post("/office/adults/new", data=fields)
            return answer.status_code, answer.headers.get("Location", "")

        with ThreadPoolExecutor(4) as pool:
            answers = {one.result() for one in [pool.submit(press) for _ in range(4)]}
        assert len(answers) == 1
        assert {status for status, _where in answers} == {303}
    with make.database.reading(across="a test counts adults") as db:
        assert db.scalar(select(func.count()).select_from(Guardian)) == 6
