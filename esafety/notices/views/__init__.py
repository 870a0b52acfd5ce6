"""The pages that make paper and messages."""

from esafety.web.pages import Room

views = Room("notices", "esafety.notices")
