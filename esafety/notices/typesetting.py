"""Documents set by Typst. What is in them travels as values, so nobody's name can turn into markup."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import segno
import typst

HERE = Path(__file__).parent
DOCUMENTS = HERE / "documents"
FONTS = HERE / "fonts"
ACCESSIBLE: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged, titled, with a language, every picture with an alternative text."""


def typeset(document: str, data: Mapping[str, Any], *, at: datetime) -> bytes:
    """Set one of the documents from values. The same values at the same moment give the same bytes."""
    made = typst.compile(
        DOCUMENTS / f"{document}.typ",
        root=DOCUMENTS,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=[ACCESSIBLE],
        timestamp=int(at.timestamp()),
    )
    assert isinstance(made, bytes)
    return made


def qr_code(text: str) -> str:
    """A QR code as SVG, with a quiet border and medium error correction for book bags."""
    file = io.BytesIO()
    segno.make(text, error="m", micro=False).save(file, kind="svg", border=2, dark="#14202b", xmldecl=False)
    return file.getvalue().decode()
