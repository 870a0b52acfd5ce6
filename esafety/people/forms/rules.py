"""What several forms of this room check in the same way."""

from __future__ import annotations

import re
from typing import Any

from wtforms import ValidationError

from esafety.core.i18n import gettext as _

_ADDRESS = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


def good_email(field: Any) -> None:
    """Nothing, or something that can be an e-mail address; only a sent message could prove more."""
    if field.data and not _ADDRESS.fullmatch(field.data):
        raise ValidationError(_("Please write an address like name@example.org, or leave this empty."))
