"""The page reader itself: it fills in as a browser does and refuses pages that are not sound."""

import pytest
from flask import Flask, redirect, request
from flask.typing import ResponseReturnValue

from tests.harness.visitor import Visitor

_PAGE = """<!doctype html><html lang="en"><head><title>Sign</title></head><body><main>
<h1>Sign for <b>Ann</b></h1>{more}
<form method="post"><input type="hidden" name="token" value="t1">
<label for="name">Your full name</label><input id="name" name="name">
<label><input type="checkbox" name="agree" value="yes"> I agree</label>
<fieldset><legend>Pictures</legend><label><input type="radio" name="p" value="1"> Yes</label>
<label><input type="radio" name="p" value="0" checked> No</label></fieldset>
<label for="lang">Language</label><select id="lang" name="lang"><option value="en">English</option>
<option value="cy">Welsh</option></select>
<label for="why">Why</label><textarea id="why" name="why">
One</textarea>
<button>Sign</button><button name="later" value="1">Later</button></form></main></body></html>"""


@pytest.fixture
def small_visitor() -> Visitor:
    app = Flask("small")
    heard: list[tuple[str, str]] = []

    @app.route("/sign", methods=["GET", "POST"])
    def sign() -> ResponseReturnValue:
        if request.method == "POST":
            heard.extend(request.form.items(multi=True))
            return redirect("/heard", 303)
        return _PAGE.format(more="")

    @app.get("/heard")
    def told() -> str:
        return _PAGE.format(more="<p>" + " ".join(f"{name}={value!r}" for name, value in heard) + "</p>")

    @app.get("/broken")
    def broken() -> str:
        return _PAGE.format(more='<p style="color:red" id="name"><img src="//elsewhere/x.png">')

    return Visitor(app)


def test_it_sends_what_a_browser_would_send(small_visitor: Visitor) -> None:
    page = small_visitor.open("/sign")
    assert page.heading == "Sign for Ann"
    page.tick("I agree").write("Your full name", "Mary Smith").choose("Yes", within="Pictures")
    page = page.select("Language", "Welsh").press("Sign")
    assert "token='t1' name='Mary Smith' agree='yes' p='1' lang='cy' why='One'" in page.text
    assert "later" not in page.text


def test_a_field_that_is_not_there_is_told_with_those_that_are(small_visitor: Visitor) -> None:
    with pytest.raises(AssertionError, match="Your full name"):
        small_visitor.open("/sign").write("Nickname", "M")


def test_a_page_that_is_not_sound_cannot_be_read(small_visitor: Visitor) -> None:
    with pytest.raises(AssertionError) as refusal:
        small_visitor.open("/broken")
    for problem in ("id 'name' is used 2 times", "no alt", "inline style", "loads from elsewhere"):
        assert problem in str(refusal.value)
