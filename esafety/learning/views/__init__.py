"""The pages on which people learn and lessons are set."""

from esafety.web.pages import Room

views = Room("learning", "esafety.learning")
