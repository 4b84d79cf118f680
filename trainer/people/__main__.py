"""``python -m trainer.people --out resources/demo``: renders the demo gallery of invented people."""

import argparse
import sys
from pathlib import Path

from trainer.arguments import natural, positive
from trainer.people.catalogue import Plan, write_catalogue


def main(arguments: list[str] | None = None) -> int:
    """Parses the command line, renders the gallery and returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m trainer.people", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder to write, for instance resources/demo")
    parser.add_argument("--seed", type=natural, default=20, help="another seed gives other people")
    parser.add_argument("--people", type=positive, default=120)
    parser.add_argument("--sketches", type=natural, default=24)
    parser.add_argument(
        "--width", type=positive, default=256, help="width of the pictures in pixels; they are 1.25 times as high"
    )
    parser.add_argument("--jobs", type=positive, default=1, help="processes; the files do not depend on it")
    given = parser.parse_args(arguments)
    plan = Plan(
        out=given.out,
        seed=given.seed,
        people=given.people,
        sketches=given.sketches,
        width=given.width,
        jobs=given.jobs,
    )
    try:
        write_catalogue(plan, progress=_show)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"The gallery could not be written: {error}\n")
        return 2
    return 0


def _show(done: int, total: int) -> None:
    sys.stderr.write(f"\r{done} of {total} people" + ("\n" if done == total else ""))
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
