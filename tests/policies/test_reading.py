from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from esafety.policies.reading.blocks import Refused
from esafety.policies.reading.clauses import ReadClause
from esafety.policies.reading.document import read_document
from esafety.policies.reading.outline import titles_of
from esafety.policies.reading.reader import read_file, read_pasted
from tests.policies.files import paragraph, pdf_file, word_file

DOCUMENTS = Path(__file__).with_name("documents")


def clauses(data: bytes, name: str = "") -> dict[str, ReadClause]:
    return {clause.label: clause for clause in read_document(data, name).clauses}


def harbour_lane() -> dict[str, ReadClause]:
    return clauses((DOCUMENTS / "harbour-lane.txt").read_bytes())


def test_printed_numbers_are_kept_and_contents_mottos_dates_and_page_numbers_are_no_clauses() -> None:
    found = harbour_lane()
    assert {"1.1.1", "2.1.1", "2.1.2", "2.1.4"} <= set(found)
    texts = " ".join(clause.text for clause in found.values())
    for furniture in ("Together we learn", "Harbour Lane", "Page 2", "Signed", "Next review", "Whom this is for"):
        assert furniture not in texts


def test_a_bullet_keeps_its_lead_in_and_its_prohibition() -> None:
    bullet = next(clause for clause in harbour_lane().values() if clause.text.startswith("take photographs"))
    assert (bullet.context, bullet.audience, bullet.strength) == ("Staff should not:", "staff", "must-not")
    assert "Pictures" in bullet.place


def test_wrapped_prose_is_joined_and_cut_into_sentences() -> None:
    texts = [clause.text for clause in harbour_lane().values()]
    assert "Most sites ask that members be at least 13 years old before they open an account." in texts
    assert "All photographs must be deleted within a week." in texts


def test_markdown_gives_headings_lists_and_table_rows() -> None:
    found = list(clauses((DOCUMENTS / "meadow-hill.md").read_bytes(), "meadow-hill.md").values())
    insult = next(clause for clause in found if "offensive" in clause.text)
    assert (insult.context, insult.audience, insult.strength) == ("Parents must not:", "parents", "must-not")
    assert any(
        clause.text == "Pupils | must hand in mobile phones at the office" and clause.audience == "pupils" for clause in found
    )


def test_an_id_stays_when_another_clause_is_put_before_it() -> None:
    before = clauses(b"Rules\n\nStaff must lock their screens.\n")
    after = clauses(b"Rules\n\nPupils must be kind.\n\nStaff must lock their screens.\n")
    ids = {clause.text: clause.id for clause in after.values()}
    assert [clause.id for clause in before.values()] == [ids["Staff must lock their screens."]]


def test_the_numbers_that_word_counts_by_itself_are_printed() -> None:
    body = (
        paragraph("Conduct", style="Heading1")
        + paragraph("Staff must be kind online.", level=0)
        + paragraph("They must not share log-ins.", level=1)
        + paragraph("Staff must not post about pupils.", level=0)
        + paragraph("This was cut.", run="<w:vanish/>")
    )
    found = clauses(word_file(body), "policy.docx")
    assert found["1"].text == "Staff must be kind online."
    assert found["1.1"].text == "They must not share log-ins."
    assert found["2"].place == "under “Conduct”"
    assert not any("cut" in clause.text for clause in found.values())


def test_a_word_table_gives_a_clause_for_each_row() -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("Visitors", "must not use phones"))
    found = clauses(word_file(paragraph("Phones", style="Title") + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    assert [clause.text for clause in found.values()] == ["Visitors | must not use phones"]


def test_pdf_headers_and_feet_of_all_pages_are_left_out() -> None:
    pages = [
        [
            "Hill School",
            f"{number}.1 Pupils must tell an adult about rule {number}.",
            f"Staff keep rule {number} as well.",
            f"Page {number} of 4",
        ]
        for number in range(1, 5)
    ]
    document = read_file(pdf_file(pages), "policy.pdf")
    assert [clause.label for clause in document.clauses if "." in clause.label] == ["1.1", "2.1", "3.1", "4.1"]
    assert not any("Hill School" in clause.text or "of 4" in clause.text for clause in document.clauses)
    assert document.clauses[0].place.startswith("page 1")


def test_html_is_read_without_scripts_and_hidden_text() -> None:
    page = (
        b"<html><head><title>x</title></head><body><nav>Home</nav><h2>Phones</h2>"
        b"<p>Pupils:</p><ul><li>must hand in phones</li></ul>"
        b"<p style='display: none'>Staff may do as they like.</p><script>steal()</script>"
        b"<p>Staff must not film pupils.</p></body></html>"
    )
    assert [clause.text for clause in clauses(page, "p.html").values()] == ["must hand in phones", "Staff must not film pupils."]


def test_invisible_and_bidirectional_characters_are_taken_out() -> None:
    text = "Staff must\u200b not \u202eshare\u202c pass\u00adwords.\n"
    assert [clause.text for clause in read_pasted(text).clauses] == ["Staff must not share passwords."]


def test_mojibake_and_windows_letters_are_mended() -> None:
    assert [clause.text for clause in clauses("Parents shouldnâ€™t post that.\n".encode()).values()] == [
        "Parents shouldn’t post that."
    ]
    assert [clause.text for clause in clauses("Zoë’s parents should ring.\n".encode("cp1252")).values()] == [
        "Zoë’s parents should ring."
    ]


REFUSED = {
    "empty": (b"  \n", "a.txt", "empty"),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "scan.png", "paste the text"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "a.doc", ".docx"),
    "program": (b"MZ" + b"0" * 100, "a.docx", "program"),
    "binary": (b"abc\x00\x01\x02" * 40, "a.txt", "no text"),
    "wrong ending": (b"Staff must be kind.", "policy.docx", "something else"),
    "polyglot": (b"<html></html>%PDF-1.4 ...", "policy.pdf", "one kind of document"),
    "svg": (b"<svg onload='x()'></svg>", "a.svg", "no document"),
    "macros": (word_file(paragraph("Hello"), more={"word/vbaProject.bin": b"x"}), "a.docx", "macros"),
    "definitions": (word_file(paragraph("x")).replace(b"PK", b"PK"), "a.pdf", "something else"),
    "scan": (pdf_file([[""], [""]]), "scan.pdf", "paste"),
    "5,000 pages": (pdf_file([["Staff must be kind online."]], count=5000), "a.pdf", "5,000 pages"),
    "broken PDF": (b"%PDF-1.7\n1 0 obj << >>", "a.pdf", "damaged"),
    "broken Word": (word_file(paragraph("Hello"))[:200], "a.docx", "damaged"),
    "no letters": (b"1 2 3 4 5\n", "a.txt", "no text"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_refused_with_words_that_help(case: str) -> None:
    data, name, said = REFUSED[case]
    with pytest.raises(Refused, match=said):
        read_document(data, name)


def test_a_zip_bomb_and_entities_are_refused() -> None:
    with pytest.raises(Refused, match="unpacks"):
        read_document(word_file(paragraph("x"), more={"word/media/image1.png": b"0" * 70_000_000}), "a.docx")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    with pytest.raises(Refused, match="definitions"):
        read_document(made.getvalue(), "a.docx")


def test_the_reading_process_is_stopped_when_a_file_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("esafety.policies.reading.reader.SECONDS", -4.999)
    with pytest.raises(Refused, match="too long"):
        read_file(b"Staff must be kind.", "a.txt")


def test_a_clause_about_phones_is_no_telephone_number() -> None:
    found = clauses(b"Hill Policy\n\nPhone calls must go through the office.\n\nTel: 01632 960001\n")
    assert [clause.text for clause in found.values()] == ["Phone calls must go through the office."]


def test_several_policies_in_one_file_are_noticed() -> None:
    one = "Phone Policy\n\nPupils must hand in phones.\n\n"
    other = "Camera Policy\n\nStaff must use school cameras.\n"
    assert titles_of(read_document((one + other).encode()).blocks) == ("Phone Policy", "Camera Policy")
    linked = "Linked policies\n\n- Camera Policy\n- Complaints Policy\n"
    assert titles_of(read_document((one + linked).encode()).blocks) == ("Phone Policy",)


def test_a_hostile_name_is_only_a_name() -> None:
    document = read_file(b"Staff must be kind.", "../../etc/\u202epasswd\x00.txt" + "x" * 400)
    assert [clause.text for clause in document.clauses] == ["Staff must be kind."]
