"""The formats by the names that people type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

from esafety.curriculum.interchange.entry import Entry, Imported
from esafety.curriculum.interchange.writing import Written

FORMATS = {"moodle-xml": "moodle_xml", "gift": "gift", "qti": "qti"}
ENDINGS = {"moodle-xml": ".xml", "gift": ".txt", "qti": ".zip"}


def read_as(form: str, file: str, data: bytes) -> Imported:
    """The questions of a file in a format; the file's name stands in all findings."""
    found: Imported = _module(form).read(file, data)
    return found


def write_as(form: str, entries: Iterable[Entry], said: Mapping[str, str]) -> Written:
    """Questions as a file of a format."""
    written: Written = _module(form).write(entries, said)
    return written


def _module(form: str) -> Any:
    return import_module(f"esafety.curriculum.interchange.{FORMATS[form]}")
