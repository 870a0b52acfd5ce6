"""``esafety school``: set up a school and the sign-ins of those who work there."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

import click
import segno

from esafety.access.viewer import STAFF, Role
from esafety.core import clock
from esafety.core.db import Database, UnitOfWork
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.shelf import read_library
from esafety.people import accounts, codes, passwords, schools, second_factor
from esafety.settings import Settings
from esafety.web.forms import clean_line
from esafety.welcome import first_run

ROLES = ", ".join(sorted(STAFF))
WHY = "somebody at the server's own command line"


@click.group()
def school() -> None:
    """Set up a school, its staff and their sign-ins."""


@school.command()
@click.option("--name", prompt="The school's name", help="As it stands on every page.")
@click.option("--key", prompt="A short name for commands", help="Small letters, digits, hyphens: harbour-primary.")
@click.option("--trust", default="", help="The trust or federation it belongs to, if any; made when it is new.")
@click.option("--language", default="en", help="First language of letters: en, cy or ur.")
@click.option("--contact", default="", help="How parents reach the school.")
@click.option("--lead", prompt="Full name of the e-safety lead", help="The first person who can sign in.")
@click.option("--sign-in-name", prompt="The lead's sign-in name", help="What the lead types to sign in.")
@click.option("--roles", default="lead,office", show_default=True, help=f"The first person's roles, of: {ROLES}.")
@click.option("--make-password", is_flag=True, help="Make a password and show it once, instead of asking for one.")
def create(
    *, name: str, key: str, trust: str, language: str, contact: str, lead: str, sign_in_name: str, roles: str, make_password: bool
) -> None:
    """Set up a school with the model policy and its first person, who then enters everybody else."""
    settings = Settings.from_environment()
    password, shown = _password(make_password, about=(lead, sign_in_name, name))
    password_hash = passwords.hashed(password)
    with _together(settings) as unit:
        db = unit.across(WHY)
        lessons = read_library(db)
        if lessons.is_empty:
            raise click.ClickException("The lessons are not loaded yet. Run: esafety content load")
        trust_id = schools.find_or_create_trust(db, name=trust).id if trust else None
        made = schools.create_school(
            db,
            key=key,
            name=clean_line(name),
            now=clock.now(),
            trust_id=trust_id,
            language=language,
            contact=contact,
        )
        new = schools.add_staff(
            db,
            settings,
            school=made,
            sign_in_name=sign_in_name,
            display_name=clean_line(lead),
            password_hash=password_hash,
            roles=_roles(roles),
            now=clock.now(),
        )
        first_run.begin_with_model_policy(unit.inside(made.id), lessons, now=clock.now())
    click.echo(f"{made.name} is set up. Its short name is {made.key}.\n")
    _tell(settings, new.account.sign_in_name, shown, new.totp_secret, made.name)


@school.command()
@click.option("--school", "key", prompt="The school's short name")
@click.option("--name", default="", help="Full name; asked for when the sign-in is new.")
@click.option("--sign-in-name", prompt="Sign-in name", help="A new one, or that of somebody who has a sign-in already.")
@click.option("--roles", prompt=f"Roles, of {ROLES}", help=f"One or more of: {ROLES}. They take the place of earlier ones.")
@click.option("--job-title", default="", help="Shown to pupils and parents beside the name.")
@click.option("--make-password", is_flag=True, help="Make a password and show it once, instead of asking for one.")
def staff(*, key: str, name: str, sign_in_name: str, roles: str, job_title: str, make_password: bool) -> None:
    """Enter a member of staff, or give somebody who has a sign-in other roles."""
    settings, now = Settings.from_environment(), clock.now()
    with _reading(settings) as reading:
        known = accounts.find_by_name(reading, sign_in_name)
        worn, has_second_factor = _roles(roles), known is not None and known.totp_secret is not None
    if known is not None:
        with _writing(settings) as db:
            where = schools.get_school(db, key)
            account = accounts.get_by_name(db, sign_in_name)
            schools.employ(db, school=where, account=account, roles=worn, job_title=job_title, from_on=clock.school_day(now))
            secret = None if has_second_factor else accounts.new_second_factor(db, settings, account_id=account.id)
        click.echo(f"{account.display_name} now is {', '.join(sorted(worn))} at {where.name}.")
        _tell(settings, account.sign_in_name, "", secret, where.name)
        return
    name = name or click.prompt("Full name")
    password, shown = _password(make_password, about=(name, sign_in_name))
    password_hash = passwords.hashed(password)
    with _writing(settings) as db:
        where = schools.get_school(db, key)
        new = schools.add_staff(
            db,
            settings,
            school=where,
            sign_in_name=sign_in_name,
            display_name=clean_line(name),
            password_hash=password_hash,
            roles=worn,
            now=now,
            job_title=job_title,
        )
    click.echo(f"{new.account.display_name} now is {', '.join(sorted(worn))} at {where.name}.\n")
    _tell(settings, new.account.sign_in_name, shown, new.totp_secret, where.name)


@school.command()
@click.option("--trust", prompt="The trust's name")
@click.option("--name", prompt="Full name")
@click.option("--sign-in-name", prompt="Sign-in name")
@click.option("--make-password", is_flag=True, help="Make a password and show it once, instead of asking for one.")
def trust_lead(trust: str, name: str, sign_in_name: str, make_password: bool) -> None:
    """Enter somebody who sees the picture across a trust's schools, and no family."""
    settings = Settings.from_environment()
    password, shown = _password(make_password, about=(name, sign_in_name, trust))
    password_hash = passwords.hashed(password)
    with _writing(settings) as db:
        new = schools.add_trust_lead(
            db,
            settings,
            trust=schools.find_or_create_trust(db, name=trust),
            sign_in_name=sign_in_name,
            display_name=clean_line(name),
            password_hash=password_hash,
            now=clock.now(),
        )
    _tell(settings, new.account.sign_in_name, shown, new.totp_secret, trust)


@school.command()
@click.option("--school", "key", prompt="The school's short name")
@click.argument("sign_in_name")
def leave(key: str, sign_in_name: str) -> None:
    """End somebody's work at a school: they are signed out everywhere at once."""
    now = clock.now()
    with _writing(Settings.from_environment()) as db:
        where, account = schools.get_school(db, key), accounts.get_by_name(db, sign_in_name)
        schools.end_employment(db, school=where, account=account, today=clock.school_day(now), now=now)
    click.echo(f"{sign_in_name} no longer works at {where.name}.")


@school.command()
@click.argument("sign_in_name")
@click.option("--make-password", is_flag=True, help="Make a password and show it once, instead of asking for one.")
def password(sign_in_name: str, make_password: bool) -> None:
    """Give somebody a new password: they are signed out everywhere at once."""
    settings = Settings.from_environment()
    with _reading(settings) as reading:
        account = accounts.get_by_name(reading, sign_in_name)
    chosen, shown = _password(make_password, about=(account.display_name, sign_in_name))
    password_hash = passwords.hashed(chosen)
    with _writing(settings) as db:
        accounts.change_password(db, account_id=account.id, password_hash=password_hash, now=clock.now())
    _tell(settings, account.sign_in_name, shown, None, "")


@school.command("second-factor")
@click.argument("sign_in_name")
def second_factor_(sign_in_name: str) -> None:
    """Give somebody a new second factor, for a lost or new telephone."""
    settings = Settings.from_environment()
    with _writing(settings) as db:
        account = accounts.get_by_name(db, sign_in_name)
        secret = accounts.new_second_factor(db, settings, account_id=account.id)
        accounts.end_sessions(db, account_id=account.id, now=clock.now())
    _tell(settings, account.sign_in_name, "", secret, "")


@school.command("list")
def list_() -> None:
    """Show the schools with their short names."""
    with _reading(Settings.from_environment()) as db:
        for one in schools.all_schools(db):
            click.echo(f"{one.key:<24} {one.name}")


@contextmanager
def _writing(settings: Settings) -> Iterator[SchoolSession]:
    with _together(settings) as unit:
        yield unit.across(WHY)


@contextmanager
def _together(settings: Settings) -> Iterator[UnitOfWork]:
    database = Database(settings.database_url)
    try:
        with database.together() as unit:
            yield unit
    finally:
        database.close()


@contextmanager
def _reading(settings: Settings) -> Iterator[SchoolSession]:
    database = Database(settings.database_url)
    try:
        with database.reading(across=WHY) as db:
            yield db
    finally:
        database.close()


def _roles(typed: str) -> frozenset[Role]:
    words = [word.strip() for word in typed.replace(",", " ").split()]
    unknown = [word for word in words if word not in set(STAFF)]
    if unknown or not words:
        raise click.BadParameter(f"{', '.join(unknown) or 'nothing'}: roles are {ROLES}.")
    return frozenset(Role(word) for word in words)


def _password(make: bool, *, about: tuple[str, ...]) -> tuple[str, str]:
    """The password, and what to show of it: only one that was made here is shown."""
    if make:
        made = "-".join("".join(secrets.choice(codes.ALPHABET.lower()) for _ in range(4)) for _ in range(4))
        return made, made
    while True:
        typed: str = click.prompt("Password (at least 12 characters)", hide_input=True, confirmation_prompt=True)
        weak = passwords.weakness(typed, about=about)
        if not weak:
            return typed, ""
        click.echo(weak)


def _tell(settings: Settings, sign_in_name: str, password_shown: str, totp_secret: str | None, where: str) -> None:
    click.echo(f"Sign in at:       {settings.public_url}/staff/sign-in")
    click.echo(f"Sign-in name:     {sign_in_name}")
    if password_shown:
        click.echo(f"Password:         {password_shown}")
    if totp_secret is None:
        return
    address = second_factor.address(totp_secret, sign_in_name=sign_in_name, school=where)
    picture = StringIO()
    segno.make(address, error="l").terminal(out=picture, compact=True)
    click.echo(f"Second factor:    {totp_secret}")
    click.echo(f"For the app:      {address}\n")
    click.echo("Scan this with an authenticator app, or type the second factor there. It is not shown again.")
    click.echo(picture.getvalue())
