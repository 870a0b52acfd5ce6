"""What a page carries besides its clauses: numbers, mottos, school names, dates, signatures."""

from __future__ import annotations

import re

_FURNITURE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$",
        r"^(?:-+\s*)?\d{1,3}(?:\s*-+)?$",
        (
            r"^(?:(?:last|next|date(?: of)?(?: (?:this|next|last|the))?|policy|latest)\s+)*(?:review(?:ed)?|"
            r"approv(?:ed|al)|adopted|ratified|updated|agreed|issued?|written|created)"
            r"(?:\s+(?:date|due|on|by|in))*\s*[:–-].{0,80}$"
        ),
        (
            r"^(?:date|review date|next review|last review|date approved|date of .{0,30}|version|status|owner|"
            r"author|document owner|chair of governors|headteacher|signed)\s*:.{0,90}$"
        ),
        r"^.{0,60}[._…]{5,}.*$",
        r"^(?:tel|telephone|phone|fax|email|e-mail|website)\s*(?:no\.?|number)?\s*[:.]\s*\S.{0,80}$",
        r"^(?:https?://|www\.)\S+$",
        (
            r"^.{0,60}\b(?:matthew|mark|luke|john|hebrews|corinthians|proverbs|psalms?|genesis|romans|philippians|"
            r"isaiah)\s*\d{1,3}\s*[:v]\s*\d.*$"
        ),
        r"^[\"'“‘].{5,160}[\"'”’]$",
        r"^(?:[\w.'’&-]+\s+){0,6}(?:primary|junior|infants?|nursery|first)?\s*(?:school|academy)s?(?: and nursery)?$",
        r"^(?:table of )?contents$",
        r"^this page (?:is|has been) .{0,30}blank.*$",
        r"^(?:©|copyright ©).*$",
    )
)
_VERB = re.compile(
    r"\b(?:is|are|was|will|must|should|shall|may|can|could|has|have|be|do|does|not|never|apply|applies|includes?|i|we|please|\w+n['’]t)\b",
    re.IGNORECASE,
)
_HEADING_WORDS = 11
_HEADING_LEAD_IN = 4


def is_furniture(text: str) -> bool:
    """Whether a line is no part of the text: a date, a page number, a motto, a school's name, a line to sign on."""
    return any(pattern.match(text) for pattern in _FURNITURE)


def looks_like_heading(text: str, *, alone: bool) -> bool:
    """Whether a line between blank lines reads like a heading: short, begins large, says no duty."""
    count = len(text.split())
    if not alone or not text[:1].isupper() or not 0 < count <= _HEADING_WORDS or text.endswith((";", ",")):
        return text.isupper() and 1 < count <= _HEADING_WORDS and len(text) > 3
    if text.endswith(":"):
        return count <= _HEADING_LEAD_IN and not _VERB.search(text)
    if re.match(r"^what is\b.*\?$", text, re.IGNORECASE):
        return True
    return not _VERB.search(text) and not text.endswith("!")
