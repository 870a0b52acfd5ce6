"""The accessibility checker axe-core, run inside the page that the browser shows."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def assert_accessible(page: Page, *, within: str | None = None) -> None:
    """Fail with every violation on the page as it stands, or in the part that a CSS selector names."""
    found = violations(page, within=within)
    assert not found, f"{page.url} is not accessible:\n  " + "\n  ".join(found)


def violations(page: Page, *, within: str | None = None) -> list[str]:
    """What axe-core finds: rule, help text, and the place of each."""
    page.evaluate(_axe())  # evaluated by the debugger, which the page's security policy does not bind
    found: dict[str, Any] = page.evaluate(
        "([within, rules]) => axe.run(within || document, {runOnly: rules, resultTypes: ['violations']})",
        [within, list(_RULES)],
    )
    return [
        f"{violation['id']}: {violation['help']} at {node['target']} {node['html'][:160]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@cache
def _axe() -> str:
    return (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
