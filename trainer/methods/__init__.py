"""The rows of the method comparison (paper, Table 1), one file each, in the table's order.

All of them get the same data, the same start, the same budget, the same augmentation and the same head.
"""

from __future__ import annotations

from trainer.methods.contract import Budget, MatchingModel, Method, Start
from trainer.methods.pretraining import pretraining

__all__ = ["METHODS", "Budget", "MatchingModel", "Method", "Start"]

METHODS: dict[str, Method] = {
    "pretraining": pretraining,
}
