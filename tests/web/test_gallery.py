"""Every component in every state can be shown, in both worlds."""

import pytest
from flask import Flask, render_template

from esafety.web.gallery import examples


@pytest.mark.parametrize("world", ["index", "pupil"])
def test_the_gallery_shows_every_component(app: Flask, world: str) -> None:
    with app.test_request_context("/ui"):
        shown = render_template(f"gallery/{world}.html", **examples())
    assert shown.count("<h1") == 1
    assert "style=" not in shown
    assert "<script>" not in shown


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 413, 429, 500, 503])
@pytest.mark.parametrize("world", ["pupil", "adult"])
def test_every_error_says_what_happened_even_when_nobody_is_known(app: Flask, world: str, status: int) -> None:
    values = {"status": status, "world": world, "sentence": "", "typed": (("message", "Dear school"),), "sign_in": ""}
    with app.app_context():
        shown = app.jinja_env.get_template("errors/error.html").render(**values)
    assert shown.count("<h1>") == 1
    assert ("Dear school" in shown) == (world == "adult")
