"""The gallery's example form: every kind of field, once fresh and once with problems."""

from typing import Any

from wtforms import BooleanField, Form, PasswordField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired

from esafety.web.pictures import ANIMALS, SECRETS


class ExampleForm(Form):
    """One field of each kind that pages use."""

    full_name = StringField("Your full name", [InputRequired("Write your full name.")])
    password = PasswordField("A password of 12 letters or more")
    child = SelectField("For which child", choices=["Maya", "Tom"])
    answer = RadioField("Your answer", [InputRequired("Choose one.")], choices=["I agree", "I would like to talk first"])
    message = TextAreaField("Anything you would like to say")
    by_letter = BooleanField("Send me a copy on paper")


def examples() -> dict[str, Any]:
    """What the two gallery pages are rendered with."""
    refused = ExampleForm(data={"full_name": ""})
    refused.validate()
    return {"form": ExampleForm(prefix="new-"), "refused": refused, "animals": ANIMALS, "secrets": SECRETS}
