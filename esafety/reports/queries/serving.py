"""What the school has done about its expectations: what is set, done, promised and signed, in a few grouped statements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import func, select

from esafety.agreements.models import AgreementVersion, Signature, Withdrawal
from esafety.agreements.rules import HOME_SCHOOL, SIGNED
from esafety.agreements.wording import wording
from esafety.core.clock import school_year
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.catalogue import ADULT_AUDIENCES, BANDS
from esafety.curriculum.library import Library
from esafety.curriculum.shapes.agreements import Promise
from esafety.curriculum.shelf import library
from esafety.learning.models import Assignment, ModuleAttempt, Standing
from esafety.people.models import Pupil, SchoolClass
from esafety.policies.coverage import Evidence
from esafety.policies.telling import Depending


def evidence(db: SchoolSession, today: date) -> Evidence:
    """What the school has done so far: five statements."""
    year = school_year(today)
    set_for = (
        select(Assignment.lesson_key, func.count(func.distinct(Assignment.class_id)))
        .join(SchoolClass, (SchoolClass.school_id == Assignment.school_id) & (SchoolClass.id == Assignment.class_id))
        .where(Assignment.withdrawn_at.is_(None), SchoolClass.school_year == year)
        .group_by(Assignment.lesson_key)
    )
    done = (
        select(ModuleAttempt.module_key, func.count(func.distinct(ModuleAttempt.account_id)))
        .where(ModuleAttempt.finished_at.is_not(None))
        .group_by(ModuleAttempt.module_key)
    )
    years = db.scalars(select(Pupil.year_group).where(Pupil.left_on.is_(None)).distinct()).all()
    reached: dict[str, tuple[int, int]] = {}
    levels = select(Standing.expectation, Standing.level, func.count()).group_by(Standing.expectation, Standing.level)
    for name, level, number in db.execute(levels):
        pupils, secure = reached.get(name, (0, 0))
        reached[name] = (pupils + number, secure + (number if level == "secure" else 0))
    promises = _promises(db)
    return Evidence(
        classes_set={row[0]: row[1] for row in db.execute(set_for)},
        bands=frozenset(Library.band_of(one) for one in years) or frozenset(BANDS),
        adults_done={row[0]: row[1] for row in db.execute(done)},
        reached=reached,
        promised=None if promises is None else frozenset(one.expectation for one in promises),
    )


def depending(db: SchoolSession, wanted: Iterable[str]) -> dict[str, Depending]:
    """What depends on each of these expectations: lessons, classes for which they are set, promises and signatures."""
    names, shelf = tuple(wanted), library()
    keys = {name: [key for one in (*BANDS, *ADULT_AUDIENCES) if shelf.has_lesson(key := f"{name}/{one}")] for name in names}
    set_for = (
        select(Assignment.lesson_key, Assignment.class_id)
        .where(Assignment.withdrawn_at.is_(None), Assignment.lesson_key.in_([key for found in keys.values() for key in found]))
        .distinct()
    )
    classes: dict[str, set[int]] = {}
    for key, class_id in db.execute(set_for):
        classes.setdefault(key.partition("/")[0], set()).add(class_id)
    promises = _promises(db) or ()
    found = {
        name: Depending(
            lessons=tuple(dict.fromkeys(shelf.lesson(key).item.title for key in keys[name])),
            promises=tuple(one.text for one in promises if one.expectation == name),
            assignments=len(classes.get(name, ())),
        )
        for name in names
    }
    signed = _signatures(db) if any(one.promises for one in found.values()) else 0
    return {name: replace(one, signatures=signed) if one.promises else one for name, one in found.items()}


def _promises(db: SchoolSession) -> tuple[Promise, ...] | None:
    """The promises of the home-school agreement in force, in English; None where there is none in force."""
    in_force = (AgreementVersion.key == HOME_SCHOOL, AgreementVersion.superseded_at.is_(None))
    texts = db.scalar(select(AgreementVersion.texts).where(*in_force))
    return None if texts is None else wording(texts, "en").promises


def _signatures(db: SchoolSession) -> int:
    """How many signatures stand under the agreement in force."""
    in_force = select(AgreementVersion.id).where(AgreementVersion.key == HOME_SCHOOL, AgreementVersion.superseded_at.is_(None))
    taken_back = select(Withdrawal.signature_id)
    standing = (Signature.answer == SIGNED, Signature.version_id.in_(in_force), Signature.id.not_in(taken_back))
    return db.scalar(select(func.count()).select_from(Signature).where(*standing)) or 0
