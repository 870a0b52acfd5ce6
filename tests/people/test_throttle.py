"""An attacked name is paused for strangers' devices, its owner goes on, and nobody learns which names exist."""

import time
from collections.abc import Callable
from datetime import timedelta
from statistics import median

import time_machine

from esafety.core import clock
from tests.harness.people import Make
from tests.harness.visitor import Visitor
from tests.people.doors import is_inside, sign_in


def attack(app_visitors: Callable[[], Visitor], name: str, times: int = 10) -> None:
    """Guess from a new device each time."""
    for number in range(times):
        assert sign_in(app_visitors(), name, f"wrong guess number {number}").status == 422


def test_ten_wrong_passwords_pause_a_name_for_strangers_devices(make: Make, app_visitors: Callable[[], Visitor]) -> None:
    mary = make.guardian_of(make.pupil())
    attack(app_visitors, mary.sign_in_name)
    paused = sign_in(app_visitors(), mary.sign_in_name)
    assert paused.status == 429
    assert "15 minutes" in paused.text
    with time_machine.travel(clock.now() + timedelta(minutes=16)):
        assert is_inside(sign_in(app_visitors(), mary.sign_in_name))


def test_the_owner_goes_on_at_a_device_that_signed_in_before(make: Make, app_visitors: Callable[[], Visitor]) -> None:
    mary, own = make.guardian_of(make.pupil()), app_visitors()
    sign_in(own, mary.sign_in_name).press("Sign out")
    attack(app_visitors, mary.sign_in_name)
    assert is_inside(sign_in(own, mary.sign_in_name))


def test_a_known_device_has_ten_tries_of_its_own(make: Make, visitor: Visitor) -> None:
    mary = make.guardian_of(make.pupil())
    sign_in(visitor, mary.sign_in_name).press("Sign out")
    for _ in range(10):
        assert sign_in(visitor, mary.sign_in_name, "wrong guess again").status == 422
    assert sign_in(visitor, mary.sign_in_name).status == 429


def test_another_name_is_not_paused(make: Make, app_visitors: Callable[[], Visitor]) -> None:
    ann = make.pupil()
    mary, bob = make.guardian_of(ann), make.guardian_of(ann, name="Bob Smith")
    attack(app_visitors, mary.sign_in_name)
    assert is_inside(sign_in(app_visitors(), bob.sign_in_name))


def test_an_unknown_name_is_answered_in_the_same_words(make: Make, app_visitors: Callable[[], Visitor]) -> None:
    mary = make.guardian_of(make.pupil())
    names = (mary.sign_in_name, "nobody.here")
    assert len({sign_in(app_visitors(), name, "wrong guess again").text for name in names}) == 1
    for name in names:
        attack(app_visitors, name, 9)
    assert len({sign_in(app_visitors(), name).text for name in names}) == 1


def test_an_unknown_name_takes_as_long_as_a_known_one(make: Make, app_visitors: Callable[[], Visitor]) -> None:
    ann = make.pupil()
    taken: dict[bool, list[float]] = {True: [], False: []}
    sign_in(app_visitors(), "warm.up", "wrong guess again")
    for number in range(7):
        for known, name in ((True, make.guardian_of(ann).sign_in_name), (False, f"nobody{number}")):
            page = app_visitors().open("/family/sign-in").write("Sign-in name", name).write("Password", "wrong guess again")
            start = time.perf_counter()
            page.press("Sign in")
            taken[known].append(time.perf_counter() - start)
    slower, faster = sorted((median(taken[True]), median(taken[False])), reverse=True)
    assert slower < faster * 1.5


def test_sending_a_hundred_thousand_signs_is_answered_quickly(make: Make, visitor: Visitor) -> None:
    make.school()
    page = sign_in(visitor, "m" * 100_000, "p" * 100_000)
    assert page.status == 422
