"""Moodle XML, the format in which Moodle's question bank travels whole."""

from esafety.curriculum.interchange.moodle_xml.read import read
from esafety.curriculum.interchange.moodle_xml.write import write

__all__ = ["read", "write"]
