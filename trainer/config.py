"""A run as frozen values: everything that decides what a training run does.

Recipes (`trainer.recipes`) are functions that return a whole `RunConfig`.
"""

from __future__ import annotations

import dataclasses
import json
import math
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.preprocessing import CROP_SIZE, PhotoTones
from trainer.sketcher.config import SketcherConfig
from trainer.teacher.record import TeacherRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class EncoderConfig:
    """The feature extractor F."""

    kind: Literal["compact", "resnet50", "recogniser", "gradients"] = "compact"
    """“recogniser” is of the form of dlib's, and can start from its weights; “gradients” is fitted instead of
    trained."""
    feature_size: int = 256
    widths: tuple[int, ...] = (32, 64, 128, 256)
    """Channels of the stem and of each stage (compact only)."""
    blocks: tuple[int, ...] = (1, 1, 1)
    """Residual blocks a stage (compact only)."""

    @property
    def fitted(self) -> bool:
        """Whether the encoder is computed from pairs (`trainer.discriminant`), without phases of training."""
        return self.kind == "gradients"

    @property
    def mirrored(self) -> bool:
        """Whether a feature is the mean over a crop and its mirror image.

        What lies where is all that histograms know: of a mean of two sides they cannot tell which was which.
        """
        return not self.fitted


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitConfig:
    """Which identities are held out, and which photos are given up for sketches."""

    seed: int = 0
    validation_photo_identities: int = 500
    validation_pair_identities: int = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class MixConfig:
    """What a training batch is made of: shares of the batch, summing to 1."""

    photos: float = 0.35
    synthetic_sketches: float = 0.25
    real_pairs: float = 0.40
    """Photos and sketches of the identities that have both, half and half."""
    learned_sketches: float = 0.0
    """Drawings by the sketcher, which the recipe has to have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A stretch of encoder training at one resolution."""

    size: int
    """Side of the network's input in pixels."""
    steps: int
    batch: int
    learning_rate: float
    """At the start; decays by a cosine to `final_rate` times this."""
    final_rate: float = 0.02
    warmup: int = 100
    mix: MixConfig = MixConfig()
    toned_photos: bool = False
    """Whether photos are learned in the run's `photo_tones`, too, instead of as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PretrainingConfig:
    """Encoder training by margin softmax over identities of both modalities (CosFace, Wang et al. 2018)."""

    phases: tuple[Phase, ...]
    """Empty for an encoder that is fitted instead of trained, and for no other."""
    scale: float = 32.0
    margin: float = 0.2
    momentum: float = 0.9
    weight_decay: float = 5e-4
    average_decay: float = 0.998
    """Decay a step of the running average of the weights, which is what is exported."""
    teacher_weight: float = 0.0
    """Weight of the agreement with the teacher's descriptions; 0 leaves the teacher out."""

    @property
    def steps(self) -> int:
        """Of all phases."""
        return sum(phase.steps for phase in self.phases)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdversarialConfig:
    """Learning the generator (paper, eqs. 4 to 9)."""

    steps: int
    """Number of G-phases; each is preceded by `critic_steps` D-phases."""
    batch: int = 512
    critic_steps: int = 5
    noise_size: int = 64
    hidden: int = 512
    learning_rate: float = 0.005
    """Of SGD (F, W_C, E)."""
    adversarial_rate: float = 0.005
    """Of RMSProp (G, D)."""
    lambda_class: float = 0.1
    nu_class: float = 0.1
    mu_noise: float = 0.01
    clip: float = 0.01
    """Weights of the critic stay within [-clip, clip]; 0 switches clipping off."""
    train_encoder: bool = True
    """False: F is fixed and its features are computed beforehand, which takes minutes instead of hours."""
    residual: bool = False
    """True: G adds to its condition; False: as in the paper, G makes the feature anew."""
    condition_noise: float = 0.0
    """Norm of the Gaussian noise on what G sees of a sketch's feature while it learns; features have norm 1."""
    class_scale: float = 1.0
    """Logits are the inner product times this; with unit features a softmax needs about 16 to 64."""
    unit_features: bool = False
    """Project real and generated features onto the unit sphere before D, E and W_C."""
    pair_weight: float = 0.0
    """Weight of the pull of generated features towards the identity's photo features (0: the paper's objective)."""
    feature_passes: int = 2
    """Augmented passes over the data when F is fixed."""
    real_share: float = 0.6
    """Share of real drawings among the weak samples; the rest are photos drawn synthetically."""
    synthetic_photos: int = 8000
    """At most so many photos are drawn synthetically."""
    most_photos: int = 0
    """At most so many photos are in the strong set, those of people with drawings before others; 0: all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanionRecord:
    """A bundle whose encoder stands beside the learned one."""

    name: str
    version: str
    encoder_sha256: str
    feature_size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunConfig:
    """One run."""

    name: str
    seed: int = 0
    encoder: EncoderConfig = EncoderConfig()
    split: SplitConfig = SplitConfig()
    sketcher: SketcherConfig | None = None
    """Learns to draw before the encoder is trained; None leaves it out."""
    start_from: str | None = None
    """SHA-256 of the file that the encoder starts from, an encoder.onnx or dlib's; None: from random numbers."""
    companion: CompanionRecord | None = None
    """Whose features stand beside the learned encoder's, as the second part of the feature; None: nobody's."""
    companion_share: float = 0.5
    """Of its cosine in the whole one."""
    photo_tones: PhotoTones | None = None
    """How photos are brought nearer to drawings for the finished encoder; None: they are read as they are."""
    teacher: TeacherRecord | None = None
    """Whose descriptions the encoder learns to give; None: nobody's."""
    pretraining: PretrainingConfig
    adversarial: AdversarialConfig

    @property
    def working_side(self) -> int:
        """Side of the crops that the finished encoder takes: that of the last phase, or the whole without phases."""
        return self.pretraining.phases[-1].size if self.pretraining.phases else CROP_SIZE

    @property
    def feature_size(self) -> int:
        """Size of the feature that the generator and the gallery see."""
        return self.encoder.feature_size + (self.companion.feature_size if self.companion else 0)

    def to_json(self) -> str:
        """Return the whole configuration as indented JSON, for the run folder."""
        return json.dumps(dataclasses.asdict(self), indent=1)

    def encoder_stage_json(self) -> str:
        """Return what decides the first stage: a checkpoint of it stays valid when only the second stage changes."""
        learned_in_tones = self.encoder.fitted or any(phase.toned_photos for phase in self.pretraining.phases)
        tones = ("photo_tones",) if learned_in_tones else ()
        return self._part("seed", "encoder", "split", "sketcher", "start_from", "teacher", "pretraining", *tones)

    def sketcher_stage_json(self) -> str:
        """Return what decides the sketcher."""
        return self._part("seed", "split", "sketcher")

    def _part(self, *fields: str) -> str:
        whole = dataclasses.asdict(self)
        return json.dumps({field: whole[field] for field in fields}, indent=1)


def decisive_settings(stage: Any, step: int) -> Any:
    """Of an encoder stage's settings, as read from JSON, those that decide its first `step` steps.

    Phases that begin later have no part in them, nor have photo tones that only they learn in: with other phases to
    come a run still is the one that had those from the start, so that it may be extended.
    """
    begun: list[Any] = []
    begin = 0
    for phase in stage["pretraining"]["phases"]:
        if begun and begin >= step:
            break
        begun.append(phase)
        begin += phase["steps"]
    decisive = {**stage, "pretraining": {**stage["pretraining"], "phases": begun}}
    if begun and not any(phase.get("toned_photos") for phase in begun):  # without phases the encoder is fitted
        decisive.pop("photo_tones", None)
    return decisive


def with_settings(config: RunConfig, settings: list[str]) -> RunConfig:
    """Apply `--set field.subfield=value` settings; values are JSON. Raises InvalidInputError naming the setting.

    The number after the last phase's adds a phase, which begins as a copy of the last one.
    """
    for setting in settings:
        path, equals, text = setting.partition("=")
        if not equals:
            raise InvalidInputError(f"The setting “{setting}” has no “=”. Write it as field=value.")
        try:
            value = json.loads(text)
        except ValueError:  # no JSON, or a number of too many digits
            value = text
        config = _replaced(config, path.split("."), value, setting)
    return config


def _replaced(node: Any, path: list[str], value: Any, setting: str) -> Any:
    """Return `node` with the field at `path` replaced; a number in the path picks from a tuple."""
    head, *rest = path
    if isinstance(node, tuple) and node and dataclasses.is_dataclass(node[-1]) and head == str(len(node)):
        node = (*node, node[-1])
    if isinstance(node, tuple) and head.isdecimal() and int(head) < len(node):
        index = int(head)
        new = _replaced(node[index], rest, value, setting) if rest else _fitted(node[index], value, setting)
        return (*node[:index], new, *node[index + 1 :])
    if not dataclasses.is_dataclass(node) or head not in {field.name for field in dataclasses.fields(node)}:
        raise InvalidInputError(f"The setting “{setting}” names no field of the recipe (unknown part: “{head}”).")
    old = getattr(node, head)
    new = _replaced(old, rest, value, setting) if rest else _fitted(old, value, setting)
    return dataclasses.replace(node, **{head: new})  # type: ignore[type-var]


def _fitted(old: Any, new: Any, setting: str) -> Any:
    """Return the new value in the type of the old one, which for a list is that of the first value there."""
    if isinstance(old, tuple) and isinstance(new, list) and (old or not new):
        return tuple(_fitted(old[0], each, setting) for each in new)
    if isinstance(old, float) and type(new) is int:
        with suppress(OverflowError):
            new = float(new)
    if type(new) is not type(old) or (isinstance(new, float) and not math.isfinite(new)):
        raise InvalidInputError(f"The setting “{setting}” needs a value like {old!r}.")
    return new
