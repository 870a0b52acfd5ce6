"""Things that happen at the same moment: a bar and a signature, two tabs, many families."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from esafety.agreements import actions
from esafety.agreements.chain import verify
from esafety.agreements.models import Signature
from esafety.core import clock
from esafety.core.errors import NotFound
from esafety.people.models import GuardianLink
from esafety.people.restrictions import BARRED, Decision, restrict
from tests.agreements.evening import Evening
from tests.harness.people import Adult, Enter

SIGNED = actions.Answer(answer="signed", language="en", typed_name="Mary Smith", promises=("age-limits",))


@pytest.mark.both_databases
def test_a_bar_and_a_signature_at_once_leave_one_of_two_clean_endings(evening: Evening, enter: Enter) -> None:
    families = [evening.family(f"Mary {number}", evening.make.pupil(f"Ann{number}")) for number in range(30)]
    for adult in families:
        parent = enter.as_guardian(adult)
        address = f"/agreement/{adult.links[0].id}/sign"
        page = parent.open(address)
        sent = {one.get("name"): one.get("value") for one in page.find("//form[@id='sign']//input[@type='hidden']")}
        sent |= {"promises": "age-limits", "full_name": "Mary", "statement": "y"}
        start = Barrier(2)

        def sign(parent=parent, address=address, sent=sent, start=start) -> int:  # type: ignore[no-untyped-def]
            start.wait()
            return int(parent.client.post(address, data=sent).status_code)

        def bar(adult: Adult = adult, start: Barrier = start) -> None:
            start.wait()
            _bar(evening, adult)

        with ThreadPoolExecutor(2) as pool:
            status, _done = pool.submit(sign), pool.submit(bar).result()
        kept = _count(evening, adult)
        assert (status.result(), kept) in {(303, 1), (404, 0), (401, 0)}
        # Whatever came first: from now on nothing more.
        assert parent.client.post(address, data=sent).status_code in {401, 404}
        assert _count(evening, adult) == kept
    with evening.database.reading(school_id=evening.school.id) as db:
        assert verify(db) == ()


@pytest.mark.both_databases
def test_a_bar_that_comes_after_the_door_is_seen_before_anything_is_saved(evening: Evening) -> None:
    adult = evening.family()
    key = (evening.school.id, adult.links[0].id)
    with evening.database.unit(write=True) as unit:
        db = unit.inside(evening.school.id)
        assert db.get_one(GuardianLink, key).restriction == "none"  # what the door has read
        if evening.database.is_sqlite:  # one writer at a time: nobody else can come in between
            restrict(db, db.get_one(GuardianLink, key), Decision(BARRED), by="account:1", now=clock.now())
        else:
            _bar(evening, adult)
        with pytest.raises(NotFound):
            actions.answer(db, link_id=key[1], version_id=evening.version_id, given=SIGNED, at=clock.now())


@pytest.mark.both_databases
def test_the_same_answer_sent_many_times_at_once_is_kept_once(evening: Evening) -> None:
    adult = evening.family()
    start = Barrier(12)

    def sign() -> int:
        start.wait()
        with evening.database.transaction(school_id=evening.school.id) as db:
            return actions.answer(db, link_id=adult.links[0].id, version_id=evening.version_id, given=SIGNED, at=clock.now()).id

    with ThreadPoolExecutor(12) as pool:
        ids = {future.result() for future in [pool.submit(sign) for _ in range(12)]}
    assert len(ids) == 1
    assert _count(evening, adult) == 1


@pytest.mark.both_databases
def test_many_families_sign_at_once_and_the_chain_has_no_gap(evening: Evening) -> None:
    families = [evening.family(f"Mary {number}", evening.make.pupil(f"Ann{number}")) for number in range(12)]
    start = Barrier(12)

    def sign(adult: Adult) -> None:
        start.wait()
        with evening.database.transaction(school_id=evening.school.id) as db:
            actions.answer(db, link_id=adult.links[0].id, version_id=evening.version_id, given=SIGNED, at=clock.now())

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(sign, families))
    with evening.database.reading(school_id=evening.school.id) as db:
        assert db.scalar(select(func.count()).select_from(Signature)) == 12
        assert verify(db) == ()


def _bar(evening: Evening, adult: Adult) -> None:
    with evening.database.transaction(school_id=evening.school.id) as db:
        link = db.get_one(GuardianLink, (evening.school.id, adult.links[0].id))
        restrict(db, link, Decision(BARRED), by="account:1", now=clock.now())


def _count(evening: Evening, adult: Adult) -> int:
    assert adult.guardian is not None
    with evening.database.reading(school_id=evening.school.id) as db:
        mine = Signature.guardian_id == adult.guardian.id
        return db.scalar(select(func.count()).select_from(Signature).where(mine)) or 0
