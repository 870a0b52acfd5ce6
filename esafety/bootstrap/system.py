"""Packages of the operating system, where we may install them."""

import os
import shutil
import subprocess

from esafety.bootstrap.voice import say


def may_install() -> bool:
    """Whether this is a Debian-like system and we are its administrator."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(package: str) -> bool:
    """Install one package by apt; False when there is none or it failed. Asks nothing."""
    say(f"Installing the system package {package}.")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", package]):
        done = subprocess.run(
            ["apt-get", "-q", *step],
            env=quiet,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode and step[0] == "install":
            say("\n".join(done.stderr.strip().splitlines()[-5:]))
            return False
    return True


def line_to_type(package: str) -> str:
    """The one line with which a person installs the package."""
    if shutil.which("apt-get"):
        return f"sudo apt-get install {package}"
    return f"install {package} with your system's package manager"
