"""`python3 -m esafety <command>`: sees to the environment first, then runs the command.

This file and esafety/__init__.py must parse on older Pythons, so that those get a sentence and no traceback.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "esafety needs Python 3.11 or later; this is Python %d.%d (%s).\n"
        "Start it with a newer one, for example: python3.12 -m esafety" % (*sys.version_info[:2], sys.executable)
    )

from esafety.bootstrap.start import main

if __name__ == "__main__":
    main(sys.argv[1:])
