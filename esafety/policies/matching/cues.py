"""Hand-written rules of the people who label: what decides between neighbours such as reporting and consequences."""

from __future__ import annotations


def cues_in(text: str) -> dict[str, float]:
    """Added to the logarithm of an expectation's score."""
    return {}
