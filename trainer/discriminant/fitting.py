"""The first stage of a run whose encoder is fitted: histograms of pairs, the projection, a checkpoint of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from rich.progress import track
from torch import nn

from forensic_id.core.preprocessing import CROP_SIZE
from trainer.checkpoint import load_checkpoint, load_module, module_tensors, save_checkpoint
from trainer.config import RunConfig
from trainer.data.faces import PHOTO, FaceSet
from trainer.data.photo_tones import toned
from trainer.data.sketch_pairs import find_pairs
from trainer.discriminant.projection import Projection, discriminant_projection
from trainer.evaluation.recognition import centre_views, held_out_recall, validation_views
from trainer.journal import Journal
from trainer.networks.encoder import DeployedEncoder, Encoder
from trainer.run_folder import ENCODER

SHRINKAGE = 1.0
"""Chosen on held-out pairs; 3 does as well, 0.3 and 10 worse (`trainer/EXPERIMENTS.md`)."""
MOST_OTHERS = 6000
"""Photos that tell in which directions people differ, beside those of the pairs."""
BLOCK = 128


@torch.no_grad()
def fitted_encoder(
    config: RunConfig, faces: FaceSet, validation: FaceSet, folder: Path, *, quiet: bool = False
) -> Encoder:
    """Fit the encoder on the processor, or read it from `folder`, and measure it on held-out pairs.

    Raises DataError for a training set without pairs, or a folder of another configuration.
    """
    encoder, path, identity = Encoder(config.encoder).eval(), folder / ENCODER, config.encoder_stage_json()
    if path.exists():
        load_module("average", encoder, load_checkpoint(path, config_json=identity)[0])
        return encoder
    descriptor = nn.Sequential(encoder.front, encoder.head[:-1])
    fitted = _fit(descriptor, faces, config, quiet=quiet)
    encoder.head[-1].load_state_dict({"weight": fitted.axes, "bias": -fitted.axes @ fitted.centre})
    with Journal(folder, title="encoder", total=1, quiet=quiet) as journal:
        deployed = DeployedEncoder(encoder, CROP_SIZE, mirrored=config.encoder.mirrored)
        views = validation_views(validation, CROP_SIZE, config.photo_tones)
        journal.report("encoder-validation", 1, **held_out_recall(deployed(views), validation))
    save_checkpoint(path, module_tensors("average", encoder), step=1, config_json=identity)
    return encoder


def _fit(descriptor: nn.Module, faces: FaceSet, config: RunConfig, *, quiet: bool) -> Projection:
    """Project descriptors of all pairs and their mirror images, and of photos of anybody."""
    pairs = find_pairs(faces)
    photos = np.flatnonzero(faces.modalities == PHOTO)
    others = np.random.default_rng(config.seed).permutation(photos)[:MOST_OTHERS]
    sets = {"paired photos": pairs.photos, "sketches": pairs.sketches, "other photos": others}
    described = []
    for name, rows in sets.items():
        views = centre_views(faces.subset(rows), CROP_SIZE)
        views = views if name == "sketches" else toned(views, config.photo_tones)
        both = torch.cat([views, views.flip(3)]) if name != "other photos" else views
        blocks = track(torch.split(both, BLOCK), description=f"histograms of {name}", disable=quiet)
        described.append(torch.cat([descriptor(block) for block in blocks]))
    paired, sketches, strangers = described
    return discriminant_projection(paired, sketches, strangers, size=config.encoder.feature_size, shrinkage=SHRINKAGE)
