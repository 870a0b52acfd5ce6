"""A piece as a filled form, and a form that was sent as a piece. What a form does not show stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from esafety.authoring.rules.layouts import Field, Layout, Rows
from esafety.authoring.rules.pieces import Body

Typed = Mapping[str, Sequence[str]]
"""What was sent, cleaned: each name with its values."""

LONGEST_NUMBER = 6
"""From so many digits on it is nonsense, which stays as it was typed and is for the check."""

ROW_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


@dataclass(frozen=True, slots=True)
class FilledField:
    """One field of the form with its full name and what stands in it."""

    field: Field
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class FilledRow:
    """One row of the form; ``name`` is its place inside the piece, such as "options.a"."""

    id: str
    name: str
    fields: tuple[FilledField, ...]
    rows: tuple[FilledRows, ...]


@dataclass(frozen=True, slots=True)
class FilledRows:
    """The rows of one kind."""

    rows: Rows
    name: str
    entries: tuple[FilledRow, ...]


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A whole form."""

    fields: tuple[FilledField, ...]
    rows: tuple[FilledRows, ...]
    after: tuple[FilledField, ...]

    def names(self) -> Iterator[str]:
        """The names of all fields and rows."""
        for entry in (*self.fields, *self.after):
            yield entry.name
        yield from _names(self.rows)


def _names(rows: tuple[FilledRows, ...]) -> Iterator[str]:
    for some in rows:
        yield some.name
        for row in some.entries:
            yield row.name
            yield from (entry.name for entry in row.fields)
            yield from _names(row.rows)


def filled(layout: Layout, piece: Body) -> FilledForm:
    """The form of a piece with what stands in it."""
    return FilledForm(
        _filled_fields(layout.fields, piece, ""), _filled_rows(layout.rows, piece, ""), _filled_fields(layout.after, piece, "")
    )


def _filled_fields(fields: Sequence[Field], piece: Body, prefix: str) -> tuple[FilledField, ...]:
    return tuple(FilledField(field, prefix + field.name, _shown(field, _get(piece, field.name))) for field in fields)


def _filled_rows(rows: Sequence[Rows], piece: Body, prefix: str) -> tuple[FilledRows, ...]:
    return tuple(
        FilledRows(
            some,
            prefix + some.name,
            tuple(
                FilledRow(
                    entry["id"],
                    f"{prefix}{some.name}.{entry['id']}",
                    _filled_fields(some.fields, entry, f"{prefix}{some.name}.{entry['id']}."),
                    _filled_rows(some.rows, entry, f"{prefix}{some.name}.{entry['id']}."),
                )
                for entry in piece.get(some.name, [])
            ),
        )
        for some in rows
    )


def _shown(field: Field, value: Any) -> str:
    if value is None:
        return ""
    if field.kind == "words":
        return "\n".join(value)
    if field.kind == "meanings":
        return "\n".join(f"{entry.get('word', '')}: {entry.get('means', '')}" for entry in value)
    if field.kind == "tick":
        return "yes" if value in (True, "yes", "true") else ""
    return str(value)


def read(layout: Layout, typed: Typed, before: Body) -> dict[str, Any]:
    """The piece that a form describes. Raises nothing: gaps and nonsense are for the check."""
    piece = deepcopy(dict(before))
    _read_fields((*layout.fields, *layout.after), typed, piece, "")
    _read_rows(layout.rows, typed, piece, "")
    return piece


def too_long(layout: Layout, typed: Typed) -> dict[str, int]:
    """The fields with more than they may hold, each with its limit."""
    limits = dict(_limits(filled(layout, read(layout, typed, {}))))
    return {name: most for name, most in limits.items() if len(_first(typed, name)) > most}


def _limits(form: FilledForm) -> Iterator[tuple[str, int]]:
    def of_rows(rows: tuple[FilledRows, ...]) -> Iterator[tuple[str, int]]:
        for some in rows:
            for row in some.entries:
                yield from ((entry.name, entry.field.most) for entry in row.fields)
                yield from of_rows(row.rows)

    yield from ((entry.name, entry.field.most) for entry in (*form.fields, *form.after))
    yield from of_rows(form.rows)


def _read_fields(fields: Sequence[Field], typed: Typed, piece: dict[str, Any], prefix: str) -> None:
    for field in fields:
        _put(piece, field, _meant(field, _first(typed, prefix + field.name)))
    for group in {field.name.partition(".")[0] for field in fields if "." in field.name}:
        mine = [field.name.partition(".")[2] for field in fields if field.name.startswith(f"{group}.") and not field.needed]
        # A badge, a family task or notes of which nothing is written are not there at all; of one with gaps the gaps stay.
        if mine and group in piece and group != "quiz":
            if not any(piece[group].values()):
                del piece[group]
            else:
                piece[group].update({name: "" for name in mine if name not in piece[group] and name != "vocabulary"})


def _read_rows(rows: Sequence[Rows], typed: Typed, piece: dict[str, Any], prefix: str) -> None:
    for some in rows:
        name = prefix + some.name
        known = {entry["id"]: entry for entry in piece.get(some.name, [])}
        wanted = [one for one in dict.fromkeys(typed.get(name, ())) if ROW_NAME.fullmatch(one)][: max(some.most, len(known))]
        entries = []
        for one in wanted:
            entry = deepcopy(known.get(one, {"id": one}))
            _read_fields(some.fields, typed, entry, f"{name}.{one}.")
            _read_rows(some.rows, typed, entry, f"{name}.{one}.")
            entries.append(entry)
        piece[some.name] = entries


def _meant(field: Field, value: str) -> Any:
    if field.kind == "words":
        return [line.strip() for line in value.split("\n") if line.strip()]
    if field.kind == "meanings":
        pairs = (line.partition(":") for line in value.split("\n") if line.strip())
        return [{"word": word.strip(), "means": means.strip()} for word, _colon, means in pairs]
    if field.kind == "tick":
        return value == "yes"
    if (
        (field.kind == "number" or field.choices == "draw")
        and value.isascii()
        and value.isdigit()
        and len(value) < LONGEST_NUMBER
    ):
        return int(value)
    return value


def _put(piece: dict[str, Any], field: Field, value: Any) -> None:
    """Put a value in. An empty one leaves a gap where it is needed, and nothing where it is not."""
    *groups, name = field.name.split(".")
    here = piece
    for group in groups:
        if group not in here and not value:
            return
        here = here.setdefault(group, {})
    if value or (field.needed and (field.kind == "tick" or name in here)):
        here[name] = value
    else:
        here.pop(name, None)


def _get(piece: Body, name: str) -> Any:
    here: Any = piece
    for step in name.split("."):
        here = here.get(step) if isinstance(here, Mapping) else None
    return here


def _first(typed: Typed, name: str) -> str:
    return next(iter(typed.get(name, ())), "")
