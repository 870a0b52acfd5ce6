"""Reading what somebody sent: in a process of its own, with walls around it. Nothing of the file is kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import esafety
from esafety.policies.reading.blocks import Block, Refused
from esafety.policies.reading.document import Document, document_of, read_document
from esafety.policies.reading.limits import FILE_BYTES, SECONDS

_WORKER = "esafety.policies.reading.worker"
_NAME_LENGTH = 200


def read_file(data: bytes, name: str = "") -> Document:
    """The document in an uploaded file. Raises Refused with a sentence for the sender.

    The name only helps to notice a wrong type; it is never used as a path.
    """
    if len(data) > FILE_BYTES:
        raise Refused(f"The file is larger than {FILE_BYTES // 1024 // 1024} MB. Save it without pictures, or paste the text.")
    answer = _answer_of_worker(data, _safe_name(name))
    if "refused" in answer:
        raise Refused(str(answer["refused"]))
    return document_of([Block(**block) for block in answer["blocks"]])


def read_pasted(text: str) -> Document:
    """The document in a text that was pasted into a box. Raises Refused when it is empty or endless."""
    return read_document(text.encode("utf-8", "replace"), "pasted.txt")


def _safe_name(name: str) -> str:
    return "".join(character for character in name[-_NAME_LENGTH:] if character.isascii() and character.isprintable())


def _answer_of_worker(data: bytes, name: str) -> dict[str, Any]:
    environment = {"PYTHONPATH": str(Path(esafety.__file__).parents[1]), "PATH": os.defpath, "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-B", "-m", _WORKER, name]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS + 5, env=environment, check=False)
        answer: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {}
    except (subprocess.TimeoutExpired, ValueError):
        answer = {}
    if not answer:
        raise Refused("Reading the file took too long or too much memory. Save it anew without pictures, or paste the text.")
    return answer
