"""`bootstrap.py freeze`: the application as a folder that needs no Python, tried before it is handed over."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installer.environment import Environment, SetupError, child_environment
from installer.frozen_contents import NAME
from installer.frozen_trial import TrialError, try_application

SPEC = Path("installer") / "forensic_id.spec"
MENU_ENTRY = "forensic_id.desktop"
FAILED = 1


def run_freeze(environment: Environment, arguments: Sequence[str]) -> int:
    """Build the folder, try it, and print its size and start times; 1 when it does not do what it has to."""
    out = _parse(arguments).out.absolute()
    application = out / NAME
    print(f"Building {application}; this takes some minutes.", flush=True)
    _build(environment, out)
    _add_menu_entry(environment.checkout, application)
    print("Trying it:", flush=True)
    try:
        measures = try_application(application)
    except TrialError as error:
        print(error, file=sys.stderr)
        return FAILED
    print(
        f"{application}: {measures.megabytes:.0f} MB. Command line up in {measures.command_line:.1f} s, "
        f"first page of the desktop application in {measures.desktop:.1f} s."
    )
    return 0


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bootstrap.py freeze", description="Build and try the frozen application.")
    parser.add_argument("--out", type=Path, default=Path("dist"), metavar="FOLDER", help=f"takes the folder {NAME}")
    return parser.parse_args(list(arguments))


def _build(environment: Environment, out: Path) -> None:
    """Raises SetupError when PyInstaller fails; it has then said why."""
    command = [
        str(environment.python), "-m", "PyInstaller", str(SPEC), "--noconfirm", "--log-level", "ERROR",
        "--distpath", str(out), "--workpath", str(environment.checkout / "build" / "freeze"),
    ]  # fmt: skip
    if subprocess.run(command, cwd=environment.checkout, env=child_environment(), check=False).returncode:
        raise SetupError("PyInstaller could not build the application.")


def _add_menu_entry(checkout: Path, application: Path) -> None:
    """What Linux desktops want in order to list the application: an entry and an icon."""
    if sys.platform.startswith("linux"):
        shutil.copyfile(checkout / "installer" / MENU_ENTRY, application / MENU_ENTRY)
        shutil.copyfile(checkout / "resources" / "icons" / "app.svg", application / "forensic_id.svg")
