"""The way out to a mail server: one port, the real thing, and a twin that sends nothing."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass, field
from datetime import timedelta
from email.message import EmailMessage
from email.utils import make_msgid
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from sqlalchemy import select, update

from esafety.core.db import Database
from esafety.core.jobs import Work, enqueue
from esafety.core.tenancy import SchoolSession
from esafety.notices.actions import SEND, drop_forbidden
from esafety.notices.models import Message
from esafety.people.models import Guardian
from esafety.settings import Settings

PATIENCE_SECONDS = 20
AT_ONCE = 50


class Post(Protocol):
    """Something that takes an e-mail away."""

    def send(self, *, to: str, subject: str, body: str) -> None:
        """Send one e-mail, or raise OSError or smtplib.SMTPException."""


@dataclass
class NullPost:
    """Takes e-mails and keeps them in memory: for the demo, for development and for tests."""

    sent: list[tuple[str, str, str]] = field(default_factory=list)

    def send(self, *, to: str, subject: str, body: str) -> None:
        """Keep it, and let it go no further."""
        self.sent.append((to, subject, body))


@dataclass(frozen=True, slots=True)
class SmtpPost:
    """A mail server, as ``smtp://name:password@host:587`` (STARTTLS) or ``smtps://host:465``."""

    url: str
    sender: str

    def send(self, *, to: str, subject: str, body: str) -> None:
        """Send one e-mail over an encrypted line; plain lines are for this machine only."""
        where = urlsplit(self.url)
        host = where.hostname or "localhost"
        secure = ssl.create_default_context()
        if where.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, where.port or 465, timeout=PATIENCE_SECONDS, context=secure)
        else:
            server = smtplib.SMTP(host, where.port or 587, timeout=PATIENCE_SECONDS)
        with server:
            if where.scheme == "smtp" and host not in {"localhost", "127.0.0.1"}:
                server.starttls(context=secure)
            if where.username:
                server.login(unquote(where.username), unquote(where.password or ""))
            server.send_message(_written(self.sender, to, subject, body))


def post_for(settings: Settings) -> Post:
    """The mail server of the settings, or the twin."""
    return SmtpPost(settings.smtp_url, settings.mail_from) if settings.smtp_url else NullPost()


def mail_works(settings: Settings) -> bool:
    """Whether e-mails can leave; in the demo they leave for the twin."""
    return bool(settings.smtp_url) or settings.demo or settings.development


def send_waiting(database: Database, work: Work, post: Post) -> None:
    """Send the e-mails of a school that wait, oldest first. What fails stays, and is tried again later."""
    with database.transaction(school_id=work.school_id) as db:
        drop_forbidden(db, now=work.now)
    with database.reading(school_id=work.school_id) as db:
        waiting = _waiting(db)
    for message_id, subject, body, email in waiting:
        if _is_taken_back(database, work, message_id):
            continue
        _send(database, work, post, message_id, to=email or "", subject=subject, body=body)
    with database.transaction(school_id=work.school_id) as db:
        if _waiting(db):
            _again_later(db, work)


def _is_taken_back(database: Database, work: Work, message_id: int) -> bool:
    """Whether the school has decided otherwise since the first of these e-mails left: a slow server takes minutes."""
    with database.transaction(school_id=work.school_id) as db:
        drop_forbidden(db, now=work.now)
        return db.scalar(select(Message.id).where(Message.id == message_id, Message.sent_at.is_(None))) is None


def _waiting(db: SchoolSession) -> list[tuple[int, str, str, str | None]]:
    rows = db.execute(
        select(Message.id, Message.subject, Message.body, Guardian.email)
        .join(Guardian, (Guardian.school_id == Message.school_id) & (Guardian.id == Message.guardian_id))
        .where(Message.channel == "email", Message.sent_at.is_(None))
        .order_by(Message.created_at, Message.id)
        .limit(AT_ONCE)
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def _send(database: Database, work: Work, post: Post, message_id: int, *, to: str, subject: str, body: str) -> None:
    """Send one e-mail and note it at once, so that a worker that is killed repeats at most this one."""
    changes: dict[str, Any] = {"sent_at": work.now, "failure": ""}
    if not to:
        changes = {"channel": "letter"}  # the address was taken away meanwhile
    else:
        try:
            post.send(to=to, subject=subject, body=body)
        except (OSError, smtplib.SMTPException) as failure:
            changes = {"failure": type(failure).__name__}
    with database.transaction(school_id=work.school_id) as db:
        db.execute(update(Message).where(Message.id == message_id).values(**changes))


def _again_later(db: SchoolSession, work: Work) -> None:
    tries = int(work.payload.get("tries", 0)) + 1
    at = work.now + timedelta(minutes=min(60, 2**tries))
    enqueue(db, school_id=work.school_id, kind=SEND, key=f"{SEND}:{work.school_id}:{at.isoformat()}", at=at, tries=tries)


def _written(sender: str, to: str, subject: str, body: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, " ".join(subject.split())
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2] or "localhost")
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(body)
    return message
