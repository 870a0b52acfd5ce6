"""Where the project's own files lie: beside the package in a checkout, inside it once installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_project"


def project_directory() -> Path | None:
    """The checkout that holds this package, or None when the package was installed by `pip install .`."""
    above = _PACKAGE.parent
    return above if (above / "locks" / "runtime.txt").is_file() else None


def content_directory() -> Path:
    """The curriculum as files: expectations, lessons, modules, agreements, policies, facts, pictures."""
    return _project_files("content")


def translations_directory() -> Path:
    """The gettext catalogues of the interface."""
    return _project_files("translations")


def migrations_directory() -> Path:
    """The numbered Alembic migrations."""
    return _project_files("migrations")


def _project_files(name: str) -> Path:
    # A checkout wins, so that an editable installation reads the files that are being edited.
    project = project_directory()
    return (project or _INSTALLED) / name
