"""Rows as a file for other programs: CSV, line by line, and a spreadsheet. Neither ever holds a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import xlsxwriter

Cell = str | int | None
BYTE_ORDER_MARK = "\ufeff"
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST_SHEET_NAME = 31


@dataclass(frozen=True, slots=True)
class Table:
    """What a page shows, as columns and rows. ``name`` is the file's name without its ending."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]


def plain(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula: an apostrophe before it makes it words."""
    if isinstance(cell, str) and cell.lstrip(" \u00a0").startswith(BEGINS_A_FORMULA):
        return f"'{cell}"
    return cell


def as_csv(table: Table) -> Iterator[str]:
    """The lines of a CSV file for Excel and everything else: UTF-8 with a mark, CRLF, nothing that begins a formula."""
    yield BYTE_ORDER_MARK
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")
    for row in chain((table.columns,), table.rows):
        writer.writerow([plain(cell) for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def as_spreadsheet(table: Table) -> bytes:
    """The same rows as an .xlsx file, with a bold, frozen first line."""
    file = io.BytesIO()
    options = {"in_memory": True, "constant_memory": False, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet(table.name[:LONGEST_SHEET_NAME])
        sheet.write_row(0, 0, table.columns, book.add_format({"bold": True}))
        sheet.freeze_panes(1, 1)
        for place, row in enumerate(table.rows, 1):
            sheet.write_row(place, 0, [plain(cell) for cell in row])
        sheet.autofit()
    return file.getvalue()
