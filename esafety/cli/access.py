"""``esafety access``: who may enter which page."""

from __future__ import annotations

import json

import click

from esafety.access.policy import TABLE
from esafety.access.viewer import Role
from esafety.assembly import known_pages
from esafety.web.pages import Page

SHORT = {Role.ANYONE: "any", Role.PUPIL: "pupil", Role.GUARDIAN: "parent", Role.TRUST_LEAD: "trust"}


def access_rows() -> list[dict[str, object]]:
    """Every page with its address, methods, what it takes to enter, and the roles that may."""
    return [_row(page) for page in sorted(known_pages(), key=lambda page: (page.rule, page.methods))]


def _row(page: Page) -> dict[str, object]:
    return {
        "page": page.endpoint,
        "address": page.rule,
        "methods": list(page.methods),
        "to": page.allow.value,
        "about": page.about.__tablename__ if page.about is not None else "",
        "roles": [role.value for role in Role if role in TABLE[page.allow]],
        "summary": page.summary,
    }


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def access(as_json: bool) -> None:
    """Print which role may enter which page."""
    rows = access_rows()
    if as_json:
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    names = [SHORT.get(role, role.value) for role in Role]
    click.echo(f"{'':44}" + " ".join(f"{name:>8}" for name in names))
    for row in rows:
        roles = row["roles"]
        assert isinstance(roles, list)
        methods = "+".join(row["methods"]) if isinstance(row["methods"], list) else ""
        marks = " ".join(f"{'yes' if role.value in roles else '·':>8}" for role in Role)
        click.echo(f"{str(row['address'])[:35]:36}{methods:8}{marks}")
