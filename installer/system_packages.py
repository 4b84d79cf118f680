"""System libraries that Qt loads and no Python package brings along (Linux only)."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

QT_LIBRARIES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""What Qt's core, gui, dbus and xcb platform libraries link against, and the Debian package that holds it."""


def loadable(library: str) -> bool:
    """Whether the dynamic linker finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_qt_packages(can_load: Callable[[str], bool] = loadable) -> tuple[str, ...]:
    """Debian names of the packages whose libraries Qt would miss; always empty on Windows and macOS."""
    if not sys.platform.startswith("linux"):
        return ()
    return tuple(package for library, package in QT_LIBRARIES.items() if not can_load(library))


def can_install() -> bool:
    """Whether this is Debian (or a child of it) and we are root."""
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None and os.geteuid() == 0


def install_command(packages: Iterable[str]) -> str:
    """What an administrator would type."""
    return f"sudo apt-get install {' '.join(packages)}"


def install(packages: Iterable[str]) -> bool:
    """Install Debian packages as root; False when apt-get fails (it has then said why)."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        if subprocess.run(["apt-get", *arguments], env=environment, stdin=subprocess.DEVNULL, check=False).returncode:
            return False
    return True


def provide_qt_libraries() -> bool:
    """Say what Qt misses, install it where we may, and return whether Qt has all it needs."""
    missing = missing_qt_packages()
    if not missing:
        return True
    print(f"Qt misses system packages: {' '.join(missing)}", flush=True)
    if can_install() and install(missing):
        return True
    print(f"Install them, then start again. On Debian or Ubuntu: {install_command(missing)}", file=sys.stderr)
    return False
