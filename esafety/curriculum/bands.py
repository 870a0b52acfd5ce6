"""What age bands are called."""

from __future__ import annotations

from esafety.core.i18n import gettext as _


def band_name(band: str) -> str:
    """An age band as schools say it."""
    return {"ks1": _("Reception to Year 2"), "lks2": _("Years 3 and 4"), "uks2": _("Years 5 and 6")}[band]
