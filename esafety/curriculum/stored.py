"""The stored form of content: JSON of the same structure as the files, without defaults."""

import json
from dataclasses import MISSING, is_dataclass
from datetime import date
from hashlib import sha256
from typing import Any, TypeVar

from esafety.curriculum.parse import names_of, parse

T = TypeVar("T")


class NotOurs(ValueError):
    """Stored content that does not fit its shape."""


def to_json(item: Any) -> Any:
    """The plain JSON value of a shape, a list of shapes, or a part of one."""
    if is_dataclass(item) and not isinstance(item, type):
        return {
            name: to_json(value)
            for name, (one, _) in names_of(type(item)).items()
            if (value := getattr(item, one.name)) != one.default or one.default is MISSING
        }
    if isinstance(item, tuple):
        return [to_json(one) for one in item]
    if isinstance(item, dict):
        return {key: to_json(one) for key, one in item.items()}
    return item.isoformat() if isinstance(item, date) else item


def from_json(shape: type[T], data: object) -> T:
    """The shape of a stored value. Raises NotOurs with the first place that does not fit."""
    item, misfits = parse(shape, data)
    if item is None or misfits:
        raise NotOurs(f"{misfits[0].place}: {misfits[0].message}")
    return item


def digest_of(stored: Any) -> str:
    """The SHA-256 of a stored value in its one canonical spelling, as 64 hex digits."""
    spelled = json.dumps(stored, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(spelled.encode()).hexdigest()
