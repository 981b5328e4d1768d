"""Gets hold of a browser: one on PATH, else the system's package, else Playwright's own (Chromium only).

Never gives up in silence: when there is none and none can be had, the error says what to install.
"""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = {
    "chromium": ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome"),
    "firefox": ("firefox-esr", "firefox"),
}
PACKAGES = {"chromium": "chromium", "firefox": "firefox-esr"}
_MAC = {
    "chromium": ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",),
    "firefox": ("/Applications/Firefox.app/Contents/MacOS/firefox",),
}


class NoBrowserError(Exception):
    """A browser that the tests need is not there and could not be got."""


@cache
def program(name: str) -> Path:
    """The program of the browser `chromium` or `firefox`; installs it where this process may."""
    found = _on_path(name) or _from_packages(name) or _from_playwright(name)
    if found is None:
        package = PACKAGES[name]
        raise NoBrowserError(
            f"The tests need {name.title()} and found none of {', '.join(NAMES[name])} on PATH. "
            f"Install it: on Debian or Ubuntu 'sudo apt install {package}', on macOS 'brew install --cask "
            f"{name}', on Fedora 'sudo dnf install {name}'. Then run 'make test' again."
        )
    return found


def _on_path(name: str) -> Path | None:
    for candidate in (*NAMES[name], *_MAC[name]):
        found = shutil.which(candidate)
        if found:
            return Path(found)
    return None


def _from_packages(name: str) -> Path | None:
    """Installs the system's package when this process may (as root, on Debian and its kin)."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return None
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", PACKAGES[name]]):
        subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False)
    return _on_path(name)


def _from_playwright(name: str) -> Path | None:
    """Playwright's own Chromium; its Firefox is a changed one that does not stand for what readers use."""
    if name != "chromium":
        return None
    done = subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if done.returncode:
        return None
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.is_file() else None
