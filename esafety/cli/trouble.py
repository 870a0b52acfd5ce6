"""What goes wrong on the command line and is nobody's fault in the code, in a sentence for the technician."""

from __future__ import annotations

import errno

from sqlalchemy.exc import OperationalError, ProgrammingError

from esafety.core.errors import NotFound, Refused, SettingsError

OF_THE_MACHINE = {
    errno.EACCES, errno.EDQUOT, errno.EISDIR, errno.ENOENT, errno.ENOSPC, errno.ENOTDIR, errno.EPERM, errno.EROFS,
}  # fmt: skip
"""What a file system answers when a folder is missing, closed or full."""


def in_words(trouble: Exception) -> str | None:
    """The sentences for the technician, or None when the code is at fault and its trace is wanted."""
    if isinstance(trouble, SettingsError):
        return "These settings make no sense, so nothing was started:\n" + "\n".join(f"  {one}" for one in trouble.problems)
    if isinstance(trouble, Refused):
        return trouble.sentence
    if isinstance(trouble, NotFound):
        return "There is no such school or sign-in name. Nothing was changed."
    if isinstance(trouble, (OperationalError, ProgrammingError)):
        said = str(trouble.orig).strip().splitlines()[0].rstrip(".")
        return f"The database cannot do this: {said}. Does it run, and is it up to date? Run: esafety db upgrade"
    if isinstance(trouble, OSError) and trouble.errno in OF_THE_MACHINE:
        return f"{trouble.filename}: {trouble.strerror}." if trouble.filename else f"{trouble.strerror}."
    return None
