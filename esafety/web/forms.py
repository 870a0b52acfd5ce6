"""Forms: one base that knows the door, cleans what people type and keeps it when something is wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from flask import g
from wtforms import Form, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.meta import DefaultMeta

from esafety.core.i18n import N_, catalogue, language
from esafety.core.i18n import gettext as _

INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
MARKS_IN_A_ROW = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]{4})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]+"
)


IN_OUR_WORDS = {"Not a valid date value.": N_("Please choose a day.")}
"""Messages of WTForms that a reader would not understand."""


class Words:
    """WTForms' own messages in the reader's language."""

    def gettext(self, message: str) -> str:
        """One message."""
        return _(IN_OUR_WORDS.get(message, message))

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """One message that counts; WTForms puts the values in itself."""
        return str(catalogue(language()).ngettext(singular, plural, number))


class HouseForm(Form):
    """The base of all forms. A form that the session was not shown fails, and keeps what was typed."""

    class Meta(DefaultMeta):
        """How forms are made here."""

        def get_translations(self, form: object) -> Words:
            """Speak the reader's language."""
            return Words()

    def __init__(self, formdata: Any = None, obj: Any = None, **options: Any) -> None:
        # An opened page sends no fields at all: then the object's own values count, ticked boxes too.
        super().__init__(formdata or None, obj, **options)

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether the form may be carried out; errors are in ``errors`` and ``form_errors``."""
        good = bool(super().validate(extra_validators))
        if not g.form_is_fresh:
            self.form_errors.append(
                _("This page was open for a long time or in another tab. Nothing is lost: please press the button once more.")
            )
            return False
        return good


def choices_of(pairs: Iterable[tuple[Any, str]]) -> list[SelectChoice]:
    """What can be chosen, from pairs of a value and its words."""
    return [SelectChoice(value, words) for value, words in pairs]


def clean_line(value: str | None) -> str:
    """One line as a person meant it: composed, without invisible characters, single spaces."""
    return re.sub(r"\s+", " ", clean_text(value)).strip()


def clean_text(value: str | None) -> str:
    """Text as a person meant it: composed, without invisible or direction-changing characters."""
    composed = unicodedata.normalize("NFC", value or "")
    return MARKS_IN_A_ROW.sub(r"\1", INVISIBLE.sub("", composed.replace("\r\n", "\n"))).strip()


def line(label: str, *, most: int = 100, required: bool = True, missing: str = "", **options: Any) -> StringField:
    """A field for one line of at most ``most`` characters."""
    return StringField(label, filters=[clean_line], validators=_rules(most, required, missing), **options)


def lines(label: str, *, most: int = 2000, required: bool = True, missing: str = "", **options: Any) -> TextAreaField:
    """A field for a few sentences of at most ``most`` characters."""
    return TextAreaField(label, filters=[clean_text], validators=_rules(most, required, missing), **options)


def _rules(most: int, required: bool, missing: str) -> list[Callable[[Any, Any], None]]:
    def there(_form: Form, field: Any) -> None:
        if required and not field.data:
            raise ValidationError(_(missing) if missing else _("Please fill this in."))

    def short(_form: Form, field: Any) -> None:
        if len(field.data or "") > most:
            raise ValidationError(
                _("Please use at most %(most)d characters. There are %(number)d.", most=most, number=len(field.data))
            )

    return [there, short]
