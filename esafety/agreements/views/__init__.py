"""The pages of this room: parents answer, the lead publishes, the office records paper, pupils promise."""

from esafety.web.pages import Room

views = Room("agreements", "esafety.agreements")
