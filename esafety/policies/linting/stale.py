"""What time has overtaken: old editions of guidance, repealed laws, closed services, ages typed as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from esafety.policies.linting.findings import Finding
from esafety.policies.reading.document import Document

SERVICES = {
    r"MSN(?: Messenger)?|Windows Live Messenger": "MSN Messenger closed in 2014",
    r"Bebo": "Bebo closed in 2022",
    r"Google ?(?:\+|Plus)": "Google+ closed in 2019",
    r"Musical\.?ly": "Musical.ly has been TikTok since 2018",
    r"Vine": "Vine closed in 2017",
    r"Periscope": "Periscope closed in 2021",
    r"Yahoo Messenger|Yahoo! Messenger": "Yahoo Messenger closed in 2018",
    r"Friends Reunited": "Friends Reunited closed in 2016",
    r"Piczo": "Piczo closed in 2012",
    r"Formspring": "Formspring closed in 2013",
    r"Ask\.fm": "Ask.fm closed in 2024",
    r"Omegle": "Omegle closed in 2023",
    r"Club Penguin": "Club Penguin closed in 2017",
    r"BBM|BlackBerry Messenger": "BlackBerry Messenger closed in 2019",
    r"Houseparty": "Houseparty closed in 2021",
    r"Skype": "Skype closed in 2025",
    r"AOL Instant Messenger|AIM chat": "AOL Instant Messenger closed in 2017",
    r"(?<!formerly )(?<!formerly called )(?<!previously )Twitter(?!\s*(?:/\s*X\b|\(now))": "Twitter has been called X since 2023",
}
CITATIONS = {
    r"Data Protection Act,? (?:of )?1998|DPA 1998": "The Data Protection Act 1998 was replaced by the Data Protection "
    "Act 2018 and the UK GDPR",
    r"Every Child Matters": "Every Child Matters has not been government policy since 2010",
    r"Race Relations (?:\(Amendment\) )?Act": "The Race Relations Act was replaced by the Equality Act 2010",
    r"Sex Discrimination Act": "The Sex Discrimination Act was replaced by the Equality Act 2010",
    r"Disability Discrimination Act": "The Disability Discrimination Act was replaced by the Equality Act 2010",
    r"\bBecta\b": "Becta, which gave this advice, closed in 2011",
    r"\bCRB\b|Criminal Records Bureau": "CRB checks have been DBS checks since 2012",
    r"Safeguarding Children and Safer Recruitment": "This guidance has been Keeping children safe in education since 2014",
}
_KEEPING = re.compile(
    r"(?:keeping children safe in education|\bKCSIE)(?:\s+statutory guidance)?[\s,:(–-]{0,4}(?:(?:september|"
    r"sept)\.?\s+)?['’]?((?:20)?\d{2})\b",
    re.IGNORECASE,
)
_WORKING = re.compile(r"working together to safeguard children[\s,:(–-]{0,4}(20\d{2})\b", re.IGNORECASE)
_WORKING_EDITION = 2023
_AGE = re.compile(
    r"\b(?:aged?|age of|ages of|under|over|at least|until|below|minimum age(?: of| is)?|to be)\s+(?:the age "
    r"of\s+)?(1[2-8]|thirteen|sixteen)\b(?!\s*(?:st|nd|rd|th|months|weeks|days|characters|%))|"
    r"\b(1[2-8]|thirteen|sixteen)\s*(?:\+|years?(?: old| of age)|or (?:over|older))",
    re.IGNORECASE,
)
MINIMUM_AGE = "minimum_age.social_media"
_ABOUT_SERVICES = re.compile(
    r"\b(?:sites?|accounts?|services?|members?|membership|register|facebook|whatsapp|instagram|snapchat|"
    r"tiktok|youtube|apps?|platforms?|join|social media)\b",
    re.IGNORECASE,
)
_ABOUT_PEOPLE = re.compile(r"\b(?:ex-?pupils?|former pupils?|old pupils?|leavers)\b", re.IGNORECASE)


def stale_findings(document: Document, edition: int) -> Iterator[Finding]:
    """What should be brought up to date. `edition` is the year of the safeguarding guidance in force."""
    for block in document.blocks:
        for pattern, message in SERVICES.items():
            found = re.search(rf"(?<![\w.]){'(?:' + pattern + ')'}(?![\w])", block.text)
            if found:
                yield Finding(
                    "stale-service",
                    block.label,
                    block.where,
                    f"“{found.group(0)}”: {message}. Name a service that children use now, or leave the name out.",
                )
        for pattern, message in CITATIONS.items():
            if re.search(pattern, block.text, re.IGNORECASE):
                yield Finding("stale-citation", block.label, block.where, f"{message}. Please bring the reference up to date.")
        yield from _old_editions(block.text, block.label, block.where, edition)
    for clause in document.clauses:
        age = _AGE.search(clause.text)
        if age and _ABOUT_SERVICES.search(clause.text) and not _ABOUT_PEOPLE.search(clause.text):
            number = age.group(1) or age.group(2)
            message = (
                f"The age {number} is typed into the text, and such ages change. Use the dated fact "
                f"“minimum age for social media” in its place."
            )
            yield Finding("hard-coded-age", clause.label, clause.place, message)


def with_dated_age(text: str) -> str:
    """The text with the dated fact in the place of the age that is typed into it; without such an age it stays as it is."""
    age = _AGE.search(text)
    if not age:
        return text
    group = 1 if age.group(1) else 2
    return f"{text[: age.start(group)]}{{fact:{MINIMUM_AGE}}}{text[age.end(group) :]}"


def _old_editions(text: str, label: str, where: str, edition: int) -> Iterator[Finding]:
    for pattern, newest, name in (
        (_KEEPING, edition, "Keeping children safe in education"),
        (_WORKING, _WORKING_EDITION, "Working together to safeguard children"),
    ):
        for found in pattern.finditer(text):
            year = int(found.group(1)) % 100 + 2000
            if year < newest:
                yield Finding(
                    "stale-citation",
                    label,
                    where,
                    f"{name} is cited in its edition of {year}; the edition in force is that of {newest}. "
                    f"Cite it without a year, or bring it up to date.",
                )
