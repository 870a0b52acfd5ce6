"""What this room lets go of: wrong sign-ins after a day, and which device sat where after ninety days."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from esafety.core.housekeeping import SHORT
from esafety.core.tenancy import SchoolSession
from esafety.people.models import ClassOpening, DeviceCount, Seat, SignInFailure

A_DAY = timedelta(days=1)


def let_go(db: SchoolSession, now: datetime) -> None:
    """Counts of wrong sign-ins only matter for minutes; marks of devices for a term."""
    db.execute(delete(SignInFailure).where(SignInFailure.at < now - A_DAY))
    long_over = select(ClassOpening.id).where(ClassOpening.closes_at < now - SHORT)
    db.execute(delete(DeviceCount).where(DeviceCount.opening_id.in_(long_over)).execution_options(synchronize_session=False))
    marked = (Seat.opening_id.in_(long_over), Seat.device.is_not(None))
    db.execute(update(Seat).where(*marked).values(device=None).execution_options(synchronize_session=False))
