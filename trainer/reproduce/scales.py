"""The sizes at which the comparison runs: everything that differs between them is here."""

from __future__ import annotations

from dataclasses import dataclass

from forensic_id.core.errors import InvalidInputError
from trainer.config import EncoderConfig, SplitConfig
from trainer.evaluation.bootstrap import RESAMPLES
from trainer.evaluation.model_figures import DRAWS
from trainer.methods import Budget


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What is trained, on what, for how long, and what it is measured on."""

    name: str
    purpose: str
    """One sentence for the pages."""
    encoder: EncoderConfig
    budget: Budget
    split: SplitConfig
    trainings: int = 1
    """How often every row is trained, from another seed each time; figures are the means."""
    demo_people: int | None = None
    """How many of the demo's invented people stand in for all data; None: the research data."""
    main_protocol: str = "lfw-sketch"
    """Where the paper has its Tables 1, 3 and 4 and its figures."""
    protocols: tuple[str, ...] = (
        "lfw-sketch", "validation", "cufs", "cufs+lfw", "cufsf194", "cufsf194+lfw",
    )  # fmt: skip
    """Of Table 1. `validation` are the held-out sketches of the training set among all held-out photos."""
    sketch_sets: tuple[str, ...] = ("cufs", "cufsf194")
    """Of Table 2; the licensed sets are added where they are at hand."""
    samples: int = 10
    """m (paper, Results)."""
    draws: int = DRAWS
    resamples: int = RESAMPLES
    sample_counts: tuple[int, ...] = (1, 2, 3, 5, 10, 20, 50)
    """Of Fig. 5."""
    plotted_people: int = 150
    """Identities in Fig. 4."""


TINY = Scale(
    name="tiny",
    purpose="A trial of every part on invented people in a minute; its figures say nothing about the methods.",
    encoder=EncoderConfig(kind="compact", feature_size=32, widths=(8, 16, 16, 16)),
    budget=Budget(size=64, start_steps=10, steps=4, batch=16, warmup=2, average_decay=0.7, noise_size=8, hidden=32),
    split=SplitConfig(validation_photo_identities=4, validation_pair_identities=4),
    trainings=2,
    demo_people=44,
    main_protocol="demo-sketch",
    protocols=("demo-sketch", "validation", "demo"),
    sketch_sets=("demo",),
    resamples=1000,
    plotted_people=20,
)

CPU = Scale(
    name="cpu",
    purpose="The research data with a small encoder at 64 pixels, for two CPU cores.",
    encoder=EncoderConfig(kind="compact", feature_size=256, widths=(16, 32, 64, 128)),
    budget=Budget(size=64, start_steps=1000, steps=600, batch=96, learning_rate=0.1),
    split=SplitConfig(),
    trainings=2,
)

FULL = Scale(
    name="full",
    purpose="The paper's encoder and resolution, for a GPU.",
    encoder=EncoderConfig(kind="resnet50"),
    budget=Budget(
        size=112, start_steps=20_000, steps=6000, batch=512, warmup=500, average_decay=0.998, learning_rate=0.1
    ),
    split=SplitConfig(),
)

SCALES = {scale.name: scale for scale in (TINY, CPU, FULL)}


def scale_named(name: str) -> Scale:
    """Raises InvalidInputError listing the known ones."""
    if name not in SCALES:
        raise InvalidInputError(f"There is no scale “{name}”. Known: {', '.join(SCALES)}.")
    return SCALES[name]
