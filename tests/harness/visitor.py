"""Somebody at a browser without JavaScript, with cookies of their own."""

from typing import Any

from flask import Flask
from werkzeug.datastructures import MultiDict

from tests.harness.filling import Sending
from tests.harness.page import Page


class Visitor:
    """Opens pages of the application in this process. Two visitors are two browsers."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()

    def open(self, address: str, *, query: Any = None) -> Page:
        """Open an address and follow where it leads."""
        options = {"query_string": MultiDict(query)} if query is not None else {}
        return Page(self, self.client.get(address.partition("#")[0], follow_redirects=True, **options))

    def send(self, address: str, sending: Sending) -> Page:
        """Post what a form holds and follow where it leads."""
        kind = "multipart/form-data" if sending.multipart else "application/x-www-form-urlencoded"
        data = MultiDict(sending.fields)
        return Page(self, self.client.post(address, data=data, content_type=kind, follow_redirects=True))
