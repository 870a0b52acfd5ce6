"""Why an expectation is proposed, in words that a lead can check at a glance."""

from __future__ import annotations

from esafety.policies.matching.lexicon import words_of
from esafety.policies.matching.words import plain

SPEAKING = {
    "age-limits": "age game",
    "images-of-others": "image taking others-child undressed",
    "official-channels": "concern channel",
    "kind-communication": "abuse kind",
    "cyberbullying": "bully evidence",
    "personal-information": "personal own-contact",
    "passwords-accounts": "password",
    "stranger-contact": "stranger meet",
    "tell-an-adult": "tell trusted upset",
    "inappropriate-content": "content filter",
    "privacy-settings": "privacy",
    "copyright-ownership": "copyright ai",
    "screen-time-wellbeing": "screen-time",
    "reliable-information": "reliable ai",
    "mobile-devices": "phone own-device",
    "school-equipment-use": "school-kit network bypass monitored",
    "parent-supervision": "supervise parent",
    "photo-consent": "consent image publish",
    "staff-boundaries": "boundary own-contact staff",
    "staff-conduct-reputation": "repute confidential staff",
    "incident-response": "incident outsider",
    "policy-governance": "governance law",
    "none": "definition background",
}
"""Which word fields speak for an expectation."""
_MOST = 4


def reason_for(text: str, expectation: str) -> str:
    """The clause's own words that speak for an expectation, such as "shares: photographs, other people's"; empty without any."""
    simple = plain(text)
    found = [word for field in SPEAKING.get(expectation, "").split() for word in words_of(field, simple)]
    shared = list(dict.fromkeys(found))[:_MOST]
    return f"shares: {', '.join(shared)}" if shared else ""
