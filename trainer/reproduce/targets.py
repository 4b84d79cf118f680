"""What can be reproduced, by the names of the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import torch

from trainer.reproduce import fig4, fig5, table1, table2, table3, table4
from trainer.reproduce.comparison import Comparison
from trainer.reproduce.scales import Scale

TARGETS: dict[str, Callable[[Comparison, Path], list[Path]]] = {
    "table1": table1.write,
    "table2": table2.write,
    "table3": table3.write,
    "table4": table4.write,
    "fig4": fig4.write,
    "fig5": fig5.write,
}


def reproduce(
    targets: Sequence[str],
    scale: Scale,
    *,
    data: Path,
    runs: Path,
    out: Path,
    seed: int,
    device: torch.device,
    tell: Callable[[str], None] = lambda _: None,
    quiet: bool = False,
) -> list[Path]:
    """Write the results of some targets into `out`; what `runs` holds already is not trained again.

    Raises DataError, TrainingStoppedError.
    """
    comparison = Comparison(scale, data=data, runs=runs, seed=seed, device=device, tell=tell, quiet=quiet)
    return [path for target in dict.fromkeys(targets) for path in TARGETS[target](comparison, out)]
