"""What letters and e-mails say, in the reader's language. Few sentences, and every answer is as good as another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from esafety.core import i18n
from esafety.core.i18n import gettext as _
from esafety.notices.rules import MOST_REMINDERS


@dataclass(frozen=True, slots=True)
class Said:
    """A letter's words in one language."""

    language: str
    heading: str
    sentences: tuple[str, ...]
    code_label: str
    until: str

    @property
    def as_text(self) -> str:
        """The same as plain lines, for the outbox and for e-mail."""
        return "\n\n".join(self.sentences)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a letter is about. ``turn`` 0 is the first letter, 1 to 3 are reminders; ``until`` is the code's last day."""

    school: str
    child: str
    address: str
    turn: int = 0
    has_sign_in: bool = False
    until: date | None = None


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak another language for a moment."""
    before = i18n.language()
    i18n.use(language)
    try:
        yield
    finally:
        i18n.use(before)


def said(occasion: Occasion, language: str) -> Said:
    """A letter's words in a language; English where there is no such one."""
    with speaking(language):
        return Said(
            language=i18n.language(),
            heading=_heading(occasion.turn),
            sentences=tuple(_sentences(occasion)),
            code_label=_("Your own code"),
            until=_("The code works once, until %(day)s, and is for you alone.", day=i18n.day(occasion.until))
            if occasion.until
            else "",
        )


def in_both(occasion: Occasion, language: str) -> tuple[Said, ...]:
    """English first, then the same in the home language where there is such a text."""
    first, own = said(occasion, i18n.SOURCE), said(occasion, language)
    return (first,) if own.sentences == first.sentences else (first, own)


def _heading(turn: int) -> str:
    return _("A reminder: our agreement about life online") if turn else _("Our agreement about life online")


def _sentences(occasion: Occasion) -> Iterator[str]:
    yield _(
        "%(school)s asks you to read our agreement about life online for %(child)s and to tell us your answer.",
        school=occasion.school,
        child=occasion.child,
    )
    yield _(
        "It takes five minutes. You may sign, say no, or ask to talk first. Whatever you choose changes nothing for %(child)s.",
        child=occasion.child,
    )
    if occasion.has_sign_in:
        yield _("Sign in at %(address)s as you did before.", address=occasion.address)
    else:
        yield _(
            "Scan the square with your phone, or open %(address)s and type your code. "
            "Without a phone or computer, ask the office for paper.",
            address=occasion.address,
        )
    if occasion.turn == MOST_REMINDERS:
        yield _("This is our last reminder this school year.")
    if i18n.is_draft(i18n.language()):
        yield _("This translation is a draft. A speaker has not approved it yet.")
