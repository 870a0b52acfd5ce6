"""What must be true of content before a school sees it, one module per kind of promise.

Each check takes all parsed content and yields every problem it finds; none stops at the first.
"""
