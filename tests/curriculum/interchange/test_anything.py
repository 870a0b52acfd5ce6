"""Whatever is in a file, reading it ends with questions or with findings, never with a fault of ours."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esafety.curriculum.content import read_directory
from esafety.curriculum.interchange.carried import unpacked
from esafety.curriculum.interchange.entry import entries_of
from esafety.curriculum.interchange.formats import FORMATS, read_as, write_as
from tests.curriculum.conftest import SMALL

WRITTEN = {form: write_as(form, entries_of(read_directory(SMALL)), {}).data for form in FORMATS}
PIECES = st.sampled_from(
    ["{", "}", "=", "~", "#", "::", "->", "\\", "%", "\n\n", "\n", "//", "$CATEGORY:", "[html]", "####", "T", ">", "<quiz>", "</quiz>",
     "<question type='multichoice'>", "</question>", "<answer fraction='x'>", "<text>", "]]>", "<![CDATA[", "&amp;", "&x;", "<?xml?>",
     "<!DOCTYPE", "<qti-assessment-item>", "<qti-item-body>", "<qti-choice-interaction/>", "PK\x03\x04", "\x00", "é", "a"]
)  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=200) | st.lists(PIECES, max_size=30).map(lambda pieces: "".join(pieces).encode()))
def test_noise_is_read_without_a_fault(form: str, data: bytes) -> None:
    found = read_as(form, "file", data)
    assert found.entries or found.findings
    json.dumps(found.as_json("file", form))


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=100, deadline=None)
@given(at=st.integers(0, 10_000), cut=st.integers(0, 200), put=st.binary(max_size=20) | PIECES.map(str.encode))
def test_damaged_files_are_read_without_a_fault(form: str, at: int, cut: int, put: bytes) -> None:
    whole = WRITTEN[form]
    at %= len(whole)
    found = read_as(form, "file", whole[:at] + put + whole[at + cut :])
    assert found.entries or found.findings


@settings(max_examples=200, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["key", "name", "question", "kind", "options", "id", "said", "tags"]), inner, max_size=5
            )
        ),
        max_leaves=20,
    )
)
def test_what_travels_along_is_taken_from_nobody_on_trust(tree: object) -> None:
    assert unpacked(json.dumps(tree)) is None


def test_what_travels_along_cannot_bring_odd_names() -> None:
    (first, *_rest) = entries_of(read_directory(SMALL))
    from esafety.curriculum.interchange.carried import packed

    whole = json.loads(packed(first, {}))
    assert unpacked(json.dumps(whole)) is not None
    whole["question"]["options"][0]["id"] = '"><script>'
    assert unpacked(json.dumps(whole)) is None
    assert unpacked("[" * 100_000) is None
    assert unpacked("x" * 100_000) is None


def test_html_in_markdown_is_told() -> None:
    found = read_as("gift", "file", b"[markdown]Look <script>alert(1)</script>{T#a#b}")
    assert [(one.severity, one.reason) for one in found.findings] == [
        ("warning", 'HTML or a script stands in a text ("<script>"); it is shown as it is typed.')
    ]
