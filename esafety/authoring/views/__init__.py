"""The pages of this room: the list of lessons, the desk of a draft, its pieces, preview, publishing, our newer versions."""

from esafety.web.pages import Room

views = Room("authoring", "esafety.authoring")
