"""The form of the first run."""

from __future__ import annotations

import pyotp
from wtforms import HiddenField, PasswordField, ValidationError

from esafety.core.i18n import gettext as _
from esafety.core.i18n import lazy_gettext as _l
from esafety.people import accounts, passwords
from esafety.people.schools import KEY
from esafety.web.forms import HouseForm, line


class FirstRunForm(HouseForm):
    """Everything that an empty installation needs to begin."""

    code = line(_l("Set-up code"), most=40)
    name = line(_l("Name of the school"), most=120)
    key = line(_l("Short name for commands, such as otter-lane"), most=40)
    lead_name = line(_l("Your name, as others at school call you"), most=100)
    sign_in_name = line(_l("The name you want to sign in with"), most=60)
    password = PasswordField(_l("A password of at least 12 characters"))
    totp_secret = HiddenField()
    totp_code = line(_l("The six digits that your phone's authenticator app shows now"), most=10)

    def validate_key(self, field: HiddenField) -> None:
        """The short name has only letters, digits and hyphens."""
        if not KEY.fullmatch(field.data or ""):
            raise ValidationError(_("Use 2 to 40 small letters, digits or hyphens."))

    def validate_sign_in_name(self, field: HiddenField) -> None:
        """The sign-in name can be typed on any keyboard."""
        if not accounts.is_sign_in_name(field.data or ""):
            raise ValidationError(_("Use letters, digits, dots or hyphens, without spaces."))

    def validate_password(self, field: PasswordField) -> None:
        """The password is long and not a well-known one."""
        if problem := passwords.weakness(field.data or "", about=(self.name.data or "", self.sign_in_name.data or "")):
            raise ValidationError(problem)

    def validate_totp_code(self, field: HiddenField) -> None:
        """The authenticator app shows the right digits, so that nobody locks themselves out."""
        typed = "".join((field.data or "").split())
        if not pyotp.TOTP(self.totp_secret.data or pyotp.random_base32()).verify(typed, valid_window=1):
            raise ValidationError(_("These are not the digits of the code above. Enter the newest six digits."))
