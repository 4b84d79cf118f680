"""What the frozen application contains and what it leaves out: read by forensic_id.spec and by its checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

NAME = "forensic_id"
"""Of the folder that is built, and of the application on macOS."""
DESKTOP = "forensic-id-desktop"
COMMAND_LINE = "forensic-id"
ENTRY_POINTS: Mapping[str, str] = {DESKTOP: "main.py", COMMAND_LINE: "forensic_id/cli.py"}
"""Program to script; they are the names that pip gives the programs too."""

RESOURCES = ("demo", "fonts", "help", "icons", "models", "policies", "qss", "translations")
"""Folders of `resources`; named one by one, so that a folder that a checkout happens to hold is not shipped."""

DYNAMIC_PACKAGES: Mapping[str, str] = {
    "forensic_id": "pages and their parts are imported by name, when they are first shown (gui/pages.py)",
}
"""Packages of which every module is taken, and why PyInstaller cannot see them by itself."""

DATA: Mapping[str, tuple[str, str]] = {
    "cv2": ("data/haarcascade_*face*.xml", "the cascades of vision/detection.py are files of OpenCV's package"),
}
"""Packages whose files of this pattern are taken, and who reads them; what else reads files of its own is known to
PyInstaller."""

METADATA: Mapping[str, str] = {
    "forensic-id": "`--version` and every report ask for the installed version",
}
"""Distributions whose metadata go along, and who reads them."""

LEFT_OUT: Mapping[str, str] = {
    "trainer": "a program of its own with its own Python",
    "torch": "of the trainer",
    "torchvision": "of the trainer, where somebody installed it",
    "onnx": "of the trainer; searching needs onnxruntime alone",
    "safetensors": "of the trainer",
    "sklearn": "of the trainer",
    "matplotlib": "of the trainer; pyqtgraph asks for it only to export plots",
    "pytest": "of the checks",
    "hypothesis": "of the checks",
    "mypy": "of the checks",
    "setuptools": "builds packages; numpy knows it",
    "tkinter": "Pillow offers pictures to it; the interface is Qt",
    "IPython": "rich and pyqtgraph look for it where there is a notebook",
    "OpenGL": "pyqtgraph's three dimensions are not used",
}
"""Modules that must not be found in the result, and why anything could ask for them."""


UNUSED_LIBRARIES: Mapping[str, str] = {
    "libqgtk3": "brings the system's GTK, which must not meet the GLib that lies beside it",
}
"""Shared libraries that PyInstaller would take, by the beginning of their file's name, and why they stay out."""


def resource_folders(checkout: Path) -> list[tuple[str, str]]:
    """Source and destination of every folder of resources. Raises FileNotFoundError when one is missing."""
    pairs = [(checkout / "resources" / name, f"resources/{name}") for name in RESOURCES]
    missing = [str(source) for source, _destination in pairs if not source.is_dir()]
    if missing:
        raise FileNotFoundError(f"The checkout lacks {', '.join(missing)}.")
    return [(str(source), destination) for source, destination in pairs]


def intruders(modules: Iterable[str]) -> list[str]:
    """The modules among these that were to be left out."""
    return sorted(module for module in modules if module.partition(".")[0] in LEFT_OUT)


def is_unused(library: str) -> bool:
    """Whether a collected library, told by its place in the application, stays out."""
    return PurePath(library).name.startswith(tuple(UNUSED_LIBRARIES))
