"""The chain of evidence: each entry commits to one row and to the entry before, so that a changed line shows.

An entry holds a salted hash, never a name. When a person is erased their row and the salt go; the chain still holds.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import func, select, update

from esafety.agreements.models import ChainEntry, PupilAgreement, Signature, Withdrawal
from esafety.core.tenancy import SchoolSession

START = "0" * 64
Row = Signature | Withdrawal | PupilAgreement
KINDS: Mapping[str, type[Any]] = {"signature": Signature, "withdrawal": Withdrawal, "pupil-agreement": PupilAgreement}
SUBJECT = {"signature": "id", "withdrawal": "signature_id", "pupil-agreement": "pupil_id"}
FACTS = {
    "signature": (
        "id version_id guardian_id pupil_id school_year turn answer channel language text_digest promises typed_name "
        "statement reason authority signed_in_by at receipt_code received_on recorded_by kept_where"
    ).split(),
    "withdrawal": ["signature_id", "at"],
    "pupil-agreement": ["pupil_id", "version_id", "at"],
}
"""What an entry commits to. Written out, so that a column added later does not change old commitments."""


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of a chain as plain values."""

    sequence: int
    kind: str
    subject_id: int
    commitment: str
    previous: str
    hash: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Break:
    """One place where the evidence of a school does not hold."""

    school_id: int
    sequence: int
    what: str


def commitment_of(facts: Mapping[str, Any], salt: str) -> str:
    """The salted SHA-256 of a row's facts in one canonical spelling."""
    spelled = json.dumps({name: _plain(value) for name, value in facts.items()}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(f"{salt}\n{spelled}".encode()).hexdigest()


def hash_of(*, sequence: int, kind: str, subject_id: int, commitment: str, previous: str, at: datetime) -> str:
    """The SHA-256 of one entry, which the next one repeats."""
    spelled = "\n".join((str(sequence), kind, str(subject_id), commitment, previous, _plain(at)))
    return hashlib.sha256(spelled.encode()).hexdigest()


def breaks_in(links: Iterable[Link]) -> Iterator[tuple[int, str]]:
    """The places where a chain's own entries do not follow from each other: position and what is wrong."""
    expected, previous = 1, START
    for link in links:
        if link.sequence != expected:
            yield expected, "an entry is missing"
        if link.previous != previous:
            yield link.sequence, "does not follow from the entry before"
        told = hash_of(
            sequence=link.sequence,
            kind=link.kind,
            subject_id=link.subject_id,
            commitment=link.commitment,
            previous=link.previous,
            at=link.at,
        )
        if link.hash != told:
            yield link.sequence, "the entry was changed"
        expected, previous = link.sequence + 1, link.hash


def append(db: SchoolSession, row: Row, *, at: datetime) -> None:
    """Add a row to its school's chain. The caller holds the school's lock; see actions."""
    kind = next(name for name, model in KINDS.items() if isinstance(row, model))
    db.flush()
    last = db.execute(select(ChainEntry.sequence, ChainEntry.hash).order_by(ChainEntry.sequence.desc()).limit(1)).one_or_none()
    salt = secrets.token_hex(16)
    facts = {
        "sequence": last.sequence + 1 if last else 1,
        "kind": kind,
        "subject_id": getattr(row, SUBJECT[kind]),
        "commitment": commitment_of(_facts(kind, row), salt),
        "previous": last.hash if last else START,
        "at": at,
    }
    db.add(ChainEntry(salt=salt, hash=hash_of(**facts), **facts))
    db.flush()


def forget(db: SchoolSession, *, kind: str, subject_id: int) -> None:
    """Throw a row's salt away, together with the row: nobody can tell any more what it said, and the chain holds."""
    mine = (ChainEntry.kind == kind, ChainEntry.subject_id == subject_id)
    db.execute(update(ChainEntry).where(*mine).values(salt=None).execution_options(synchronize_session=False))


def newest(db: SchoolSession) -> dict[int, tuple[int, str]]:
    """The last entry of each school's chain, across schools: position and hash.

    Noted somewhere else, such as in the governors' minutes, it shows later whether the end of a chain was cut off or all
    of it was written anew, which no chain can show by itself.
    """
    last = select(ChainEntry.school_id, func.max(ChainEntry.sequence).label("sequence")).group_by(ChainEntry.school_id).subquery()
    same = (last.c.school_id == ChainEntry.school_id) & (last.c.sequence == ChainEntry.sequence)
    rows = db.execute(select(ChainEntry.school_id, ChainEntry.sequence, ChainEntry.hash).join(last, same))
    return {row.school_id: (row.sequence, row.hash) for row in rows}


def verify(db: SchoolSession) -> tuple[Break, ...]:
    """Everything that does not hold, in the session's school or, across schools, in all of them. Empty when all is well."""
    schools = [db.school_id] if db.school_id is not None else sorted(db.scalars(select(ChainEntry.school_id).distinct()))
    return tuple(one for school_id in schools for one in _verify_school(db, school_id or 0))


def _verify_school(db: SchoolSession, school_id: int) -> Iterator[Break]:
    entries = db.execute(
        select(
            ChainEntry.sequence,
            ChainEntry.kind,
            ChainEntry.subject_id,
            ChainEntry.commitment,
            ChainEntry.previous,
            ChainEntry.hash,
            ChainEntry.at,
            ChainEntry.salt,
        )
        .where(ChainEntry.school_id == school_id)
        .order_by(ChainEntry.sequence)
    ).all()
    for sequence, what in breaks_in(Link(*entry[:7]) for entry in entries):
        yield Break(school_id, sequence, what)
    committed: dict[str, set[int]] = {}
    stored = {kind: _rows(db, kind, school_id) for kind in KINDS}
    for entry in entries:
        committed.setdefault(entry.kind, set()).add(entry.subject_id)
        rows = stored.get(entry.kind, {}).get(entry.subject_id, [])
        if entry.salt is not None and not any(commitment_of(facts, entry.salt) == entry.commitment for facts in rows):
            yield Break(school_id, entry.sequence, f"the {entry.kind} was changed" if rows else f"the {entry.kind} is gone")
    for kind, rows_of in stored.items():
        for _subject in sorted(rows_of.keys() - committed.get(kind, set())):
            yield Break(school_id, 0, f"a {kind} is not in the chain")
    listed = db.scalar(select(func.count()).select_from(PupilAgreement).where(PupilAgreement.school_id == school_id)) or 0
    if listed > sum(entry.kind == "pupil-agreement" for entry in entries):
        yield Break(school_id, 0, "a pupil-agreement is not in the chain")


def _rows(db: SchoolSession, kind: str, school_id: int) -> dict[int, list[dict[str, Any]]]:
    """The facts of all rows of a kind, by their subject."""
    model = KINDS[kind]
    columns = [getattr(model, name) for name in FACTS[kind]]
    found: dict[int, list[dict[str, Any]]] = {}
    for values in db.execute(select(*columns).where(model.school_id == school_id)):
        facts = dict(zip(FACTS[kind], values, strict=True))
        found.setdefault(facts[SUBJECT[kind]], []).append(facts)
    return found


def _facts(kind: str, row: Row) -> dict[str, Any]:
    return {name: getattr(row, name) for name in FACTS[kind]}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value.isoformat() if isinstance(value, date) else value
