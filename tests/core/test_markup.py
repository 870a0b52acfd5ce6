"""Our small Markdown becomes safe HTML, whatever stands in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esafety.core.markup import ALLOWED, to_html, to_inline

TAG = re.compile(r"<[^>]*>?")
HARMLESS = {f"<{slash}{name}>" for name in ALLOWED for slash in ("", "/")} | {"<br />"}
ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<p onclick=alert(1)>x</p>",
    "<em style='position:fixed'>x</em>",
    "<strong class=notice>x</strong>",
    "[x](javascript:alert(1))",
    "![x](https://elsewhere.example/x.png)",
    "<https://elsewhere.example>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--><script>alert(1)</script-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<base href=//elsewhere.example><form action=//elsewhere.example><input autofocus onfocus=alert(1)>",
    "<<script>script>alert(1)<</script>/script>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;",
    "*<img src=x onerror=alert(1)>* **<svg onload=alert(1)>**",
    "- <script>alert(1)</script>\n- x",
    "x\x00<scr\x00ipt>alert(1)</scr\x00ipt>",
    "\u202e<script>alert(1)</script>",
    "`<script>`",
    "{{ 7*7 }} {% raw %}",
    "<style>@import '//elsewhere.example'</style>",
)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("make", [to_html, to_inline])
def test_nothing_but_emphasis_and_lists_becomes_a_tag(attack: str, make) -> None:  # type: ignore[no-untyped-def]
    made = str(make(attack))
    assert set(TAG.findall(made)) <= HARMLESS, made


@given(st.text(alphabet=st.sampled_from("<>/\"'&;=*_-!#`[]() \n\tabsciptonerm1\x00"), max_size=80))
def test_no_mixture_of_signs_becomes_another_tag(text: str) -> None:
    assert set(TAG.findall(str(to_html(text)))) <= HARMLESS
    assert set(TAG.findall(str(to_inline(text)))) <= HARMLESS


@given(st.text(max_size=60))
def test_any_text_at_all_can_be_shown(text: str) -> None:
    to_html(text)
    to_inline(text)


def test_what_was_meant_is_there() -> None:
    assert str(to_html("One *small* step\n\n- and **two**\n- three")) == (
        "<p>One <em>small</em> step</p>\n<ul>\n<li>and <strong>two</strong></li>\n<li>three</li>\n</ul>\n"
    )
    assert str(to_inline("Ask *first*: 3 < 4 & O'Brien")) == "Ask <em>first</em>: 3 &lt; 4 &amp; O'Brien"


def test_the_result_is_marked_so_that_templates_do_not_escape_it_again() -> None:
    assert to_html("x").__html__() == "<p>x</p>\n"
