"""The rows of the comparison: each trains, overfits, resumes, and learns what it is meant to learn alone."""

from __future__ import annotations

import copy
import importlib
import json
import signal
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from forensic_id.core.errors import CancelledError
from forensic_id.inference.noise import gaussian_noise
from trainer.checkpoint import checkpoint_steps, load_checkpoint
from trainer.config import EncoderConfig, SplitConfig
from trainer.data.demo import demo_faces
from trainer.data.reproduction import ReproductionData, reproduction_data
from trainer.evaluation.recognition import centre_views
from trainer.interruption import stopping_after_a_step
from trainer.methods import METHODS, OBJECTIVES, TITLES, Budget, MatchingModel, Start, Task, steps, train_start
from trainer.methods.batches import BatchSource, StepBatch
from trainer.methods.cross_modal import ModalityEncoder
from trainer.methods.network import MarginHead, extract
from trainer.methods.row import Row
from trainer.methods.sdt import TEMPERATURE, SoftLabels, domain_losses
from trainer.methods.wsgan import ALL, WeakStrongLearner
from trainer.networks.encoder import Encoder
from trainer.networks.perceptron import Critic

CPU = torch.device("cpu")
ROOT = Path(__file__).parents[2]
SIZE = 32
BUDGET = Budget(size=SIZE, start_steps=3, steps=3, batch=8, hidden=16, noise_size=4, warmup=1)
ENCODER = EncoderConfig(feature_size=16, widths=(8, 8, 8, 8))
TRAINED = {**METHODS, "L_C": OBJECTIVES["L_C"]}
TRAINED.pop("pretraining")


@pytest.fixture(scope="module")
def data() -> ReproductionData:
    faces = demo_faces(ROOT / "resources/demo", ROOT / "resources/models/default/landmarks.onnx", people=12)
    return reproduction_data(faces, SplitConfig(validation_photo_identities=2, validation_pair_identities=4))


@pytest.fixture(scope="module")
def start(data: ReproductionData, tmp_path_factory: pytest.TempPathFactory) -> Start:
    folder = tmp_path_factory.mktemp("start")
    return train_start(ENCODER, data, BUDGET, seed=0, folder=folder, device=CPU, quiet=True)


class Trainer:
    """Trains rows by name, each once a folder."""

    def __init__(self, start: Start, data: ReproductionData) -> None:
        self.start, self.data = start, data

    def __call__(self, name: str, folder: Path, budget: Budget = BUDGET) -> MatchingModel:
        method = TRAINED.get(name) or METHODS[name]
        task = Task(start=self.start, data=self.data, budget=budget, seed=0, folder=folder, device=CPU, quiet=True)
        return method(task)


@pytest.fixture(scope="module")
def train(start: Start, data: ReproductionData) -> Trainer:
    return Trainer(start, data)


def tensors(folder: Path) -> dict[str, Tensor]:
    return {
        f"{path.stem}/{name}": tensor
        for path in sorted(folder.glob("*.safetensors"))
        for name, tensor in load_checkpoint(path)[0].items()
    }


def test_the_rows_are_the_papers_in_its_order() -> None:
    assert list(METHODS) == list(TITLES)
    assert len(METHODS) == 14
    assert list(OBJECTIVES.values())[1:] == [METHODS["wsgan_dagger"], METHODS["wsgan"]]


class StoppedHereError(Exception):
    pass


@pytest.mark.parametrize("name", TRAINED)
def test_a_row_trains_and_a_killed_and_resumed_one_equals_it(
    name: str, train: Trainer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "CHECKPOINT_EVERY", 1)
    seen = []
    drawn = BatchSource.draw

    def counting(self: BatchSource, step: int, *, photos: int, sketches: int) -> StepBatch:
        seen.append(sketches)
        return drawn(self, step, photos=photos, sketches=sketches)

    with monkeypatch.context() as patch:
        patch.setattr(BatchSource, "draw", counting)
        model = train(name, tmp_path / "whole")
    assert sum(seen) == BUDGET.steps * BUDGET.sketches, "all rows see equally many sketches"
    with monkeypatch.context() as patch:
        original = steps.StepLoop.train_step

        def stopping(self: steps.StepLoop) -> dict[str, Tensor]:
            if self.step == 1:
                raise StoppedHereError
            return original(self)

        patch.setattr(steps.StepLoop, "train_step", stopping)
        with pytest.raises(StoppedHereError):
            train(name, tmp_path / "resumed")
    resumed = train(name, tmp_path / "resumed")
    whole, again = tensors(tmp_path / "whole"), tensors(tmp_path / "resumed")
    assert whole.keys() == again.keys()
    assert [key for key in whole if not torch.equal(whole[key], again[key])] == []
    crops = centre_views(train.data.validation_pairs, BUDGET.size)
    assert torch.equal(model.photo_features(crops), resumed.photo_features(crops))
    assert torch.equal(
        model.sketch_samples(crops, samples=2, seed=0), resumed.sketch_samples(crops, samples=2, seed=0)
    )


@pytest.mark.parametrize("name", ["joint_finetuning", "wsgan"])
def test_a_row_that_is_asked_to_stop_leaves_a_checkpoint_at_that_step_and_goes_on(
    name: str, train: Trainer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = steps.StepLoop.train_step

    def interrupted(self: steps.StepLoop) -> dict[str, Tensor]:
        if self.step == 1:
            signal.raise_signal(signal.SIGINT)
        return original(self)

    with monkeypatch.context() as patch, stopping_after_a_step():
        patch.setattr(steps.StepLoop, "train_step", interrupted)
        with pytest.raises(CancelledError, match="step 2, with a checkpoint"):
            train(name, tmp_path / "stopped")
    assert checkpoint_steps(tmp_path / "stopped") == {"row.safetensors": 2}
    train(name, tmp_path / "stopped")
    train(name, tmp_path / "whole")
    whole, resumed = tensors(tmp_path / "whole"), tensors(tmp_path / "stopped")
    assert all(torch.equal(resumed[key], whole[key]) for key in whole)


@pytest.mark.parametrize("name", ["joint_finetuning", "wsgan"])
def test_a_step_reads_no_number_off_the_device_and_the_journal_has_those_of_its_steps(
    name: str, train: Trainer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Tensor.item
    original = steps.StepLoop.train_step
    taken: list[dict[str, Tensor]] = []

    def watched(self: steps.StepLoop) -> dict[str, Tensor]:
        with monkeypatch.context() as patch:
            patch.setattr(Tensor, "item", lambda _: pytest.fail("the step waits for the device"))
            taken.append(original(self))
        return taken[-1]

    monkeypatch.setattr(steps, "REPORT_EVERY", 2)
    monkeypatch.setattr(steps.StepLoop, "train_step", watched)
    train(name, tmp_path)
    assert not any(loss.requires_grad for losses in taken for loss in losses.values())
    lines = [json.loads(line) for line in (tmp_path / "metrics.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["step"] for line in lines] == [2, 3]
    for line in lines:
        assert all(line[loss] == read(value) for loss, value in taken[line["step"] - 1].items())


@pytest.mark.parametrize("name", TRAINED)
def test_a_row_overfits_two_batches(
    name: str, train: Trainer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = BatchSource.draw
    monkeypatch.setattr(BatchSource, "draw", lambda self, step, **counts: drawn(self, step % 2, **counts))
    monkeypatch.setattr(steps, "REPORT_EVERY", 1)
    budget = replace(BUDGET, start_steps=0, steps=40, learning_rate=0.05, start_learning_rate=0.05, scale=16.0)
    train(name, tmp_path, budget)
    lines = [json.loads(line) for line in (tmp_path / "metrics.jsonl").read_text(encoding="utf-8").splitlines()]
    classes = [key for key in lines[0] if key.endswith("_class")]
    assert classes
    for key in classes:
        first, last = (sum(line[key] for line in part) for part in (lines[:4], lines[-4:]))
        assert last < 0.05 * first, key


def test_pretraining_is_the_start(train: Trainer, start: Start, tmp_path: Path) -> None:
    assert train("pretraining", tmp_path).photo_encoder is start.encoder


@pytest.mark.parametrize("name", ["joint_finetuning", "cross_modal_ab", "wsgan"])
def test_rows_leave_the_start_as_it_was(name: str, train: Trainer, start: Start, tmp_path: Path) -> None:
    before = {key: value.clone() for key, value in start.encoder.state_dict().items()}
    classifier = start.classifier.clone()
    train(name, tmp_path)
    assert all(torch.equal(value, before[key]) for key, value in start.encoder.state_dict().items())
    assert torch.equal(classifier, start.classifier)


def test_fixed_finetuning_moves_the_last_layers_alone(train: Trainer, start: Start, tmp_path: Path) -> None:
    encoder = train("fixed_finetuning", tmp_path).photo_encoder
    assert isinstance(encoder, Encoder)
    assert isinstance(start.encoder, Encoder)
    same = {key: torch.equal(value, encoder.state_dict()[key]) for key, value in start.encoder.state_dict().items()}
    assert all(equal for key, equal in same.items() if key.startswith("trunk"))
    assert not same["head.2.weight"]


def test_cross_modal_a_gives_each_modality_low_layers_and_keeps_the_shared_ones(
    train: Trainer, start: Start, tmp_path: Path
) -> None:
    model = train("cross_modal_a", tmp_path)
    assert isinstance(model.photo_encoder, ModalityEncoder)
    network = model.photo_encoder.network
    shared = [module for module in [*network.high] if isinstance(module, nn.Module)]
    assert isinstance(start.encoder, Encoder)
    kept = [value for key, value in start.encoder.state_dict().items() if key.startswith("head")]
    assert all(torch.equal(a, b) for a, b in zip(shared[-1].state_dict().values(), kept, strict=True))
    photo, sketch = (list(network.low[modality].parameters()) for modality in ("photo", "sketch"))
    assert any(not torch.equal(a, b) for a, b in zip(photo, sketch, strict=True))


def test_cross_modal_b_moves_the_shared_layers(train: Trainer, start: Start, tmp_path: Path) -> None:
    network: Any = train("cross_modal_ab", tmp_path).photo_encoder
    assert isinstance(start.encoder, Encoder)
    before, after = start.encoder.state_dict(), network.network.high[-1].state_dict()
    assert not torch.equal(before["head.2.weight"], after["2.weight"])


def test_a_checkpoint_of_another_budget_is_refused(train: Trainer, tmp_path: Path) -> None:
    train("joint_finetuning", tmp_path)
    with pytest.raises(Exception, match="another configuration"):
        train("joint_finetuning", tmp_path, replace(BUDGET, learning_rate=0.5))


# --- batches


def batch_of(data: ReproductionData, step: int = 0, *, photos: int = 6, sketches: int = 4) -> StepBatch:
    return BatchSource(data, SIZE, seed=1, device=CPU).draw(step, photos=photos, sketches=sketches)


def test_a_batch_has_both_modalities_and_half_the_photos_show_the_sketched(data: ReproductionData) -> None:
    batch = batch_of(data)
    assert batch.strong.shape == (6, 1, SIZE, SIZE)
    assert batch.weak.shape == (4, 1, SIZE, SIZE)
    assert batch.paired == 3
    assert torch.equal(batch.strong_classes[:3], batch.weak_classes[:3])
    assert -1 <= batch.strong.min() <= batch.strong.max() <= 1


@pytest.mark.parametrize("name", ["dann_u", "jan_u"])
def test_rows_without_classes_of_sketches_get_photos_of_anybody(
    name: str, train: Trainer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, draw = [], BatchSource.draw

    def spied(self: BatchSource, step: int, **counts: int) -> StepBatch:
        drawn.append(draw(self, step, **counts))
        return drawn[-1]

    monkeypatch.setattr(BatchSource, "draw", spied)
    train(name, tmp_path)
    assert len(drawn) == BUDGET.steps
    assert all(len(batch.weak) and batch.paired == 0 for batch in drawn)


def test_batches_of_one_modality_and_of_one_step_twice(data: ReproductionData) -> None:
    assert len(batch_of(data, sketches=0).weak) == 0
    assert len(batch_of(data, photos=0).strong) == 0
    assert torch.equal(batch_of(data).strong, batch_of(data).strong)
    assert not torch.equal(batch_of(data).strong, batch_of(data, 1).strong)


# --- what is evaluated


class Shift(nn.Module):
    """A generator that adds the noise to the first entries."""

    def __init__(self) -> None:
        super().__init__()
        self.unused = nn.Parameter(torch.zeros(1))

    def forward(self, feature: Tensor, noise: Tensor) -> Tensor:
        return feature + F.pad(noise, (0, feature.shape[1] - noise.shape[1]))


def test_samples_are_unit_and_use_the_noise_of_the_application(start: Start, data: ReproductionData) -> None:
    crops = centre_views(data.validation_pairs, SIZE)[:3]
    plain = MatchingModel(photo_encoder=start.encoder, sketch_encoder=start.encoder, generator=None, noise_size=0)
    features = plain.photo_features(crops)
    assert torch.allclose(features.norm(dim=1), torch.ones(3), atol=1e-5)
    assert torch.equal(plain.sketch_samples(crops, samples=10, seed=0), features.unsqueeze(1))
    model = replace(plain, generator=Shift(), noise_size=4)
    samples = model.sketch_samples(crops, samples=5, seed=9)
    noise = F.pad(torch.from_numpy(gaussian_noise(count=5, size=4, seed=9)), (0, 12))
    assert samples.shape == (3, 5, 16)
    assert torch.allclose(samples[1], F.normalize(features[1] + noise), atol=1e-6)
    assert model.sketch_samples(crops[:0], samples=5, seed=9).shape == (0, 5, 16)


# --- WSGAN


def test_a_step_takes_f_down_all_losses_and_the_classifier_down_those_of_real_features(
    start: Start, data: ReproductionData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F: L_C of photos, L_C of sketches and J_G; W_C: the first two. Without D-phases, which would move D and E."""
    monkeypatch.setattr(importlib.import_module("trainer.methods.wsgan"), "GRADIENT_CLIP", 1e9)
    objectives = replace(ALL, condition=0.6, noise=0.3, critic_steps=0, noise_draws=2)
    task = Task(start=start, data=data, budget=BUDGET, seed=0, folder=tmp_path, device=CPU)
    learner = WeakStrongLearner(Row.of(task), objectives)
    twin = copy.deepcopy(learner)
    batch = batch_of(data)
    torch.manual_seed(3)
    learner.step(batch, 0.0)

    torch.manual_seed(3)
    encoder, head, generator, critic, latent = (
        twin.modules[name].train() for name in ("encoder", "classifier", "generator", "critic", "latent_encoder")
    )
    assert isinstance(encoder, Encoder)
    assert isinstance(head, MarginHead)
    features = extract(encoder, batch)
    noise = torch.randn(2 * len(batch.weak), BUDGET.noise_size)
    generated = F.normalize(generator(F.normalize(features.weak).repeat(2, 1), noise))
    distance = (latent(generated) - noise).norm(dim=1).mean()
    phase = -critic(generated).mean() + head.loss(generated, batch.weak_classes.repeat(2)) + 0.3 * distance
    real = head.loss(features.strong, batch.strong_classes) + 0.6 * head.loss(features.weak, batch.weak_classes)
    for name, objective in {"encoder": real + phase, "classifier": real}.items():
        learned = list(twin.modules[name].parameters())
        expected = torch.autograd.grad(objective, learned, retain_graph=True)
        for parameter, gradient in zip(learner.modules[name].parameters(), expected, strict=True):
            assert parameter.grad is not None
            assert torch.allclose(parameter.grad, gradient, rtol=1e-3, atol=1e-5), name


# --- SDT


def test_soft_labels_are_the_mean_softmax_over_the_photos_of_a_class(start: Start, data: ReproductionData) -> None:
    classes = data.weak_classes[:2]
    labels = SoftLabels(start, data, BUDGET, CPU)(classes)
    model = MatchingModel(photo_encoder=start.encoder, sketch_encoder=start.encoder, generator=None, noise_size=0)
    for name, label in zip(classes.tolist(), labels, strict=True):
        own = torch.nonzero(data.strong_classes == name).squeeze(1).numpy()
        rows = [
            (BUDGET.scale / TEMPERATURE * feature @ F.normalize(start.classifier).T).softmax(0)
            for feature in model.photo_features(centre_views(data.strong.subset(own), BUDGET.size))
        ]
        assert torch.allclose(label, sum(rows, torch.zeros_like(label)) / len(rows), atol=1e-5)


def test_the_domain_loss_teaches_the_domain_classifier_alone_and_confusion_the_features_alone() -> None:
    torch.manual_seed(0)
    domain, features = Critic(5, 8), torch.randn(8, 5).requires_grad_()
    losses = domain_losses(domain, features, 4)
    learned, confused = losses["domain"], losses["confusion"]
    assert torch.autograd.grad(learned, features, retain_graph=True, allow_unused=True)[0] is None
    parameters = list(domain.parameters())
    assert all(g is None for g in torch.autograd.grad(confused, parameters, retain_graph=True, allow_unused=True))
    assert torch.autograd.grad(confused, features)[0].abs().sum() > 0
    assert torch.autograd.grad(learned, domain.body[0].weight)[0].abs().sum() > 0  # type: ignore[arg-type]
