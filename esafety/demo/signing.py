"""Two rounds of agreements: last year's and this year's, signed, declined, on paper, taken back, or not yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from esafety.agreements import actions
from esafety.agreements.models import AgreementVersion
from esafety.agreements.wording import snapshot, wording
from esafety.core.clock import school_year
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.library import Library
from esafety.demo.calendar import in_the_evening
from esafety.demo.town import Adult
from esafety.people.models import GuardianLink, Pupil

HOME_SCHOOL = "home-school"
PUPILS = ("pupils-ks1", "pupils-ks2")
ONLINE = (("signed", 0.74), ("declined", 0.03), ("talk", 0.05), ("", 0.18))
DAYS_TO_ANSWER = 40


@dataclass(frozen=True, slots=True)
class Bond:
    """One adult of the demo and one child, as they were entered."""

    adult: Adult
    link: GuardianLink
    pupil: Pupil


def sign_two_years(
    db: SchoolSession,
    *,
    shelf: Library,
    school: str,
    bonds: list[Bond],
    recorder: int,
    today: date,
    random: Random,
    step: Callable[[str], None],
) -> None:
    """Publish, ask twice, and let the families answer as families do."""
    year = school_year(today)
    for asked in (year - 1, year):
        opens = date(asked, 9, 1)
        version = _publish(db, shelf, school, HOME_SCHOOL, opens)
        opened = in_the_evening(opens, minutes=0)
        due = date(asked, 10, 23)
        actions.open_round(
            db, year=asked, version_id=version.id, opens_on=opens, due_on=due, actor="demo", at=opened
        )  # fmt: skip
        last_day = min(today, due + timedelta(days=21))
        for bond in bonds:
            _answer(db, version, bond, recorder=recorder, opens=opens, last_day=last_day, random=random)
        step(f"the families' answers of {asked}")
    for key in PUPILS:
        version = _publish(db, shelf, school, key, date(year, 9, 1))
        _pupils_agree(db, version, key, bonds, today=today, random=random)


def _publish(db: SchoolSession, shelf: Library, school: str, key: str, day: date) -> AgreementVersion:
    words = snapshot(shelf, key, day=day, school=school)
    return actions.publish(db, key=key, snapshot=words, actor="demo", at=in_the_evening(day - timedelta(days=3), minutes=0))


def _answer(
    db: SchoolSession,
    version: AgreementVersion,
    bond: Bond,
    *,
    recorder: int,
    opens: date,
    last_day: date,
    random: Random,
) -> None:
    answer = _decide(bond.adult, random)
    joined = bond.pupil.joined_on
    if not answer or not bond.link.may_sign or last_day <= max(opens, joined, bond.link.from_on):
        return
    first = max(opens, joined, bond.link.from_on)
    day = min(last_day, first + timedelta(days=random.randint(1, DAYS_TO_ANSWER)))
    at = in_the_evening(day, minutes=random.randint(0, 230))
    paper = bond.adult.by_paper
    language = bond.adult.language
    promises = tuple(promise.id for promise in wording(version.texts, language).promises)
    given = actions.Answer(
        answer=answer,
        language=language,
        typed_name=bond.adult.name if answer == "signed" else "",
        promises=promises if answer == "signed" else (),
        reason="We would rather talk about it at home." if answer == "declined" and random.random() < 0.5 else "",
        signed_in_by="paper" if paper else "password",
        sheet=actions.Sheet(received_on=day, recorded_by=recorder, kept_where="Office, blue folder") if paper else None,
    )
    signature = actions.answer(db, link_id=bond.link.id, version_id=version.id, given=given, at=at)
    if answer == "signed" and random.random() < 0.008:
        actions.withdraw(db, signature_id=signature.id, at=at + timedelta(days=1))


def _decide(adult: Adult, random: Random) -> str:
    if adult.restriction != "none":
        return ""
    if adult.note == "declines":
        return "declined"
    if adult.by_paper:
        return "signed" if random.random() < 0.7 else ""
    if not adult.has_account:
        return ""
    return random.choices([word for word, _weight in ONLINE], [weight for _word, weight in ONLINE])[0]


def _pupils_agree(
    db: SchoolSession, version: AgreementVersion, key: str, bonds: list[Bond], *, today: date, random: Random
) -> None:
    pupils = {bond.pupil.id: bond.pupil for bond in bonds}.values()
    for pupil in pupils:
        younger = pupil.year_group <= 2
        if younger == (key == "pupils-ks1") and random.random() < 0.8:
            day = min(today, max(date(school_year(today), 9, 8), pupil.joined_on))
            actions.agree_as_pupil(db, pupil_id=pupil.id, version_id=version.id, at=in_the_evening(day, minutes=0))
