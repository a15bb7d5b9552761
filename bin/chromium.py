"""A Chromium for the browser tests: the machine's, else installed, else a clear error."""

import os
import shutil
import sys
from pathlib import Path

from bin.steps import quietly, say, step

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = ("/usr/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
OF_PLAYWRIGHT = "from playwright.sync_api import sync_playwright as p\nwith p() as w: print(w.chromium.executable_path)"


def find_or_install() -> str | None:
    """Return the path of a Chromium that starts, or None after having said how to get one."""
    if path := find():
        return path
    with step("Chromium (installed for the browser tests)"):
        _install()
        path = find()
    if not path:
        say(
            "  No Chromium: install one (Debian: apt-get install chromium; elsewhere: "
            f"{sys.executable} -m playwright install --with-deps chromium), or set PORTAL_CHROMIUM to its path"
        )
    return path


def find() -> str | None:
    """Return the path of an installed Chromium that starts."""
    known = [os.environ.get("PORTAL_CHROMIUM"), *map(shutil.which, NAMES), *PLACES]
    for path in filter(None, known):
        if _starts(path):
            return path
    path = quietly([sys.executable, "-c", OF_PLAYWRIGHT]).stdout.strip()
    return path if _starts(path) else None


def _starts(path: str) -> bool:
    """Return whether this really is a browser: some systems have a placeholder of that name."""
    return Path(path).exists() and quietly([path, "--version"]).returncode == 0


def _install() -> None:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {"DEBIAN_FRONTEND": "noninteractive"}
        quietly(["apt-get", "update"], environment)
        packages = ["chromium", "fonts-liberation"]
        if quietly(["apt-get", "install", "-y", "--no-install-recommends", *packages], environment).returncode == 0:
            return
    quietly([sys.executable, "-m", "playwright", "install", "chromium"])
