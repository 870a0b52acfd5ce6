"""What the person at the keyboard is told while things are made ready.

Everything goes to standard error, so that a command's own output (JSON, CSV) stays clean.
"""

import sys


class NotReady(Exception):
    """Something is missing that only the person can provide; the message says what to do."""


def say(sentence: str) -> None:
    """Tell one step in plain words."""
    print(sentence, file=sys.stderr, flush=True)


class Counter:
    """Counts parts as they come in: one line that renews itself, a line per quarter where nobody watches."""

    def __init__(self, total: int) -> None:
        self._total = max(total, 1)
        self._done = 0
        self._watched = sys.stderr.isatty()

    def one_more(self, name: str) -> None:
        self._done = min(self._done + 1, self._total)
        if self._watched:
            print(f"\r\033[K  {self._done} of {self._total}: {name}", end="", file=sys.stderr, flush=True)
        elif self._done * 4 // self._total > (self._done - 1) * 4 // self._total:
            say(f"  {self._done} of {self._total} parts")

    def finish(self) -> None:
        if self._watched:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
