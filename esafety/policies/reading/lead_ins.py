"""What the lead-in of a list, or the heading above it, says about the items that follow."""

from __future__ import annotations

import re

_PURPOSE = re.compile(r"\b(?:purpose|aims?|objectives?)\b[^.]*:$", re.IGNORECASE)
_OTHER_POLICIES = re.compile(
    r"\b(?:linked|related|associated|other|supporting)\b.{0,20}\b(?:policies|documents?)\b|"
    r"\bread (?:in conjunction|alongside|together) with\b",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(r"\b(?:for example|e\.g\.|such as)\s*:$", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:should|must|will|shall|may|can|are|is|have|has|need)\b", re.IGNORECASE)
_FORBIDS = re.compile(
    r"\b(?:should|must|shall|will|may|do|are|can)\s+(?:not|never)(?:\s+\w+){0,3}\s*:$|\bnot (?:considered "
    r")?(?:acceptable|allowed|permitted)\b.*:$|"
    r"\b(?:to be|as|are) (?:inappropriate|unacceptable)\b",
    re.IGNORECASE,
)
"""Lead-ins that turn each of their items into something not to be done."""


def forbids(lead_in: str) -> bool:
    """Whether each item of the list is something not to be done, as after "Staff should not:"."""
    return bool(_FORBIDS.search(lead_in))


def opens_aims(lead_in: str) -> bool:
    """Whether the items say what the document is for, as after "The purpose of this policy is to:"."""
    return bool(_PURPOSE.search(lead_in))


def opens_examples(lead_in: str) -> bool:
    """Whether the items only show what was said before them: they bind whom the lead-in binds, and no further."""
    return bool(_EXAMPLES.search(lead_in))


def opens_no_duties(text: str, *above: str) -> bool:
    """Whether a clause stands in a list of aims, or of other policies without a verb of duty of its own: it binds nobody."""
    return names_a_policy(text, *above) or any(opens_aims(one) for one in above)


def names_a_policy(text: str, *above: str) -> bool:
    """Whether a clause is the name of another policy, in a list such as "Linked policies"."""
    return any(_OTHER_POLICIES.search(one) for one in above) and not _MODAL.search(text)


def before_the_verb(lead_in: str) -> str:
    """Where a lead-in names who acts: "As a guide, people should consider the following about pupils:" does not name pupils."""
    verb = _MODAL.search(lead_in)
    return lead_in[: verb.start()] if verb else lead_in
