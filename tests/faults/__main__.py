"""Print how many points were tried and what was lost: `python -m tests.faults [POINTS]` (50 of each operation)."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.faults.kills import strike
from tests.faults.scenarios import SCENARIOS


def main(points: int) -> int:
    """Strike every operation; the exit status is 1 when anything was lost."""
    losses: list[str] = []
    print(f"{'kill -9 during':16} {'effects':>8} {'points':>7} {'killed':>7} {'losses':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for name, scenario in SCENARIOS.items():
            tally = strike(scenario, Path(folder) / name, points=points)
            print(f"{name:16} {tally.effects:8} {tally.points:7} {tally.killed:7} {len(tally.losses):7}", flush=True)
            losses += tally.losses
    print(*losses, sep="\n")
    return 1 if losses else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50))
