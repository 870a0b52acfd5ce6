"""QTI items and packages of others, in the names of versions 2 and 3, and packages that mean harm."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from lxml import etree

from esafety.curriculum.archives import packed
from esafety.curriculum.interchange.entry import Entry, Imported
from esafety.curriculum.interchange.formats import read_as, write_as
from esafety.curriculum.shapes import Choice, Match, Order, Question, Several, Sort, TrueOrNot

V3 = 'xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"'
V2 = 'xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"'


def read(text: str | bytes) -> Imported:
    return read_as("qti", "file", text if isinstance(text, bytes) else text.encode())


def only(text: str) -> Question:
    found = read(text)
    assert len(found.entries) == 1, found.findings
    return found.entries[0].question


def item(body: str, *, correct: tuple[str, ...] = ("A",), cardinality: str = "single", mapping: str = "", after: str = "") -> str:
    values = "".join(f"<qti-value>{one}</qti-value>" for one in correct)
    return (
        f'<qti-assessment-item {V3} identifier="x" title="One" time-dependent="false">\n'
        f'<qti-response-declaration identifier="RESPONSE" cardinality="{cardinality}" base-type="identifier">'
        f"<qti-correct-response>{values}</qti-correct-response>{mapping}</qti-response-declaration>\n"
        f"<qti-item-body>{body}</qti-item-body>\n{after}</qti-assessment-item>"
    )


def choices(*texts: str, most: int = 1) -> str:
    inside = "".join(
        f'<qti-simple-choice identifier="{"ABCDEF"[at]}">{text}</qti-simple-choice>' for at, text in enumerate(texts)
    )
    return f'<qti-choice-interaction response-identifier="RESPONSE" max-choices="{most}"><qti-prompt>Which?</qti-prompt>{inside}</qti-choice-interaction>'


def old(text: str) -> str:
    """An item in the names of version 2."""
    import re

    text = text.replace(V3, V2)
    text = re.sub(r"<(/?)qti-([a-z-]+)", lambda m: f"<{m[1]}{re.sub(r'-([a-z])', lambda n: n[1].upper(), m[2])}", text)
    return re.sub(r' ([a-z]+(?:-[a-z]+)+)="', lambda m: f' {re.sub(r"-([a-z])", lambda n: n[1].upper(), m[1])}="', text)


@pytest.mark.parametrize("version", [str, old])
def test_a_choice_of_one_in_both_versions(version: type[str]) -> None:
    mapping = '<qti-mapping default-value="0"><qti-map-entry map-key="A" mapped-value="2"/><qti-map-entry map-key="B" mapped-value="1"/></qti-mapping>'
    made = only(version(item(f"<p>A <b>rude</b> note.</p>{choices('Tell Dad', 'Wait', 'Reply')}", mapping=mapping)))
    assert isinstance(made, Choice)
    assert made.stem == "A **rude** note.\n\nWhich?"
    assert [(one.text, one.grade) for one in made.options] == [
        ("Tell Dad", "secure"),
        ("Wait", "developing"),
        ("Reply", "unsure"),
    ]


@pytest.mark.parametrize("version", [str, old])
def test_several_are_ticked_where_more_than_one_may_be(version: type[str]) -> None:
    made = only(version(item(choices("Code", "Phone", "Colour", most=0), correct=("A", "B"), cardinality="multiple")))
    assert isinstance(made, Several)
    assert [tick.right for tick in made.options] == [True, True, False]


def test_true_and_false_are_a_statement_with_feedback_by_rule() -> None:
    after = (
        "<qti-response-processing><qti-response-condition><qti-response-if><qti-match>"
        '<qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-match>'
        '<qti-set-outcome-value identifier="F"><qti-base-value base-type="identifier">yes</qti-base-value></qti-set-outcome-value>'
        '</qti-response-if><qti-response-else><qti-set-outcome-value identifier="F"><qti-base-value base-type="identifier">no'
        "</qti-base-value></qti-set-outcome-value></qti-response-else></qti-response-condition></qti-response-processing>"
        '<qti-modal-feedback outcome-identifier="F" identifier="yes" show-hide="show"><qti-content-body>Well seen.</qti-content-body></qti-modal-feedback>'
        '<qti-modal-feedback outcome-identifier="F" identifier="no" show-hide="show"><qti-content-body>Look again.</qti-content-body></qti-modal-feedback>'
    )
    made = only(item(choices("True", "False"), correct=("B",), after=after))
    assert isinstance(made, TrueOrNot)
    assert (made.answer, made.explanations) == ("not", {"not": "Well seen.", "true": "Look again."})


def test_feedback_inside_a_choice_explains_it() -> None:
    inline = (
        'Tell Dad<qti-feedback-inline outcome-identifier="F" identifier="A" show-hide="show">He can help.</qti-feedback-inline>'
    )
    made = only(item(choices(inline, "Wait")))
    assert isinstance(made, Choice)
    assert [(one.text, one.explanation) for one in made.options] == [("Tell Dad", "He can help."), ("Wait", "")]


@pytest.mark.parametrize("version", [str, old])
def test_things_to_order(version: type[str]) -> None:
    inside = "".join(
        f'<qti-simple-choice identifier="{name}">{text}</qti-simple-choice>'
        for name, text in (("A", "Tell"), ("B", "Stop"), ("C", "Think"))
    )
    body = f'<qti-order-interaction response-identifier="RESPONSE"><qti-prompt><p>First?</p></qti-prompt>{inside}</qti-order-interaction>'
    made = only(version(item(body, correct=("B", "C", "A"), cardinality="ordered")))
    assert isinstance(made, Order)
    assert (made.stem, [one.text for one in made.items]) == ("First?", ["Stop", "Think", "Tell"])


def match(pairs: tuple[str, ...], rights: str = "RST") -> str:
    left = "".join(
        f'<qti-simple-associable-choice identifier="{name}" match-max="1">{name} left</qti-simple-associable-choice>'
        for name in "ABC"
    )
    right = "".join(
        f'<qti-simple-associable-choice identifier="{name}" match-max="4">{name} right</qti-simple-associable-choice>'
        for name in rights
    )
    sets = f"<qti-simple-match-set>{left}</qti-simple-match-set><qti-simple-match-set>{right}</qti-simple-match-set>"
    body = f'<qti-match-interaction response-identifier="RESPONSE" max-associations="0"><qti-prompt>Match.</qti-prompt>{sets}</qti-match-interaction>'
    return item(body, correct=pairs, cardinality="multiple")


@pytest.mark.parametrize("version", [str, old])
def test_pairs_and_groups(version: type[str]) -> None:
    made = only(version(match(("A S", "B R", "C T"))))
    assert isinstance(made, Match)
    assert [(pair.left, pair.right) for pair in made.pairs] == [
        ("A left", "S right"),
        ("B left", "R right"),
        ("C left", "T right"),
    ]
    groups = only(version(match(("A R", "B R", "C S"), rights="RS")))
    assert isinstance(groups, Sort)
    assert [one.group for one in groups.items] == ["group-a", "group-a", "group-b"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            item('<p>Write. <qti-text-entry-interaction response-identifier="RESPONSE"/></p>'),
            "A short text to type cannot be marked here.",
        ),
        (
            item('<qti-extended-text-interaction response-identifier="RESPONSE"/>'),
            "An essay has no answer that can be marked here.",
        ),
        (item('<qti-media-interaction response-identifier="RESPONSE"/>'), "A media interaction cannot be marked here."),
        (item("<p>Only a text.</p>"), "It asks nothing that can be answered."),
        (item(choices("A", "B") + choices("C", "D")), "It asks 2 things at once."),
        (item(choices("A", "B"), correct=()), "It declares no right answer."),
        (match(("A R", "A S", "B R")), "Something on the left belongs to two things on the right."),
        (match(("A R",)), "Something on the left belongs to nothing on the right."),
        (
            item(choices("A", "B")).replace("<qti-item-body>", '<qti-template-declaration identifier="T"/><qti-item-body>'),
            "A template draws its numbers or words anew each time.",
        ),
    ],
)
def test_what_we_have_no_kind_for_is_listed(text: str, reason: str) -> None:
    found = read(text)
    assert [(one.severity, one.reason) for one in found.findings] == [("left out", reason)]
    assert found.is_sound


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<questestinterop/>", "This is QTI 1.2."),
        ("<quiz/>", "The file begins with <quiz>, not with an item."),
        ('<!DOCTYPE x [<!ENTITY a "b">]><qti-assessment-item/>', "A document type with entities stands here."),
        (
            item(choices("A", "B"), mapping='<qti-mapping><qti-map-entry map-key="A" mapped-value="much"/></qti-mapping>'),
            "A value of its mapping is no number.",
        ),
    ],
)
def test_what_is_broken_is_told(text: str, reason: str) -> None:
    found = read(text)
    assert [(one.severity, one.reason) for one in found.findings] == [("error", reason)]


def manifest(*resources: str) -> bytes:
    return f'<manifest xmlns="x"><resources>\n{"".join(resources)}</resources></manifest>'.encode()


def resource(href: str, kind: str = "imsqti_item_xmlv3p0") -> str:
    return f'<resource identifier="r" type="{kind}" href="{href}"/>\n'


def test_a_package_is_read_in_the_order_of_its_manifest() -> None:
    files = {
        "imsmanifest.xml": manifest(
            resource("items/b.xml"), resource("a%20a.xml", "imsqti_item_xmlv2p1"), resource("t.xml", "imsqti_test_xmlv3p0")
        ),
        "items/b.xml": item(choices("A", "B")).replace("Which", "Second").encode(),
        "a a.xml": old(item(choices("A", "B"))).encode(),
        "t.xml": b"<x/>",
    }
    found = read(packed(files))
    assert [entry.question.stem for entry in found.entries] == ["Second?", "Which?"]
    assert [entry.key for entry in found.entries] == ["one", "one-2"]


def test_each_question_of_a_package_names_its_own_file() -> None:
    files = {"imsmanifest.xml": manifest(resource("one.xml")), "one.xml": item(choices("Yes", "No")).encode()}
    assert [one["file"] for one in read(packed(files)).as_json("pack.zip", "qti")["questions"]] == ["file/one.xml"]


def test_an_item_that_the_manifest_forgets_is_told_of() -> None:
    files = {
        "imsmanifest.xml": manifest(resource("one.xml")),
        "one.xml": item(choices("Yes", "No")).encode(),
        "two.xml": item(choices("Up", "Down")).encode(),
        "old.xml": old(item(choices("Left", "Right"))).encode(),
        "style.xml": b"<style/>",
    }
    found = read(packed(files))
    assert len(found.entries) == 1
    assert [(one.file, one.severity, one.reason) for one in found.findings if one.severity == "left out"] == [
        (f"file/{name}", "left out", "The manifest does not name this item.") for name in ("old.xml", "two.xml")
    ]


def test_all_faults_of_a_package_are_told_at_once() -> None:
    files = {
        "imsmanifest.xml": manifest(resource("gone.xml"), resource("bad.xml"), resource("old.xml", "imsqti_xmlv1p2")),
        "bad.xml": b"<x>",
    }
    found = read(packed(files))
    assert [(one.file, one.line, one.reason.split(":")[0]) for one in found.findings] == [
        ("file/imsmanifest.xml", 2, 'The item "gone.xml" is not in the package.'),
        ("file/bad.xml", 1, "Not well-formed XML"),
        ("file/imsmanifest.xml", 4, 'The resource "old.xml" is QTI 1.2.'),
    ]


def test_packages_without_manifest_or_with_odd_paths_are_refused() -> None:
    assert [one.reason for one in read(packed({"a.xml": b"<x/>"})).findings] == ["The package has no imsmanifest.xml."]
    odd = BytesIO()
    with zipfile.ZipFile(odd, "w") as archive:
        archive.writestr("../up.xml", "x")
        archive.writestr("/root.xml", "x")
    assert [one.reason for one in read(odd.getvalue()).findings] == [
        '../up.xml: The path leads out of the archive ("..").',
        "/root.xml: The path is absolute.",
    ]
    assert not read(b"PK not a zip").is_sound


def test_what_we_write_is_a_package_that_others_can_follow() -> None:
    made = only(item(choices("Tell Dad", "Wait")))
    data = write_as("qti", [Entry(key="own/q 1", name="One", question=made)], {}).data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.namelist() == ["imsmanifest.xml", "items/i0001-own-q-1.xml"]
        root = etree.fromstring(archive.read("items/i0001-own-q-1.xml"))
    names = [etree.QName(child).localname for child in root]
    assert names == ["qti-response-declaration", "qti-outcome-declaration", "qti-item-body", "qti-response-processing"]
    assert root.get("identifier") == "i0001-own-q-1"
    assert [value.text for value in root.iter("{*}qti-value")] == ["choice-1", "0"]
