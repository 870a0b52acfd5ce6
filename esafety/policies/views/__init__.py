"""The pages of this room: the policy as people read it, drafts, versions, and the register."""

from esafety.web.pages import Room

views = Room("policies", "esafety.policies")
