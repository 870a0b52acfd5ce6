"""Schools, accounts, classes, pupils, adults and the links between them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from esafety.core.base import Base, Keep, kept, new_id
from esafety.core.tenancy import Numbered, SchoolOwned, within_school


class Trust(Base):
    """A federation or trust of several schools."""

    __tablename__ = "trust"

    id: Mapped[int] = kept("names the trust", Keep.INSTALLATION, primary_key=True, autoincrement=False, default=new_id)
    name: Mapped[str] = kept("shown to its lead", Keep.INSTALLATION)


class School(Base):
    """One school. Everything owned carries its number."""

    __tablename__ = "school"

    id: Mapped[int] = kept("keeps schools apart", Keep.INSTALLATION, primary_key=True, autoincrement=False, default=new_id)
    key: Mapped[str] = kept("short name for commands", Keep.INSTALLATION, unique=True)
    name: Mapped[str] = kept("shown on every page of the school", Keep.INSTALLATION)
    trust_id: Mapped[int | None] = kept("the trust it belongs to", Keep.INSTALLATION, ForeignKey("trust.id"))
    language: Mapped[str] = kept("the school's first language for letters", Keep.INSTALLATION, default="en")
    contact: Mapped[str] = kept("how parents reach the school", Keep.INSTALLATION, default="")
    concerns_read: Mapped[str] = kept("when somebody reads concerns, as the school words it", Keep.INSTALLATION, default="")
    trusted_adults: Mapped[str] = kept("grown-ups a young child may choose, one a line", Keep.INSTALLATION, default="")
    created_at: Mapped[datetime] = kept("when it was set up", Keep.INSTALLATION)


class Account(Base):
    """One adult's sign-in. Shared, because one person may be staff in one school and a parent in another."""

    __tablename__ = "account"

    id: Mapped[int] = kept("names the account", Keep.LINK, primary_key=True, autoincrement=False, default=new_id)
    sign_in_name: Mapped[str] = kept("what the adult types, in small letters", Keep.LINK, unique=True)
    display_name: Mapped[str] = kept("how the adult is greeted", Keep.LINK)
    email: Mapped[str | None] = kept("optional, for reminders only", Keep.LINK)
    password_hash: Mapped[str] = kept("proves the password without keeping it", Keep.LINK)
    totp_secret: Mapped[str | None] = kept("second factor of staff, sealed with the server's key", Keep.EMPLOYED)
    totp_last_step: Mapped[int | None] = kept("a code works once", Keep.EMPLOYED)
    language: Mapped[str | None] = kept("the language this adult reads", Keep.LINK)
    created_at: Mapped[datetime] = kept("when it was made", Keep.LINK)
    closed_at: Mapped[datetime | None] = kept("when access ended", Keep.LINK)


class TrustLead(Base):
    """Somebody who sees the picture across the schools of a trust, and no family of any."""

    __tablename__ = "trust_lead"

    trust_id: Mapped[int] = kept("which trust", Keep.EMPLOYED, ForeignKey("trust.id"), primary_key=True)
    account_id: Mapped[int] = kept("who", Keep.EMPLOYED, ForeignKey("account.id"), primary_key=True)


class Membership(SchoolOwned, Numbered, Base):
    """A hat that an adult wears in a school: teacher, lead, head and so on."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("school_id", "account_id"), Index("ix_membership__account", "account_id"))

    account_id: Mapped[int] = kept("who", Keep.EMPLOYED, ForeignKey("account.id"))
    roles: Mapped[str] = kept("the hats, separated by spaces", Keep.EMPLOYED)
    job_title: Mapped[str] = kept("shown to pupils and parents beside the name", Keep.EMPLOYED, default="")
    from_on: Mapped[date] = kept("first day", Keep.EMPLOYED)
    until_on: Mapped[date | None] = kept("last day", Keep.EMPLOYED)


class SchoolClass(SchoolOwned, Numbered, Base):
    """A class in one school year."""

    __tablename__ = "school_class"
    __table_args__ = (
        UniqueConstraint("school_id", "school_year", "name"),
        CheckConstraint("year_group between 0 and 6", name="year_group"),
    )

    name: Mapped[str] = kept("as people call it", Keep.NEXT_YEAR)
    year_group: Mapped[int] = kept("0 is Reception; decides the age band", Keep.NEXT_YEAR)
    school_year: Mapped[int] = kept("2026 stands for 2026/27", Keep.NEXT_YEAR)


class Teaching(SchoolOwned, Base):
    """Who teaches which class."""

    __tablename__ = "teaching"
    __table_args__ = (within_school("class_id", "school_class"), within_school("membership_id", "membership"))

    class_id: Mapped[int] = kept("which class", Keep.EMPLOYED, primary_key=True, autoincrement=False)
    membership_id: Mapped[int] = kept("which member of staff", Keep.EMPLOYED, primary_key=True, autoincrement=False)


class Pupil(SchoolOwned, Numbered, Base):
    """A child on roll. No date of birth, no photo, no surname, no address."""

    __tablename__ = "pupil"
    __table_args__ = (
        within_school("class_id", "school_class"),
        UniqueConstraint("school_id", "card_hash"),
        UniqueConstraint("school_id", "match_key"),
        Index("ix_pupil__class", "school_id", "class_id"),
        Index("ix_pupil__on_roll", "school_id", "left_on", "class_id", "id", "year_group"),
    )

    first_name: Mapped[str] = kept("name tile and dashboard", Keep.ON_ROLL)
    initial: Mapped[str] = kept("tells two children of one name apart", Keep.ON_ROLL, default="")
    animal: Mapped[str] = kept("the picture on the name tile", Keep.ON_ROLL)
    year_group: Mapped[int] = kept("0 is Reception; decides the age band", Keep.ON_ROLL)
    class_id: Mapped[int | None] = kept("this year's class", Keep.ON_ROLL)
    picture_secret: Mapped[str | None] = kept("keyed hash of the secret pictures", Keep.ON_ROLL)
    card_hash: Mapped[str | None] = kept("hash of the login card's token", Keep.ON_ROLL)
    card_code_hash: Mapped[str | None] = kept("keyed hash of the card's printed code", Keep.ON_ROLL)
    settings: Mapped[str] = kept("read-aloud on, big text: presentation only", Keep.ON_ROLL, default="")
    match_key: Mapped[str | None] = kept("keyed hash of the school database's number, to import again", Keep.ON_ROLL)
    joined_on: Mapped[date] = kept("first day", Keep.ON_ROLL)
    left_on: Mapped[date | None] = kept("last day; starts deletion", Keep.ON_ROLL)


class Guardian(SchoolOwned, Numbered, Base):
    """An adult whom the school knows in connection with a child. Never shown to another adult."""

    __tablename__ = "guardian"
    __table_args__ = (
        UniqueConstraint("school_id", "account_id"),
        UniqueConstraint("school_id", "match_key"),
        Index("ix_guardian__account", "account_id"),
        Index("ix_guardian__reached", "school_id", "id", "account_id"),
    )

    name: Mapped[str] = kept("letters and the school's own list", Keep.LINK)
    language: Mapped[str] = kept("letters in the language this adult reads", Keep.LINK, default="en")
    email: Mapped[str | None] = kept("optional, for reminders", Keep.LINK)
    account_id: Mapped[int | None] = kept("own sign-in, once used", Keep.LINK, ForeignKey("account.id"))
    by_paper: Mapped[bool] = kept("has no device: letters and paper signatures", Keep.LINK, default=False)
    match_key: Mapped[str | None] = kept("keyed hash of the school database's number, to import again", Keep.LINK)
    created_at: Mapped[datetime] = kept("when the school entered it", Keep.LINK)


class GuardianLink(SchoolOwned, Numbered, Base):
    """What one adult may do for one child, as the school decided. The application records, it never adjudicates."""

    __tablename__ = "guardian_link"
    __table_args__ = (
        within_school("guardian_id", "guardian"),
        within_school("pupil_id", "pupil"),
        UniqueConstraint("school_id", "guardian_id", "pupil_id"),
        Index("ix_guardian_link__pupil", "school_id", "pupil_id"),
        Index(
            "ix_guardian_link__count",
            "school_id",
            "guardian_id",
            "pupil_id",
            "from_on",
            "until_on",
            "restriction",
            "may_sign",
            "may_receive",
        ),
        CheckConstraint("restriction in ('none', 'limited', 'barred')", name="restriction"),
    )

    guardian_id: Mapped[int] = kept("which adult", Keep.LINK)
    pupil_id: Mapped[int] = kept("which child", Keep.LINK)
    relationship: Mapped[str] = kept("mother, father, carer and so on, as the school words it", Keep.LINK, default="")
    may_sign: Mapped[bool] = kept("may answer agreements", Keep.LINK, default=True)
    may_see_progress: Mapped[bool] = kept("may see what the child learned", Keep.LINK, default=True)
    may_receive: Mapped[bool] = kept("gets letters and reminders", Keep.LINK, default=True)
    restriction: Mapped[str] = kept("none, limited or barred", Keep.ON_ROLL, default="none")
    restriction_reference: Mapped[str] = kept("where the school keeps the order, never the order", Keep.ON_ROLL, default="")
    from_on: Mapped[date] = kept("first day", Keep.LINK)
    until_on: Mapped[date | None] = kept("last day", Keep.LINK)


class Invitation(SchoolOwned, Numbered, Base):
    """A letter's code for one adult and one child: used once, for thirty days."""

    __tablename__ = "invitation"
    __table_args__ = (
        within_school("guardian_id", "guardian"),
        within_school("pupil_id", "pupil"),
        Index("ix_invitation__pair", "school_id", "guardian_id", "pupil_id"),
    )

    guardian_id: Mapped[int] = kept("for which adult", Keep.LINK)
    pupil_id: Mapped[int] = kept("for which child", Keep.LINK)
    code_hash: Mapped[str] = kept("keyed hash of the letter's code", Keep.LINK, unique=True)
    created_at: Mapped[datetime] = kept("when the letter was made", Keep.LINK)
    expires_at: Mapped[datetime] = kept("when the code ends", Keep.LINK)
    used_at: Mapped[datetime | None] = kept("when it was used", Keep.LINK)
    voided_at: Mapped[datetime | None] = kept("when the school took it back", Keep.LINK)


class ClassOpening(SchoolOwned, Numbered, Base):
    """A class opened by its teacher for one lesson: only inside it are the names shown."""

    __tablename__ = "class_opening"
    __table_args__ = (
        within_school("class_id", "school_class"),
        Index("ix_class_opening__code", "code"),
        Index("ix_class_opening__class", "school_id", "class_id"),
    )

    class_id: Mapped[int] = kept("which class", Keep.NEXT_YEAR)
    code: Mapped[str] = kept("the code on the board", Keep.NEXT_YEAR)
    opened_by: Mapped[int | None] = kept("the member of staff, by membership", Keep.NEXT_YEAR)
    opened_at: Mapped[datetime] = kept("when", Keep.NEXT_YEAR)
    closes_at: Mapped[datetime] = kept("ends by itself", Keep.NEXT_YEAR)
    ended_at: Mapped[datetime | None] = kept("ended by the teacher", Keep.NEXT_YEAR)
    wrong: Mapped[int] = kept("wrong secrets in the whole class", Keep.NEXT_YEAR, default=0)


class Seat(SchoolOwned, Base):
    """A pupil in an open class: in, stuck, finished, or waiting for the teacher."""

    __tablename__ = "seat"
    __table_args__ = (within_school("opening_id", "class_opening"), within_school("pupil_id", "pupil"))

    opening_id: Mapped[int] = kept("which opening", Keep.NEXT_YEAR, primary_key=True, autoincrement=False)
    pupil_id: Mapped[int] = kept("which pupil", Keep.NEXT_YEAR, primary_key=True, autoincrement=False)
    wrong: Mapped[int] = kept("wrong secrets for this name", Keep.NEXT_YEAR, default=0)
    let_in_until: Mapped[datetime | None] = kept("the teacher lets the child in without a secret", Keep.NEXT_YEAR)
    signed_in_at: Mapped[datetime | None] = kept("when the child came in", Keep.NEXT_YEAR)
    finished_at: Mapped[datetime | None] = kept("when the child was finished", Keep.NEXT_YEAR)
    device: Mapped[str | None] = kept("the random mark of the device, to see who sits where", Keep.SHORT)


class DeviceCount(SchoolOwned, Base):
    """A device on which the class's code was typed, and its wrong secrets in that open class."""

    __tablename__ = "device_count"
    __table_args__ = (within_school("opening_id", "class_opening"), Index("ix_device_count__device", "device"))

    opening_id: Mapped[int] = kept("which opening", Keep.SHORT, primary_key=True, autoincrement=False)
    device: Mapped[str] = kept("the random mark of the device", Keep.SHORT, primary_key=True)
    wrong: Mapped[int] = kept("wrong secrets from this device", Keep.SHORT, default=0)
    entered_at: Mapped[datetime] = kept("when the code was typed: the newest is the class open on this device", Keep.SHORT)


class SignInFailure(Base):
    """A wrong adult sign-in or letter code, counted per name and per device, never per address."""

    __tablename__ = "sign_in_failure"
    __table_args__ = (Index("ix_sign_in_failure__key_at", "key", "at"),)

    id: Mapped[int] = kept("names the row", Keep.SHORT, primary_key=True, autoincrement=False, default=new_id)
    key: Mapped[str] = kept("keyed hash of the name or device", Keep.SHORT)
    at: Mapped[datetime] = kept("when", Keep.SHORT)


class KnownDevice(Base):
    """A device that signed in to a name before: an attack on the name from elsewhere does not pause it."""

    __tablename__ = "known_device"
    __table_args__ = (Index("ix_known_device__account", "account_id"),)

    key: Mapped[str] = kept("keyed hash of the name and the device's random mark", Keep.SHORT, primary_key=True)
    account_id: Mapped[int] = kept("forgotten when the password changes", Keep.SHORT, ForeignKey("account.id"))
    at: Mapped[datetime] = kept("when it first signed in", Keep.SHORT)
