"""The pages on which the school sees where it stands."""

from esafety.web.pages import Room

views = Room("reports", "esafety.reports")
