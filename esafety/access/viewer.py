"""Plain frozen facts about who asks. Nothing here reads a database."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal


class Role(StrEnum):
    """The hats of a school. One person may wear several."""

    ANYONE = "anyone"
    PUPIL = "pupil"
    GUARDIAN = "guardian"
    TEACHER = "teacher"
    LEAD = "lead"
    DSL = "dsl"
    HEAD = "head"
    GOVERNOR = "governor"
    OFFICE = "office"
    TRUST_LEAD = "trust-lead"


STAFF = frozenset({Role.TEACHER, Role.LEAD, Role.DSL, Role.HEAD, Role.GOVERNOR, Role.OFFICE})


@dataclass(frozen=True, slots=True)
class Ward:
    """One child of an adult, with what the school lets this adult do for that child today."""

    pupil_id: int
    link_id: int
    may_sign: bool
    may_see_progress: bool
    may_receive: bool


@dataclass(frozen=True, slots=True)
class Viewer:
    """The person, or nobody yet, whom a page is shown to."""

    kind: Literal["nobody", "pupil", "adult"] = "nobody"
    school_id: int | None = None
    account_id: int | None = None
    display_name: str = ""
    language: str | None = None
    school_name: str = ""
    roles: frozenset[Role] = frozenset({Role.ANYONE})
    membership_id: int | None = None
    guardian_id: int | None = None
    wards: tuple[Ward, ...] = ()
    class_ids: frozenset[int] = frozenset()
    pupil_id: int | None = None
    class_id: int | None = None
    year_group: int | None = None
    animal: str = ""
    opening_id: int | None = None
    trust_id: int | None = None
    second_factor: bool = False
    settings: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_signed_in(self) -> bool:
        """Whether we know who it is."""
        return self.kind != "nobody"

    @property
    def actor(self) -> str:
        """How the record names this person: a kind and a row's number, never a name."""
        if self.kind == "pupil":
            return f"pupil:{self.pupil_id}"
        return f"account:{self.account_id}" if self.kind == "adult" else "nobody"

    @property
    def is_staff(self) -> bool:
        """Whether this adult works for the school and proved it with a second factor."""
        return bool(self.roles & STAFF)

    @property
    def ward_ids(self) -> frozenset[int]:
        """The children whom this adult is linked to and not barred from."""
        return frozenset(ward.pupil_id for ward in self.wards)

    @property
    def progress_ids(self) -> frozenset[int]:
        """The children whose learning this adult may see."""
        return frozenset(ward.pupil_id for ward in self.wards if ward.may_see_progress)

    @property
    def signing_link_ids(self) -> frozenset[int]:
        """The links under which this adult may sign."""
        return frozenset(ward.link_id for ward in self.wards if ward.may_sign)

    # What Flask-Login asks of a user.
    @property
    def is_authenticated(self) -> bool:
        """Flask-Login's word for signed in."""
        return self.is_signed_in

    @property
    def is_active(self) -> bool:
        """Everyone who has a living session is active: ending an account ends its sessions."""
        return True

    @property
    def is_anonymous(self) -> bool:
        """Flask-Login's word for nobody."""
        return not self.is_signed_in

    def get_id(self) -> str:
        """What Flask-Login keeps in the session: the actor, checked against the session's own row."""
        return self.actor


NOBODY = Viewer()
