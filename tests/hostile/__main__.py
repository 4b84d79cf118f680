"""`python -m tests.hostile [PICTURES]`: the whole suite, counted and printed; status 1 when anything got through."""

from __future__ import annotations

import sys
import tempfile
import warnings
from pathlib import Path

from tests.hostile.suite import tallies
from tests.hostile.verdicts import Tally

_PICTURES, _OTHERS = 10_000, 400


def _say(tally: Tally) -> None:
    sys.stdout.write(f"{tally}\n")
    for told in (*tally.crashes[:5], *tally.taken[:5]):
        sys.stdout.write(f"    {told}\n")
    sys.stdout.flush()


def main() -> int:
    """Run everything."""
    warnings.simplefilter("ignore")
    pictures = int(sys.argv[1]) if len(sys.argv) > 1 else _PICTURES
    failed = cases = 0
    with tempfile.TemporaryDirectory() as folder:
        for tally in tallies(Path(folder), pictures=pictures, others=_OTHERS):
            _say(tally)
            cases += tally.cases
            failed += len(tally.crashes) + len(tally.taken)
    sys.stdout.write(f"{cases} cases, {failed} of them crashed or got through\n")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
