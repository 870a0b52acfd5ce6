"""The chain of evidence: whatever is changed, removed or slipped in afterwards shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from esafety.agreements import actions, chain
from esafety.agreements.chain import START, Link, breaks_in, commitment_of, hash_of, verify
from esafety.agreements.models import ChainEntry, PupilAgreement, Signature, Withdrawal
from esafety.core import clock
from tests.agreements.evening import Evening

THEN = datetime(2026, 9, 14, 19, 42, tzinfo=UTC)
facts = st.dictionaries(st.text(max_size=8), st.text(max_size=20) | st.integers() | st.none(), max_size=5)


def linked(subjects: list[int]) -> list[Link]:
    links: list[Link] = []
    for sequence, subject in enumerate(subjects, 1):
        parts: dict[str, Any] = {
            "sequence": sequence,
            "kind": "signature",
            "subject_id": subject,
            "commitment": commitment_of({"id": subject}, "salt"),
            "previous": links[-1].hash if links else START,
            "at": THEN + timedelta(minutes=sequence),
        }
        links.append(Link(hash=hash_of(**parts), **parts))
    return links


@given(st.lists(st.integers(1, 2**62), max_size=12))
def test_a_chain_as_it_was_written_holds(subjects: list[int]) -> None:
    assert list(breaks_in(linked(subjects))) == []


@given(st.lists(st.integers(1, 2**62), min_size=1, max_size=12), st.data())
def test_any_change_of_any_entry_shows(subjects: list[int], data: st.DataObject) -> None:
    links = linked(subjects)
    place = data.draw(st.integers(0, len(links) - 1))
    change: dict[str, Any] = data.draw(
        st.sampled_from(
            [
                {"kind": "withdrawal"},
                {"subject_id": 0},
                {"commitment": "0" * 64},
                {"previous": "f" * 64},
                {"hash": "e" * 64},
                {"at": THEN},
                {"sequence": 99},
            ]
        )
    )
    links[place] = replace(links[place], **change)
    assert list(breaks_in(links))


@given(st.lists(st.integers(1, 2**62), min_size=2, max_size=12, unique=True), st.data())
def test_a_missing_or_moved_entry_shows(subjects: list[int], data: st.DataObject) -> None:
    links = linked(subjects)
    place = data.draw(st.integers(0, len(links) - 2))
    assert list(breaks_in(links[:place] + links[place + 1 :]))
    links[place], links[place + 1] = links[place + 1], links[place]
    assert list(breaks_in(links))


@given(facts, facts, st.text(min_size=1, max_size=8))
def test_different_facts_or_salts_commit_differently(one: dict[str, Any], other: dict[str, Any], salt: str) -> None:
    assert (commitment_of(one, salt) == commitment_of(other, salt)) == (one == other)
    assert commitment_of(one, salt) != commitment_of(one, salt + "x")


TAMPERING = {
    "another name": update(Signature).values(typed_name="Somebody Else"),
    "another answer": update(Signature).values(answer="declined"),
    "another moment": update(Signature).values(at=THEN),
    "another wording": update(Signature).values(text_digest="0" * 64),
    "a moved withdrawal": update(Withdrawal).values(at=THEN),
    "a withdrawal that never was": delete(Withdrawal),
    "another promise of a pupil": update(PupilAgreement).values(at=THEN),
    "a commitment to fit": update(ChainEntry).where(ChainEntry.sequence == 1).values(commitment="0" * 64),
    "an entry less": delete(ChainEntry).where(ChainEntry.sequence == 2),
    "the last entry less": delete(ChainEntry).where(ChainEntry.sequence == 4),
    "all entries less": delete(ChainEntry),
}


@pytest.mark.both_databases
def test_tampering_with_what_is_stored_shows(evening: Evening) -> None:
    _four_entries(evening)
    with evening.database.reading(across="a test checks all schools") as db:
        assert verify(db) == ()
    for what, statement in TAMPERING.items():
        with evening.database.unit(write=True) as unit:
            db = unit.inside(evening.school.id)
            db.execute(statement.execution_options(synchronize_session=False))
            assert verify(db), f"{what} was not noticed"
            assert {one.school_id for one in verify(db)} == {evening.school.id}


@pytest.mark.both_databases
def test_a_signature_slipped_in_past_the_chain_shows(evening: Evening) -> None:
    _four_entries(evening)
    with evening.database.unit(write=True) as unit:
        db = unit.inside(evening.school.id)
        first = db.scalars(select(Signature).order_by(Signature.turn)).first()
        assert first is not None
        copied = {column.key: getattr(first, column.key) for column in Signature.__mapper__.columns}
        db.add(Signature(**(copied | {"id": 77, "turn": 9, "receipt_code": "COPY"})))
        db.flush()
        assert [one.what for one in verify(db)] == ["a signature is not in the chain"]


@pytest.mark.both_databases
def test_somebody_can_be_erased_and_the_chain_still_holds(evening: Evening) -> None:
    _four_entries(evening)
    with evening.database.transaction(school_id=evening.school.id) as db:
        withdrawn = db.scalars(select(Withdrawal.signature_id)).one()
        db.execute(delete(Withdrawal))
        db.execute(delete(Signature).where(Signature.id == withdrawn))
        chain.forget(db, kind="withdrawal", subject_id=withdrawn)
        chain.forget(db, kind="signature", subject_id=withdrawn)
    with evening.database.reading(school_id=evening.school.id) as db:
        assert verify(db) == ()
        assert len(db.scalars(select(ChainEntry)).all()) == 4


def test_each_school_has_a_chain_of_its_own(evening: Evening) -> None:
    _four_entries(evening)
    other = evening.make.school("Hill Primary")
    pupil = evening.make.pupil("Tom", school=other, school_class=evening.make.school_class(school=other))
    with evening.database.reading(school_id=evening.school.id) as db:
        texts = db.scalars(select(Signature)).all()
        assert texts
    with evening.database.transaction(school_id=other.id) as db:
        version = actions.publish(db, key="pupils-ks2", snapshot=evening.words("pupils-ks2"), actor="account:1", at=clock.now())
        actions.agree_as_pupil(db, pupil_id=pupil.id, version_id=version.id, at=clock.now())
    with evening.database.reading(across="a test looks at all chains") as db:
        firsts = db.scalars(select(ChainEntry).where(ChainEntry.sequence == 1)).all()
        assert {entry.school_id for entry in firsts} == {evening.school.id, other.id}
        assert {entry.previous for entry in firsts} == {START}
        assert verify(db) == ()


def _four_entries(evening: Evening) -> None:
    """A signature, its withdrawal, a second signature, and a pupil's promise."""
    mary = evening.family()
    with evening.database.transaction(school_id=evening.school.id) as db:
        given = actions.Answer(answer="signed", language="en", typed_name="Mary Smith", promises=("age-limits",))
        link = mary.links[0]
        first = actions.answer(db, link_id=link.id, version_id=evening.version_id, given=given, at=clock.now())
        actions.withdraw(db, signature_id=first.id, at=clock.now())
        actions.answer(db, link_id=link.id, version_id=evening.version_id, given=given, at=clock.now())
        actions.agree_as_pupil(db, pupil_id=link.pupil_id, version_id=evening.pupils_version_id, at=clock.now())
