"""A form that was carried out is remembered with its transaction; what staff did is recorded in its school."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from esafety.core import audit, clock, once
from esafety.core.audit import AuditEntry
from tests.core.conftest import Two

NOW = clock.now()


def test_a_key_tells_sessions_and_forms_apart() -> None:
    keys = {once.key_of(*pair) for pair in (("a", "b"), ("a", "c"), ("b", "b"), ("ab", ""), ("", "ab"), ("a\n", "b"), ("b", "a"))}
    assert len(keys) == 7
    assert all(len(key) == 64 for key in keys)


@pytest.mark.both_databases
def test_a_form_is_remembered_only_with_what_it_did(two_schools: Two) -> None:
    with two_schools.database.unit(write=True) as unit:
        assert unit.connection is not None
        once.remember(unit.connection, "k", "/there", at=NOW)
    with two_schools.database.unit(write=True) as unit:
        assert unit.connection is not None
        assert once.find(unit.connection, "k") is None
        once.remember(unit.connection, "k", "/there", at=NOW)
        unit.commit()
    with two_schools.database.unit(write=True) as unit:
        assert unit.connection is not None
        assert once.find(unit.connection, "k") == "/there"
        assert not once.remember(unit.connection, "k", "/elsewhere", at=NOW)
        assert once.find(unit.connection, "k") == "/there"


def test_the_record_belongs_to_the_school_in_which_it_happened(two_schools: Two) -> None:
    with two_schools.database.transaction(school_id=two_schools.ours) as db:
        audit.record(
            db, at=NOW, actor="account:7", action="family.link.restricted", about="guardian_link:3", reason="court order"
        )
    with two_schools.database.reading(school_id=two_schools.ours) as db:
        entry = db.scalars(select(AuditEntry)).one()
    assert (entry.actor, entry.action, entry.about, entry.outcome, entry.reason, entry.at) == (
        "account:7", "family.link.restricted", "guardian_link:3", "done", "court order", NOW,
    )  # fmt: skip
    with two_schools.database.reading(school_id=two_schools.theirs) as db:
        assert not db.scalars(select(AuditEntry)).all()
