"""What the eight strands are called on badges and certificates."""

from __future__ import annotations

from esafety.core.i18n import gettext as _


def strand_name(strand: str) -> str:
    """A strand in words that a child can read. The frame itself is named in the expectations' shape."""
    return {
        "self-image-and-identity": _("Being me"),
        "online-relationships": _("Getting on together"),
        "online-reputation": _("What others see of me"),
        "online-bullying": _("Standing up for each other"),
        "managing-online-information": _("Finding out what is true"),
        "health-wellbeing-lifestyle": _("Feeling well"),
        "privacy-and-security": _("Keeping things safe"),
        "copyright-and-ownership": _("What is mine and yours"),
    }.get(strand, strand)
