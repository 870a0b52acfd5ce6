"""Forms at the adults' doors: name and password, letter's code, a sign-in of one's own, the telephone's code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wtforms import PasswordField, ValidationError

from esafety.core.i18n import N_, lazy_gettext
from esafety.core.i18n import gettext as _
from esafety.people import accounts, codes, passwords
from esafety.people.forms.rules import good_email
from esafety.web.forms import HouseForm, line

LONGEST_TYPED = 1000


def secret(label: str, missing: str) -> PasswordField:
    """A field for a password as it was typed: nothing is cleaned, and it is never shown again."""

    def there(_form: HouseForm, field: Any) -> None:
        if not field.data:
            raise ValidationError(_(missing))
        if len(field.data) > LONGEST_TYPED:
            raise ValidationError(_("This is too long for a password."))

    return PasswordField(label, validators=[there])


class SignInForm(HouseForm):
    """A sign-in name and a password."""

    sign_in_name = line(lazy_gettext("Sign-in name"), most=200, missing=N_("Please write your sign-in name."))
    password = secret(lazy_gettext("Password"), N_("Please write your password."))


class CodeForm(HouseForm):
    """The code on the school's letter."""

    code = line(lazy_gettext("Code from the letter"), most=60, missing=N_("Please write the code from the school's letter."))

    def validate_code(self, field: Any) -> None:
        """A code has ten letters and digits; hyphens, spaces, small letters and look-alikes are forgiven."""
        if field.data and codes.understood(field.data) is None:
            raise ValidationError(_("A code has 10 letters and digits, such as K7M2P-9XR4T. Please look at the letter again."))


class SecondFactorForm(HouseForm):
    """The six digits that the telephone shows."""

    code = line(lazy_gettext("Code on your phone"), most=20, missing=N_("Please write the 6 digits that your phone shows."))


class NewPasswordForm(HouseForm):
    """A new password, checked against what everybody tries first."""

    password = secret(lazy_gettext("New password"), N_("Please choose a password."))

    def __init__(self, *arguments: Any, about: Iterable[str] = (), **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.about = tuple(about)

    def names(self) -> tuple[str, ...]:
        """The names that the password must not consist of."""
        return self.about

    def validate_password(self, field: Any) -> None:
        """Long enough and not easily guessed."""
        weak = passwords.weakness(field.data or "", about=self.names()) if field.data else ""
        if weak:
            raise ValidationError(weak)


class NewSignInForm(NewPasswordForm):
    """A sign-in of one's own. The e-mail may stay empty."""

    sign_in_name = line(lazy_gettext("Sign-in name"), most=60, missing=N_("Please choose a sign-in name."))
    password = secret(lazy_gettext("Password"), N_("Please choose a password."))
    email = line(lazy_gettext("E-mail"), most=200, required=False)

    def names(self) -> tuple[str, ...]:
        """The names that the password must not consist of: also the sign-in name."""
        return (*self.about, self.sign_in_name.data or "")

    def validate_sign_in_name(self, field: Any) -> None:
        """Letters, digits and a few signs."""
        if field.data and not accounts.is_sign_in_name(accounts.folded(field.data)):
            raise ValidationError(_("Please use 3 to 60 letters, digits, full stops or hyphens."))

    def validate_email(self, field: Any) -> None:
        """Something that can be an address."""
        good_email(field)


class ChangePasswordForm(NewPasswordForm):
    """The old password and a new one."""

    present = secret(lazy_gettext("Present password"), N_("Please write your present password."))
