"""What is wrong with a content file, where, and what its writer should do."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding; an error keeps the content from being loaded, a warning does not."""

    file: str
    line: int
    message: str
    advice: str
    severity: Severity = "error"

    def __str__(self) -> str:
        mark = "" if self.severity == "error" else "warning: "
        return f"{self.file}:{self.line}: {mark}{self.message} {self.advice}".rstrip()
