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


def violations(page: Page, *, within: str | None = None, rule: str | None = None) -> list[str]:
    """What axe-core finds: rule, help text, and the place of each. One rule alone is quick."""
    page.evaluate(_axe())  # evaluated by the debugger, which the page's security policy does not bind
    found: dict[str, Any] = page.evaluate(
        "([within, runOnly]) => axe.run(within || document, {runOnly, resultTypes: ['violations']})",
        [within, {"type": "rule", "values": [rule]} if rule else list(_RULES)],
    )
    return [
        f"{violation['id']}: {violation['help']} at {node['target']} {' '.join(node['html'].split())[:160]} {_why(node)}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def _why(node: dict[str, Any]) -> str:
    return " ".join(check["message"] for check in node["any"][:1])


@cache
def _axe() -> str:
    return (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
