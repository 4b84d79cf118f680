"""Table 4: how much generated features of one person and of different people are alike, beside real ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.records import FloatArray
from trainer.evaluation.bootstrap import Interval
from trainer.evaluation.model_figures import Encoded
from trainer.methods import TITLES
from trainer.reproduce import paper
from trainer.reproduce.charts import Forest, forest_plot
from trainer.reproduce.comparison import Comparison
from trainer.reproduce.page import LIMITS, table, write_csv, write_page
from trainer.reproduce.training import CLASS_ONLY

ROWS = ("pretraining", CLASS_ONLY, "wsgan_dagger", "wsgan")
NAMES = {**TITLES, CLASS_ONLY: "WSGAN, L_C alone"}
COLUMNS = ("method", "features", "measure", "mean", "deviation")
EXPLAINED = (
    "Intra-sim is the mean cosine between different features of one person, inter-sim between features of different "
    "people; ± is the standard deviation over people. *Generated* are the samples drawn for the sketches in one "
    "draw, *real* the same model's features of the gallery photos of the same people. A method without a generator "
    "has one feature a sketch and no generated intra-sim. A space in which inter-sim is low tells people apart; the "
    "nearer the generated intra-sim is to the real one, the more of what a sketch leaves open the samples cover."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Similarity:
    """Mean and standard deviation over people."""

    mean: float
    deviation: float

    def __str__(self) -> str:
        return f"{self.mean:.3f}±{self.deviation:.3f}"


def write(comparison: Comparison, out: Path) -> list[Path]:
    """Measure on the main protocol and write page, table and plot."""
    protocol = comparison.scale.main_protocol
    results = {row: similarities(comparison.encoded(row, [protocol])[protocol]) for row in ROWS}
    rows = [
        (row, features, measure, each.mean, each.deviation)
        for row, by_kind in results.items()
        for (features, measure), each in by_kind.items()
    ]
    kinds = [("generated", "intra-sim"), ("real", "intra-sim"), ("generated", "inter-sim"), ("real", "inter-sim")]
    body = [
        (
            NAMES[row],
            *(str(by_kind[kind]) if kind in by_kind else "-" for kind in kinds),
            " ".join(paper.TABLE_4.get(row, ("-",))),
        )
        for row, by_kind in results.items()
    ]
    header = ("method", *(f"{measure}, {features}" for features, measure in kinds), "paper: generated intra, inter")
    real = f"The paper's real features: intra-sim {paper.TABLE_4['real'][0]}, inter-sim {paper.TABLE_4['real'][1]}."
    blocks = [
        f"On `{protocol}`, the training from seed {comparison.seeds[0]}. {EXPLAINED}",
        "![Similarities, with one standard deviation](table4.png)",
        table(header, body),
        real,
        LIMITS,
    ]
    title = f"Table 4: variance of generated features (scale {comparison.scale.name})"
    return [
        write_csv(out / "table4.csv", COLUMNS, rows),
        forest_plot(out / "table4.png", [_panel(results, measure) for measure in ("intra-sim", "inter-sim")]),
        write_page(out / "table4.md", title, blocks, comparison),
    ]


def similarities(encoded: Encoded) -> dict[tuple[str, str], Similarity]:
    """Intra- and inter-sim of the first draw's samples and of the photos of the probes' people."""
    protocol = encoded.protocol
    people = protocol.probe_ids[protocol.found]
    samples = encoded.samples[0]
    count = samples.shape[1]
    found: dict[tuple[str, str], Similarity] = {}
    generated = samples.reshape(-1, samples.shape[-1])
    if count > 1:
        found["generated", "intra-sim"] = intra_similarity(generated, np.repeat(people, count))
    found["generated", "inter-sim"] = inter_similarity(generated, np.repeat(people, count))
    own = np.isin(protocol.gallery_ids, people)
    photos, ids = encoded.features[own], protocol.gallery_ids[own]
    found["real", "intra-sim"] = intra_similarity(photos, ids)
    found["real", "inter-sim"] = inter_similarity(photos, ids)
    return found


def intra_similarity(features: FloatArray, people: NDArray[np.int64]) -> Similarity:
    """Mean cosine of different unit features (N, D) of one person, over people (N,) with two or more."""
    sums, counts = _sums(features, people)
    several = counts > 1
    pairs = counts[several] * (counts[several] - 1)
    each = (np.square(sums[several]).sum(axis=1) - counts[several]) / pairs
    return _similarity(each)


def inter_similarity(features: FloatArray, people: NDArray[np.int64]) -> Similarity:
    """Mean cosine of unit features (N, D) of each person with those of all others, over people (N,)."""
    sums, counts = _sums(features, people)
    means = sums / counts[:, None]
    cosines = means @ means.T
    others = len(means) - 1
    return _similarity((cosines.sum(axis=1) - np.diag(cosines)) / others)


def _sums(features: FloatArray, people: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    _, numbers, counts = np.unique(people, return_inverse=True, return_counts=True)
    sums = np.zeros((len(counts), features.shape[1]))
    np.add.at(sums, numbers, features.astype(np.float64))
    return sums, counts


def _similarity(each: NDArray[np.float64]) -> Similarity:
    if len(each) == 0:
        return Similarity(mean=float("nan"), deviation=float("nan"))
    return Similarity(mean=float(each.mean()), deviation=float(each.std()))


def _panel(results: dict[str, dict[tuple[str, str], Similarity]], measure: str) -> Forest:
    figures = {}
    for row, by_kind in results.items():
        for features in ("generated", "real"):
            if (features, measure) in by_kind:
                one = by_kind[features, measure]
                figures[f"{NAMES[row]}, {features}"] = Interval(
                    value=one.mean, low=one.mean - one.deviation, high=one.mean + one.deviation
                )
            else:
                figures[f"{NAMES[row]}, {features}"] = Interval(value=np.nan, low=np.nan, high=np.nan)
    emphasised = frozenset(name for name in figures if name.endswith("generated"))
    return Forest(title=measure, figures=figures, paper={}, emphasised=emphasised)
