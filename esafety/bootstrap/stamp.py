"""The note in the environment that says what was installed, so that the next start need not look."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

_NAME = "esafety.json"


@dataclass
class Stamp:
    """What stands in an environment. `made_here` is False for one that the person made before we came."""

    made_here: bool
    python: str = ""
    finished: bool = False
    locks: dict[str, str] = field(default_factory=dict)

    def holds(self, lock: Path) -> bool:
        """Whether exactly this lock was installed to the end."""
        return self.finished and self.locks.get(lock.name) == fingerprint(lock)


def fingerprint(lock: Path) -> str:
    """The lock's SHA-256."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def read_stamp(environment: Path) -> Stamp | None:
    """The environment's stamp; None where there is none or it cannot be read."""
    try:
        return Stamp(**json.loads((environment / _NAME).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_stamp(environment: Path, stamp: Stamp) -> None:
    """Replace the stamp in one move, so that nobody reads half of it."""
    fresh = environment / (_NAME + ".new")
    fresh.write_text(json.dumps(asdict(stamp)), "utf-8")
    fresh.replace(environment / _NAME)
