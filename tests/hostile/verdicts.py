"""What is counted: cases, crashes, and harmful input that was taken for good."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from forensic_id.core.errors import UserFacingError


@dataclass(frozen=True, kw_only=True)
class Case:
    """One try. `harmless` says of what came out whether it does no harm; a refusal with a sentence always is."""

    name: str
    run: Callable[[], object]
    harmless: Callable[[object], bool] = lambda _result: False


@dataclass(kw_only=True)
class Tally:
    """What came of one kind of input."""

    kind: str
    cases: int = 0
    refused: int = 0
    crashes: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)

    def add(self, case: Case) -> None:
        """Run a case and count it."""
        self.cases += 1
        try:
            result = case.run()
        except UserFacingError as refusal:
            self.refused += 1
            if not str(refusal).strip():
                self.crashes.append(f"{case.name}: refused without a word")
        except Exception:  # noqa: BLE001 - anything else is what is looked for
            self.crashes.append(f"{case.name}\n{traceback.format_exc(limit=-4)}")
        else:
            if not case.harmless(result):
                self.taken.append(f"{case.name}: {str(result)[:200]!r}")

    def __str__(self) -> str:
        """One line for people."""
        counts = f"{self.cases:6d} cases, {self.refused:6d} refused, "
        return f"{self.kind:24s} {counts}{len(self.crashes)} crashes, {len(self.taken)} wrongly accepted"


def judged(kind: str, cases: Iterable[Case]) -> Tally:
    """Run all cases of a kind."""
    tally = Tally(kind=kind)
    for case in cases:
        tally.add(case)
    return tally
