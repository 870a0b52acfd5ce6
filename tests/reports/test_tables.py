"""Files for other programs never hold a formula."""

import csv
import io
import zipfile

import pytest

from esafety.reports.tables import Table, as_csv, as_spreadsheet

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x", "  =1", '=HYPERLINK("x")', "\n=1"]


@pytest.mark.parametrize("words", DANGEROUS)
def test_a_cell_that_begins_like_a_formula_becomes_words(words: str) -> None:
    body = "".join(as_csv(Table("t", ("Name",), ((words,),))))
    rows = list(csv.reader(io.StringIO(body.removeprefix("\ufeff"), newline="")))
    assert rows[1] == [f"'{words}"]


@pytest.mark.parametrize("words", ["Zoë O’Brien", "a=b", "3 Oak", "", "اردو"])
def test_ordinary_words_stay_as_they_are(words: str) -> None:
    body = "".join(as_csv(Table("t", ("Name", "Number"), ((words, -3),))))
    rows = list(csv.reader(io.StringIO(body.removeprefix("\ufeff"), newline="")))
    assert rows[1] == [words, "-3"]


def test_lines_come_one_by_one() -> None:
    taken = []

    def rows() -> object:
        for number in range(3):
            taken.append(number)
            yield (number,)

    lines = as_csv(Table("t", ("Number",), rows()))  # type: ignore[arg-type]
    assert next(lines) == "\ufeff"
    assert next(lines) == "Number\r\n"
    assert taken == []


def test_a_spreadsheet_holds_no_formula_and_no_link() -> None:
    file = as_spreadsheet(Table("t" * 50, ("Name",), tuple((words,) for words in [*DANGEROUS, "http://example.org"])))
    with zipfile.ZipFile(io.BytesIO(file)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
