"""Where the e-safety lead writes: lessons and questions of the school's own, and changes to ours.

Everything is a draft until it is published, and passes the same check as our content. What we change later in a lesson
that the school adapted is shown part by part, so that neither side loses anything. Drafts and wordings themselves
belong to the room ``curriculum``; this room has the pages.
"""
