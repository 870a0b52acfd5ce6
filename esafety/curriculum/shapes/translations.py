"""The texts of one content file in another language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """Who drafted it, who approved it (if nobody did, it is a draft), and which wording it translates."""

    language: str
    scope: Literal["all", "family"] = "all"
    drafted_by: str
    approved_by: str = ""
    source_version: str
    texts: Mapping[str, str]

    @property
    def is_draft(self) -> bool:
        """Whether no speaker of the language has approved it yet."""
        return not self.approved_by
