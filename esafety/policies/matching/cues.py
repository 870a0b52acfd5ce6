"""Hand-written rules of the people who label: what decides between neighbours such as reporting and consequences."""

from __future__ import annotations

import re
from collections import defaultdict

from esafety.policies.matching.lexicon import fields_in
from esafety.policies.matching.rules import RULES
from esafety.policies.matching.words import plain

MISSING: dict[str, tuple[float, str]] = {
    "age-limits": (2.5, "age"),
    "images-of-others": (2.0, "image undressed"),
    "photo-consent": (2.0, "image consent"),
    "mobile-devices": (2.0, "phone own-device computer"),
    "passwords-accounts": (1.5, "password"),
    "copyright-ownership": (1.5, "copyright ai"),
    "screen-time-wellbeing": (1.0, "screen-time game"),
    "stranger-contact": (1.0, "stranger meet boundary"),
    "cyberbullying": (1.0, "bully abuse evidence"),
    "inappropriate-content": (1.0, "content filter"),
    "personal-information": (0.7, "personal own-contact confidential"),
    "parent-supervision": (1.0, "parent supervise"),
    "reliable-information": (0.7, "reliable ai"),
    "tell-an-adult": (1.2, "tell trusted upset"),
    "kind-communication": (0.7, "abuse kind bully"),
}
"""An expectation that a clause can hardly ask for without one of these word fields, and what their absence costs."""

_PATTERNS = tuple((name, added, re.compile(pattern)) for name, added, pattern in RULES)


def cues_in(text: str) -> dict[str, float]:
    """What to add to the logarithm of each expectation's score."""
    simple = plain(text)
    fields = fields_in(simple)
    added: dict[str, float] = defaultdict(float)
    for name, (cost, wanted) in MISSING.items():
        if not any(field in fields for field in wanted.split()):
            added[name] -= cost
    for name, gain, pattern in _PATTERNS:
        if pattern.search(simple):
            added[name] += gain
    return dict(added)
