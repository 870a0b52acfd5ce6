"""Questions to and from the formats of other systems: Moodle XML, GIFT and QTI. No database, nothing of the web.

Every format reads into and writes from one plain draft (what can be seen of a question). What a format has no place
for travels beside it, unseen by others, and counts only while it agrees with what can be seen.
"""
