"""A picture that could run or fetch something is refused."""

import pytest

from esafety.curriculum.svg import faults_of

START = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">'


def test_a_flat_picture_is_safe() -> None:
    assert list(faults_of(START + b'<g fill="#fff"><path d="M0 0h9"/></g></svg>')) == []


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        (b"<script>alert(1)</script>", "<script>"),
        (b"<foreignObject/>", "<foreignObject>"),
        (b"<style>*{}</style>", "<style>"),
        (b"<text>Hi</text>", "<text>"),
        (b'<image href="x.png"/>', "<image>"),
        (b'<rect onload="x()"/>', "onload"),
        (b'<rect style="fill:red"/>', "style"),
        (b'<rect fill="url(https://example.org/x)"/>', "fill"),
        (b'<g xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a"/>', "href"),
        (b"<a/>", "<a>"),
        (b"<g>words</g>", "text in it"),
        (b"<path d='" + b"M0 0" * 2000 + b"'/>", "bytes"),
    ],
)
def test_what_could_run_or_fetch_is_named(inside: bytes, message: str) -> None:
    faults = list(faults_of(START + b"\n" + inside + b"</svg>"))
    assert any(message in what for _line, what, _advice in faults)
    assert all(line in (1, 2) for line, _what, _advice in faults)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + START + b"&a;</svg>", "document type"),
        (b'<?xml-stylesheet href="x.css"?>' + START + b"</svg>", "instruction"),
        (START, "Not well-formed"),
        (b"\x89PNG\r\n", "Not well-formed"),
        (b"<html/>", "does not begin"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>', "does not begin"),
    ],
)
def test_what_is_no_picture_of_ours_is_named(data: bytes, message: str) -> None:
    assert any(message in what for _line, what, _advice in faults_of(data))
