"""What the linter says: kindly, and with the place."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

FindingKind = Literal[
    "review-missing",
    "review-overdue",
    "review-contradiction",
    "duplicate-label",
    "missing-label",
    "unfinished",
    "stale-citation",
    "stale-service",
    "hard-coded-age",
    "contradiction",
    "no-audience",
    "unbacked-promise",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth a second look."""

    kind: FindingKind
    label: str
    """The clause's label; empty where it is about the whole document."""
    place: str
    message: str

    def as_json(self) -> dict[str, str]:
        """For `policy lint --json`."""
        return asdict(self)
