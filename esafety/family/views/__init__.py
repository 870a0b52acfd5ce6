"""The pages on which one adult sees their own children."""

from esafety.web.pages import Room

views = Room("family", "esafety.family")
