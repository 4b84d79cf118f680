"""What a configuration must satisfy before hours are spent on it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from forensic_id.core.errors import InvalidInputError
from trainer.config import MixConfig, Phase, RunConfig

_ROUNDING = 1e-6
_LARGEST_SEED = 2**32 - 1


def check_config(config: RunConfig) -> None:
    """Raise InvalidInputError that lists everything wrong, each with its field as --set names it."""
    parts = (_seeds, _encoder, _origins, _photo_tones, _sketcher, _pretraining, _adversarial, _split)
    wrong = [told for part in parts for told in part(config)]
    if wrong:
        raise InvalidInputError(f"The settings cannot be trained: {'; '.join(wrong)}. Change them with --set.")


def _below(part: object, path: str, names: Iterable[str], least: float) -> Iterator[str]:
    """What is too small among the numbers of a part of the configuration."""
    for name in names:
        if getattr(part, name) < least:
            yield f"{path}.{name} is {getattr(part, name):g}, it must be {least:g} or more"


def _not_positive(part: object, path: str, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if not getattr(part, name) > 0:
            yield f"{path}.{name} is {getattr(part, name):g}, it must be above 0"


def _seeds(config: RunConfig) -> Iterator[str]:
    for path, seed in (("seed", config.seed), ("split.seed", config.split.seed)):
        if not 0 <= seed <= _LARGEST_SEED:
            yield f"{path} is {seed}, it must be from 0 to {_LARGEST_SEED}"


def _encoder(config: RunConfig) -> Iterator[str]:
    encoder = config.encoder
    if encoder.feature_size < 1:
        yield f"encoder.feature_size is {encoder.feature_size}, it must be 1 or more"
    if encoder.kind not in {"compact", "resnet50", "recogniser", "gradients"}:
        yield f"encoder.kind is “{encoder.kind}”, it must be compact, resnet50, recogniser or gradients"
    if len(encoder.widths) != len(encoder.blocks) + 1 or min((*encoder.widths, *encoder.blocks), default=0) < 1:
        yield "encoder.widths needs one number more than encoder.blocks, each 1 or more"


def _origins(config: RunConfig) -> Iterator[str]:
    weight = config.pretraining.teacher_weight
    if weight < 0:
        yield f"pretraining.teacher_weight is {weight:g}, it must be 0 or more"
    elif (weight > 0) != (config.teacher is not None):
        yield f"pretraining.teacher_weight is {weight:g}: above 0 it needs --teacher, at 0 it takes none"
    if config.encoder.fitted and (config.start_from is not None or weight > 0):
        yield "an encoder of kind gradients is fitted: it takes neither --start-from nor --teacher"
    if config.encoder.fitted and config.adversarial.train_encoder:
        yield "an encoder of kind gradients needs adversarial.train_encoder=false: it is fitted, not trained"
    if config.companion and config.adversarial.train_encoder:
        yield "a companion needs adversarial.train_encoder=false: its encoder is not trained"
    if not 0 < config.companion_share < 1:
        yield f"companion_share is {config.companion_share:g}, it must be between 0 and 1"


def _photo_tones(config: RunConfig) -> Iterator[str]:
    for name, share in dataclasses.asdict(config.photo_tones).items() if config.photo_tones else ():
        if not 0 < share <= 1:
            yield f"photo_tones.{name} is {share:g}, it must be above 0 and up to 1"


def _sketcher(config: RunConfig) -> Iterator[str]:
    sketcher = config.sketcher
    if sketcher is None:
        return
    yield from _below(sketcher, "sketcher", ("steps", "batch", "width", "critic_width", "passes"), 1)
    yield from _below(sketcher, "sketcher", ("adversarial_weight", "edge_weight", "warp"), 0)
    yield from _not_positive(sketcher, "sketcher", ("learning_rate",))
    if sketcher.side < 16 or sketcher.side % 16:
        yield f"sketcher.side is {sketcher.side}, it must be a multiple of 16"
    if not 0 <= sketcher.blended <= 1:
        yield f"sketcher.blended is {sketcher.blended:g}, it must be from 0 to 1"
    bounds = sketcher.exaggeration
    if len(bounds) != 2 or not 0 <= bounds[0] <= bounds[1]:
        yield f"sketcher.exaggeration is {list(bounds)}, it must be two numbers of 0 or more that do not fall"


def _pretraining(config: RunConfig) -> Iterator[str]:
    stage = config.pretraining
    if config.encoder.fitted != (not stage.phases):
        yield "pretraining.phases must be empty" if config.encoder.fitted else "pretraining.phases is empty"
    for index, phase in enumerate(stage.phases):
        yield from (f"pretraining.phases.{index}.{told}" for told in (*_phase(phase), *_mix(phase.mix)))
        if phase.mix.learned_sketches > 0 and config.sketcher is None:
            yield f"pretraining.phases.{index}.mix.learned_sketches needs a recipe with a sketcher"
    if not 0 <= stage.average_decay < 1:
        yield f"pretraining.average_decay is {stage.average_decay:g}, it must be from 0 to below 1"
    if not 0 < stage.momentum < 1:  # Nesterov's needs some
        yield f"pretraining.momentum is {stage.momentum:g}, it must be between 0 and 1"
    yield from _below(stage, "pretraining", ("weight_decay",), 0)
    yield from _not_positive(stage, "pretraining", ("scale",))
    if not 0 <= stage.margin < 1:
        yield f"pretraining.margin is {stage.margin:g}, it must be from 0 to below 1"


def _mix(mix: MixConfig) -> Iterator[str]:
    shares = dataclasses.asdict(mix)
    if min(shares.values()) < 0 or abs(sum(shares.values()) - 1) > _ROUNDING:
        told = ", ".join(f"{name} {share:g}" for name, share in shares.items())
        yield f"mix must be shares that sum to 1, not {told}"


def _phase(phase: Phase) -> Iterator[str]:
    if phase.size < 16 or phase.size > 112:
        yield f"size is {phase.size}, it must be from 16 to 112 pixels"
    if phase.steps < 1:
        yield f"steps is {phase.steps}, it must be 1 or more"
    if phase.batch < 2:
        yield f"batch is {phase.batch}, it must be 2 or more"
    if not phase.learning_rate > 0:
        yield f"learning_rate is {phase.learning_rate:g}, it must be above 0"
    if not 0 <= phase.final_rate <= 1:
        yield f"final_rate is {phase.final_rate:g}, it must be from 0 to 1"
    if phase.warmup < 0:
        yield f"warmup is {phase.warmup}, it must be 0 or more"


def _adversarial(config: RunConfig) -> Iterator[str]:
    stage = config.adversarial
    counts = ("steps", "critic_steps", "noise_size", "hidden", "feature_passes", "synthetic_photos")
    weights = ("lambda_class", "nu_class", "mu_noise", "condition_noise", "pair_weight")
    yield from _below(stage, "adversarial", counts, 1)
    yield from _below(stage, "adversarial", ("batch",), 2)
    yield from _below(stage, "adversarial", weights, 0)
    yield from _not_positive(stage, "adversarial", ("learning_rate", "adversarial_rate", "class_scale"))
    if stage.clip < 0:
        yield f"adversarial.clip is {stage.clip:g}, it must be 0 (off) or more"
    if not 0 <= stage.real_share <= 1:
        yield f"adversarial.real_share is {stage.real_share:g}, it must be from 0 to 1"
    if stage.most_photos < 0:
        yield f"adversarial.most_photos is {stage.most_photos}, it must be 0 (all) or more"


def _split(config: RunConfig) -> Iterator[str]:
    yield from _below(config.split, "split", ("validation_photo_identities", "validation_pair_identities"), 0)
