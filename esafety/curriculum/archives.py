"""Zip files that somebody brought: looked over wholly before a single byte of theirs is used."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

READ_AT_ONCE = 64 * 1024
LONGEST_PATH = 180
ODD = re.compile('[\x00-\x1f\x7f<>:"|?*\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]')
RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, OverflowError,
)  # fmt: skip
"""Whatever the standard library raises over an archive that is not as it should be."""

EVERY_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every file that we pack: the same content makes the same archive, byte for byte."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an archive may hold: files, bytes of one file and of all, and how many times its own size."""

    files: int = 2_000
    one: int = 1_000_000
    total: int = 32_000_000
    times: int = 120


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong with one file of an archive, or with the archive (then the path is empty)."""

    path: str
    reason: str
    advice: str = ""


def opened(data: bytes, limits: Limits) -> tuple[Mapping[str, bytes], tuple[Fault, ...]]:
    """The files of an archive by path, or nothing and everything that is wrong with it."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except DAMAGED as error:
        return {}, (Fault("", f"It is no zip file that can be read: {error}.", "Make it again."),)
    with archive:
        infos = archive.infolist()
        faults = [*_faults_of_all(infos, len(data), limits), *(one for info in infos for one in _faults_of(info, limits))]
        if faults:
            return {}, tuple(sorted(faults))
        return _unpacked(archive, infos, limits)


def packed(files: Mapping[str, bytes]) -> bytes:
    """An archive of some files, in the order of their paths; the same files make the same bytes."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in sorted(files.items()):
            info = zipfile.ZipInfo(path, EVERY_TIME)
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _faults_of_all(infos: list[zipfile.ZipInfo], size: int, limits: Limits) -> Iterator[Fault]:
    if len(infos) > limits.files:
        yield Fault("", f"It holds {len(infos)} files; at most {limits.files} are read.", "Split it.")
    total = sum(info.file_size for info in infos)
    if total > limits.total:
        yield Fault("", f"Unpacked it has {total / 1e6:.1f} MB; at most {limits.total // 1_000_000} MB are read.", "Split it.")
    if total > READ_AT_ONCE and total > limits.times * size:
        yield Fault("", f"Unpacked it grows to {total // max(size, 1)} times its size: this is how a zip bomb is made.")
    for path, number in Counter(info.filename.casefold() for info in infos).items():
        if number > 1:
            yield Fault(path, f"{number} files have this name.", "Names that differ only in capitals count as one.")


def _faults_of(info: zipfile.ZipInfo, limits: Limits) -> Iterator[Fault]:
    path, mode = info.filename, info.external_attr >> 16
    if reason := fault_of_path(path.rstrip("/") if info.is_dir() else path) or (
        "The name has a hidden end." if "\0" in info.orig_filename else ""
    ):
        yield Fault(path, reason, "Use plain names inside the archive.")
    if mode and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) and stat.S_IFMT(mode):
        what = "a link" if stat.S_ISLNK(mode) else "no ordinary file"
        yield Fault(path, f"It is {what}.", "Pack the file itself.")
    if info.flag_bits & 1:
        yield Fault(path, "It is encrypted.", "Pack it without a password.")
    elif info.compress_type not in METHODS:
        yield Fault(path, "It is packed in an unusual way.", "Pack it as an ordinary zip file.")
    if info.file_size > limits.one:
        yield Fault(path, f"It has {info.file_size} bytes; at most {limits.one} are read.")


def fault_of_path(path: str) -> str:
    """Why a path may not be used; empty when it stays inside the folder on every system."""
    parts = path.split("/")
    if path.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", path):
        return "The path is absolute."
    if ".." in parts or ".." in path.split("\\"):
        return 'The path leads out of the archive ("..").'
    if "\\" in path or ODD.search(path):
        return "The path has signs that not every system knows."
    if len(path) > LONGEST_PATH or any(not part or part == "." or part[-1] in ". " or RESERVED.fullmatch(part) for part in parts):
        return "The path is not a plain one."
    return ""


def _unpacked(
    archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], limits: Limits
) -> tuple[Mapping[str, bytes], tuple[Fault, ...]]:
    files: dict[str, bytes] = {}
    faults = []
    for info in infos:
        if info.is_dir():
            continue
        try:
            with archive.open(info) as file:
                data = file.read(limits.one + 1)
        except DAMAGED as error:
            faults.append(Fault(info.filename, f"It cannot be unpacked: {error}.", "Make the archive again."))
            continue
        if len(data) != info.file_size:
            faults.append(Fault(info.filename, "It is larger than the archive says: this is how a zip bomb is made."))
        elif data.startswith(ARCHIVES):
            faults.append(Fault(info.filename, "It is an archive inside the archive.", "Pack its files themselves."))
        files[info.filename] = data
    return ({} if faults else files), tuple(sorted(faults))
