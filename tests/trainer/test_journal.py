"""What a run tells: JSON lines of a fixed schema, event files that TensorBoard reads, plain lines for people."""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from hypothesis import given, settings
from hypothesis import strategies as st

from forensic_id.core.errors import TrainingStoppedError
from forensic_id.core.progress import Progress
from trainer import journal as journal_module
from trainer import plain_progress
from trainer.checkpoint import save_checkpoint
from trainer.event_file import EventFile, crc32c
from trainer.journal import Journal, Pace
from trainer.plain_progress import ProgressLines, duration


class Clock:
    """Stands still unless told otherwise."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now

    def time(self) -> float:
        return 1_700_000_000 + self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(journal_module, "time", clock)
    monkeypatch.setattr(plain_progress, "time", clock)
    return clock


def lines(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "metrics.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_line_has_the_fields_of_the_schema(tmp_path: Path, clock: Clock) -> None:
    with Journal(tmp_path, title="encoder", total=100, done=10, quiet=True) as journal:
        for step in range(11, 21):
            clock.now += 0.5
            journal.advance(step, images=64)
        journal.report("encoder", 20, loss=1.5, accuracy=0.25)
        journal.report("encoder-validation", 20, recall_1=0.5)
    first, second = lines(tmp_path)
    assert first == {
        "schema": 1,
        "stage": "encoder",
        "step": 20,
        "of": 100,
        "time": 1_700_001_005.0,
        "steps_per_second": 2.0,
        "images_per_second": 128.0,
        "seconds_left": 40.0,
        "loss": 1.5,
        "accuracy": 0.25,
    }
    assert (second["stage"], second["recall_1"]) == ("encoder-validation", 0.5)


def test_a_resumed_run_appends(tmp_path: Path) -> None:
    for done in (0, 3):
        with Journal(tmp_path, title="x", total=9, done=done, quiet=True) as journal:
            journal.report("x", done + 3, loss=1.0)
    assert [line["step"] for line in lines(tmp_path)] == [3, 6]


def test_the_speed_is_that_of_the_last_minute() -> None:
    pace = Pace(0, 0.0)
    assert pace.rates(100) == {}
    for second in range(1, 200):
        pace.mark(second, float(second), 10)
    slow = 199.0
    for step in range(200, 230):
        slow += 10
        pace.mark(step, slow, 10)
    assert pace.rates(329) == {"steps_per_second": 0.1, "seconds_left": 1000.0, "images_per_second": 1.0}


def test_only_the_first_of_several_processes_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RANK", "1")
    with Journal(tmp_path / "run", title="x", total=2) as journal:
        journal.report("x", 2, loss=1.0)
        with pytest.raises(TrainingStoppedError):
            journal.report("x", 2, loss=float("nan"))
    assert not (tmp_path / "run").exists()


def test_a_plain_line_every_half_minute_without_a_terminal(
    tmp_path: Path, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    with Journal(tmp_path, title="encoder", total=600) as journal:
        for step in range(1, 91):
            clock.now += 1
            journal.advance(step, images=32)
            if step == 25:
                journal.report("encoder", 25, loss=3.25)
    told = capsys.readouterr().err.splitlines()
    assert [line.split()[2] for line in told] == ["30", "60", "90"]
    assert told[1] == "encoder step 60 of 600 (10%), 32 images/s, loss 3.25, 9 min left"


def test_the_last_step_is_told_once_and_a_quiet_run_tells_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for quiet in (False, True):
        with Journal(tmp_path, title="x", total=2, quiet=quiet) as journal:
            journal.advance(1)
            journal.advance(2)
            journal.report("x", 2, loss=1.0)
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_loss_that_is_not_finite_names_step_checkpoint_and_remedy(tmp_path: Path, value: float) -> None:
    with Journal(tmp_path, title="x", total=9, quiet=True) as journal:
        with pytest.raises(TrainingStoppedError, match="There is no checkpoint yet"):
            journal.report("encoder", 5, loss=value)
        save_checkpoint(tmp_path / "pretraining.safetensors", {"a": torch.ones(1)}, step=4, config_json="{}")
        with pytest.raises(TrainingStoppedError, match=r"encoder at step 5: loss .*pretraining.* step 4.*lower"):
            journal.report("encoder", 5, loss=value, accuracy=1.0)
        with pytest.raises(TrainingStoppedError, match=r"\(train: --set [^()]*\)\.$") as caught:
            journal.report("landmarks", 5, loss=value)
    assert "--run" not in str(caught.value), "reproduce has no such option"
    assert not (tmp_path / "metrics.jsonl").exists()


def records(path: Path) -> Iterator[bytes]:
    """The data of an event file, every checksum verified by the published mask."""
    data = path.read_bytes()
    while data:
        (length,) = struct.unpack("<Q", data[:8])
        assert struct.unpack("<I", data[8:12])[0] == masked(data[:8])
        event = data[12 : 12 + length]
        assert struct.unpack("<I", data[12 + length : 16 + length])[0] == masked(event)
        yield event
        data = data[16 + length :]


def masked(data: bytes) -> int:
    check = crc32c(data)
    return (((check >> 15) | ((check << 17) & 0xFFFFFFFF)) + 0xA282EAD8) & 0xFFFFFFFF


@pytest.mark.parametrize(
    ("data", "check"),
    [
        (b"123456789", 0xE3069283),
        (bytes(32), 0x8A9136AA),
        (b"\xff" * 32, 0x62A8AB43),
        (bytes(range(32)), 0x46DD794E),
    ],
)
def test_the_checksum_is_that_of_the_standard(data: bytes, check: int) -> None:
    """Values of RFC 3720, appendix B.4, and the check value of CRC-32C."""
    assert crc32c(data) == check


def test_events_hold_version_steps_and_values(tmp_path: Path) -> None:
    file = EventFile(tmp_path)
    file.scalars(300, {"loss": 1.5, "größe": -2.0})
    version, scalars = records(file.path)
    assert version.endswith(b"\x1a\x0dbrain.Event:2")
    # Event: 1 = double time, 2 = varint step 300; 5 = summary of values (1) with tag (1) and simple_value (2).
    assert scalars[9:12] == b"\x10\xac\x02"
    loss = b"\x0a\x04loss\x15" + struct.pack("<f", 1.5)
    other = b"\x0a\x07" + "größe".encode() + b"\x15" + struct.pack("<f", -2.0)
    summary = b"".join(b"\x0a" + bytes([len(value)]) + value for value in (loss, other))
    assert scalars[12:] == b"\x2a" + bytes([len(summary)]) + summary


def event_message() -> Any:
    """The part of TensorBoard's event.proto and summary.proto that is used, as a message class."""
    file = descriptor_pb2.FileDescriptorProto(name="event.proto", package="t", syntax="proto3")
    kinds = descriptor_pb2.FieldDescriptorProto
    fields = {
        "Value": [("tag", 1, kinds.TYPE_STRING, ""), ("simple_value", 2, kinds.TYPE_FLOAT, "")],
        "Summary": [("value", 1, kinds.TYPE_MESSAGE, "Value")],
        "Event": [
            ("wall_time", 1, kinds.TYPE_DOUBLE, ""),
            ("step", 2, kinds.TYPE_INT64, ""),
            ("file_version", 3, kinds.TYPE_STRING, ""),
            ("summary", 5, kinds.TYPE_MESSAGE, "Summary"),
        ],
    }
    for message, members in fields.items():
        added = file.message_type.add(name=message)
        for name, number, kind, of in members:
            label = kinds.LABEL_REPEATED if name == "value" else kinds.LABEL_OPTIONAL
            added.field.add(name=name, number=number, type=kind, label=label, type_name=f".t.{of}" if of else None)
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return message_factory.GetMessageClass(pool.FindMessageTypeByName("t.Event"))


EVENT = event_message()


@settings(max_examples=40)
@given(step=st.integers(0, 2**40), name=st.text(st.characters(codec="utf-8"), min_size=1, max_size=300))
def test_protocol_buffers_read_back_any_step_and_name(
    tmp_path_factory: pytest.TempPathFactory, step: int, name: str
) -> None:
    file = EventFile(tmp_path_factory.mktemp("events"))
    file.scalars(step, {name: 1.5, "other": -2.0})
    version, scalars = (EVENT.FromString(event) for event in records(file.path))
    assert version.file_version == "brain.Event:2"
    assert (scalars.step, scalars.wall_time > 1e9) == (step, True)
    assert [(value.tag, value.simple_value) for value in scalars.summary.value] == [(name, 1.5), ("other", -2.0)]


def test_a_run_has_event_files_by_stage_without_the_machines_name(tmp_path: Path) -> None:
    with Journal(tmp_path, title="x", total=2, quiet=True) as journal:
        journal.report("encoder", 1, loss=1.0)
        journal.report("encoder", 2, loss=1.0)
        journal.report("encoder-validation", 2, recall_1=1.0)
    found = sorted(path.relative_to(tmp_path / "tensorboard").parts for path in tmp_path.rglob("*tfevents*"))
    assert [stage for stage, _ in found] == ["encoder", "encoder-validation"]
    assert all(name.removeprefix("events.out.tfevents.").replace(".", "").isdigit() for _, name in found)


def test_progress_of_a_preparation_is_told_now_and_then(clock: Clock) -> None:
    stream = io.StringIO()
    with ProgressLines(stream=stream) as shown:
        for done in range(0, 101, 2):
            shown.show(Progress(stage="aligning", done=done, total=100))
            clock.now += 1
    assert stream.getvalue().splitlines() == [
        "aligning 0 of 100",
        "aligning 60 of 100, 2.0/s, 20 s left",
        "aligning 100 of 100",
    ]


@pytest.mark.parametrize(("seconds", "told"), [(45, "45 s"), (720, "12 min"), (11_100, "3 h 05 min")])
def test_durations_read_well(seconds: float, told: str) -> None:
    assert duration(seconds) == told
