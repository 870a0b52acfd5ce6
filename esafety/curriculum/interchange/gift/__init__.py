"""GIFT, the plain-text format that Moodle and many other systems read (as Moodle's own importer understands it)."""

from esafety.curriculum.interchange.gift.read import read
from esafety.curriculum.interchange.gift.write import write

__all__ = ["read", "write"]
