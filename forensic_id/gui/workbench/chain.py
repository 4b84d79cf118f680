"""How the tools change a chain of edits: one step for each thing that is set, quarter turns added up."""

from __future__ import annotations

from collections.abc import Sequence

from forensic_id.core.edits import QUARTER_TURN, Edit, Mirror, Rotate
from forensic_id.gui.workbench.bench import ChainStep

Steps = tuple[ChainStep, ...]


def adjusted(steps: Sequence[ChainStep], kind: type[Edit], edit: Edit | None) -> Steps:
    """The step that sets `kind` set to `edit`, wherever it stands; appended if there is none, dropped for None."""
    place = adjustable(steps, kind)
    if place is None:
        return (*steps, ChainStep(edit=edit)) if edit is not None else tuple(steps)
    replaced = () if edit is None else (ChainStep(edit=edit),)
    return (*steps[:place], *replaced, *steps[place + 1 :])


def adjustable(steps: Sequence[ChainStep], kind: type[Edit]) -> int | None:
    """Where the enabled step that sets `kind` stands; quarter turns are no fine ones."""
    for place, step in reversed(list(enumerate(steps))):
        edit = step.edit
        if step.enabled and isinstance(edit, kind):
            if isinstance(edit, Rotate) and edit.quarter_turns is not None:
                continue
            return place
    return None


def set_by(steps: Sequence[ChainStep], kind: type[Edit]) -> Edit | None:
    """The edit that sets `kind` now."""
    place = adjustable(steps, kind)
    return None if place is None else steps[place].edit


def turned(steps: Sequence[ChainStep], degrees: int) -> Steps:
    """A quarter turn more; it joins one that was just made."""
    last = steps[-1] if steps else None
    if last is None or not last.enabled or not isinstance(last.edit, Rotate) or last.edit.quarter_turns is None:
        return (*steps, ChainStep(edit=Rotate(degrees=degrees)))
    quarters = (last.edit.quarter_turns + degrees // QUARTER_TURN) % 4
    if quarters == 0:
        return tuple(steps[:-1])
    return (
        *steps[:-1],
        ChainStep(edit=Rotate(degrees=(QUARTER_TURN, 2 * QUARTER_TURN, -QUARTER_TURN)[quarters - 1])),
    )


def mirrored(steps: Sequence[ChainStep]) -> Steps:
    """Mirrored once more; twice in a row is not at all."""
    if steps and steps[-1].enabled and isinstance(steps[-1].edit, Mirror):
        return tuple(steps[:-1])
    return (*steps, ChainStep(edit=Mirror()))
