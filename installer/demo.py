"""The demonstration: the command line at work on invented people, each command shown before it runs."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path

from installer.environment import Environment, SetupError, child_environment

CASE_NUMBER = "DEMO-1"
CASE_FIELDS = (
    "--offence",
    "demonstration",
    "--authority",
    "none, invented people",
    "--requester",
    "bootstrap.py demo",
)


def run_demo(environment: Environment, arguments: Sequence[str]) -> int:
    """Import the demo people into a library of their own, search one demo sketch, print candidates and files.

    Can be run again: the library is kept, known photos are skipped. `arguments` may name another sketch file.
    """
    people = environment.checkout / "resources" / "demo"
    place = environment.checkout / "runs" / "demo"
    place.mkdir(parents=True, exist_ok=True)
    sketch = Path(arguments[0]).absolute() if arguments else first_sketch(people)
    application = Application(environment=environment, library=place / "library")
    steps = [["gallery", "import", str(people / "gallery.csv")]]
    if not application.knows_case(CASE_NUMBER):
        steps.append(["case", "open", CASE_NUMBER, *CASE_FIELDS])
    report, listing = place / f"{sketch.stem}.pdf", place / f"{sketch.stem}.json"
    steps.append(
        ["identify", str(sketch), "--case", CASE_NUMBER, "--top", "10", "--pdf", str(report), "--json", str(listing)]
    )
    for step in steps:
        status = application.run(step)
        if status != 0:
            return status
    print(f"\nReport:     {report}\nCandidates: {listing}\nGo on with: {application.shown('--help')}")
    return 0


def first_sketch(people: Path) -> Path:
    """The first of the demo sketches by name. Raises SetupError when there is none."""
    sketches = sorted((people / "sketches").glob("*.jpg"))
    if not sketches:
        raise SetupError(f"{people / 'sketches'} holds no sketch: the checkout is incomplete. Get it again.")
    return sketches[0]


class Application:
    """The installed command line on one library."""

    def __init__(self, *, environment: Environment, library: Path) -> None:
        self._environment = environment
        self._library = library

    def run(self, arguments: Sequence[str]) -> int:
        """Show a command, run it, and return its exit status."""
        print(f"\n$ {self.shown(*arguments)}", flush=True)
        return subprocess.run(self._command(arguments), env=child_environment(), check=False).returncode

    def knows_case(self, number: str) -> bool:
        """Whether the library holds the case from an earlier run."""
        asked = self._command(["case", "show", number])
        return subprocess.run(asked, env=child_environment(), capture_output=True, check=False).returncode == 0

    def shown(self, *arguments: str) -> str:
        """The command as a person would type it."""
        return shlex.join(self._command(arguments))

    def _command(self, arguments: Sequence[str]) -> list[str]:
        return [str(self._environment.script("forensic-id")), "--library", str(self._library), *arguments]
