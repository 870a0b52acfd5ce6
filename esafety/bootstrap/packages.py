"""Putting the packages of a lock into the environment with its own pip, each checked against its hash."""

import os
import re
import subprocess
from pathlib import Path

from esafety.bootstrap.voice import Counter, NotReady, say

# What pip writes once for each package: from an index, from a folder, already here, for other systems only.
_ONE_MORE = re.compile(r"(?:Collecting|Processing|Requirement already satisfied:|Ignoring) (?:\S*/)?([\w.]+(?:-[a-z]\w*)*)")


def install(python: Path, lock: Path) -> None:
    """Install what the lock names and nothing else. The machine's pip settings are honoured."""
    total = sum("==" in line and not line.startswith(" ") for line in lock.read_text("utf-8").splitlines())
    say(f"Installing {total} packages, each checked against {lock.name}.")
    counter = Counter(total)
    command = [
        str(python), "-m", "pip", "install", "--require-hashes", "--no-deps", "--no-user", "--no-input",
        "--disable-pip-version-check", "--progress-bar=off", "--requirement", str(lock),
    ]  # fmt: skip
    heard: list[str] = []
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        for line in pip.stdout or ():
            heard.append(line.rstrip())
            if part := _ONE_MORE.match(line):
                counter.one_more(part[1])
            elif line.startswith("Installing collected packages"):
                counter.finish()
                say("  Everything is here; unpacking.")
    counter.finish()
    if pip.returncode:
        raise NotReady(_explain(heard))


def _explain(heard: list[str]) -> str:
    last = "\n".join(f"    {line}" for line in heard[-12:])
    return (
        f"The packages could not be installed. pip said:\n\n{last}\n\n"
        "Check the connection to the internet (behind a proxy set HTTPS_PROXY; with a package mirror of your "
        "own set pip's index-url), then start again."
    )


def make_importable(python: Path, project: Path) -> None:
    """Let the environment's python find the project from any folder, also after both were moved together."""
    site_packages = Path(_ask(python, "import sysconfig; print(sysconfig.get_path('purelib'))") or "")
    way_back = os.path.relpath(project, site_packages)
    (site_packages / "esafety-project.pth").write_text(way_back + "\n", "utf-8")


def version_of(python: Path) -> str | None:
    """Its version as "3.11", or None when it does not run."""
    return _ask(python, "import sys; print('%d.%d' % sys.version_info[:2])")


def has_pip(python: Path) -> bool:
    """Whether the interpreter can install packages."""
    return _ask(python, "import pip; print(pip.__version__)") is not None


def _ask(python: Path, question: str) -> str | None:
    try:
        answer = subprocess.run(
            [str(python), "-c", question],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return answer.stdout.strip()
