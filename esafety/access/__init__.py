"""Who asks, and what they may do.

``viewer`` holds plain facts about the person at the door, ``policy`` is the one table of who may do what,
``sessions`` remembers who is signed in on which device until it is ended.
"""
