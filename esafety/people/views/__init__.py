"""The pages of this room, one module for each door and desk."""

from esafety.web.pages import Room

views = Room("people", "esafety.people")
