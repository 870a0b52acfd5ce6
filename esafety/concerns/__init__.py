"""The front door for worries: raising, routing to the right named person, being read, notes.

Not an emergency service and not a case-management system; it leaves no trace on any family or pupil page.
"""
