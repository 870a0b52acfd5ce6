"""How much a policy may ask of the machine."""

from __future__ import annotations

import resource

FILE_BYTES = 20 * 1024 * 1024
UNPACKED_BYTES = 60 * 1024 * 1024
"""All parts of a Word file together, unpacked."""
PACKED_RATIO = 200
"""Unpacked to packed; text packs about ten to one."""
PARTS = 2_000
PAGES = 300
CHARACTERS = 2_000_000
BLOCKS = 20_000
SECONDS = 30
MEMORY_BYTES = 768 * 1024 * 1024


def hold() -> None:
    """Bind this process: processor time, memory, and no writing to files. Only for a process that reads one file."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
