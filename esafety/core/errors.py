"""The ways in which a request or a command ends without doing what was asked."""

from __future__ import annotations


class EsafetyError(Exception):
    """Anything that the application itself refuses."""


class NotFound(EsafetyError):
    """It is not there, or not yours: both look the same from outside."""


class NotAllowed(EsafetyError):
    """The viewer may not enter this page; signing in may help."""


class Refused(EsafetyError):
    """A rule of the school says no. The message is a sentence for the reader, already in their language."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class TooMany(Refused):
    """Too many attempts; the sentence says when or how to go on."""


class SettingsError(EsafetyError):
    """Settings that make no sense; the application does not start."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class WrongSchool(EsafetyError):
    """A row of another school was about to be touched: a fault in the code, never a message for a reader."""


class Unscoped(EsafetyError):
    """A statement that cannot be kept inside one school was about to run: a fault in the code."""
