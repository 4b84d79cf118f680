"""Fig. 4: both modalities in one feature space, laid out in the plane by t-SNE (van der Maaten and Hinton, 2008)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.manifold import TSNE

from forensic_id.core.records import FloatArray
from trainer.evaluation.model_figures import Encoded
from trainer.methods import TITLES
from trainer.reproduce.charts import scatter_plot
from trainer.reproduce.comparison import Comparison
from trainer.reproduce.page import share, table, write_csv, write_page

PANELS = (("pretraining", 1), ("joint_finetuning", 1), ("cross_modal_ab", 1), ("wsgan", 1), ("wsgan", 10))
"""Row and number of samples drawn a sketch."""
NEIGHBOURS = 10
EXPLAINED = (
    "Blue points are sketches (generated features for WSGAN), red ones the gallery photos of the same people. The "
    "plane is made for each panel anew: only which points lie together means something. *Mixing* is measured in the "
    f"feature space itself: of the {NEIGHBOURS} nearest neighbours of a photo, how many are sketches, over how many "
    "would be if the modalities lay in the same place; 1 is perfect mixing, 0 two separate clouds."
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cloud:
    """Features of photos (N, D) and sketches (M, D)."""

    photos: FloatArray
    sketches: FloatArray


def write(comparison: Comparison, out: Path) -> list[Path]:
    """Lay out the panels and write page, table and plot."""
    protocol, people = comparison.scale.main_protocol, comparison.scale.plotted_people
    encoded = {row: comparison.encoded(row, [protocol])[protocol] for row in dict.fromkeys(row for row, _ in PANELS)}
    clouds = {
        panel_title(letter, row, samples): cloud_of(encoded[row], samples=samples, people=people)
        for letter, (row, samples) in zip("abcde", PANELS, strict=True)
    }
    layouts = {title: lay_out(cloud, seed=comparison.seeds[0]) for title, cloud in clouds.items()}
    rows = [
        (title, modality, float(x), float(y))
        for title, parts in layouts.items()
        for modality, points in zip(("photo", "sketch"), parts, strict=True)
        for x, y in points
    ]
    body = [(title, str(len(c.photos)), str(len(c.sketches)), share(mixing(c))) for title, c in clouds.items()]
    blocks = [
        f"On `{protocol}`, {people} people at most; the training from seed {comparison.seeds[0]}. {EXPLAINED}",
        "![t-SNE of both modalities](fig4.png)",
        table(("panel", "photos", "sketch features", "mixing"), body),
    ]
    title = f"Figure 4: photos and sketches in feature space (scale {comparison.scale.name})"
    return [
        write_csv(out / "fig4.csv", ("panel", "modality", "x", "y"), rows),
        scatter_plot(out / "fig4.png", layouts),
        write_page(out / "fig4.md", title, blocks, comparison),
    ]


def panel_title(letter: str, row: str, samples: int) -> str:
    """The title of a panel, with m for a method that draws samples."""
    return f"({letter}) {TITLES[row]}" + (f", m = {samples}" if row.startswith("wsgan") else "")


def cloud_of(encoded: Encoded, *, samples: int, people: int) -> Cloud:
    """The first samples of the first `people` probes, and the gallery photos of these people."""
    protocol = encoded.protocol
    chosen = protocol.probe_ids[protocol.found][:people]
    drawn = encoded.samples[0, :people, :samples]
    own = np.isin(protocol.gallery_ids, chosen)
    return Cloud(photos=encoded.features[own], sketches=drawn.reshape(-1, drawn.shape[-1]))


def lay_out(cloud: Cloud, *, seed: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Photos (N, 2) and sketches (M, 2) in the plane, laid out together."""
    features = np.concatenate([cloud.photos, cloud.sketches])
    perplexity = min(30.0, (len(features) - 1) / 3)
    points = TSNE(init="pca", perplexity=perplexity, random_state=seed).fit_transform(features)
    return points[: len(cloud.photos)], points[len(cloud.photos) :]


def mixing(cloud: Cloud) -> float:
    """Share of sketches among the nearest neighbours of photos, over their share among all other points."""
    features = np.concatenate([cloud.photos, cloud.sketches]).astype(np.float64)
    count = len(cloud.photos)
    cosines = features[:count] @ features.T
    cosines[np.arange(count), np.arange(count)] = -np.inf
    nearest = np.argsort(-cosines, axis=1, kind="stable")[:, : min(NEIGHBOURS, len(features) - 1)]
    expected = len(cloud.sketches) / (len(features) - 1)
    return float((nearest >= count).mean() / expected)
