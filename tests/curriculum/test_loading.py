"""Loading writes new versions, keeps old ones, and changes nothing on the same files."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from esafety.core.db import Database
from esafety.curriculum.load import FILES, ContentRefused, load_directory, version_id
from esafety.curriculum.models import ContentVersion
from esafety.curriculum.plan import Plan
from esafety.curriculum.shelf import Shelf
from esafety.curriculum.stored import digest_of, to_json
from tests.curriculum.conftest import Spoil

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
KS1 = "lessons/age-limits/ks1.yaml"
pytestmark = pytest.mark.both_databases


def loaded(database: Database, directory: Path, days: int = 0) -> Plan:
    with database.across_schools("a test loads content") as db:
        return load_directory(db, directory, NOW + timedelta(days=days))


def versions(database: Database) -> int:
    with database.reading(across="a test counts versions") as db:
        return db.scalar(select(func.count()).select_from(ContentVersion).where(ContentVersion.kind != FILES)) or 0


def test_content_is_loaded_once(database: Database, directory: Path) -> None:
    assert len(loaded(database, directory).new) == 12
    assert loaded(database, directory).changes_nothing
    assert versions(database) == 12


def test_a_new_wording_is_a_new_version_and_the_old_one_stays(database: Database, directory: Path, spoil: Spoil) -> None:
    loaded(database, directory)
    before = Shelf(database).library().lesson("age-limits/ks1")
    spoil(KS1, "title: Is this game for me?", "title: Can I play it?")
    assert [wording.key for wording in loaded(database, directory, days=1).new] == ["age-limits/ks1"]
    shelf = Shelf(database)
    after = shelf.library().lesson("age-limits/ks1")
    assert (after.number, after.item.title) == (2, "Can I play it?")
    with database.reading(across="a test reads an old version") as db:
        assert shelf.edition(db, before.version_id).item == before.item
        assert shelf.edition(db, after.version_id) is after
        with pytest.raises(KeyError):
            shelf.edition(db, 5)


def test_an_old_wording_that_returns_is_a_third_version(database: Database, directory: Path, spoil: Spoil) -> None:
    loaded(database, directory)
    spoil(KS1, "title: Is this game for me?", "title: Can I play it?")
    loaded(database, directory, days=1)
    spoil(KS1, "title: Can I play it?", "title: Is this game for me?")
    loaded(database, directory, days=2)
    assert Shelf(database).library().lesson("age-limits/ks1").number == 3


def test_what_is_gone_is_retired_and_kept(database: Database, directory: Path) -> None:
    loaded(database, directory)
    (directory / "modules/age-limits/parents.cy.yaml").unlink()
    assert [key for _kind, key in loaded(database, directory, days=1).retired] == ["lesson:age-limits/parents:cy"]
    library = Shelf(database).library()
    assert not library.is_translated(library.lesson("age-limits/parents"), "cy")
    assert versions(database) == 12


def test_content_with_problems_leaves_everything_as_it_was(database: Database, directory: Path, spoil: Spoil) -> None:
    loaded(database, directory)
    spoil(KS1, "title: Is this game for me?\n", "")
    with pytest.raises(ContentRefused) as refused:
        loaded(database, directory, days=1)
    assert [(problem.file, problem.line) for problem in refused.value.problems] == [(KS1, 1)]
    assert Shelf(database).library().lesson("age-limits/ks1").number == 1


def test_an_empty_database_is_an_empty_library_until_it_is_filled(database: Database, directory: Path) -> None:
    shelf = Shelf(database)
    assert shelf.library().is_empty
    loaded(database, directory)
    assert shelf.library().lessons_for("ks1")


def test_the_same_content_has_the_same_version_everywhere(database: Database, directory: Path) -> None:
    loaded(database, directory)
    agreement = Shelf(database).library().agreement("home-school")
    digest = digest_of(to_json(agreement.item))
    assert agreement.version_id == version_id("agreement", "home-school", 1, digest)
