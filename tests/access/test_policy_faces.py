"""Each rule of the table says the same with both faces: its yes or no for a row, and its WHERE for lists."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, insert, select

from esafety import models
from esafety.access.policy import TABLE, Can, may, may_enter, only
from esafety.access.viewer import NOBODY, Role, Viewer, Ward
from esafety.assembly import known_pages
from tests.core.rows import believable_row

NUMBERS = (1, 2, 3)
MODELS = {page.about for page in known_pages() if page.about is not None}
ASKED = sorted({(page.allow, page.about) for page in known_pages() if page.about is not None}, key=str)
"""Every pair of something that is done and the rows that it is done to, as the pages declare them."""
TOLD_APART_BY = ("pupil_id", "account_id", "guardian_id", "class_id", "membership_id")
TOLD_APART_BY_WORDS = {("policy_version", "state"): ("draft", "published", "archived")}

numbers = st.sampled_from(NUMBERS)
maybe = st.none() | numbers
wards = st.builds(
    Ward, pupil_id=numbers, link_id=numbers, may_sign=st.booleans(), may_see_progress=st.booleans(), may_receive=st.booleans()
)
viewers = st.builds(
    Viewer,
    kind=st.sampled_from(("pupil", "adult")),
    school_id=st.just(1),
    account_id=maybe,
    roles=st.frozensets(st.sampled_from(Role)),
    membership_id=maybe,
    guardian_id=maybe,
    wards=st.lists(wards, max_size=3).map(tuple),
    class_ids=st.frozensets(numbers),
    pupil_id=maybe,
    class_id=maybe,
)


@pytest.mark.parametrize(("action", "model"), ASKED, ids=lambda value: getattr(value, "__tablename__", str(value)))
def test_both_faces_of_a_page_agree(action: Can, model: Any) -> None:
    engine, rows = shelf()

    @settings(max_examples=150, deadline=None)
    @given(viewer=viewers)
    def agree(viewer: Viewer) -> None:
        with engine.connect() as connection:
            listed = set(connection.execute(select(*model.__table__.primary_key).where(only(viewer, action, model))))
        asked = {key for key, row in rows[model].items() if may(viewer, action, row)}
        assert asked == {tuple(key) for key in listed}
        assert not asked or may_enter(viewer, action)

    agree()


@pytest.mark.parametrize("action", Can)
def test_nobody_gets_a_row_that_is_somebodys(action: Can) -> None:
    """Who is not known sees a row only where everybody may."""
    assert may(NOBODY, action, object()) == (Role.ANYONE in TABLE[action])


@pytest.mark.parametrize("model", sorted(MODELS, key=str), ids=lambda model: model.__tablename__)
def test_a_viewer_without_a_hat_gets_no_row(model: Any) -> None:
    engine, _rows = shelf()
    hatless = Viewer(kind="adult", school_id=1, account_id=1, roles=frozenset())
    with engine.connect() as connection:
        for action in Can:
            assert not connection.execute(select(model.__table__.c.school_id).where(only(hatless, action, model))).all()


@cache
def shelf() -> tuple[Engine, dict[Any, dict[tuple[int, ...], Any]]]:
    """On a real SQLite: for every model that a page is about, rows of all combinations of what rules look at."""
    engine = create_engine("sqlite://")
    models.Base.metadata.create_all(engine)
    rows: dict[Any, dict[tuple[int, ...], Any]] = {}
    with engine.begin() as connection:  # foreign keys are off here: rules look at one row, not at its neighbours
        for model in MODELS:
            table = model.__table__
            rows[model] = {}
            for values in _combinations(table):
                connection.execute(insert(table).values(values))
                key = tuple(values[column.name] for column in table.primary_key)
                rows[model][key] = model(**values)
    return engine, rows


def _combinations(table: Any) -> Iterator[dict[str, Any]]:
    words = [column for column in table.columns if (table.name, column.name) in TOLD_APART_BY_WORDS]
    columns = [*words, *(column for column in table.columns if column.name in TOLD_APART_BY)]
    choices: list[tuple[Any, ...]] = [TOLD_APART_BY_WORDS[table.name, column.name] for column in words]
    choices += [(*NUMBERS, None) if column.nullable else NUMBERS for column in columns[len(words) :]]
    combined = list(itertools.product(*choices))
    # Rules may look at the row's own number, too: the first rows have the numbers that viewers know.
    combined += combined[: max(0, len(NUMBERS) - len(combined))] if columns else [()] * len(NUMBERS)
    for number, values in enumerate(combined, 1):
        chosen = dict(zip([column.name for column in columns], values, strict=True))
        yield {**believable_row(table, {}, school_id=1), "id": number, **chosen}
