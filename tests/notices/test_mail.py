"""E-mail leaves by a job, is tried again when the server is away, and never to those the school does not write to."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from esafety.core import clock
from esafety.core.db import Database
from esafety.core.jobs import Job, Outside, run_due
from esafety.notices.actions import SEND
from esafety.notices.mail import NullPost, SmtpPost, send_waiting
from esafety.notices.models import Message
from esafety.people.models import Guardian, GuardianLink
from esafety.settings import Settings
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor
from tests.notices.conftest import Street


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """An installation that can send e-mail, if only to the twin."""
    return settings.changed(development=True)


@pytest.fixture
def reminded(make: Make, enter: Enter, street: Street, app: Flask) -> Visitor:
    """The lead, after a reminder to Mary, who gave an address."""
    database: Database = app.extensions["database"]
    assert street.signs_in.guardian is not None
    with database.transaction(school_id=street.school_id) as db:
        db.get_one(Guardian, (street.school_id, street.signs_in.guardian.id)).email = "mary@example.org"
    lead = enter.as_staff(make.staff("lead"))
    page = lead.open("/lead/families/remind?state=open")
    page.press(next(button for button in page.buttons if button.startswith("Put ")))
    return lead


def _run(app: Flask, post: object, *, minutes: int = 0) -> int:
    handlers = {SEND: Outside(lambda database, work: send_waiting(database, work, post))}  # type: ignore[arg-type]
    return run_due(app.extensions["database"], handlers, now=clock.now() + timedelta(minutes=minutes))


def _mail(app: Flask, street: Street) -> list[Message]:
    with app.extensions["database"].reading(school_id=street.school_id) as db:
        return list(db.scalars(select(Message).where(Message.channel == "email")))


def test_a_reminder_leaves_by_a_job_once(reminded: Visitor, app: Flask, street: Street) -> None:
    post = NullPost()
    assert _run(app, post) == 1
    assert [to for to, _subject, _body in post.sent] == ["mary@example.org"]
    assert "http" not in post.sent[0][1]
    assert _run(app, post, minutes=90) == 0
    assert len(post.sent) == 1
    assert all(one.sent_at for one in _mail(app, street))


class Away:
    """A mail server that does not answer."""

    def send(self, *, to: str, subject: str, body: str) -> None:
        raise ConnectionRefusedError


def test_what_cannot_be_sent_stays_and_is_tried_again(reminded: Visitor, app: Flask, street: Street) -> None:
    _run(app, Away())
    (waiting,) = _mail(app, street)
    assert waiting.sent_at is None
    assert waiting.failure == "ConnectionRefusedError"
    assert "could not be sent yet" in reminded.open("/lead/outbox").text
    post = NullPost()
    _run(app, post, minutes=5)
    assert len(post.sent) == 1


def test_a_bar_stops_an_e_mail_that_waits(reminded: Visitor, app: Flask, street: Street) -> None:
    database: Database = app.extensions["database"]
    with database.transaction(school_id=street.school_id) as db:
        for link in street.signs_in.links:
            db.get_one(GuardianLink, (street.school_id, link.id)).restriction = "barred"
    post = NullPost()
    _run(app, post)
    assert post.sent == []


def test_a_bar_between_two_e_mails_stops_the_second(reminded: Visitor, app: Flask, street: Street) -> None:
    database: Database = app.extensions["database"]
    (first,) = _mail(app, street)
    with database.transaction(school_id=street.school_id) as db:
        kept = {name: getattr(first, name) for name in ("guardian_id", "pupil_id", "kind", "school_year", "channel", "language")}
        db.add(Message(**kept, turn=2, subject="Second", body="Second", created_at=first.created_at + timedelta(seconds=1)))

    class Barring(NullPost):
        def send(self, *, to: str, subject: str, body: str) -> None:
            super().send(to=to, subject=subject, body=body)
            with database.transaction(school_id=street.school_id) as db:
                for link in street.signs_in.links:
                    db.get_one(GuardianLink, (street.school_id, link.id)).restriction = "barred"

    post = Barring()
    _run(app, post)
    assert len(post.sent) == 1


def test_nobody_waits_for_the_mail_server_to_save_an_answer(reminded: Visitor, app: Flask, street: Street) -> None:
    database: Database = app.extensions["database"]

    class Slow:
        def send(self, *, to: str, subject: str, body: str) -> None:
            with database.transaction(school_id=street.school_id) as db:  # somebody else saves meanwhile
                db.get_one(GuardianLink, (street.school_id, street.no_device)).relationship = "uncle"

    assert _run(app, Slow()) == 1


def test_the_job_is_queued_with_the_reminder(reminded: Visitor, app: Flask) -> None:
    with app.extensions["database"].reading(across="a test looks at the queue") as db:
        assert [job.kind for job in db.scalars(select(Job))] == [SEND]
    assert SEND in app.extensions["jobs"]


@dataclass
class Server:
    """A mail server of our own that speaks just enough SMTP."""

    port: int
    heard: list[str] = field(default_factory=list)


@pytest.fixture
def smtp() -> Iterator[Server]:
    heard: list[str] = []

    class Talk(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"220 here\r\n")
            inside = False
            for raw in self.rfile:
                line = raw.decode().rstrip("\r\n")
                heard.append(line)
                if inside:
                    inside = line != "."
                    if not inside:
                        self.wfile.write(b"250 taken\r\n")
                elif line.upper() == "DATA":
                    inside = True
                    self.wfile.write(b"354 go on\r\n")
                elif line.upper() == "QUIT":
                    self.wfile.write(b"221 bye\r\n")
                    return
                else:
                    self.wfile.write(b"250 fine\r\n")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Server(server.server_address[1], heard)
        server.shutdown()


def test_a_real_mail_server_hears_a_whole_message(smtp: Server) -> None:
    post = SmtpPost(f"smtp://127.0.0.1:{smtp.port}", "school@example.org")
    post.send(to="mary@example.org", subject="A reminder:\nBcc: all@example.org", body="Zoë asks you.\n\nSecond.")
    said = "\n".join(smtp.heard)
    assert "RCPT TO:<mary@example.org>" in said.replace("rcpt TO", "RCPT TO")
    assert "\nBcc:" not in said
    assert "Auto-Submitted: auto-generated" in said
