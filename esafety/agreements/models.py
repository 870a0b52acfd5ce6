"""Published versions of agreements, adults' answers to them, and the chain that makes tampering visible."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from esafety.core.base import Base, Keep, kept
from esafety.core.tenancy import Numbered, SchoolOwned, within_school


class AgreementVersion(SchoolOwned, Numbered, Base):
    """The exact wording that a school published, in every language. Never edited, only superseded."""

    __tablename__ = "agreement_version"
    __table_args__ = (UniqueConstraint("school_id", "key", "number"),)

    key: Mapped[str] = kept("home-school, pupils-ks1 or pupils-ks2", Keep.EVIDENCE)
    number: Mapped[int] = kept("counts up", Keep.EVIDENCE)
    texts: Mapped[str] = kept("title, promises and declaration per language, as JSON", Keep.EVIDENCE)
    digest: Mapped[str] = kept("hash of the texts", Keep.EVIDENCE)
    published_at: Mapped[datetime] = kept("when it came into force", Keep.EVIDENCE)
    superseded_at: Mapped[datetime | None] = kept("when a newer one took its place", Keep.EVIDENCE)


class Round(SchoolOwned, Numbered, Base):
    """The school asks all families to answer, in one school year."""

    __tablename__ = "agreement_round"
    __table_args__ = (UniqueConstraint("school_id", "school_year"), within_school("version_id", "agreement_version"))

    school_year: Mapped[int] = kept("2026 stands for 2026/27", Keep.EVIDENCE)
    version_id: Mapped[int] = kept("what is asked", Keep.EVIDENCE)
    opens_on: Mapped[date] = kept("first day", Keep.EVIDENCE)
    due_on: Mapped[date] = kept("the school hopes for an answer by then", Keep.EVIDENCE)


class Signature(SchoolOwned, Numbered, Base):
    """One adult's answer for one child, one version, one school year. A later answer is another turn, never an edit."""

    __tablename__ = "signature"
    __table_args__ = (
        within_school("version_id", "agreement_version"),
        within_school("guardian_id", "guardian"),
        within_school("pupil_id", "pupil"),
        UniqueConstraint("school_id", "version_id", "guardian_id", "pupil_id", "school_year", "turn"),
        UniqueConstraint("school_id", "receipt_code"),
        Index("ix_signature__pupil", "school_id", "pupil_id", "school_year"),
        # Holds everything that the overview counts, so that it reads no wide rows.
        Index(
            "ix_signature__count",
            "school_id",
            "school_year",
            "version_id",
            "pupil_id",
            "guardian_id",
            "turn",
            "answer",
            "at",
            "id",
        ),
        CheckConstraint("answer in ('signed', 'declined', 'talk')", name="answer"),
        CheckConstraint("channel in ('online', 'tablet', 'paper')", name="channel"),
    )

    version_id: Mapped[int] = kept("which wording", Keep.EVIDENCE)
    guardian_id: Mapped[int] = kept("who answered; it speaks for nobody else", Keep.EVIDENCE)
    pupil_id: Mapped[int] = kept("for which child", Keep.EVIDENCE)
    school_year: Mapped[int] = kept("2026 stands for 2026/27", Keep.EVIDENCE)
    turn: Mapped[int] = kept("first answer, second answer after a withdrawal or a decline", Keep.EVIDENCE)
    answer: Mapped[str] = kept("signed, declined, or wants to talk first", Keep.EVIDENCE)
    channel: Mapped[str] = kept("online, on the school's tablet, or on paper", Keep.EVIDENCE)
    language: Mapped[str] = kept("the language shown", Keep.EVIDENCE)
    text_digest: Mapped[str] = kept("hash of the exact text shown", Keep.EVIDENCE)
    promises: Mapped[str] = kept("ids of the promises ticked, separated by spaces", Keep.EVIDENCE)
    typed_name: Mapped[str] = kept("the name as the adult wrote it", Keep.EVIDENCE)
    statement: Mapped[str] = kept("the sentence above the name", Keep.EVIDENCE)
    reason: Mapped[str] = kept("why declined, if the adult wanted to say", Keep.EVIDENCE, default="")
    authority: Mapped[str] = kept("what the link allowed at that moment", Keep.EVIDENCE)
    signed_in_by: Mapped[str] = kept("how the adult had signed in", Keep.EVIDENCE)
    at: Mapped[datetime] = kept("when", Keep.EVIDENCE)
    receipt_code: Mapped[str] = kept("printed on the receipt", Keep.EVIDENCE)
    received_on: Mapped[date | None] = kept("paper: day of receipt", Keep.EVIDENCE)
    recorded_by: Mapped[int | None] = kept("paper: who recorded it, by membership", Keep.EVIDENCE)
    kept_where: Mapped[str] = kept("paper: where the sheet is kept", Keep.EVIDENCE, default="")


class Withdrawal(SchoolOwned, Base):
    """The taking back of one signature. At most one, never edited."""

    __tablename__ = "withdrawal"
    __table_args__ = (within_school("signature_id", "signature"),)

    signature_id: Mapped[int] = kept("which signature", Keep.EVIDENCE, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = kept("when", Keep.EVIDENCE)


class PaperCheck(SchoolOwned, Base):
    """A second person compared a recorded paper answer with the sheet. At most one, never edited."""

    __tablename__ = "paper_check"
    __table_args__ = (within_school("signature_id", "signature"), within_school("checked_by", "membership"))

    signature_id: Mapped[int] = kept("which paper answer", Keep.EVIDENCE, primary_key=True, autoincrement=False)
    checked_by: Mapped[int] = kept("who compared it, by membership", Keep.EVIDENCE)
    at: Mapped[datetime] = kept("when", Keep.EVIDENCE)


class ChainEntry(SchoolOwned, Base):
    """One link of a school's chain of evidence: a salted commitment, so that a person can be erased and the chain still holds."""

    __tablename__ = "chain_entry"
    __table_args__ = (UniqueConstraint("school_id", "hash"),)

    sequence: Mapped[int] = kept("position in the chain", Keep.EVIDENCE, primary_key=True, autoincrement=False)
    kind: Mapped[str] = kept("signature, withdrawal or pupil agreement", Keep.EVIDENCE)
    subject_id: Mapped[int] = kept("which row", Keep.EVIDENCE)
    salt: Mapped[str | None] = kept("erased with the person", Keep.EVIDENCE)
    commitment: Mapped[str] = kept("salted hash of the row", Keep.EVIDENCE)
    previous: Mapped[str] = kept("hash of the entry before", Keep.EVIDENCE)
    hash: Mapped[str] = kept("hash of this entry", Keep.EVIDENCE)
    at: Mapped[datetime] = kept("when", Keep.EVIDENCE)


class PupilAgreement(SchoolOwned, Base):
    """A pupil agreed to the pupils' promises at the start of a key stage."""

    __tablename__ = "pupil_agreement"
    __table_args__ = (within_school("pupil_id", "pupil"), within_school("version_id", "agreement_version"))

    pupil_id: Mapped[int] = kept("who", Keep.ON_ROLL, primary_key=True, autoincrement=False)
    version_id: Mapped[int] = kept("to which wording", Keep.ON_ROLL, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = kept("when", Keep.ON_ROLL)
