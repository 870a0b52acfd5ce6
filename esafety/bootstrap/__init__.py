"""From a machine with nothing but python3 to a running command.

Makes the environment `.venv` beside the package from the hash-pinned locks and hands over to it. Uses only the
standard library, because it runs before anything else is installed.
"""
