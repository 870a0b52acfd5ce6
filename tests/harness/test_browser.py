"""The browser and the accessibility checker that the journeys use."""

import hashlib
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.harness.axe import assert_accessible, violations

_VENDOR = Path(__file__).parent / "vendor"
pytestmark = pytest.mark.journey


def test_a_sound_page_has_no_violation(tab: Page) -> None:
    tab.set_content("<html lang=en><title>A page</title><main><h1>Hello</h1><p>Words.</p></main></html>")
    assert_accessible(tab)


def test_a_field_without_a_name_is_found(tab: Page) -> None:
    tab.set_content("<html lang=en><title>A page</title><main><h1>Hello</h1><input></main></html>")
    assert any(line.startswith("label:") for line in violations(tab))


def test_vendored_files_are_the_recorded_ones() -> None:
    recorded = json.loads((_VENDOR / "vendor.json").read_text("utf-8"))
    for library in recorded.values():
        for name, fingerprint in library["files"].items():
            assert "sha256-" + hashlib.sha256((_VENDOR / name).read_bytes()).hexdigest() == fingerprint
