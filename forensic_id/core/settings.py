"""Where things are kept when the user does not say so."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

LIBRARY_VARIABLE = "FORENSIC_ID_LIBRARY"
BUNDLE_VARIABLE = "FORENSIC_ID_BUNDLE"
USER_VARIABLE = "FORENSIC_ID_USER"
PASSWORD_VARIABLE = "FORENSIC_ID_PASSWORD"  # noqa: S105 - a variable's name
NEW_PASSWORD_VARIABLE = "FORENSIC_ID_NEW_PASSWORD"  # noqa: S105 - a variable's name
"""Passwords for scripts: people are asked on the terminal."""
MODELS_VARIABLE = "FORENSIC_ID_MODELS"
KEYS_VARIABLE = "FORENSIC_ID_KEYS"
KEY_PASSPHRASE_VARIABLE = "FORENSIC_ID_KEY_PASSPHRASE"  # noqa: S105 - the name of a variable
DATABASE_FILE = "library.sqlite3"
"""What makes a folder a library."""
BATCHES_FILE = "batches.json"
"""Tells of cases and folders: sealed under its name in an encrypted library."""
PASTED_FOLDER = ".pasted"
"""Below the library's folder: a pasted picture is evidence, and stays where the library's pictures are."""
_FOLDER = "forensic_id"


def default_library(environment: Mapping[str, str], *, platform: str, home: Path) -> Path:
    """The library named by FORENSIC_ID_LIBRARY, else the platform's place for data of applications.

    `platform` as in `sys.platform`. Windows: local application data; macOS: Application Support; elsewhere the XDG
    Base Directory Specification.
    """
    named = environment.get(LIBRARY_VARIABLE)
    return Path(named) if named else _data_folder(environment, platform, home) / "library"


def default_models(environment: Mapping[str, str], *, platform: str, home: Path) -> Path:
    """The folder of installed bundles: named by FORENSIC_ID_MODELS, else beside the default library."""
    named = environment.get(MODELS_VARIABLE)
    return Path(named) if named else _data_folder(environment, platform, home) / "models"


def default_keys(environment: Mapping[str, str], *, platform: str, home: Path) -> Path:
    """The folder of the signing keys of this user: named by FORENSIC_ID_KEYS, else beside the default library."""
    named = environment.get(KEYS_VARIABLE)
    return Path(named) if named else _data_folder(environment, platform, home) / "keys"


def _data_folder(environment: Mapping[str, str], platform: str, home: Path) -> Path:
    if platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / _FOLDER


def holds_library(folder: Path) -> bool:
    """Whether there is a library in the folder."""
    return (folder / DATABASE_FILE).exists()


def default_bundle(environment: Mapping[str, str], *, resources: Path) -> Path:
    """The bundle named by FORENSIC_ID_BUNDLE, else the shipped one."""
    named = environment.get(BUNDLE_VARIABLE)
    return Path(named) if named else resources / "models" / "default"
