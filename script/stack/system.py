"""What must come from the operating system: installed on Debian as root, else named in a line."""

import ctypes
import ctypes.util
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from stack import ROOT, StackError
from stack.progress import run, warn

PANGO = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_BROWSER = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
PATIENCE = ("-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=2")
LOG = ROOT / ".venv.log"


def can_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def how_to_get(packages: Sequence[str], brew: str) -> str:
    """The command that brings the packages, for this kind of machine."""
    if sys.platform == "darwin":
        return f"brew install {brew}"
    return f"apt-get install -y {' '.join(packages)}    (as root)"


def install(title: str, packages: Sequence[str], env: dict[str, str] | None = None) -> None:
    """Raises StackError if apt cannot."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive"} | (env or {})
    run(f"{title}: looking up Debian's packages", ["apt-get", *PATIENCE, "update"], LOG, env=quiet)
    command = ["apt-get", *PATIENCE, "install", "-y", "--no-install-recommends", *packages]
    run(f"{title}: installing {' '.join(packages)}", command, LOG, env=quiet)


def require_venv() -> None:
    """Debian keeps ensurepip and the CA certificates in packages of their own."""
    missing = []
    try:
        __import__("ensurepip")
        __import__("venv")
    except ImportError:
        missing.append(f"python3.{sys.version_info.minor}-venv")
    if Path("/etc/debian_version").exists() and not CERTIFICATES.exists():
        missing.append("ca-certificates")
    if not missing:
        return
    if not can_install():
        raise StackError(f"Missing: {' '.join(missing)}. Get it: {how_to_get(missing, 'python')}")
    install("Python's environments", missing)


def missing_pango() -> list[str]:
    """Debian's names of the PDF libraries this machine lacks."""
    if sys.platform == "darwin":
        names = ("pango-1.0", "pangoft2-1.0")
        places = ("/opt/homebrew/lib", "/usr/local/lib")
        return [
            name
            for name in names
            if not ctypes.util.find_library(name)
            and not any(Path(place, f"lib{name}.dylib").exists() for place in places)
        ]
    return [package for library, package in PANGO.items() if not loads(library)]


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def offer_pango() -> None:
    """Without it everything but PDFs works, so its absence is only told."""
    missing = missing_pango()
    if missing and can_install():
        try:
            install("PDF libraries", missing)
        except StackError as reason:
            warn(str(reason))
        missing = missing_pango()
    if missing:
        warn(f"PDFs cannot be made here until you run: {how_to_get(missing, 'pango')}")


def chromium() -> str | None:
    """The browser of the browser tests."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or (str(MAC_BROWSER) if MAC_BROWSER.exists() else None)


def no_chromium() -> str:
    """Why the browser tests cannot run; empty where they can."""
    if chromium():
        return ""
    how = how_to_get(["chromium"], "--cask google-chrome")
    return f'Browser tests need Chromium. Get it: {how}; or leave them out: -m "not browser"'


def offer_chromium() -> None:
    if not chromium() and can_install():
        try:
            install("Chromium for the browser tests", ["chromium"])
        except StackError as reason:
            warn(str(reason))
