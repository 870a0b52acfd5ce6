"""The settings of one installation: frozen, read once, and checked before anything starts."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkstemp
from typing import Any

from esafety.core.errors import SettingsError

SHORTEST_SECRET = 32
NUMBERS = ("largest_request", "opening_minutes", "pupil_idle_minutes", "adult_idle_minutes", "staff_idle_minutes")
SWITCHES = ("secure_cookies", "demo", "development")
YES, NO = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0"})


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person who runs the server decided. Sizes are bytes, durations are minutes unless named otherwise."""

    database_url: str
    secret_key: str
    pepper: str
    data_directory: Path
    trusted_hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    public_url: str = "http://127.0.0.1:8000"
    secure_cookies: bool = False
    demo: bool = False
    development: bool = False
    largest_request: int = 512 * 1024
    opening_minutes: int = 90
    pupil_idle_minutes: int = 5
    adult_idle_minutes: int = 30
    staff_idle_minutes: int = 15
    smtp_url: str = ""
    mail_from: str = ""

    def __post_init__(self) -> None:
        problems = tuple(_problems(self))
        if problems:
            raise SettingsError(problems)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read ``ESAFETY_*`` variables; secrets that are not given are kept in a private file of the data folder."""
        given = os.environ if environment is None else environment
        return from_mapping(given)

    def changed(self, **changes: object) -> Settings:
        """Return the same settings with some of them changed, checked again."""
        return replace(self, **changes)  # type: ignore[arg-type]


def default_data_directory(environment: Mapping[str, str]) -> Path:
    """Where an installation keeps its data when nobody said otherwise: the user's data directory."""
    base = environment.get("XDG_DATA_HOME") or str(Path(environment.get("HOME", "~")).expanduser() / ".local" / "share")
    return Path(base) / "esafety"


def from_mapping(given: Mapping[str, str]) -> Settings:
    """Build settings from environment variables. Raises SettingsError with every problem at once."""
    data_directory = Path(given.get("ESAFETY_DATA") or default_data_directory(given))
    problems: list[str] = []
    numbers = _read(given, NUMBERS, _whole_number, "a whole number", problems)
    switches = _read(given, SWITCHES, _yes_or_no, "yes or no", problems)
    try:
        kept = kept_secrets(data_directory, given)
    except SettingsError as error:
        problems += error.problems
        kept = _made_secrets()  # so that the rest can be checked, too
    public_url = given.get("ESAFETY_PUBLIC_URL", "http://127.0.0.1:8000")
    hosts = given.get("ESAFETY_TRUSTED_HOSTS", "127.0.0.1,localhost")
    values: dict[str, Any] = {
        "database_url": given.get("ESAFETY_DATABASE_URL") or sqlite_url(data_directory),
        "data_directory": data_directory,
        "trusted_hosts": tuple(host.strip() for host in hosts.split(",") if host.strip()),
        "public_url": public_url.rstrip("/"),
        "secure_cookies": public_url.startswith("https://"),
        "smtp_url": given.get("ESAFETY_SMTP_URL", ""),
        "mail_from": given.get("ESAFETY_MAIL_FROM", ""),
    }
    try:
        settings = Settings(**{**values, **kept, **numbers, **switches})
    except SettingsError as error:
        raise SettingsError((*problems, *error.problems)) from None
    if problems:
        raise SettingsError(tuple(problems))
    return settings


def _read(
    given: Mapping[str, str], fields: tuple[str, ...], convert: Callable[[str], Any], what: str, problems: list[str]
) -> dict[str, Any]:
    """The fields that were given; what cannot be read is added to the problems."""
    found = {}
    for field in fields:
        name = f"ESAFETY_{field.upper()}"
        if name in given:
            try:
                found[field] = convert(given[name])
            except ValueError:
                problems.append(f"{name} must be {what}, not {given[name]!r}.")
    return found


def _whole_number(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) < 12):
        raise ValueError
    return int(written)


def _yes_or_no(written: str) -> bool:
    if written.lower() not in YES | NO:
        raise ValueError
    return written.lower() in YES


def sqlite_url(data_directory: Path) -> str:
    """The address of the installation's own SQLite file."""
    return f"sqlite+pysqlite:///{data_directory / 'esafety.sqlite3'}"


def kept_secrets(data_directory: Path, given: Mapping[str, str]) -> dict[str, str]:
    """The key and the pepper: from the environment, or from a file that only the server's user can read.

    The pepper lives outside the database, so that a stolen database alone opens no picture password.
    """
    secret_key, pepper = given.get("ESAFETY_SECRET_KEY"), given.get("ESAFETY_PEPPER")
    if secret_key and pepper:
        return {"secret_key": secret_key, "pepper": pepper}
    path = data_directory / "secrets.json"
    try:
        if not path.exists():
            _write_secrets(path)
        kept = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(kept, dict) or any(not isinstance(kept.get(name), str) for name in ("secret_key", "pepper")):
            raise ValueError
    except OSError as error:
        raise SettingsError((f"The data folder {data_directory} cannot be used: {error.strerror}.",)) from error
    except ValueError as error:
        told = f"{path} is damaged. Put back a copy of it: without the old pepper every picture password must be made anew."
        raise SettingsError((told,)) from error
    return {"secret_key": secret_key or kept["secret_key"], "pepper": pepper or kept["pepper"]}


def _made_secrets() -> dict[str, str]:
    return {"secret_key": secrets.token_urlsafe(48), "pepper": secrets.token_urlsafe(48)}


def _write_secrets(path: Path) -> None:
    """Make the file whole or not at all: two servers that start at once use the same one."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, draft = mkstemp(dir=path.parent, prefix="secrets-")  # readable for its owner only
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(_made_secrets(), file)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        os.link(draft, path)
    Path(draft).unlink()


def _problems(settings: Settings) -> list[str]:
    found = []
    if not settings.database_url.startswith(("sqlite+pysqlite:///", "postgresql+psycopg://")):
        found.append("ESAFETY_DATABASE_URL must start with sqlite+pysqlite:/// or postgresql+psycopg://.")
    found += [
        f"ESAFETY_{name.upper()} must have at least {SHORTEST_SECRET} characters."
        for name in ("secret_key", "pepper")
        if len(getattr(settings, name)) < SHORTEST_SECRET
    ]
    if settings.secret_key == settings.pepper:
        found.append("ESAFETY_SECRET_KEY and ESAFETY_PEPPER must differ.")
    if not settings.trusted_hosts:
        found.append("ESAFETY_TRUSTED_HOSTS must name at least one host.")
    if settings.largest_request < 16 * 1024:
        found.append("ESAFETY_LARGEST_REQUEST must be at least 16384 bytes, or forms cannot be sent.")
    for name, least, most in (
        ("opening_minutes", 10, 600),
        ("pupil_idle_minutes", 1, 60),
        ("adult_idle_minutes", 5, 240),
        ("staff_idle_minutes", 5, 60),
    ):
        if not least <= getattr(settings, name) <= most:
            found.append(f"ESAFETY_{name.upper()} must be between {least} and {most}.")
    if not settings.public_url.startswith(("http://", "https://")):
        found.append("ESAFETY_PUBLIC_URL must start with http:// or https://.")
    if settings.smtp_url and not settings.mail_from:
        found.append("A mail server was given, but no sender: set ESAFETY_MAIL_FROM.")
    return found
