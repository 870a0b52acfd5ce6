"""The hats of one adult: parent here, teacher there, lead of the trust. One of them is worn at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from esafety.access.viewer import Role
from esafety.core.tenancy import SchoolSession
from esafety.people.models import Guardian, Membership, School, Trust, TrustLead

FIRST_PAGES = (
    (Role.LEAD, "reports.overview"),
    (Role.HEAD, "reports.overview"),
    (Role.OFFICE, "people.office"),
    (Role.DSL, "concerns.inbox"),
    (Role.TEACHER, "people.teach"),
    (Role.GOVERNOR, "reports.reports"),
    (Role.TRUST_LEAD, "reports.trust"),
    (Role.GUARDIAN, "family.home"),
)


@dataclass(frozen=True, slots=True)
class Hat:
    """One hat: parent or staff of a school, or lead of a trust."""

    kind: str
    where_id: int
    where: str
    roles: frozenset[Role]

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.kind}-{self.where_id}"

    @property
    def school_id(self) -> int | None:
        """The school in front of the wearer; None for a trust."""
        return None if self.kind == "trust" else self.where_id

    @property
    def needs_second_factor(self) -> bool:
        """Whether a password alone is not enough."""
        return self.kind != "family"

    @property
    def first_page(self) -> str:
        """Where the wearer begins."""
        return next(endpoint for role, endpoint in FIRST_PAGES if role in self.roles)


def hats_of(db: SchoolSession, *, account_id: int, today: date) -> tuple[Hat, ...]:
    """All hats of an account across schools: staff first, then trusts, then families, each by name."""
    worn = select(School.id, School.name, Membership.roles).join(Membership, Membership.school_id == School.id)
    employed = (Membership.from_on <= today, or_(Membership.until_on.is_(None), Membership.until_on >= today))
    staff = db.execute(worn.where(Membership.account_id == account_id, *employed).order_by(School.name)).all()
    led = select(Trust.id, Trust.name).join(TrustLead, TrustLead.trust_id == Trust.id)
    trusts = db.execute(led.where(TrustLead.account_id == account_id).order_by(Trust.name)).all()
    known = select(School.id, School.name).join(Guardian, Guardian.school_id == School.id)
    families = db.execute(known.where(Guardian.account_id == account_id).order_by(School.name)).all()
    return (
        *(Hat("staff", row.id, row.name, frozenset(Role(word) for word in row.roles.split())) for row in staff),
        *(Hat("trust", row.id, row.name, frozenset({Role.TRUST_LEAD})) for row in trusts),
        *(Hat("family", row.id, row.name, frozenset({Role.GUARDIAN})) for row in families),
    )


def chosen(hats: Iterable[Hat], key: str) -> Hat | None:
    """The hat that a form named, or None when this adult does not have it."""
    return next((hat for hat in hats if hat.key == key), None)
