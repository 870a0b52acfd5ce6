"""The process that reads one file: bytes on standard input, JSON on standard output, and nothing else."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from esafety.policies.reading import limits
from esafety.policies.reading.blocks import Refused
from esafety.policies.reading.document import read_document


def main() -> None:
    """Read what comes in, within the limits, and answer with blocks or with the reason for refusing."""
    limits.hold()
    data = sys.stdin.buffer.read(limits.FILE_BYTES + 1)
    try:
        document = read_document(data, sys.argv[1] if len(sys.argv) > 1 else "")
        answer: dict[str, object] = {"blocks": [asdict(block) for block in document.blocks]}
    except Refused as reason:
        answer = {"refused": str(reason)}
    except (MemoryError, RecursionError):
        answer = {"refused": "The file asks for too much memory. Save it anew without pictures, or paste the text."}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
