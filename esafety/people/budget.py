"""How many wrong secrets an open class forgives before a grown-up taps. Nothing is timed and nobody is locked out.

A pause would let a patient script try every secret in an afternoon and would keep a child waiting; a budget that only
the teacher refills does neither. Counted per child, per device and per opening, never per address: a class shares one.
"""

from __future__ import annotations

from datetime import timedelta

MOST_FOR_A_NAME = 5
MOST_ON_A_DEVICE = 10
MOST_IN_A_CLASS = 60
MOST_DEVICES = 40
LET_IN_FOR = timedelta(minutes=10)


def is_used_up(*, for_name: int, on_device: int, in_class: int) -> bool:
    """Whether pictures are not looked at any more, so that only the teacher's tap or the card lets this child in."""
    return for_name >= MOST_FOR_A_NAME or on_device >= MOST_ON_A_DEVICE or in_class >= MOST_IN_A_CLASS
