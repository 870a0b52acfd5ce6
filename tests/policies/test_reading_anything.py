"""Fuzz tests: whatever comes in, each reader answers with a document or with a sentence."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esafety.policies.reading.blocks import Refused
from esafety.policies.reading.document import read_document
from tests.policies.files import paragraph, pdf_file, word_file

FEW = settings(max_examples=60, deadline=None)
WORD = word_file(paragraph("Rules", style="Heading1") + paragraph("Staff must be kind.", level=0))
PDF = pdf_file([["1.1 Staff must be kind online.", "Parents should ring the school."]])


def read(data: bytes, name: str) -> None:
    try:
        document = read_document(data, name)
    except Refused:
        return
    assert all(clause.text.strip() and clause.id and clause.place for clause in document.clauses)
    assert len({clause.id for clause in document.clauses}) == len(document.clauses)


def damaged(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(changed))
        changed[place] = chance.randrange(256)
    return bytes(changed[: chance.choice([len(changed), chance.randrange(1, len(changed))])])


@FEW
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    read(data, "policy")


@FEW
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    read(text.encode("utf-8", "surrogatepass"), "policy.txt")


@FEW
@given(
    st.lists(
        st.sampled_from(
            ["1.1 ", "- ", "# ", "a) ", "Staff must", " not:", "\n", "\n\n", "| x |", "**B**", "Page 1", "...", "“", " "]
        ),
        max_size=60,
    )
)
def test_any_outline(pieces: list[str]) -> None:
    read("".join(pieces).encode(), "policy.md")


@FEW
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<li>", "<ul>", "</ul>", "<table><tr><td>", "<script>", "x", "<h1>", "</", "<!--", "&amp;", "<svg"]
        ),
        max_size=50,
    )
)
def test_any_page(pieces: list[str]) -> None:
    read(("<html>" + "".join(pieces)).encode(), "policy.html")


@pytest.mark.parametrize("seed", range(60))
def test_any_damage_to_a_word_file(seed: int) -> None:
    read(damaged(WORD, seed), "policy.docx")


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.filterwarnings("ignore")
def test_any_damage_to_a_pdf(seed: int) -> None:
    read(damaged(PDF, seed), "policy.pdf")
