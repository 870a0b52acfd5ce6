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


UNTIDY = """Conduct policy

1 Rules

1.1 Where somebody is unkind, the school looks into it. For example:
  - A former pupil writes from elsewhere: this is not a school responsibility, though we might ring their school.
1.2 If a parent refuses to talk to us, it can be passed on to the police.
1.3 Parents should ring the office.

Adults should:

1.4 Keep their phones locked.

Adults should not:

1.5 Use school equipment for shopping.

Posts by parents

The school considers the following to be inappropriate:

- Making fun of a teacher

What the school does if it goes on:

In the event that a parent does not stop, they will be reported to the service that carries the page.

Rules between pupils and adults

If a parent or pupil sends a friend request, then this must be rejected.

Linked policies

- Child protection
"""


def as_read(text: str) -> dict[str, tuple[str, str]]:
    return {clause.text: (clause.audience, clause.strength) for clause in read_pasted(text).clauses}


def test_a_numbered_clause_ends_the_bullets_above_it() -> None:
    found = {clause.label: clause for clause in read_pasted(UNTIDY.replace("\n1.2", "\n- 1.2")).clauses}
    assert found["1.2"].context == "Rules"
    assert (found["1.3"].audience, found["1.3"].strength) == ("parents", "should")


def test_numbered_items_keep_the_lead_in_that_stands_above_them_all() -> None:
    found = {clause.label: clause for clause in read_pasted(UNTIDY).clauses}
    assert (found["1.4"].context, found["1.4"].audience) == ("Adults should:", "staff")
    assert (found["1.5"].audience, found["1.5"].strength) == ("staff", "must-not")


def test_a_condition_names_whom_something_happens_to_and_not_who_is_bound() -> None:
    found = as_read(UNTIDY)
    assert found["If a parent refuses to talk to us, it can be passed on to the police."] == ("school", "may")
    assert found["If a parent or pupil sends a friend request, then this must be rejected."] == ("staff", "must")
    assert as_read("Rules\n\nIf a pupil is upset, they must tell a teacher.\n") == {
        "If a pupil is upset, they must tell a teacher.": ("pupils", "must")
    }


def test_what_the_school_forbids_binds_those_whom_the_heading_names() -> None:
    assert as_read(UNTIDY)["Making fun of a teacher"] == ("parents", "must-not")


def test_a_line_with_a_colon_that_opens_a_paragraph_is_a_heading() -> None:
    last = next(clause for clause in read_pasted(UNTIDY).clauses if clause.text.startswith("In the event"))
    assert last.context == "What the school does if it goes on"
    assert last.audience == "school"


def test_words_that_only_tell_how_things_are_make_no_duty() -> None:
    found = as_read(UNTIDY)
    example = next(text for text in found if text.startswith("A former pupil"))
    assert found[example] == ("school", "may")
    assert as_read("Aims\n\nThe purpose of this policy is to:\n\n- Make sure pupils must not be hurt.\n") == {
        "Make sure pupils must not be hurt.": ("school", "statement")
    }


def test_names_of_linked_policies_bind_nobody() -> None:
    assert as_read(UNTIDY)["Child protection"] == ("school", "statement")


def test_duties_that_name_nobody_bind_those_for_whom_the_document_is() -> None:
    found = as_read(
        "Code\n\nThis code applies to every adult employed by us.\n\nConfidential matters must stay confidential.\n"
    )
    assert found["Confidential matters must stay confidential."] == ("staff", "must")


def test_contents_end_where_their_first_line_comes_again() -> None:
    text = "Policy\n\n1.1 Aims\n1.2 Scope\n1.3 Status\n\n1.1 Aims\n\n1.1.1 Staff must be kind.\n\n1.2 Scope\n\n1.2.1 Pupils must be kind.\n"
    assert [(clause.label, clause.context) for clause in read_pasted(text).clauses] == [("1.1.1", "Aims"), ("1.2.1", "Scope")]


def test_white_text_on_white_is_not_read_from_a_web_page() -> None:
    styles = ("color: #FFF", "color:white", "opacity:0", "font-size:0px", "color: rgb(255, 255, 255)")
    unseen = "".join(f"<p style='{style}'>Staff may do as they like.</p>" for style in styles)
    seen = "<p style='color:#fff;background:#036'>Staff are kind.</p><p style='font-size:0.9em'>Pupils are kind.</p>"
    page = f"<html><body>{unseen}{seen}</body></html>".encode()
    assert [clause.text for clause in clauses(page, "p.html").values()] == ["Staff are kind.", "Pupils are kind."]


HAND_MADE = (
    "Oak Road Primary School", "Phone Policy", "Date of next review: Autumn 2027", "Rules", "1 Aims",
    "1.1 Pupils must hand in phones.", "Staff should not:", "• take pictures with their own phones", "- lend their phones",
    "Linked policies:", "Use of Photographs", "Code of Conduct", "------",
)  # fmt: skip
READ = [
    ("1.1", "Pupils must hand in phones.", "pupils", "must"),
    ("¶2", "take pictures with their own phones", "staff", "must-not"),
    ("¶3", "lend their phones", "staff", "must-not"),
    ("¶4", "Use of Photographs", "school", "statement"),
    ("¶5", "Code of Conduct", "school", "statement"),
]


def test_what_is_typed_by_hand_in_word_is_known_for_what_it_is() -> None:
    found = clauses(word_file("".join(map(paragraph, HAND_MADE))), "policy.docx")
    assert [(one.label, one.text, one.audience, one.strength) for one in found.values()] == READ


def test_a_web_page_of_mere_paragraphs_is_read_like_the_same_words_elsewhere() -> None:
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in HAND_MADE) + "</body></html>"
    found = clauses(page.encode(), "policy.html")
    assert [(one.label, one.text, one.audience, one.strength) for one in found.values()] == READ


def test_a_bold_line_is_a_heading_and_a_bold_sentence_is_not() -> None:
    bold = "<w:b/>"
    body = paragraph("What parents are asked", run=bold) + paragraph("Ring the office.", run=bold) + paragraph("Bring it to us.")
    found = list(clauses(word_file(body), "policy.docx").values())
    assert [(one.text, one.context) for one in found] == [
        ("Ring the office.", "What parents are asked"),
        ("Bring it to us.", "What parents are asked"),
    ]
    page = b"<html><body><p><strong>What parents are asked</strong></p><p>Ring the <b>office</b>.</p></body></html>"
    assert [one.context for one in clauses(page, "p.html").values()] == ["What parents are asked"]


def test_a_pdf_shows_by_gaps_and_bold_letters_where_a_heading_stands() -> None:
    lines = ["Online policy", "", "Parents", "", "Pictures of other children stay private, and so do their names and their", "classes.", "",
             "Parents should ring the office first."]  # fmt: skip
    found = list(read_file(pdf_file([lines]), "policy.pdf").clauses)
    assert [(one.text, one.context, one.audience) for one in found] == [
        ("Pictures of other children stay private, and so do their names and their classes.", "Parents", "parents"),
        ("Parents should ring the office first.", "Parents", "parents"),
    ]
    bold = pdf_file([["Parents", "Pictures of other children stay private."]]).replace(b"/Helvetica ", b"/Helvetica-Bold ")
    assert [one.text for one in read_document(bold).clauses] == ["Pictures of other children stay private."]


def test_a_sentence_that_a_page_cuts_is_one_clause() -> None:
    begins = "1.1 Staff must keep the details of families private and hand them only to"
    goes_on = ["the head, whom they find in the first room beyond the entrance, or the", "Chair of governors."]
    pages = [[begins, "Page 1"], [*goes_on, "1.2 Pupils ask.", "Page 2"], ["1.3 Parents ring.", "Page 3"]]
    found = read_file(pdf_file(pages), "policy.pdf").clauses
    assert [one.label for one in found] == ["1.1", "1.2", "1.3"]
    assert found[0].text == f"{begins.removeprefix('1.1 ')} {' '.join(goes_on)}"
