"""A document as an answer."""

from __future__ import annotations

from flask import Response

PDF = "application/pdf"


def as_pdf(document: bytes, name: str) -> Response:
    """A PDF to look at and save. Its name holds no person's name, because it ends up in download lists."""
    response = Response(document, content_type=PDF)
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response
