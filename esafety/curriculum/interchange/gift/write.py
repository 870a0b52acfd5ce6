"""Write questions as GIFT. What it has no place for stands in a comment before each question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from esafety.curriculum.interchange.carried import packed
from esafety.curriculum.interchange.draft import FULL, Draft, NotShown, Part
from esafety.curriculum.interchange.entry import Entry
from esafety.curriculum.interchange.gift.escapes import escaped
from esafety.curriculum.interchange.gift.texts import FORMAT
from esafety.curriculum.interchange.writing import Written, cannot_hold, drafted, weight_text

HEAD = "// Questions in the GIFT format. Comments that begin with esafety: keep what GIFT has no place for.\n"


def write(entries: Iterable[Entry], said: Mapping[str, str]) -> Written:
    """A whole file of questions by category."""
    pieces, findings, category, number = [HEAD], [], "", 0
    for entry in entries:
        try:
            draft = _sayable(drafted(entry, said))
        except NotShown as reason:
            findings.append(cannot_hold(entry, reason))
            continue
        if entry.category != category:
            category = entry.category
            pieces.append(f"$CATEGORY: $course$/top/{category}\n")
        pieces.append("".join(_question(entry, draft, said)))
        number += 1
    return Written("\n".join(pieces).encode(), number, tuple(findings))


def _sayable(draft: Draft) -> Draft:
    if draft.kind == "match" and any("->" in part.text for part in draft.parts):
        raise NotShown('GIFT parts the two sides of a pair by "->", so the left one cannot hold it.')
    if draft.kind == "choice" and len({part.weight >= FULL for part in draft.parts}) < 2:
        raise NotShown("GIFT knows a choice of one only by answers that are right beside others that are not.")
    return draft


def _question(entry: Entry, draft: Draft, said: Mapping[str, str]) -> Iterator[str]:
    yield f"// esafety: {packed(entry, said)}\n"
    yield f"::{escaped(' '.join(entry.name.split()))}::[markdown]{escaped(draft.stem)}{{"
    general = draft.general or draft.whole.get("secure", "")
    match draft.kind:
        case "true-or-not":
            yield _statement(draft)
        case "order":
            yield f">{len(draft.parts)} ALL VERTICAL ALL_OR_NOTHING SHOW none\n"
            yield from (f"{_text(part.text)}\n" for part in draft.parts)
        case "match":
            yield "\n"
            yield from (f"\t={_text(part.text)} -> {_text(part.other)}\n" for part in draft.parts)
        case _:
            yield "\n"
            yield from (f"\t{_sign(part, draft)}{_text(part.text)}{_said(part.feedback)}\n" for part in draft.parts)
    if general:
        yield f"####{_text(general)}\n"
    yield "}\n"


def _statement(draft: Draft) -> str:
    right = next(part for part in draft.parts if part.weight > 0)
    wrong = next(part for part in draft.parts if part is not right)
    return f"{'TRUE' if right.text == 'true' else 'FALSE'}#{_text(wrong.feedback)}#{_text(right.feedback)}"


def _sign(part: Part, draft: Draft) -> str:
    if draft.kind == "choice" and part.weight >= FULL:
        return "=%100%" if part.text.startswith("%") else "="
    return "~" if part.weight == 0 and not part.text.startswith("%") else f"~%{weight_text(part.weight)}%"


def _said(feedback: str) -> str:
    return f"#{_text(feedback)}" if feedback else ""


def _text(text: str) -> str:
    """A text that begins like a format or a comment says that it is neither."""
    written = escaped(text)
    return f"[markdown]{written}" if FORMAT.match(written) or written.startswith("//") else written
