"""Reminders that a policy is due for review: 90 and 30 days before, and on the day, to its owner and the head."""

from __future__ import annotations

import smtplib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select, update

from esafety.access.viewer import Role
from esafety.core import i18n
from esafety.core.base import new_id
from esafety.core.clock import school_day
from esafety.core.db import Database
from esafety.core.i18n import gettext as _
from esafety.core.jobs import Work, enqueue
from esafety.core.tenancy import SchoolSession, insert_if_absent
from esafety.notices.mail import Post
from esafety.notices.models import PolicyReminder
from esafety.notices.wording import speaking
from esafety.people.models import Account, Membership, School
from esafety.policies.models import Policy, PolicyOwner
from esafety.policies.rules.reviewing import stage_due

REMIND, POST = "notices.reviews", "notices.reviews.post"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A reminder that has not left yet."""

    id: int
    title: str
    review_on: date
    email: str
    language: str


def wind_up(db: SchoolSession, now: datetime) -> None:
    """Queue a look at every school's review dates, once a day."""
    day = school_day(now).isoformat()
    for school_id in db.scalars(select(School.id)).all():
        enqueue(db, school_id=school_id, kind=REMIND, key=f"{REMIND}:{school_id}:{day}", at=now)


def remind(db: SchoolSession, work: Work) -> None:
    """Make the reminders that are due today; the same day twice makes none twice."""
    made = make_reminders(db, now=work.now)
    if made:
        day = school_day(work.now).isoformat()
        enqueue(db, school_id=work.school_id, kind=POST, key=f"{POST}:{work.school_id}:{day}", at=work.now)


def make_reminders(db: SchoolSession, *, now: datetime) -> int:
    """One reminder for each policy that is due and each person who answers for it. Returns how many were new."""
    today = school_day(now)
    owners = {row.policy_id: row.membership_id for row in db.execute(select(PolicyOwner.policy_id, PolicyOwner.membership_id))}
    people = _people(db, today)
    told: dict[tuple[int, int, date], set[int]] = {}
    for one in db.scalars(select(PolicyReminder)).all():
        told.setdefault((one.policy_id, one.membership_id, one.review_on), set()).add(one.days)
    made = 0
    for policy in db.scalars(select(Policy).where(Policy.review_on.is_not(None))).all():
        assert policy.review_on is not None
        for member in _answer_for(policy, owners.get(policy.id), people):
            days = stage_due(policy.review_on, today, told.get((policy.id, member, policy.review_on), ()))
            if days is not None:
                made += insert_if_absent(
                    db, PolicyReminder, id=new_id(), membership_id=member, policy_id=policy.id, review_on=policy.review_on,
                    days=days, created_at=now, sent_at=None,
                )  # fmt: skip
    return made


def send_waiting(database: Database, work: Work, post: Post) -> None:
    """E-mail the reminders of those who gave an address. The others find them in the register and on their first page."""
    with database.reading(school_id=work.school_id) as db:
        waiting = _waiting(db)
        school = db.scalar(select(School.name).where(School.id == work.school_id)) or ""
    for one in waiting:
        with speaking(one.language):
            subject, body = words_for(one, school, today=school_day(work.now))
        with suppress(OSError, smtplib.SMTPException):
            post.send(to=one.email, subject=subject, body=body)
            with database.transaction(school_id=work.school_id) as db:
                db.execute(update(PolicyReminder).where(PolicyReminder.id == one.id).values(sent_at=work.now))
    with database.transaction(school_id=work.school_id) as db:
        if _waiting(db):
            raise OSError("the mail server is away; the job comes again")


def words_for(one: Waiting, school: str, *, today: date) -> tuple[str, str]:
    """What a reminder says: its subject and its text."""
    days = (one.review_on - today).days
    when = (
        _("is due for review on %(day)s, in %(days)d days", day=i18n.day(one.review_on), days=days)
        if days > 0
        else _("is due for review today")
        if days == 0
        else _("was due for review on %(day)s", day=i18n.day(one.review_on))
    )
    text = _("“%(title)s” of %(school)s %(when)s.", title=one.title, school=school, when=when)
    how = _("In the register of policies you find what has to be mended, and can begin the new version from the one in force.")
    return _("A policy is due for review"), f"{text}\n\n{how}"


def _people(db: SchoolSession, today: date) -> dict[int, frozenset[str]]:
    """The hats of everybody who works for the school today, by membership."""
    still_here = or_(Membership.until_on.is_(None), Membership.until_on >= today)
    rows = db.execute(select(Membership.id, Membership.roles).where(Membership.from_on <= today, still_here))
    return {row.id: frozenset(row.roles.split()) for row in rows}


def _answer_for(policy: Policy, owner: int | None, people: dict[int, frozenset[str]]) -> Iterable[int]:
    """The owner, or everybody with the owner's hat, and the head; each once."""
    with_hat = [member for member, hats in people.items() if policy.owner_role in hats]
    owners = with_hat if owner is None or owner not in people else [owner]
    return dict.fromkeys((*owners, *(member for member, hats in people.items() if Role.HEAD in hats)))


def _waiting(db: SchoolSession) -> list[Waiting]:
    rows = db.execute(
        select(PolicyReminder.id, Policy.title, PolicyReminder.review_on, Account.email, Account.language)
        .join(Policy, (Policy.school_id == PolicyReminder.school_id) & (Policy.id == PolicyReminder.policy_id))
        .join(
            Membership,
            (Membership.school_id == PolicyReminder.school_id) & (Membership.id == PolicyReminder.membership_id),
        )
        .join(Account, Account.id == Membership.account_id)
        .where(PolicyReminder.sent_at.is_(None), Account.email.is_not(None), Account.closed_at.is_(None))
        .order_by(PolicyReminder.created_at, PolicyReminder.id)
    )
    return [Waiting(row.id, row.title, row.review_on, row.email or "", row.language or i18n.SOURCE) for row in rows]
