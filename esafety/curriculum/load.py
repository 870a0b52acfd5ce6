"""Write checked content into the database as new versions, in the caller's one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import func, select, update

from esafety.core.errors import EsafetyError
from esafety.core.tenancy import SchoolSession, insert_rows
from esafety.curriculum.content import Content
from esafety.curriculum.kinds import Kind
from esafety.curriculum.models import ContentVersion
from esafety.curriculum.plan import Name, Plan, Wording, plan, wordings_of
from esafety.curriculum.problems import Problem

FILES = "files"
"""The kind of the row that remembers which files were loaded, so that the same ones need no reading."""

MOST_AT_ONCE = 500
"""How many versions one statement names."""

READER = "1"
"""Raise it when the same files would be read or stored differently."""


class ContentRefused(EsafetyError):
    """The content has problems; what was loaded before stays as it is."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def load_directory(db: SchoolSession, directory: Path, now: datetime) -> Plan:
    """Check and load a content directory unless exactly these files are loaded. Raises ContentRefused."""
    digest = digest_of_files(directory)
    current = select(ContentVersion.digest).where(ContentVersion.kind == FILES, ContentVersion.retired_at.is_(None))
    if db.scalar(current) == digest:
        return Plan()
    # Reading and checking is loaded only when there is something new: a start with the same files must cost nothing.
    from esafety.curriculum.check import check, errors_of
    from esafety.curriculum.content import read_directory

    content = read_directory(directory)
    if errors := errors_of(check(content)):
        raise ContentRefused(errors)
    done = load(db, content, now)
    current_files = select(ContentVersion.id).where(ContentVersion.kind == FILES, ContentVersion.retired_at.is_(None))
    _retire(db, db.scalars(current_files).all(), now)
    _insert(db, [(FILES, FILES, digest, "{}")], now)
    return done


def load(db: SchoolSession, content: Content, now: datetime) -> Plan:
    """Load content that was checked: new wordings become versions, missing ones are retired, nothing is deleted."""
    rows = db.execute(
        select(ContentVersion.kind, ContentVersion.key, ContentVersion.digest, ContentVersion.id).where(
            ContentVersion.retired_at.is_(None), ContentVersion.kind.not_in((FILES, Kind.OWN_LESSON))
        )
    ).all()
    loaded: dict[Name, str] = {(Kind(row.kind), row.key): row.digest for row in rows}
    changes = plan(wordings_of(content), loaded)
    gone = {*changes.retired, *((one.kind, one.key) for one in changes.new)}
    _retire(db, [row.id for row in rows if (Kind(row.kind), row.key) in gone], now)
    _insert(db, [_columns(wording) for wording in changes.new], now)
    return changes


def digest_of_files(directory: Path) -> str:
    """The SHA-256 of all files of a directory, names and bytes."""
    together = sha256(READER.encode())
    for path in sorted(path for path in directory.rglob("*") if path.is_file()):
        together.update(f"\n{path.relative_to(directory).as_posix()}\n".encode())
        together.update(sha256(path.read_bytes()).digest())
    return together.hexdigest()


def _columns(wording: Wording) -> tuple[str, str, str, str]:
    return wording.kind, wording.key, wording.digest, wording.body


def _retire(db: SchoolSession, versions: Sequence[int], now: datetime) -> None:
    """Retire versions by their id: a few statements, whatever their number."""
    for at in range(0, len(versions), MOST_AT_ONCE):
        some = versions[at : at + MOST_AT_ONCE]
        db.execute(update(ContentVersion).where(ContentVersion.id.in_(some)).values(retired_at=now))


def _insert(db: SchoolSession, wordings: Iterable[tuple[str, str, str, str]], now: datetime) -> None:
    counted = select(ContentVersion.kind, ContentVersion.key, func.max(ContentVersion.number)).group_by(
        ContentVersion.kind, ContentVersion.key
    )
    numbers = {(kind, key): number for kind, key, number in db.execute(counted)}
    rows = []
    for kind, key, digest, body in wordings:
        number = numbers.get((str(kind), key), 0) + 1
        rows.append(
            {
                "id": version_id(kind, key, number, digest),
                "kind": str(kind),
                "key": key,
                "number": number,
                "digest": digest,
                "body": body,
                "loaded_at": now,
                "retired_at": None,
            }
        )
    insert_rows(db, ContentVersion, rows)


def version_id(kind: str, key: str, number: int, digest: str) -> int:
    """The identifier of a version, the same on every installation that loads the same content in the same order."""
    return int.from_bytes(sha256(f"{kind}\n{key}\n{number}\n{digest}".encode()).digest()[:8]) >> 2 | 1
