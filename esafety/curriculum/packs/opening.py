"""Open a pack and look it over wholly, beside our own content, before anything of it is used."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from esafety.curriculum.archives import Fault, Limits, opened
from esafety.curriculum.check import check
from esafety.curriculum.content import DRAWINGS, SHAPES, read_directory
from esafety.curriculum.packs.manifest import NAME, Manifest, differences, manifest_in
from esafety.curriculum.problems import Problem

LIMITS = Limits()
LARGEST_PACK = 16_000_000
PICTURE = re.compile(r"pictures/[a-z0-9-]+\.svg")
WORDS = re.compile(r"reading/[a-z0-9-]+\.txt")


@dataclass(frozen=True, slots=True)
class Opened:
    """A pack that was looked over; with an error among the problems its files are not to be used."""

    manifest: Manifest | None
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong with it; a warning is for judging."""
        return not any(problem.severity == "error" for problem in self.problems)


def open_pack(data: bytes, beside: Path) -> Opened:
    """The pack's manifest and files, and all problems; `beside` is the content that it will stand beside."""
    if len(data) > LARGEST_PACK:
        size = f"The pack has {len(data) / 1e6:.1f} MB; at most {LARGEST_PACK // 1_000_000} MB are read."
        return Opened(None, {}, _told([Fault("", size, "Split it.")]))
    files, faults = opened(data, LIMITS)
    if faults:
        return Opened(None, {}, _told(faults))
    if NAME not in files:
        missing = Fault("", f"It holds no {NAME}, so it is no content pack.", "Make it with: esafety content pack")
        return Opened(None, {}, _told([missing]))
    manifest, wrong = manifest_in(files[NAME])
    if manifest is None:
        return Opened(None, {}, _told(wrong))
    inside = {path: content for path, content in files.items() if path != NAME}
    faults = (*differences(manifest, files), *_misplaced(inside))
    return Opened(manifest, inside, tuple(sorted({*_told(faults), *problems_of(inside, beside)})))


def problems_of(files: Mapping[str, bytes], beside: Path) -> Iterator[Problem]:
    """What the check finds in these files when they lie beside our content, and what they break in it."""
    with TemporaryDirectory(prefix="pack-") as folder:
        together = Path(folder) / "content"
        shutil.copytree(beside, together, copy_function=shutil.copyfile)
        before = {(one.file, one.message) for one in check(read_directory(together))}
        for path, data in files.items():
            if belongs(path):
                (together / path).parent.mkdir(parents=True, exist_ok=True)
                (together / path).write_bytes(data)
        for problem in check(read_directory(together)):
            is_new = (problem.file, problem.message) not in before and problem.severity == "error"
            if problem.file in files or is_new:
                yield problem


def _misplaced(files: Mapping[str, bytes]) -> Iterator[Fault]:
    for path in sorted(files):
        if not belongs(path):
            yield Fault(path, "No content belongs under this name.", "Compare docs/writing-content.md.")


def belongs(path: str) -> bool:
    """Whether a path is one under which content lies."""
    patterns = (PICTURE, WORDS, DRAWINGS, *(pattern for pattern, _shape in SHAPES[1:]))
    base = re.sub(r"\.[a-z]{2}\.yaml\Z", ".yaml", path)
    return any(pattern.fullmatch(base) for pattern in patterns)


def _told(faults: Iterable[Fault]) -> tuple[Problem, ...]:
    return tuple(Problem(fault.path or "the pack", 1, fault.reason, fault.advice) for fault in faults)
