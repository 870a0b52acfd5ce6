"""Files are sent under the hash of their content, small, once, for a year."""

import gzip
import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from esafety.web import assets
from esafety.web.bundles import BUNDLES
from esafety.web.pictures import ANIMALS, FIRST_SECRETS, SECRETS


@pytest.fixture
def client() -> Iterator[FlaskClient]:
    app = Flask("assets alone", static_folder=None)
    assets.serve(app)
    with app.test_client() as client:
        yield client


def test_a_file_is_kept_for_a_year_and_asked_for_once(client: FlaskClient) -> None:
    address = assets.asset("css/pupil.css")
    first = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert first.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert first.headers["Vary"] == "Accept-Encoding"
    again = client.get(address, headers={"Accept-Encoding": "gzip", "If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_a_browser_that_cannot_unzip_gets_the_same_words(client: FlaskClient) -> None:
    address = assets.asset("js/pupil.js")
    zipped = client.get(address, headers={"Accept-Encoding": "gzip"})
    plain = client.get(address)
    assert gzip.decompress(zipped.data) == plain.data
    assert "Content-Encoding" not in plain.headers
    assert zipped.headers["ETag"] != plain.headers["ETag"]


def test_a_font_is_sent_as_it_is(client: FlaskClient) -> None:
    answer = client.get(assets.asset("fonts/lexend-latin.woff2"), headers={"Accept-Encoding": "gzip"})
    assert answer.content_type == "font/woff2"
    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize("path", ["000000000000/css/pupil.css", "000000000000/../assets.py", "x/y"])
def test_another_hash_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(f"/static/{path}").status_code == 404


def test_a_style_names_only_files_that_are_served(client: FlaskClient) -> None:
    for bundle in BUNDLES:
        words = client.get(assets.asset(bundle)).text
        assert all(client.get(found).status_code == 200 for found in re.findall(r'url\("([^"]+)"\)', words))


def test_a_path_with_a_typing_error_fails() -> None:
    with pytest.raises(KeyError):
        assets.asset("css/pupils.css")


def test_a_picture_that_is_not_drawn_yet_shows_as_an_empty_card() -> None:
    assert assets.asset("pictures/nobody-drew-this.svg") == assets.asset("no-picture.svg")


def test_every_animal_and_object_has_its_small_picture() -> None:
    for folder, pictures in (("animals", ANIMALS), ("secrets", SECRETS)):
        for key, _name in pictures:
            assert (assets.STATIC / folder / f"{key}.svg").stat().st_size <= 2048
    assert (len(ANIMALS), len(SECRETS), len(FIRST_SECRETS)) == (48, 16, 12)


def test_the_first_page_of_a_pupil_is_light() -> None:
    sent = [assets.shelf().find(*assets.asset(path).split("/", 3)[2:]) for path in ("css/pupil.css", "js/pupil.js")]
    assert sum(len(asset.zipped or b"") for asset in sent if asset) < 14_000
    assert (assets.STATIC / "fonts/lexend-latin.woff2").stat().st_size < 20_000
