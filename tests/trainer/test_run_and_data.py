"""A run goes on with the data that it was begun with and no other, and is exported with them."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path

import pytest
import torch

from forensic_id.core.errors import DataError
from tests.trainer.conftest import write_face_data
from trainer.__main__ import main
from trainer.checkpoint import save_checkpoint
from trainer.data.datasets import describe_datasets
from trainer.provenance import check_data, recorded
from trainer.recipes import recipe

CONFIG = recipe("tiny")


@pytest.fixture
def begun(tmp_path: Path, face_data: Path) -> Path:
    """The folder of a run that was begun with 40 crops of `face_data`."""
    run = tmp_path / "run"
    with recorded(run, CONFIG, data=describe_datasets([face_data]), limit=40, device=torch.device("cpu")):
        save_checkpoint(
            run / "pretraining.safetensors", {"a": torch.ones(1)}, step=3, config_json=CONFIG.encoder_stage_json()
        )
    return run


def test_the_limit_belongs_to_the_data(begun: Path, face_data: Path) -> None:
    described = describe_datasets([face_data])
    check_data(begun, described, limit=40)
    for limit, told in ((30, "with --limit 40, not with --limit 30"), (None, "with --limit 40, not without --limit")):
        with pytest.raises(DataError, match=told):
            check_data(begun, described, limit=limit)


def test_a_run_whose_record_tells_no_limit_may_have_any(begun: Path, face_data: Path) -> None:
    record = begun / "run.json"
    record.write_text(record.read_text(encoding="utf-8").replace('"limit"', '"other"'), encoding="utf-8")
    check_data(begun, describe_datasets([face_data]), limit=30)


def test_other_data_or_another_limit_are_not_resumed_with_and_the_record_stays(
    begun: Path, face_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    write_face_data(other, people=15)
    before = (begun / "run.json").read_bytes()
    resumed = ["train", "tiny", "--run", str(begun), "--device", "cpu", "--resume"]
    for words, told in (
        (["--data", str(other), "--limit", "40"], "trained on 1 data sets with other files"),
        (["--data", str(face_data)], "trained with --limit 40, not without"),
    ):
        assert main([*resumed, *words]) == 1
        assert told in capsys.readouterr().err
        assert (begun / "run.json").read_bytes() == before


def test_the_command_told_at_the_end_exports_with_the_options_of_the_training(
    face_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    beside = tmp_path / "with a space"
    beside.mkdir()
    write_face_data(beside)
    given: list[argparse.Namespace] = []
    monkeypatch.setattr("trainer.commands.train.train", lambda *_, **__: None)
    monkeypatch.setattr("trainer.commands.export.run", given.append)
    common = ["--data", str(face_data), "--beside", str(beside), "--run", str(tmp_path / "run"), "--limit", "38"]
    common += ["--set", "seed=3", "--set", "encoder.blocks=[2, 1, 1]"]
    assert main(["train", "tiny", *common, "--device", "cpu"]) == 0
    told = shlex.split(capsys.readouterr().out.rpartition("Export it: ")[2])
    assert told[:3] == ["python", "-m", "trainer"]
    assert main(told[3:]) == 0
    assert main(["export", "tiny", *common]) == 0
    assert given[0] == given[1]
