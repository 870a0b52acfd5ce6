"""A school full of people and half a year of believable activity, of any size, from a fixed seed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from esafety.access import sessions
from esafety.access.viewer import Role
from esafety.agreements.models import AgreementVersion, Round, Signature
from esafety.core.base import new_id
from esafety.core.clock import school_day, school_year
from esafety.core.db import Database
from esafety.core.tenancy import SchoolSession, insert_rows
from esafety.curriculum.load import load_directory
from esafety.curriculum.shapes import Branching, Choice, Lesson, Match, Order, Question, Several, Sort, TrueOrNot
from esafety.curriculum.shelf import Shelf, library, put_up
from esafety.curriculum.stories import ways_through
from esafety.learning.models import Answer, Assignment, Attempt, HeldMisconception, ModuleAttempt, Standing
from esafety.learning.rules import mark
from esafety.learning.way import questions_that_count, tested_by, way_of
from esafety.people.models import Account, Guardian, GuardianLink, Membership, Pupil, School, SchoolClass, Teaching
from esafety.places import content_directory
from esafety.policies.actions import adopt
from esafety.web.pictures import ANIMALS
from tests.harness.visitor import Visitor

BIRDS = ("Robins", "Wrens", "Owls", "Kestrels", "Herons", "Swifts", "Ospreys", "Larks", "Finches", "Plovers")
NAMES = ("Ann", "Tom", "Zoë", "Maya", "Kofi", "Leo", "Aisha", "Wen", "Iris", "Dylan", "Megan", "Yusuf", "Ola", "Sam", "Noor")
POLICY = "model-social-media"
FAMILIES = ("Smith", "Jones", "Khan", "Kowalska", "Evans", "O’Brien", "Mensah", "Lee", "Hughes", "Patel", "Novak", "Reid")
HATS = (Role.LEAD, Role.HEAD, Role.OFFICE, Role.GOVERNOR, Role.DSL)
LEVELS = ("secure", "developing", "misunderstood")


@dataclass(frozen=True, slots=True)
class Crowd:
    """What was made: the school, its staff by hat, its classes, and the moment at which it all stands."""

    school_id: int
    now: datetime
    accounts: dict[str, int]
    class_ids: tuple[int, ...]
    version_id: int
    memberships: dict[str, int]


def fill(
    database: Database, *, pupils: int, now: datetime, seed: int = 7, key: str = "crowd", answers: bool = False,
    class_size: int = 28, trust_id: int | None = None, name: str = "Harbour Primary School",
) -> Crowd:  # fmt: skip
    """Make one school with so many pupils, their adults, lessons, answers and signatures."""
    rng, today = Random(seed), school_day(now)
    with database.across_schools("a crowd is made before its school is known") as db:
        load_directory(db, content_directory(), now)
        school = School(key=key, name=name, created_at=now, contact="the school office", trust_id=trust_id)
        db.add(school)
        db.flush()
        school_id = school.id
    put_up(Shelf(database))
    with database.transaction(school_id=school_id) as db:
        adopt(db, model=library().policy(POLICY).item, approved_on=today - timedelta(days=340), at=now)
        classes = _classes(db, pupils, class_size, today)
        accounts, memberships = _staff(db, [row["id"] for row in classes], now, key)
        children = _pupils(db, classes, pupils, rng, today)
        links = _families(db, children, rng, now, key)
        _lessons(db, classes, children, rng, now, answers=answers)
        version_id = _agreements(db, links, rng, now)
    return Crowd(school_id, now, accounts, tuple(row["id"] for row in classes), version_id, memberships)


def enter(visitor: Visitor, database: Database, crowd: Crowd, hat: str, *, second_factor: bool = True) -> Visitor:
    """Let a visitor come in as somebody of the crowd: a member of staff by hat, or an adult by ``guardian``."""
    with database.across_schools("a session is begun") as db:
        token = sessions.begin(
            db, kind="adult", now=crowd.now, expires_at=crowd.now + timedelta(hours=8), facts={}, school_id=crowd.school_id,
            account_id=crowd.accounts[hat], second_factor_at=crowd.now if second_factor else None,
        )  # fmt: skip
    visitor.client.set_cookie("session", token)
    return visitor


def _classes(db: SchoolSession, pupils: int, size: int, today: date) -> list[dict[str, Any]]:
    number = max(1, -(-pupils // size))
    rows = []
    for place in range(number):
        year = place * 7 // number
        bird, turn = BIRDS[place % len(BIRDS)], place // len(BIRDS)
        rows.append(
            {
                "id": new_id(),
                "name": f"{bird} {turn + 1}" if turn else bird,
                "year_group": year,
                "school_year": school_year(today),
            }
        )
    insert_rows(db, SchoolClass, rows)
    return rows


def _staff(db: SchoolSession, class_ids: list[int], now: datetime, key: str) -> tuple[dict[str, int], dict[str, int]]:
    hats = {str(hat): str(hat) for hat in HATS} | {"teacher": "teacher", "other-teacher": "teacher"}
    accounts, memberships = {}, {}
    for place, (hat, role) in enumerate(hats.items()):
        account = Account(sign_in_name=f"{key}-{hat}", display_name=f"Pat {FAMILIES[place]}", password_hash="", created_at=now)
        db.add(account)
        db.flush()
        member = Membership(account_id=account.id, roles=role, job_title=hat, from_on=school_day(now) - timedelta(days=400))
        db.add(member)
        db.flush()
        accounts[hat], memberships[hat] = account.id, member.id
    db.add(Teaching(class_id=class_ids[0], membership_id=memberships["teacher"]))
    db.add(Teaching(class_id=class_ids[-1], membership_id=memberships["other-teacher"]))
    db.flush()
    return accounts, memberships


def _pupils(db: SchoolSession, classes: list[dict[str, Any]], pupils: int, rng: Random, today: date) -> list[dict[str, Any]]:
    rows = []
    for place in range(pupils):
        home = classes[place % len(classes)]
        rows.append(
            {
                "id": new_id(), "first_name": rng.choice(NAMES), "initial": rng.choice("ABCDEFGHJKLMNPRSTW"),
                "animal": ANIMALS[place // len(classes) % len(ANIMALS)][0], "year_group": home["year_group"],
                "class_id": home["id"], "joined_on": today - timedelta(days=300), "left_on": None,
            }
        )  # fmt: skip
    insert_rows(db, Pupil, rows)
    return rows


def _families(db: SchoolSession, children: list[dict[str, Any]], rng: Random, now: datetime, key: str) -> list[dict[str, Any]]:
    adults: list[dict[str, Any]] = []
    accounts: list[dict[str, Any]] = []
    links: list[dict[str, Any]] = []
    for child in children:
        for parent in range(2 if rng.random() < 0.6 else 1):
            account_id = new_id() if rng.random() < 0.55 else None
            adult = {
                "id": new_id(), "name": f"{rng.choice(NAMES)} {rng.choice(FAMILIES)}", "account_id": account_id,
                "language": rng.choices(("en", "ur", "cy"), (86, 9, 5))[0], "created_at": now - timedelta(days=200),
                "email": f"adult{len(adults)}@example.org" if account_id and rng.random() < 0.6 else None,
                "by_paper": account_id is None and rng.random() < 0.1, "match_key": None,
            }  # fmt: skip
            if account_id:
                accounts.append(
                    {
                        "id": account_id, "sign_in_name": f"{key}-{account_id}", "display_name": adult["name"], "email": None,
                        "password_hash": "", "created_at": now,
                    }
                )  # fmt: skip
            adults.append(adult)
            barred = rng.random() < 0.004
            links.append(
                {
                    "id": new_id(), "guardian_id": adult["id"], "pupil_id": child["id"], "relationship": ("mother", "father")[parent],
                    "may_sign": not barred, "may_see_progress": not barred, "may_receive": not barred,
                    "restriction": "barred" if barred else "none", "from_on": school_day(now) - timedelta(days=200), "until_on": None,
                    "account_id": account_id,
                }
            )  # fmt: skip
    insert_rows(db, Account, accounts)
    insert_rows(db, Guardian, adults)
    insert_rows(db, GuardianLink, [{k: v for k, v in link.items() if k != "account_id"} for link in links])
    modules = [edition for edition in library().modules_for("parents")]
    insert_rows(
        db, ModuleAttempt,
        [
            {
                "id": new_id(), "account_id": link["account_id"], "module_key": edition.key, "version_id": edition.version_id,
                "turn": 1, "school_year": school_year(school_day(now)), "place": 5, "started_at": now - timedelta(days=9),
                "finished_at": now - timedelta(days=rng.randrange(1, 60)),
            }
            for link in links if link["account_id"] for edition in modules if rng.random() < 0.2
        ],
    )  # fmt: skip
    return links


def _lessons(
    db: SchoolSession, classes: list[dict[str, Any]], children: list[dict[str, Any]], rng: Random, now: datetime, *, answers: bool
) -> None:
    shelf, today = library(), school_day(now)
    pace = {row["id"]: (rng.random(), rng.random() < 0.12) for row in classes}
    set_for: dict[int, list[Any]] = {row["id"]: list(shelf.lessons_for(shelf.band_of(row["year_group"]))) for row in classes}
    insert_rows(
        db, Assignment,
        [
            {
                "id": new_id(), "class_id": row["id"], "lesson_key": edition.key, "opens_on": today - timedelta(days=60 - 15 * place),
                "due_on": today - timedelta(days=46 - 15 * place), "set_by": None, "set_at": now - timedelta(days=70), "withdrawn_at": None,
            }
            for row in classes for place, edition in enumerate(set_for[row["id"]])
        ],
    )  # fmt: skip
    attempts, standing, held, given = [], [], [], []
    for child in children:
        speed, stopped = pace[child["class_id"]]
        for place, edition in enumerate(set_for[child["class_id"]]):
            if rng.random() > 0.97 - place * 0.16 - 0.25 * (1 - speed) or (stopped and place):
                continue
            lesson: Lesson = edition.item
            at = now - timedelta(days=max(0, 58 - 15 * place - rng.randrange(13)), minutes=rng.randrange(300))
            level = rng.choices(LEVELS, (64, 26, 10))[0]
            attempt_id, turn_seed = new_id(), rng.getrandbits(31)
            attempts.append(
                {
                    "id": attempt_id, "pupil_id": child["id"], "lesson_key": edition.key, "expectation": lesson.expectation,
                    "version_id": edition.version_id, "turn": 1, "seed": turn_seed, "school_year": school_year(today), "place": 9,
                    "started_at": at - timedelta(minutes=18), "finished_at": at, "outcome": level,
                }
            )  # fmt: skip
            standing.append({"pupil_id": child["id"], "expectation": lesson.expectation, "level": level, "updated_at": at})
            shown = set()
            if answers:
                rows = list(_answers(lesson, turn_seed, attempt_id, level, rng, at))
                given += rows
                shown = {row["misconception"] for row in rows if row["misconception"]}
            elif level != "secure":
                named = sorted({name for one in way_questions(lesson) for name in one})
                shown = {rng.choice(named)} if named else set()
            held += [
                {"pupil_id": child["id"], "misconception": name, "seen_at": at, "cleared_at": None} for name in sorted(shown)
            ]
    insert_rows(db, Attempt, attempts)
    insert_rows(db, Standing, standing)
    insert_rows(db, HeldMisconception, {(row["pupil_id"], row["misconception"]): row for row in held}.values())
    insert_rows(db, Answer, given)


def way_questions(lesson: Lesson) -> list[frozenset[str]]:
    """The misconceptions that each question of one way through a lesson could show."""
    return [tested_by(screen) for screen in questions_that_count(way_of(lesson, 1))]


def _answers(lesson: Lesson, seed: int, attempt_id: int, level: str, rng: Random, at: datetime) -> Iterator[dict[str, Any]]:
    good = {"secure": 0.97, "developing": 0.62, "misunderstood": 0.3}[level]
    for screen in questions_that_count(way_of(lesson, seed)):
        assert screen.question is not None
        chosen = _chosen(screen.question, rng, right=rng.random() < good)
        marked = mark(screen.question, chosen)
        kept = sorted(chosen) if isinstance(chosen, frozenset) else list(chosen) if isinstance(chosen, tuple) else chosen
        yield {
            "attempt_id": attempt_id, "question_id": screen.question_id, "chosen": json.dumps(kept), "grade": marked.grade,
            "misconception": marked.misconception or None, "counts": True, "answered_at": at,
        }  # fmt: skip


def _chosen(question: Question, rng: Random, *, right: bool) -> Any:  # noqa: PLR0911 - one line for each kind
    match question:
        case Choice():
            best = [o.id for o in question.options if o.grade == "secure"]
            return frozenset({rng.choice(best if right and best else [o.id for o in question.options])})
        case TrueOrNot():
            return frozenset({question.answer if right else {"true": "not", "not": "true"}[question.answer]})
        case Several():
            ticks = {o.id for o in question.options if o.right}
            return frozenset(ticks) if right else frozenset({rng.choice(question.options).id})
        case Order():
            ids = [item.id for item in question.items]
            return tuple(ids if right else rng.sample(ids, len(ids)))
        case Match():
            ids = [pair.id for pair in question.pairs]
            return dict(zip(ids, ids if right else rng.sample(ids, len(ids)), strict=True))
        case Branching():
            ways = [taken for taken, ending in ways_through(question) if not right or ending.grade == "secure"]
            return rng.choice(ways)
        case Sort():
            groups = [group.id for group in question.groups]
            return {item.id: item.group if right else rng.choice(groups) for item in question.items}


def _agreements(db: SchoolSession, links: list[dict[str, Any]], rng: Random, now: datetime) -> int:
    year = school_year(school_day(now))
    version = AgreementVersion(key="home-school", number=1, texts="{}", digest="digest", published_at=now - timedelta(days=80))
    db.add(version)
    db.flush()
    opens = school_day(now) - timedelta(days=75)
    db.add(Round(school_year=year, version_id=version.id, opens_on=opens, due_on=opens + timedelta(days=30)))
    rows = []
    for link in links:
        if link["restriction"] == "barred" or rng.random() > (0.72 if link["account_id"] else 0.08):
            continue
        rows.append(
            {
                "id": new_id(), "version_id": version.id, "guardian_id": link["guardian_id"], "pupil_id": link["pupil_id"],
                "school_year": year, "turn": 1, "answer": rng.choices(("signed", "declined", "talk"), (91, 5, 4))[0],
                "channel": "online" if link["account_id"] else "paper", "language": "en", "text_digest": "digest",
                "promises": "age-limits images-of-others kind-communication", "typed_name": "An Adult", "reason": "",
                "statement": "I have read the promises and speak for myself.", "authority": "may sign", "signed_in_by": "password",
                "at": now - timedelta(days=rng.randrange(70)), "receipt_code": f"{new_id():x}"[:12], "received_on": None,
                "recorded_by": None, "kept_where": "",
            }
        )  # fmt: skip
    insert_rows(db, Signature, rows)
    return version.id
