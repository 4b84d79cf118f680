"""A teacher's file is read as dlib computes it, its descriptions belong to the crops described, and are learned."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional as F

from forensic_id.core.errors import DataError
from forensic_id.inference.bundle import load_bundle
from forensic_id.inference.encoder import OnnxEncoder
from tests.trainer.conftest import PEOPLE, TEACHER, TinyRun, write_face_data
from tests.trainer.dlib_file import Layer, last_matrix, layers
from tests.trainer.prepared_people import LANDMARKS
from trainer.__main__ import main
from trainer.checkpoint import load_checkpoint
from trainer.companion import SideBySide
from trainer.data.faces import PHOTO, FaceSet, load_faces
from trainer.distributed.world import ALONE
from trainer.export import export
from trainer.networks.encoder import DeployedEncoder
from trainer.pretraining import Pretraining
from trainer.recipes import recipe
from trainer.run import load_training_data
from trainer.teacher.chips import CHIP_SIDE, chips
from trainer.teacher.descriptions import described, teacher_of, write_descriptions
from trainer.teacher.dlib_recogniser import BLOCKS, DlibRecogniser
from trainer.teacher.lesson import Lesson, wanted_descriptions
from trainer.warm_start import starting_encoder

CPU = torch.device("cpu")


def halved(x: Tensor, first: Layer, second: Layer) -> Tensor:
    y = second(F.relu(first(x, stride=2)), padding=1)
    short = F.avg_pool2d(x, 2, 2)
    whole = torch.zeros(len(x), *(max(sides) for sides in zip(y.shape[1:], short.shape[1:], strict=True)))
    for part in (y, short):
        channels, height, width = part.shape[1:]
        whole[:, :channels, :height, :width] += part
    return F.relu(whole)


def test_the_network_read_from_the_file_computes_what_dlib_does(weights: Path) -> None:
    network, last = layers(), last_matrix()
    pictures = torch.rand((2, 3, CHIP_SIDE, CHIP_SIDE), generator=torch.Generator().manual_seed(2)) * 255
    x = (pictures - torch.tensor([122.782, 117.001, 104.298]).reshape(1, 3, 1, 1)) / 256
    x = F.max_pool2d(F.relu(network[0](x, stride=2)), 3, 2)
    for number, (_, halves) in enumerate(BLOCKS):
        first, second = network[1 + 2 * number : 3 + 2 * number]
        x = halved(x, first, second) if halves else F.relu(x + second(F.relu(first(x, padding=1)), padding=1))
    expected = x.mean((2, 3)) @ last
    assert torch.allclose(DlibRecogniser(weights)(pictures), expected, atol=1e-4 * float(expected.abs().max()))


@pytest.mark.parametrize("cut", [0, 1000, -200_000])
def test_a_file_that_is_not_that_network_is_refused(weights: Path, tmp_path: Path, cut: int) -> None:
    other = tmp_path / "other.dat"
    other.write_bytes(weights.read_bytes()[:cut])
    with pytest.raises(DataError, match=r"other\.dat does not hold the network .*bunzip2"):
        DlibRecogniser(other)
    with pytest.raises(DataError, match=r"missing\.dat cannot be read"):
        DlibRecogniser(tmp_path / "missing.dat")


def test_the_eyes_of_a_crop_come_where_dlib_has_them() -> None:
    crops = torch.zeros((1, 3, 128, 128), dtype=torch.uint8)
    for column, row in ((46, 60), (82, 60)):  # the template's eyes, to the next pixel
        crops[0, :, row - 1 : row + 2, column - 1 : column + 2] = 255
    chip = chips(crops)[0]
    assert chip.shape == (3, CHIP_SIDE, CHIP_SIDE)
    assert chip[0].equal(chip[2])
    rows, columns = torch.nonzero(chip[0] > 128, as_tuple=True)
    for half, place in ((columns < 75, (0.25 + 0.2273) * 100), (columns >= 75, (0.25 + 0.7528) * 100)):
        assert float(columns[half].float().mean()) == pytest.approx(place, abs=1.5)
        assert float(rows[half].float().mean()) == pytest.approx((0.25 + 0.2213) * 100, abs=1.5)


def test_describe_tells_of_every_photo_and_of_nothing_else(
    face_data: Path, weights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other, out = tmp_path / "other", tmp_path / "said.safetensors"
    other.mkdir()
    write_face_data(other, people=3, drawn=1)
    command = ["describe", str(weights), "--data", str(face_data), "--limit", "7", "--quiet", "--out", str(out)]
    assert main([*command, "--beside", str(other)]) == 0
    assert "11 photos described" in capsys.readouterr().out
    config = recipe("tiny")
    with pytest.raises(DataError, match=r"describes 14 crops of other data.*--limit"):
        load_training_data(face_data, config, limit=7, teacher=out)
    assert main(command) == 0
    faces = described(load_faces(face_data, limit=7), out)
    assert faces.descriptions is not None
    assert faces.descriptions.any(dim=1).tolist() == (faces.modalities == PHOTO).tolist()
    record = teacher_of(out)
    assert (record.name, record.licence) == ("dlib_face_recognition_resnet_model_v1", "CC0-1.0")
    assert len(record.weights_sha256) == 64


@pytest.mark.parametrize("damage", ["truncated", "of another kind", "missing", "not finite", "empty"])
def test_descriptions_that_cannot_serve_are_refused_with_the_remedy(
    face_data: Path, descriptions: Path, tmp_path: Path, damage: str
) -> None:
    faces, path = load_faces(face_data), tmp_path / "said.safetensors"
    said = described(faces, descriptions).descriptions
    assert said is not None
    if damage == "truncated":
        path.write_bytes(descriptions.read_bytes()[:-9])
    elif damage == "of another kind":
        path.write_bytes(b"\x02\0\0\0\0\0\0\0{}")
    elif damage != "missing":
        broken = said * float("nan") if damage == "not finite" else said * 0
        write_descriptions(path, broken, table=faces.csv_sha256, teacher=TEACHER)
    with pytest.raises(DataError, match=r"said\.safetensors .*python -m trainer describe"):
        described(faces, path)


@pytest.mark.parametrize("said", ["[]", "{", '{"name": "somebody"}', "3"])
def test_descriptions_of_an_unknown_teacher_are_refused_with_the_remedy(tmp_path: Path, said: str) -> None:
    path = tmp_path / "said.safetensors"
    save_file({"descriptions": torch.zeros((2, 3))}, path, metadata={"table": "00", "teacher": said})
    with pytest.raises(DataError, match=r"does not tell whose .*python -m trainer describe"):
        teacher_of(path)


def test_a_drawn_row_is_to_be_described_as_the_mean_of_the_persons_photos() -> None:
    faces = FaceSet(
        images=torch.zeros((5, 1, 128, 128), dtype=torch.uint8),
        identities=np.array(["a", "a", "a", "b", "c"]),
        sources=np.array(["x"] * 5),
        modalities=np.array([0, 0, 1, 0, 1]),
        csv_sha256="",
    )
    said = torch.tensor([[3.0, 1.0], [1.0, 3.0], [9.0, 9.0], [-1.0, -1.0], [5.0, 5.0]])
    mean = [(3 + 1 - 1) / 3, (1 + 3 - 1) / 3]
    unit = [F.normalize(torch.tensor([row[0] - mean[0], row[1] - mean[1]]), dim=0) for row in said.tolist()]
    wanted = wanted_descriptions(faces, said)
    expected = [unit[0], unit[1], F.normalize(unit[0] + unit[1], dim=0), unit[3], torch.zeros(2)]
    assert torch.allclose(wanted, torch.stack(expected), atol=1e-6)


def test_what_is_taught_is_learned(face_data: Path, descriptions: Path) -> None:
    faces = described(load_faces(face_data), descriptions)
    assert faces.descriptions is not None
    lesson = Lesson(faces, faces.descriptions, feature_size=PEOPLE, device=CPU, world=ALONE)
    numbers = torch.from_numpy(np.unique(faces.identities, return_inverse=True)[1])
    features, rows = F.one_hot(numbers, PEOPLE).float() * 3, torch.arange(len(faces))
    before = lesson.loss(features, rows)
    weight = lesson.head.weight
    for _ in range(200):
        (gradient,) = torch.autograd.grad(lesson.loss(features, rows), weight)
        weight.data -= 2.0 * gradient
    assert lesson.loss(features, rows) < 0.2 * before


def settings(*given: str) -> list[str]:
    return [word for one in (*given, "adversarial.train_encoder=false") for word in ("--set", one)]


def test_a_taught_run_has_a_companion_resumes_and_is_told_of_in_the_bundle(
    face_data: Path, descriptions: Path, tiny_run: TinyRun, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    started, bundle, run = tmp_path / "started", tmp_path / "bundle", tmp_path / "run"
    export(tiny_run.config, tiny_run.data, tiny_run.folder, started, landmarks=LANDMARKS, version="1")
    given = ["--data", str(face_data), "--run", str(run)]
    given += settings("pretraining.teacher_weight=2.0")
    train = ["train", "tiny", *given, "--device", "cpu", "--quiet", "--teacher", str(descriptions)]
    train += ["--start-from", str(started), "--companion", str(started)]

    original = Pretraining.train_step

    def interrupted(self: Pretraining, *arguments: object) -> object:
        if self.step == 4:
            raise KeyboardInterrupt
        return original(self, *arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr("trainer.pretraining.CHECKPOINT_EVERY", 2)
        patch.setattr(Pretraining, "train_step", interrupted)
        assert main(train) == 130
    assert main([*train, "--resume"]) == 0
    whole = [str(tmp_path / "whole") if word == str(run) else word for word in train]
    assert main(whole) == 0
    for name in ("pretraining.safetensors", "adversarial.safetensors"):
        resumed, other = (load_checkpoint(folder / name)[0] for folder in (run, tmp_path / "whole"))
        assert resumed.keys() == other.keys()
        assert [part for part in other if not torch.equal(resumed[part], other[part])] == []
    lines = [json.loads(line) for line in (run / "metrics.jsonl").read_text(encoding="utf-8").splitlines()]
    taught = [line["disagreement"] for line in lines if line["stage"] == "encoder"]
    assert min(taught) > 0

    exported = ["export", "tiny", *given, "--bundle", str(bundle), "--landmarks", str(LANDMARKS)]
    assert main(exported) == 1
    assert "Give that bundle with --companion" in capsys.readouterr().err
    assert main([*exported, "--companion", str(LANDMARKS.parent)]) == 1
    assert "Give the bundle that the run was made with" in capsys.readouterr().err
    assert main([*exported, "--companion", str(started)]) == 0
    training = json.loads((bundle / "manifest.json").read_text(encoding="utf-8"))["training"]
    assert training["config"]["teacher"] == dataclasses.asdict(teacher_of(descriptions))
    pictures = np.random.default_rng(0).integers(0, 256, (3, 112, 112, 3), dtype=np.uint8)
    both, alone = (OnnxEncoder(load_bundle(one), threads=1).encode_sketches(pictures) for one in (bundle, started))
    assert both.shape[1] == 2 * alone.shape[1]
    assert np.abs(both[:, alone.shape[1] :] * 2**0.5 - alone).max() < 1e-5
    assert np.abs(np.linalg.norm(both, axis=1) - 1).max() < 1e-5
    again = starting_encoder(bundle, tiny_run.config)  # the companion is left behind
    learned = DeployedEncoder(again.network, tiny_run.config.working_side)
    features = learned(torch.from_numpy(pictures[..., 0]).unsqueeze(1) / 127.5 - 1).numpy()
    whole_again = OnnxEncoder(load_bundle(bundle), threads=1).encode_sketches(np.repeat(pictures[..., :1], 3, axis=3))
    assert np.abs(whole_again[:, : alone.shape[1]] * 2**0.5 - features).max() < 1e-4


class UnitLength(nn.Module):
    def forward(self, features: Tensor) -> Tensor:
        return F.normalize(features)


def test_encoders_side_by_side_have_the_mean_of_their_cosines() -> None:
    torch.manual_seed(0)
    one, other = nn.Linear(4, 3), nn.Linear(4, 5)
    crops = torch.randn(2, 4)
    with torch.no_grad():
        parts = [nn.Sequential(encoder, UnitLength()) for encoder in (one, other)]
        together = SideBySide(parts[0], parts[1], 0.25)(crops)
        apart = [part(crops) for part in parts]
    cosines = [float(features[0] @ features[1]) for features in (together, *apart)]
    assert cosines[0] == pytest.approx(0.75 * cosines[1] + 0.25 * cosines[2], abs=1e-6)


def test_a_companion_is_refused_where_the_encoder_is_trained_with_the_generator(
    face_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["train", "tiny", "--data", str(face_data), "--set", "adversarial.train_encoder=true"]
    assert main([*command, "--companion", str(LANDMARKS.parent)]) == 1
    assert "a companion needs adversarial.train_encoder=false" in capsys.readouterr().err


def test_a_recipe_that_is_taught_says_what_it_lacks(face_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "compact_taught", "--data", str(face_data)]) == 1
    assert "--teacher" in capsys.readouterr().err
