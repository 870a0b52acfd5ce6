"""Schools and the people in them: accounts and their hats, classes and pupils, adults and their links to children.

Sign-in lives here, for a class of thirty at once, for parents with a letter's code and for staff with a second factor.
Rosters and rollover change the same tables.
"""
