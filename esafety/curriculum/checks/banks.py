"""The questions of a bank belong to something that the catalogue knows."""

from collections.abc import Iterator

from esafety.curriculum.catalogue import ADULT_AUDIENCES, BANDS, EXPECTATIONS
from esafety.curriculum.content import Content
from esafety.curriculum.problems import Problem

READERS = (*BANDS, *ADULT_AUDIENCES)


def check_banks(content: Content) -> Iterator[Problem]:
    """Unknown expectations and readers; a question may leave both open."""
    for bank in content.banks:
        for one in bank.item.questions:
            if one.expectation and one.expectation not in EXPECTATIONS:
                message = f'There is no expectation "{one.expectation}".'
                yield bank.problem(f"{one.id}.expectation", message, "Use an id of the catalogue.")
            if one.readers and one.readers not in READERS:
                yield bank.problem(
                    f"{one.id}.readers", f'There are no readers "{one.readers}".', f"One of: {', '.join(READERS)}."
                )
