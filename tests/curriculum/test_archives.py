"""A zip that somebody brings is looked over before anything of it is used."""

from __future__ import annotations

import stat
import struct
import zipfile
from io import BytesIO

import pytest

from esafety.curriculum.archives import Limits, fault_of_path, opened, packed

SMALL = Limits(files=5, one=1_000, total=3_000, times=50)


def zipped(*files: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return written.getvalue()


def told(data: bytes, limits: Limits = SMALL) -> list[tuple[str, str]]:
    files, faults = opened(data, limits)
    assert not (files and faults)
    return [(fault.path, fault.reason) for fault in faults]


def test_what_was_packed_is_found_again_and_is_the_same_each_time() -> None:
    files = {"b/c.yaml": b"two", "a.yaml": b"one"}
    assert opened(packed(files), SMALL) == (files, ())
    assert packed(files) == packed(dict(reversed(files.items())))


@pytest.mark.parametrize(
    "path",
    ["../a", "a/../../b", "/a", "\\a", "C:/a", "c:a", "a\\b", "a\\..\\b", "a//b", "./a", "a/.", "a/", "", "con", "a/NUL.yaml", "a.", "a ",
     "a\nb", "a\u202eb", "a\u200bb", "a:b", "a?b", "x" * 200],
)  # fmt: skip
def test_paths_that_may_lead_elsewhere_are_refused(path: str) -> None:
    assert fault_of_path(path)


@pytest.mark.parametrize("path", ["a", "lessons/age-limits/ks1.cy.yaml", "pictures/a-b.svg", "Zoë.yaml"])
def test_plain_paths_are_fine(path: str) -> None:
    assert fault_of_path(path) == ""


def test_links_are_refused() -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    device = zipfile.ZipInfo("device")
    device.external_attr = (stat.S_IFCHR | 0o600) << 16
    assert told(zipped((link, b"/etc/passwd"), (device, b""))) == [
        ("device", "It is no ordinary file."),
        ("link", "It is a link."),
    ]


def test_everything_is_told_at_once() -> None:
    data = zipped(("../up", b"x"), ("/abs", b"x"), ("big", b"y" * 2_000), ("same", b"1"), ("SAME", b"2"))
    assert told(data) == [
        ("../up", 'The path leads out of the archive ("..").'),
        ("/abs", "The path is absolute."),
        ("big", "It has 2000 bytes; at most 1000 are read."),
        ("same", "2 files have this name."),
    ]


def test_bombs_are_refused_before_they_are_unpacked() -> None:
    flat = zipped(*((f"{at}", b"\0" * 900_000) for at in range(4)))
    reasons = [reason for _path, reason in told(flat, Limits(one=1_000_000, total=3_000_000))]
    assert reasons[0].startswith("Unpacked it grows to ")
    assert reasons[1] == "Unpacked it has 3.6 MB; at most 3 MB are read."
    assert told(zipped(*((f"{at}", b"") for at in range(6)))) == [("", "It holds 6 files; at most 5 are read.")]
    assert told(zipped(("inner.zip", zipped(("a", b"x"))))) == [("inner.zip", "It is an archive inside the archive.")]


def test_a_size_that_lies_is_found_out() -> None:
    """The directory of the archive says ten bytes; the file has nine hundred."""
    data = bytearray(zipped(("a", bytes(range(256)) * 3)))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    assert [path for path, _reason in told(bytes(data))] == ["a"]


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04 and nothing", b"hello", zipped(("a", b"x"))[:-10]])
def test_what_is_no_archive_is_told(data: bytes) -> None:
    ((path, reason),) = told(data)
    assert path == ""
    assert reason.startswith("It is no zip file that can be read")


def test_damaged_and_encrypted_files_are_told() -> None:
    damaged = bytearray(zipped(("a", b"hello hello hello")))
    damaged[35] ^= 0xFF
    assert told(bytes(damaged))[0][1].startswith("It cannot be unpacked")
    encrypted = bytearray(zipped(("a", b"x")))
    for mark in (b"PK\x01\x02", b"PK\x03\x04"):
        at = encrypted.index(mark)
        encrypted[at + (8 if mark[2] == 1 else 6)] |= 1
    assert told(bytes(encrypted)) == [("a", "It is encrypted.")]
