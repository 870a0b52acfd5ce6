"""Gather the files of a pack: what was named, its translations, and the pictures that it shows with their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml  # type: ignore[import-untyped]

from esafety.curriculum.archives import packed
from esafety.curriculum.content import read_files
from esafety.curriculum.interchange.bank import bank_text
from esafety.curriculum.interchange.entry import Entry
from esafety.curriculum.packs.manifest import NAME, Manifest
from esafety.curriculum.packs.opening import belongs
from esafety.curriculum.read import SCHEMA, ContentFile, Tree, read

PICTURES = "pictures/pictures.yaml"


def files_below(directory: Path, chosen: Iterable[Path]) -> dict[str, bytes]:
    """The content files among some files and folders, each with its translations. Raises ValueError for what lies elsewhere."""
    root = directory.resolve()
    found: dict[str, bytes] = {}
    for one in chosen:
        path = one.resolve()
        if not path.is_relative_to(root):
            raise ValueError(f"{one} does not lie in {directory}.")
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            for each in (file, *_translations(file)):
                name = each.relative_to(root).as_posix()
                if each.is_file() and belongs(name):
                    found[name] = each.read_bytes()
    return found


def with_pictures(files: Mapping[str, bytes], directory: Path, name: str) -> dict[str, bytes]:
    """The files with the pictures that they show, and a file of the words for these pictures."""
    shown = {one for path, data in files.items() if path.endswith(".yaml") for one in _pictures_in(path, data)}
    drawn = {f"pictures/{one}.svg": directory / "pictures" / f"{one}.svg" for one in sorted(shown)}
    there = {path: file.read_bytes() for path, file in drawn.items() if file.is_file() and path not in files}
    words = {Path(path).stem: alt for path, alt in _words(directory, there).items()}
    if not there or PICTURES in files:
        return {**files, **there}
    tree = {"schema": int(SCHEMA), "pictures": {one: {"alt": alt} for one, alt in words.items()}}
    text: str = yaml.safe_dump(tree, allow_unicode=True, sort_keys=True, width=1000)
    return {**files, **there, f"pictures/{name}.yaml": text.encode()}


def with_questions(files: Mapping[str, bytes], entries: Iterable[Entry], name: str) -> dict[str, bytes]:
    """The files with a bank of questions."""
    return {**files, f"questions/{name}.yaml": bank_text(entries).encode()}


def pack_of(files: Mapping[str, bytes], manifest: Manifest) -> bytes:
    """The whole pack; the same files and words make the same bytes."""
    return packed({**files, NAME: manifest.as_bytes()})


def _translations(file: Path) -> Iterator[Path]:
    return iter(sorted(file.parent.glob(f"{file.stem}.??.yaml"))) if file.suffix == ".yaml" else iter(())


def _pictures_in(path: str, data: bytes) -> Iterator[str]:
    tree, _problems = read(ContentFile(path, data))
    return iter(()) if tree is None else _named_in(tree)


def _named_in(tree: Tree) -> Iterator[str]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key == "picture" and isinstance(value, str):
                yield value
            else:
                yield from _named_in(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _named_in(value)


def _words(directory: Path, pictures: Iterable[str]) -> dict[str, str]:
    files = [ContentFile(f"pictures/{path.name}", path.read_bytes()) for path in sorted(directory.glob("pictures/*.yaml"))]
    texts = read_files(directory, files).picture_texts()
    return {path: texts[Path(path).stem] for path in pictures if Path(path).stem in texts}
