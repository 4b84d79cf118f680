"""The table behind the quality thresholds as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from trainer.evaluation.damage import DAMAGES
from trainer.evaluation.quality_doubt import DoubtBand
from trainer.evaluation.quality_thresholds import AT, SUFFERS, Effect, JitterEffect, threshold
from trainer.evaluation.turned_heads import TurnBand


def as_markdown(
    effects: Sequence[Effect],
    jitters: Sequence[JitterEffect],
    turns: Sequence[TurnBand],
    doubts: Sequence[DoubtBand],
    *,
    bundle: str,
    sketches: int,
) -> str:
    """All tables with what they mean."""
    head = _HEAD.format(bundle=bundle, sketches=sketches, suffers=SUFFERS)
    parts = [head, _table(_threshold_rows(effects)), _STEPS, _table(_effect_rows(effects))]
    parts += [_TURNS, _table(_turn_rows(turns)), _DOUBT, _table(_doubt_rows(doubts))]
    parts += [_JITTER, _table(_jitter_rows(jitters))]
    return "\n".join(parts) + "\n"


def _groups(effects: Sequence[Effect]) -> Iterable[tuple[tuple[str, str], list[Effect]]]:
    for key, group in groupby(effects, key=lambda effect: (effect.damage, effect.side)):
        yield key, list(group)


def _threshold_rows(effects: Sequence[Effect]) -> list[list[str]]:
    rows = [["damage", "to the", "measure", "undamaged", "recall suffers at", "undamaged faces warned of"]]
    for (damage, side), group in _groups(effects):
        where = threshold(group)
        told = "in no step" if where is None else f"{where:.3g}"
        rows.append([damage, side, DAMAGES[damage].measure, f"{group[0].value:.3g}", told, f"{group[0].warned:.1%}"])
    return rows


def _effect_rows(effects: Sequence[Effect]) -> list[list[str]]:
    headings = ["damage", "to the", "step", "measure", "warned of", "landmarks moved", *(f"recall@{k}" for k in AT)]
    rows = [headings]
    for effect in effects:
        step = "none" if effect.level is None else f"{effect.level:g} ({DAMAGES[effect.damage].unit})"
        told = [f"{effect.value:.3g}", f"{effect.warned:.0%}", f"{effect.moved:.1%}"]
        rows.append([effect.damage, effect.side, step, *told, *(f"{recall:.3f}" for recall in effect.recall)])
    return rows


def _turn_rows(turns: Sequence[TurnBand]) -> list[list[str]]:
    rows = [["angle", "from", "to", "photos", *(f"recall@{k}" for k in AT)]]
    for band in turns:
        recalls = [f"{recall:.3f}" for recall in band.recall]
        rows.append([band.angle, f"{band.low:g}", f"{band.high:g}", str(band.photos), *recalls])
    return rows


def _doubt_rows(doubts: Sequence[DoubtBand]) -> list[list[str]]:
    rows = [["disagreement from", "to", "faces", "mean error", "errors above 10%"]]
    rows += [
        [f"{band.low:g}", f"{band.high:g}", str(band.faces), f"{band.error:.1%}", f"{band.failed:.0%}"]
        for band in doubts
    ]
    return rows


def _jitter_rows(jitters: Sequence[JitterEffect]) -> list[list[str]]:
    rows = [["moved at random", "mean error", *(f"recall@{k}" for k in AT)]]
    rows += [[one.kind, f"{one.error:.0%}", *(f"{recall:.3f}" for recall in one.recall)] for one in jitters]
    return rows


_HEAD = """# Where quality warnings begin

{sketches} held-out sketches (FS2K identities that training never saw) search their photos with the bundle {bundle}.
One side of the search is damaged in known ways: the sketches, or of each search the right photo alone. Landmarks are
placed anew in the damaged picture, as the application does. A warning should begin where recall@10 has lost
{suffers:.0%}. Written by `python -m trainer quality-thresholds`.
"""

_STEPS = """
Every step. `measure` is the median of the quality measure that should notice the damage, `warned of` the share of
faces with that warning, `landmarks moved` their mean distance from where they were found in the undamaged picture,
over the eye distance.
"""

_TURNS = """
Turned heads cannot be made, only found: held-out photos by the angle that the application measures, searched for
among all other held-out photos (cosine of the features; another photo of the same person must come first).
"""

_DOUBT = """
Landmark doubt: held-out raw images with reference points, undamaged and blurred, by the network's disagreement with
itself on the mirror image.
"""

_JITTER = """
What landmark errors cost: recall with the landmarks of photos and sketches moved at random.
"""


def _table(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])
