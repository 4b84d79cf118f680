"""What a program asks the trainer before it offers to train: recipes and devices."""

from __future__ import annotations

import json

import pytest

from trainer.__main__ import main
from trainer.recipes import RECIPES


def test_recipes_are_listed_with_a_sentence_and_their_steps(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recipes", "--json"]) == 0
    listed = {each["name"]: each for each in json.loads(capsys.readouterr().out)}
    assert set(listed) == set(RECIPES)
    assert listed["tiny"]["steps"] == {"encoder": 6, "generator": 3}
    assert "sketcher" in listed["compact"]["steps"]
    assert all(each["sentence"] for each in listed.values())
    assert main(["recipes"]) == 0
    assert "resnet50" in capsys.readouterr().out


def test_devices_are_listed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torch.cuda.device_count", lambda: 1)
    monkeypatch.setattr("torch.cuda.get_device_name", lambda _number: "A card")
    assert main(["devices", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["cuda"] == ["A card"]
    assert found["cpu_threads"] >= 1
    assert main(["devices"]) == 0
    assert "cuda:0  A card" in capsys.readouterr().out
