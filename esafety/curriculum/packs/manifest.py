"""The manifest of a pack: who made it, what it is called, and the hash of every file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from esafety.curriculum.archives import Fault

NAME = "pack.json"
VERSION = 1
LONGEST_WORD = 200
WORDS = ("title", "made_by", "licence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a pack says about itself; the files by path with their SHA-256 as 64 hex digits."""

    pack: int = VERSION
    title: str
    made_by: str = ""
    licence: str = ""
    files: Mapping[str, str]

    def as_bytes(self) -> bytes:
        """The manifest as it stands in the pack."""
        return (json.dumps(asdict(self), indent=2, ensure_ascii=False) + "\n").encode()


def manifest_of(files: Mapping[str, bytes], *, title: str, made_by: str, licence: str) -> Manifest:
    """The manifest of some files."""
    hashes = {path: sha256(data).hexdigest() for path, data in sorted(files.items())}
    return Manifest(title=title, made_by=made_by, licence=licence, files=hashes)


def manifest_in(data: bytes) -> tuple[Manifest | None, tuple[Fault, ...]]:
    """The manifest of a pack, or None and what is wrong with it."""
    try:
        whole = json.loads(data.decode("utf-8"), object_pairs_hook=_without_doubles)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        return None, (Fault(NAME, f"The manifest cannot be read: {error}.", "Make the pack again."),)
    faults = tuple(_faults(whole))
    return (None, faults) if faults else (Manifest(**whole), ())


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _faults(whole: Any) -> Iterator[Fault]:
    if not isinstance(whole, dict) or set(whole) != {"pack", "title", "made_by", "licence", "files"}:
        yield Fault(NAME, "The manifest does not say pack, title, made_by, licence and files, and only these.", "Make it again.")
        return
    if whole["pack"] != VERSION:
        yield Fault(
            NAME, f"The pack is of version {whole['pack']}; version {VERSION} is read.", "Update esafety, or pack it anew."
        )
    for word in WORDS:
        if not isinstance(whole[word], str) or len(whole[word]) > LONGEST_WORD:
            yield Fault(NAME, f'"{word}" is no short text.', f"At most {LONGEST_WORD} letters.")
    files = whole["files"]
    if not isinstance(files, dict) or not files or not all(isinstance(one, str) for one in files.values()):
        yield Fault(NAME, "It names no files with their hashes.", "Make the pack again.")


def differences(manifest: Manifest, files: Mapping[str, bytes]) -> Iterator[Fault]:
    """Where the files are not those that the manifest names."""
    for path, wanted in sorted(manifest.files.items()):
        if path not in files:
            yield Fault(path, "The manifest names it, but it is not there.", "Make the pack again.")
        elif sha256(files[path]).hexdigest() != wanted:
            yield Fault(path, "Its hash is not the one in the manifest: it was changed.", "Ask for the pack again.")
    for path in sorted(set(files) - set(manifest.files) - {NAME}):
        yield Fault(path, "The manifest does not name it.", "Make the pack again.")
