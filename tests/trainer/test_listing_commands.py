"""What a program asks the trainer before it offers to train: commands, recipes and devices."""

from __future__ import annotations

import inspect
import json
from importlib import import_module

import pytest

from trainer.__main__ import COMMANDS, main
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


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_says_of_every_command_what_its_module_says(name: str) -> None:
    module = import_module(f"trainer.commands.{name.replace('-', '_')}")
    assert (inspect.getdoc(module) or "").partition("\n")[0] == COMMANDS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_take_a_data_folder_where_they_read_one(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    module = import_module(f"trainer.commands.{name.replace('-', '_')}")
    with pytest.raises(SystemExit):
        main([name, "--help"])
    assert ("[--data DATA]" in capsys.readouterr().out) == ("options.data" in inspect.getsource(module))


@pytest.mark.parametrize("arguments", [["--help"], [], ["no-such-command"]])
def test_without_a_known_command_all_are_listed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert (ended.value.code == 0) == (arguments == ["--help"])
    told = capsys.readouterr()
    assert all(name in told.out + told.err for name in COMMANDS)
