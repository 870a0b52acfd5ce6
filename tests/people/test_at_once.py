"""Many at the same moment, on both databases: a letter is used once, ten guesses are ten, a code of a phone counts once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pyotp
import pytest

from esafety.core import clock
from esafety.core.db import Database
from esafety.core.errors import Refused
from esafety.people import accounts, codes, invitations, throttle
from esafety.settings import Settings
from tests.harness.people import TOTP_SECRET, Make

pytestmark = pytest.mark.both_databases
NOW = clock.now()


def at_once(work: Callable[[int], bool], times: int) -> int:
    """Do it many times at the same moment; how often it succeeded."""
    with ThreadPoolExecutor(max_workers=8) as pool:
        return sum(pool.map(work, range(times)))


def test_a_letter_is_used_by_one_of_many(database: Database, settings: Settings) -> None:
    make = Make(database, settings)
    link = make.link(make.guardian(), make.pupil())
    code, people = make.code(link), [make.account() for _ in range(12)]
    with database.reading(across="a test looks at a letter") as db:
        _state, invitation = invitations.state_of(db, code=codes.understood(code) or "", settings=settings, now=clock.now())
        assert invitation is not None
        letter = invitations.find_letter(db, invitation_id=invitation.id, now=clock.now())
    assert letter is not None

    def use(number: int) -> bool:
        try:
            with database.transaction(school_id=letter.school_id) as db:
                invitations.use(db, letter, account_id=people[number].id, now=clock.now())
        except Refused:
            return False
        return True

    assert at_once(use, 12) == 1


def test_thirty_guesses_at_the_same_moment_are_ten(database: Database, settings: Settings) -> None:
    def guess(number: int) -> bool:
        device = f"device {number}"
        tried = throttle.begin(database, pepper=settings.pepper, what="password", name="mary", device=device, now=NOW)
        return tried is not None

    assert at_once(guess, 30) == throttle.MOST_PER_NAME


def test_a_phones_code_is_taken_once(database: Database, settings: Settings) -> None:
    office, typed = Make(database, settings).staff("office"), pyotp.TOTP(TOTP_SECRET).at(NOW)

    def enter(_number: int) -> bool:
        with database.across_schools("a test proves a second factor") as db:
            return accounts.accept_code(db, settings, account_id=office.account.id, typed=typed, now=NOW)

    assert at_once(enter, 12) == 1
