"""A table as an answer: the same rows as on the page, as CSV or as a spreadsheet."""

from __future__ import annotations

from flask import Response

from esafety.core.errors import NotFound
from esafety.reports.tables import Table, as_csv, as_spreadsheet

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_file(table: Table, kind: str) -> Response:
    """The table as the file that was asked for: ``csv`` streams, ``xlsx`` is made at once."""
    if kind == "csv":
        response = Response(as_csv(table), content_type="text/csv; charset=utf-8")
    elif kind == "xlsx":
        response = Response(as_spreadsheet(table), content_type=SPREADSHEET)
    else:
        raise NotFound
    response.headers["Content-Disposition"] = f'attachment; filename="{table.name}.{kind}"'
    return response
