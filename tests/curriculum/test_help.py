"""Whom to call is known on every page, even before any content was loaded."""

from flask import Flask


def test_help_is_there_with_an_empty_database(app: Flask) -> None:
    with app.test_request_context("/"):
        lines = {line["name"]: line["number"] for line in app.extensions["help_lines"]()}
    assert lines["Childline"] == "0800 1111"
    assert "999" in lines.values()
    assert any("CEOP" in name for name in lines)
