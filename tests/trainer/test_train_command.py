"""Training as users meet it: prepare, train, be interrupted and killed, resume, and be told what went wrong."""

from __future__ import annotations

import dataclasses
import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from forensic_id.core.errors import CancelledError, DataError, InvalidInputError
from tests.trainer.conftest import TEACHER, write_face_data
from tests.trainer.prepared_people import LANDMARKS, ROOT, plan, write_people
from trainer import interruption, pretraining
from trainer.__main__ import main
from trainer.checkpoint import checkpoint_steps, load_checkpoint, save_checkpoint
from trainer.config import with_settings
from trainer.config_check import check_config
from trainer.data.datasets import ClassCounts, load_datasets
from trainer.data.splits import split_identities
from trainer.evaluation.held_out_pairs import load_held_out
from trainer.export import export
from trainer.failures import explained
from trainer.interruption import stop_requested, stopping_after_a_step
from trainer.landmarks.config import tiny as landmarks_tiny
from trainer.landmarks.data import load_sets
from trainer.prepare.dataset import prepare
from trainer.provenance import provenance
from trainer.recipes import RECIPES, recipe
from trainer.reproduce.material import _research
from trainer.reproduce.scales import SCALES
from trainer.run import load_training_data
from trainer.run_folder import check_run_folder
from trainer.teacher.record import TeacherRecord

FIXED = "adversarial.train_encoder=false"
"""Features are computed once: seconds instead of a minute."""

TRAINED = """
import sys
import torch
from trainer import loop, pretraining
from trainer.__main__ import main
torch.set_num_threads(1)
pretraining.CHECKPOINT_EVERY = loop.CHECKPOINT_EVERY = 1
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data set prepared from demo people."""
    folder = tmp_path_factory.mktemp("people")
    prepare(plan(write_people(folder / "source", people=5), folder / "dataset"))
    return folder / "dataset"


def command(data: Path, run: Path, *more: str) -> list[str]:
    return ["train", "tiny", "--data", str(data), "--run", str(run), "--device", "cpu", "--set", FIXED, *more]


def test_from_pictures_to_a_bundle_with_a_kill_between(people: Path, tmp_path: Path) -> None:
    run, steps = tmp_path / "run", 80
    arguments = command(people, run, "--set", f"adversarial.steps={steps}", "--quiet")
    process = subprocess.Popen([sys.executable, "-c", TRAINED, *arguments], cwd=ROOT)
    deadline = time.monotonic() + 250
    while checkpoint_steps(run).get("adversarial.safetensors", 0) < 2:
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    reached = load_checkpoint(run / "adversarial.safetensors")[1]
    assert 2 <= reached < steps
    assert main([*arguments, "--resume"]) == 0
    sessions = provenance(run)["sessions"]
    assert [session["ended"] for session in sessions] == ["killed", "finished"]
    assert sessions[1]["from_steps"]["adversarial.safetensors"] == reached
    config = with_settings(recipe("tiny"), [FIXED, f"adversarial.steps={steps}"])
    data = load_training_data(people, config)
    manifest = export(config, data, run, tmp_path / "bundle", landmarks=LANDMARKS, version="1")
    assert manifest["measured"]["validation_pairs"]["sketches"] > 0


def test_an_interrupt_ends_after_the_step_with_a_checkpoint_and_resume_finishes(
    face_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "run"
    original = pretraining.Pretraining.train_step

    def interrupted(self: pretraining.Pretraining, *arguments: object, **named: object) -> object:
        if self.step == 2:
            signal.raise_signal(signal.SIGINT)
        return original(self, *arguments, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(pretraining.Pretraining, "train_step", interrupted)
        assert main(command(face_data, run)) == 130
    told = capsys.readouterr()
    assert "Stopped after step 3, with a checkpoint" in told.err
    assert checkpoint_steps(run) == {"pretraining.safetensors": 3}
    assert main(command(face_data, run)) == 1
    assert "encoder at step 3" in capsys.readouterr().err
    assert main(command(face_data, run, "--resume")) == 0
    assert [one["ended"] for one in provenance(run)["sessions"]] == ["stopped", "finished"]
    assert "Export it: python -m trainer export tiny" in capsys.readouterr().out
    whole = tmp_path / "whole"
    assert main(command(face_data, whole, "--quiet")) == 0
    for name in ("pretraining.safetensors", "adversarial.safetensors"):
        one, other = (load_checkpoint(folder / name)[0] for folder in (run, whole))
        assert all(torch.equal(one[key], other[key]) for key in other)


def test_the_second_interrupt_stops_at_once_and_the_handlers_come_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with stopping_after_a_step():
        assert not stop_requested(1)
        signal.raise_signal(signal.SIGTERM)
        assert stop_requested(1)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before
    assert not stop_requested(1)
    assert isinstance(interruption.stopped(3), CancelledError)


def test_several_processes_agree_now_and_then(tmp_path: Path) -> None:
    place = (tmp_path / "meeting").as_uri()
    torch.distributed.init_process_group("gloo", init_method=place, rank=0, world_size=1)
    try:
        with stopping_after_a_step():
            assert not stop_requested(20)
            signal.raise_signal(signal.SIGINT)
            assert not stop_requested(21)
            assert stop_requested(40)
    finally:
        torch.distributed.destroy_process_group()


def held(folder: Path, *, step: int = 3) -> Path:
    """A folder with the encoder's checkpoint of the tiny recipe."""
    config = recipe("tiny")
    tensors = {"a": torch.ones(1)}
    save_checkpoint(folder / "pretraining.safetensors", tensors, step=step, config_json=config.encoder_stage_json())
    (folder / "config.json").write_text(config.to_json(), encoding="utf-8")
    return folder


def test_a_new_folder_may_be_begun_resumed_or_not(tmp_path: Path) -> None:
    assert check_run_folder(tmp_path / "new", recipe("tiny"), resume=False) is None
    assert check_run_folder(tmp_path / "new", recipe("tiny"), resume=True) is None


def test_a_run_is_not_touched_without_resume(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match=r"encoder at step 3.*settings are the same.*--resume"):
        check_run_folder(held(tmp_path), recipe("tiny"), resume=False)
    other = with_settings(recipe("tiny"), ["seed=4"])
    with pytest.raises(InvalidInputError, match=r"seed: 0, now 4.*Give another folder"):
        check_run_folder(tmp_path, other, resume=False)


def test_a_run_is_resumed_with_its_own_settings_or_with_another_second_stage(tmp_path: Path) -> None:
    assert check_run_folder(held(tmp_path), recipe("tiny"), resume=True) == "encoder at step 3"
    second = with_settings(recipe("tiny"), ["adversarial.steps=9"])
    assert check_run_folder(tmp_path, second, resume=True) == "encoder at step 3"
    with pytest.raises(DataError, match="seed: 0, now 4"):
        check_run_folder(tmp_path, with_settings(recipe("tiny"), ["seed=4"]), resume=True)


def test_a_damaged_run_folder_is_told(tmp_path: Path) -> None:
    (held(tmp_path) / "config.json").write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match=r"config\.json cannot be read"):
        check_run_folder(tmp_path, recipe("tiny"), resume=True)
    (tmp_path / "config.json").unlink()
    (tmp_path / "pretraining.safetensors").write_bytes(b"torn")
    with pytest.raises(DataError, match=r"pretraining\.safetensors is damaged"):
        check_run_folder(tmp_path, recipe("tiny"), resume=True)


@pytest.mark.parametrize("name", sorted(RECIPES))
def test_every_recipe_passes_its_own_check(name: str) -> None:
    config, teacher = recipe(name), TeacherRecord(**TEACHER, descriptions_sha256="11" * 32)
    taught = config.pretraining.teacher_weight > 0
    check_config(dataclasses.replace(config, teacher=teacher if taught else None))


@pytest.mark.parametrize(
    "setting",
    [
        "pretraining.phases.0.steps=0",
        "pretraining.phases.1.batch=1",
        "pretraining.phases.0.size=8",
        "pretraining.phases.0.learning_rate=-0.1",
        "pretraining.phases.0.warmup=-1",
        "pretraining.phases.0.mix.photos=0.9",
        "pretraining.average_decay=1.0",
        "pretraining.scale=0.0",
        "pretraining.margin=1.5",
        "pretraining.teacher_weight=-1.0",
        "pretraining.teacher_weight=1.0",
        "encoder.feature_size=0",
        "encoder.kind=huge",
        "encoder.blocks=[1]",
        "adversarial.steps=0",
        "adversarial.batch=1",
        "adversarial.critic_steps=0",
        "adversarial.learning_rate=0.0",
        "adversarial.clip=-1.0",
        "adversarial.real_share=2.0",
        "adversarial.feature_passes=0",
        "adversarial.most_photos=-1",
        "companion_share=1.0",
        "split.validation_pair_identities=-1",
        "sketcher.side=100",
        "sketcher.blended=1.5",
        "sketcher.exaggeration=[0.2, 0.1]",
        "sketcher.exaggeration=[0.1]",
        "sketcher.steps=0",
        "sketcher.passes=0",
        "sketcher.learning_rate=0",
        "sketcher.warp=-1",
        "seed=-1",
        "split.seed=-1",
        "pretraining.momentum=0",
        "pretraining.weight_decay=-1",
        "pretraining.phases.0.final_rate=-3",
        "adversarial.pair_weight=-1",
    ],
)
def test_a_setting_that_cannot_be_trained_is_named(setting: str) -> None:
    config = with_settings(recipe("compact" if setting.startswith("sketcher") else "tiny"), [setting])
    name = setting.partition("=")[0].rpartition(".")[2] if "mix" not in setting else "mix"
    with pytest.raises(InvalidInputError, match=name):
        check_config(config)


def test_all_wrong_settings_are_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = ["--set", "adversarial.steps=0", "--set", "pretraining.scale=0", "--run", str(tmp_path / "run")]
    assert main(["train", "tiny", *wrong]) == 1
    told = capsys.readouterr().err
    assert "adversarial.steps is 0" in told
    assert "pretraining.scale is 0" in told
    assert not (tmp_path / "run").exists()


def test_the_help_lists_every_recipe_with_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["train", "--help"])
    told = capsys.readouterr().out
    for name in RECIPES:
        assert any(line.split()[:1] == [name] and len(line.split()) > 4 for line in told.splitlines())


def test_a_data_set_beside_another_is_trained_on_and_recorded(face_data: Path, people: Path, tmp_path: Path) -> None:
    alone = load_training_data(face_data, recipe("tiny"))
    both = load_training_data(face_data, recipe("tiny"), beside=[people])
    assert len(both.training) > len(alone.training)
    assert set(alone.training.identities) < set(both.training.identities)


def test_a_run_is_exported_with_the_data_it_was_trained_on_and_no_other(
    face_data: Path, people: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run, bundle = tmp_path / "run", tmp_path / "bundle"
    assert main(command(face_data, run, "--beside", str(people), "--quiet")) == 0
    exported = ["export", "tiny", "--data", str(face_data), "--run", str(run), "--set", FIXED]
    exported += ["--bundle", str(bundle), "--landmarks", str(LANDMARKS)]
    assert main(exported) == 1
    assert "trained on 2 data sets with other files than the 1 given" in capsys.readouterr().err
    assert not bundle.exists()
    assert main([*exported, "--beside", str(people)]) == 0
    both = load_training_data(face_data, recipe("tiny"), beside=[people])
    assert json.loads((bundle / "manifest.json").read_text(encoding="utf-8"))["data"][0]["crops"] == len(
        both.training
    )


@pytest.mark.parametrize(
    "load",
    [
        lambda folder: load_held_out(folder, recipe("tiny").split),
        lambda folder: load_sets(folder, landmarks_tiny()),
        lambda folder: _research(SCALES["cpu"], folder, folder / "crops"),
    ],
    ids=["held-out pairs", "landmarks", "reproduce"],
)
def test_every_reader_of_a_prepared_data_set_verifies_it(
    people: Path, tmp_path: Path, load: Callable[[Path], object]
) -> None:
    changed = tmp_path / "changed"
    shutil.copytree(people, changed)
    (changed / "landmarks.csv").write_text("file\n", encoding="utf-8")
    archive = next(changed.glob("*.zip"))
    data = bytearray(archive.read_bytes())
    data[-1] ^= 1  # in the archive's comment length or directory; the pictures can still be read
    archive.write_bytes(data)
    with pytest.raises(DataError, match=rf"{archive.name} is not what manifest\.json says"):
        load(changed)


def test_people_with_photo_and_sketch_are_held_out_where_no_source_is_known_for_pairs(people: Path) -> None:
    faces = load_datasets((people,))
    split = split_identities(faces, dataclasses.replace(recipe("tiny").split, validation_pair_identities=150))
    held_out = set(faces.identities[split.validation_pairs])
    assert len(held_out) == 3  # of five: never more than half, rounded up
    assert held_out.isdisjoint(faces.identities[split.training])


def test_classes_with_one_sample_are_counted(face_data: Path) -> None:
    faces = load_datasets((face_data,))
    counts = ClassCounts.of(faces)
    assert (counts.identities, counts.single, counts.drawn) == (14, 0, 10)
    assert counts.notes() == []
    sparse = ClassCounts.of(faces.subset((faces.modalities == 0).nonzero()[0][::2]))
    first, second = sparse.notes()
    assert first.startswith("14 of 14 identities have a single sample")
    assert "synthetic sketches alone" in second
    with pytest.raises(DataError, match="hold 1 identity"):
        ClassCounts(identities=1, single=0, drawn=1).notes()


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB"), "GPU's memory ran out .*batch"),
        (MemoryError(), "memory ran out .*--limit"),
        (RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"), "memory ran out"),
        (OSError(28, "No space left on device", "metrics.jsonl"), r"disk is full \(metrics.jsonl"),
        (PermissionError(13, "Permission denied", "runs"), "runs cannot be used"),
    ],
)
def test_failures_of_the_machine_are_sentences(
    error: Exception, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_face_data(tmp_path)

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("trainer.commands.train.train", fail)
    assert main(command(tmp_path, tmp_path / "run", "--quiet")) == 1
    assert_matches(told, capsys.readouterr().err)
    assert provenance(tmp_path / "run")["sessions"][-1]["ended"] == "failed"


def assert_matches(pattern: str, text: str) -> None:
    with pytest.raises(DataError, match=pattern):
        raise DataError(text)


def test_real_memory_exhaustion_is_recognised_and_a_defect_is_not_hidden() -> None:
    with pytest.raises(RuntimeError) as caught:
        torch.empty(10**15)
    assert_matches(r"fewer images \(train: [^()]*--set[^()]*\)\.$", str(explained(caught.value)))
    assert explained(RuntimeError("shape mismatch")) is None
    assert explained(KeyError("x")) is None


def test_a_loss_that_is_not_finite_stops_the_command_before_a_checkpoint_is_spoilt(
    face_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "run"
    absurd = ["--set", "pretraining.phases.0.learning_rate=1e30", "--set", "pretraining.phases.0.warmup=0"]
    assert main(command(face_data, run, *absurd, "--quiet")) == 1
    told = capsys.readouterr().err
    assert "finite" in told
    assert "lower learning rate" in told
    assert all(bool(t.isfinite().all()) for p in run.glob("*.safetensors") for t in load_checkpoint(p)[0].values())
    assert json.loads((run / "run.json").read_text(encoding="utf-8"))["sessions"][0]["ended"] == "failed"
