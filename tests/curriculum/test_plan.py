"""Loading changes only what is different, and forgets nothing."""

from esafety.curriculum.kinds import Kind
from esafety.curriculum.plan import Wording, plan

ONE = Wording(Kind.LESSON, "age-limits/ks1", "1", "{}")
TWO = Wording(Kind.LESSON, "age-limits/lks2", "2", "{}")


def test_an_empty_database_takes_everything() -> None:
    assert plan([ONE, TWO], {}).new == (ONE, TWO)


def test_the_same_content_changes_nothing() -> None:
    planned = plan([ONE, TWO], {(Kind.LESSON, "age-limits/ks1"): "1", (Kind.LESSON, "age-limits/lks2"): "2"})
    assert planned.changes_nothing
    assert planned.unchanged == 2


def test_another_wording_is_a_new_version() -> None:
    planned = plan([ONE], {(Kind.LESSON, "age-limits/ks1"): "0"})
    assert (planned.new, planned.retired) == ((ONE,), ())


def test_what_is_gone_is_retired() -> None:
    assert plan([ONE], {(Kind.LESSON, "age-limits/lks2"): "2"}).retired == ((Kind.LESSON, "age-limits/lks2"),)
