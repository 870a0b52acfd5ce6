"""What a teacher does with a class: open it, let children in, send one out, end it for all, give new pictures."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update

from esafety.access import sessions
from esafety.access.sessions import WebSession
from esafety.core import audit
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.core.tenancy import SchoolSession
from esafety.people import budget
from esafety.people.class_sign_in import CODE_LENGTH
from esafety.people.codes import new_code
from esafety.people.models import ClassOpening, DeviceCount, Pupil, SchoolClass, Seat
from esafety.people.open_class import is_open, on_roll
from esafety.people.pupil_secrets import kind_for, random_pictures, set_pictures
from esafety.settings import Settings


def find_opening(db: SchoolSession, *, class_id: int, now: datetime) -> ClassOpening | None:
    """The opening of a class that is going on."""
    going_on = select(ClassOpening).where(ClassOpening.class_id == class_id, is_open(now))
    return db.scalar(going_on.order_by(ClassOpening.opened_at.desc()).limit(1))


def is_going_on(opening: ClassOpening, *, now: datetime) -> bool:
    """Whether neither the teacher nor the clock has ended it."""
    return opening.ended_at is None and opening.closes_at > now


def class_name(db: SchoolSession, opening: ClassOpening) -> str:
    """What the class of an opening is called."""
    return db.scalar(select(SchoolClass.name).where(SchoolClass.id == opening.class_id)) or ""


def number_of_devices(db: SchoolSession, opening: ClassOpening) -> int:
    """On how many devices the class's code was typed."""
    devices = select(func.count()).select_from(DeviceCount).where(DeviceCount.opening_id == opening.id)
    return db.scalar(devices) or 0


def open_class(
    db: SchoolSession,
    school_class: SchoolClass,
    *,
    across: SchoolSession,
    by: int | None,
    actor: str,
    now: datetime,
    settings: Settings,
) -> ClassOpening:
    """Open a class for one lesson. One that is open already stays as it is, whoever presses again."""
    db.execute(select(SchoolClass.id).where(SchoolClass.id == school_class.id).with_for_update())
    going_on = find_opening(db, class_id=school_class.id, now=now)
    if going_on is not None:
        return going_on
    opening = ClassOpening(
        class_id=school_class.id,
        code=_free_code(across, now),
        opened_by=by,
        opened_at=now,
        closes_at=now + timedelta(minutes=settings.opening_minutes),
    )
    db.add(opening)
    db.flush()
    audit.record(db, at=now, actor=actor, action="class.opened", about=f"class_opening:{opening.id}")
    return opening


def end(db: SchoolSession, opening: ClassOpening, *, actor: str, now: datetime) -> None:
    """End a lesson for everybody at once: no child is signed in any longer and no name is shown."""
    if opening.ended_at is not None:
        return
    opening.ended_at = now
    sessions.end(db, WebSession.school_id == opening.school_id, WebSession.opening_id == opening.id, now=now)
    audit.record(db, at=now, actor=actor, action="class.ended", about=f"class_opening:{opening.id}")


def let_in(db: SchoolSession, opening: ClassOpening, *, pupil_id: int, actor: str, now: datetime) -> None:
    """The teacher knows the child: in without a secret for ten minutes, with five new guesses for the name."""
    seat = _seat(db, opening, pupil_id=pupil_id, now=now)
    seat.let_in_until, seat.wrong = now + budget.LET_IN_FOR, 0
    audit.record(db, at=now, actor=actor, action="pupil.let_in", about=f"pupil:{pupil_id}")


def send_out(db: SchoolSession, opening: ClassOpening, *, pupil_id: int, actor: str, now: datetime) -> None:
    """End one child's session, as when somebody else sits under the name."""
    seat = _seat(db, opening, pupil_id=pupil_id, now=now)
    seat.signed_in_at, seat.let_in_until = None, None
    sessions.end(db, WebSession.school_id == opening.school_id, WebSession.pupil_id == pupil_id, now=now)
    audit.record(db, at=now, actor=actor, action="pupil.sent_out", about=f"pupil:{pupil_id}")


def forgive(db: SchoolSession, opening: ClassOpening, *, actor: str, now: datetime) -> None:
    """Let the whole class try again: all guesses are new. When no more devices fit, those where nobody sits make room."""
    opening.wrong = 0
    db.execute(update(Seat).where(Seat.opening_id == opening.id).values(wrong=0))
    db.execute(update(DeviceCount).where(DeviceCount.opening_id == opening.id).values(wrong=0))
    if number_of_devices(db, opening) >= budget.MOST_DEVICES:
        seated = (Seat.opening_id == opening.id, Seat.device.is_not(None), Seat.signed_in_at.is_not(None))
        sat_at = select(Seat.device).where(*seated)
        empty = (DeviceCount.opening_id == opening.id, DeviceCount.device.not_in(sat_at))
        db.execute(delete(DeviceCount).where(*empty))
    audit.record(db, at=now, actor=actor, action="class.forgiven", about=f"class_opening:{opening.id}")


def new_pictures(db: SchoolSession, pupil: Pupil, *, actor: str, now: datetime, settings: Settings) -> tuple[str, ...]:
    """Give a child new pictures and return them, to be shown once. The old ones and what was open end at once."""
    open_now = select(ClassOpening.id).where(ClassOpening.class_id == pupil.class_id, is_open(now))
    # Held, so that nobody comes in with the old pictures while they are changed.
    db.execute(open_now.with_for_update())
    pictures = random_pictures(kind_for(pupil.year_group))
    set_pictures(db, pupil, pictures, settings)
    sessions.end(db, WebSession.school_id == pupil.school_id, WebSession.pupil_id == pupil.id, now=now)
    seats = update(Seat).where(Seat.pupil_id == pupil.id, Seat.opening_id.in_(open_now))
    db.execute(seats.values(wrong=0, signed_in_at=None))
    audit.record(db, at=now, actor=actor, action="pupil.pictures.renewed", about=f"pupil:{pupil.id}")
    return pictures


def _seat(db: SchoolSession, opening: ClassOpening, *, pupil_id: int, now: datetime) -> Seat:
    """The seat of a child of this class, held while it is changed. Raises NotFound for any other child."""
    db.execute(select(ClassOpening.id).where(ClassOpening.id == opening.id).with_for_update())
    theirs = (Pupil.id == pupil_id, Pupil.class_id == opening.class_id, on_roll(school_day(now)))
    if db.scalar(select(Pupil.id).where(*theirs)) is None:
        raise NotFound
    seat = db.scalar(select(Seat).where(Seat.opening_id == opening.id, Seat.pupil_id == pupil_id))
    if seat is None:
        seat = Seat(opening_id=opening.id, pupil_id=pupil_id)
        db.add(seat)
    return seat


def _free_code(across: SchoolSession, now: datetime) -> str:
    """A code that no open class of any school has."""
    while True:
        code = new_code(CODE_LENGTH)
        if across.scalar(select(ClassOpening.id).where(ClassOpening.code == code, is_open(now)).limit(1)) is None:
            return code
