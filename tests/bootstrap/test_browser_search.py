"""Which browser the tests take, and what is said when there is none."""

from pathlib import Path

import pytest

from esafety.bootstrap import browser
from esafety.bootstrap.voice import NotReady


def _program(path: Path, says: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{says}'\n")
    path.chmod(0o755)
    return str(path)


def test_the_named_browser_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    installed, named = tmp_path / "bin", tmp_path / "own"
    _program(installed / "chromium", "Chromium 1")
    monkeypatch.setenv("PATH", str(installed))
    monkeypatch.setenv("ESAFETY_CHROMIUM", _program(named, "Chromium 2"))
    assert browser.find_browser() == str(named)


def test_a_named_program_that_is_no_browser_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ESAFETY_CHROMIUM", _program(tmp_path / "x", "Hello"))
    with pytest.raises(NotReady, match="ESAFETY_CHROMIUM"):
        browser.find_browser()


def test_a_dummy_that_only_advertises_a_store_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _program(tmp_path / "chromium-browser", "Please install the snap")
    kept = _program(tmp_path / "google-chrome", "Google Chrome 1")
    monkeypatch.delenv("ESAFETY_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser.find_browser() == kept


def test_playwrights_own_browser_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ESAFETY_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = "chromium_headless_shell-1/chrome-headless-shell-linux64/chrome-headless-shell"
    kept = _program(tmp_path / ".cache/ms-playwright" / folder, "Chromium 3")
    assert browser.find_browser() == kept
