"""The fixed names of the catalogue: what a school may expect, and who is taught it."""

from typing import Final

EXPECTATIONS: dict[str, tuple[str, ...]] = {
    "age-limits": ("pupils", "parents"),
    "images-of-others": ("pupils", "parents", "staff"),
    "official-channels": ("parents", "staff"),
    "kind-communication": ("pupils", "parents", "staff"),
    "cyberbullying": ("pupils", "parents", "staff"),
    "personal-information": ("pupils", "parents", "staff"),
    "passwords-accounts": ("pupils", "staff"),
    "stranger-contact": ("pupils", "parents"),
    "tell-an-adult": ("pupils", "parents"),
    "inappropriate-content": ("pupils", "parents", "staff"),
    "privacy-settings": ("pupils", "parents", "staff"),
    "copyright-ownership": ("pupils",),
    "screen-time-wellbeing": ("pupils", "parents"),
    "reliable-information": ("pupils", "parents"),
    "mobile-devices": ("pupils", "parents", "staff"),
    "school-equipment-use": ("pupils", "staff"),
    "parent-supervision": ("parents",),
    "photo-consent": ("parents", "staff"),
    "staff-boundaries": ("staff",),
    "staff-conduct-reputation": ("staff", "governors"),
    "incident-response": ("parents", "staff"),
    "policy-governance": ("staff", "governors"),
}
"""Each expectation in the order of the catalogue, with the audiences that are taught it."""

NOTHING_TO_TEACH = "none"
"""The label of a clause that teaches nothing: background, definitions, page furniture."""

BANDS: Final = ("ks1", "lks2", "uks2")
"""Age bands of pupils, youngest first: Years 1-2 with Reception, Years 3-4, Years 5-6."""

ADULT_AUDIENCES = ("parents", "staff", "governors")
