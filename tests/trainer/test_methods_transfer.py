"""What the rows that align the modalities minimise: their losses, with each one's sign and weight."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from trainer.config import EncoderConfig
from trainer.data.faces import CROP_SIDE, PHOTO, SKETCH, FaceSet
from trainer.data.reproduction import ReproductionData
from trainer.losses.domain_confusion import confusion_loss, domain_loss
from trainer.losses.gradient_reversal import reversal_strength
from trainer.losses.joint_mmd import joint_mmd_loss
from trainer.losses.soft_labels import soft_label_loss
from trainer.methods import METHODS, Budget, MatchingModel, Start, Task
from trainer.methods.batches import BatchSource
from trainer.methods.dann import DOMAIN_WEIGHT
from trainer.methods.jan import DISCREPANCY_WEIGHT
from trainer.methods.network import Extracted, extract
from trainer.methods.row import Losses, Row, shared_model
from trainer.methods.sdt import CONFUSION_WEIGHT, SOFT_WEIGHT, TEMPERATURE, SoftLabels
from trainer.methods.start import fresh_network

CPU = torch.device("cpu")
PEOPLE, PHOTOS = 6, 3
BUDGET = Budget(size=32, start_steps=1, steps=1, batch=12, hidden=16, noise_size=4, warmup=1)
PROGRESS = 0.3


def faces(count: int, kind: int) -> FaceSet:
    images = torch.randint(0, 256, (count, 1, CROP_SIDE, CROP_SIDE), generator=torch.Generator().manual_seed(count))
    people = np.array([f"p:{row % PEOPLE}" for row in range(count)])
    return FaceSet(
        images=images.to(torch.uint8),
        identities=people,
        sources=np.full(count, "invented"),
        modalities=np.full(count, kind),
        csv_sha256="",
    )


@pytest.fixture(scope="module")
def task() -> Task:
    photos, sketches = faces(PEOPLE * PHOTOS, PHOTO), faces(PEOPLE, SKETCH)
    data = ReproductionData(
        strong=photos,
        strong_classes=torch.arange(PEOPLE * PHOTOS) % PEOPLE,
        weak=sketches,
        weak_classes=torch.arange(PEOPLE),
        groups=torch.zeros(PEOPLE, dtype=torch.int64),
        validation_pairs=sketches,
        validation_photos=photos,
    )
    config = EncoderConfig(feature_size=16, widths=(8, 8, 8, 8))
    encoder, head = fresh_network(config, data, BUDGET, seed=0, device=CPU)
    start = Start(config=config, encoder=encoder.eval(), classifier=head.weight.detach())
    return Task(start=start, data=data, budget=BUDGET, seed=0, folder=Path(), device=CPU)


class Captured:
    """Stands in for `Row.train`: keeps what would be minimised."""

    row: Row
    objective: Callable[[Any, float], Losses]
    domain: nn.Module

    def __init__(self, name: str, task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
        def keep(row: Row, objective: Callable[[Any, float], Losses], **further: Any) -> MatchingModel:
            self.row, self.objective = row, objective
            self.domain = further.get("beside", {}).get("domain", nn.Identity())
            return shared_model(row.encoder)

        monkeypatch.setattr(Row, "train", keep)
        METHODS[name](task)


def gradients(loss: Tensor, module: nn.Module) -> Tensor:
    """Of all parameters, in a row; 0 where the loss does not depend on one."""
    learned = list(module.parameters())
    found = torch.autograd.grad(loss, learned, retain_graph=True, allow_unused=True)
    return torch.cat(
        [(torch.zeros_like(p) if g is None else g).flatten() for p, g in zip(learned, found, strict=True)]
    )


def assert_minimises(
    name: str,
    task: Task,
    monkeypatch: pytest.MonkeyPatch,
    expected: Callable[[Captured, Extracted, Tensor, Any], tuple[Tensor, Tensor]],
) -> None:
    """`expected` gives what F and what the domain classifier minimise, of features, their unit rows and the batch."""
    captured = Captured(name, task, monkeypatch)
    twin = copy.deepcopy((captured.row.encoder, captured.row.head, captured.domain))
    batch = BatchSource(task.data, BUDGET.size, seed=0, device=CPU).draw(0, photos=6, sketches=6)
    torch.manual_seed(1)  # dropout
    total = torch.stack(list(captured.objective(batch, PROGRESS).values())).sum()
    ours = gradients(total, captured.row.encoder), gradients(total, captured.domain) if domained(captured) else None

    captured.row = Row(encoder=twin[0], head=twin[1], task=task)
    captured.domain = twin[2]
    torch.manual_seed(1)
    features = extract(twin[0], batch)
    of_encoder, of_domain = expected(
        captured, features, F.normalize(torch.cat([features.strong, features.weak])), batch
    )
    theirs = gradients(of_encoder, twin[0])
    assert torch.allclose(ours[0], theirs, rtol=1e-3, atol=1e-5 * float(theirs.abs().max()))
    if ours[1] is not None:
        of_classifier = gradients(of_domain, captured.domain)
        assert of_classifier.abs().max() > 0
        assert torch.allclose(ours[1], of_classifier, rtol=1e-3, atol=1e-6)


def domained(captured: Captured) -> bool:
    return bool(list(captured.domain.parameters()))


def classes_of(captured: Captured, features: Extracted, batch: Any, *, supervised: bool) -> Tensor:
    strong = captured.row.strong_class(batch, features)
    return strong + captured.row.weak_class(batch, features) if supervised else strong


@pytest.mark.parametrize("name", ["dann_u", "dann_s"])
def test_dann_features_climb_the_loss_that_the_domain_classifier_goes_down(
    name: str, task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    def expected(captured: Captured, features: Extracted, unit: Tensor, batch: Any) -> tuple[Tensor, Tensor]:
        scores = captured.domain(unit)
        told = domain_loss(scores[:6], scores[6:])
        classes = classes_of(captured, features, batch, supervised=name == "dann_s")
        return classes - DOMAIN_WEIGHT * reversal_strength(PROGRESS) * told, told

    assert_minimises(name, task, monkeypatch, expected)


@pytest.mark.parametrize("name", ["jan_u", "jan_s"])
def test_jan_brings_the_joint_distributions_together(name: str, task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    def expected(captured: Captured, features: Extracted, unit: Tensor, batch: Any) -> tuple[Tensor, Tensor]:
        head = captured.row.head
        strong = features.strong_pooled, unit[:6], head.logits(features.strong).softmax(1)
        weak = features.weak_pooled, unit[6:], head.logits(features.weak).softmax(1)
        weight = DISCREPANCY_WEIGHT * reversal_strength(PROGRESS)
        classes = classes_of(captured, features, batch, supervised=name == "jan_s")
        return classes + weight * joint_mmd_loss(strong, weak), classes

    assert_minimises(name, task, monkeypatch, expected)


def test_sdt_confuses_the_domain_classifier_and_keeps_to_soft_labels(
    task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    def expected(captured: Captured, features: Extracted, unit: Tensor, batch: Any) -> tuple[Tensor, Tensor]:
        scores = captured.domain(unit)
        targets = SoftLabels(task.start, task.data, BUDGET, CPU)(batch.weak_classes)
        soft = soft_label_loss(captured.row.head.logits(features.weak), targets, temperature=TEMPERATURE)
        classes = classes_of(captured, features, batch, supervised=True)
        confusion = CONFUSION_WEIGHT * confusion_loss(scores[:6], scores[6:])
        return classes + confusion + SOFT_WEIGHT * soft, domain_loss(scores[:6], scores[6:])

    assert_minimises("sdt", task, monkeypatch, expected)
