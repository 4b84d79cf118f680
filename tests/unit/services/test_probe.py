"""A sketch file becomes a probe."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from forensic_id.core.edits import Mirror, Rotate
from forensic_id.core.errors import FaceNotFoundError, ImageRefusedError, InvalidInputError
from forensic_id.core.records import Box
from forensic_id.services.probe import BY_HAND, EDITED, MIRRORED, SketchInput, SketchOrigin
from tests.fakes.fake_face_aligner import TEMPLATE
from tests.unit.services.search_desk import new_reader


def test_a_probe_holds_the_image_as_received_its_face_and_its_feature(tmp_path: Path) -> None:
    path = tmp_path / "sketch.png"
    path.write_bytes(b"IMG:anna blurred")
    reader = new_reader()
    probe = reader.read(SketchInput(path=path))
    assert probe.image.original_bytes == b"IMG:anna blurred"
    assert probe.feature.tobytes() == reader.encoder.encode_sketches(probe.face.crop[None])[0].tobytes()
    assert probe.warnings == ("The picture is blurred.",)
    details = probe.details(SketchOrigin(kind="drawn", artist="A. Artist", interview_date="2025-03-01"))
    assert details.sha256 == hashlib.sha256(b"IMG:anna blurred").hexdigest()
    assert details.crop_sha256 == hashlib.sha256(np.ascontiguousarray(probe.face.crop).tobytes()).hexdigest()
    assert (details.file_name, details.width, details.height) == ("sketch.png", 24, 24)
    assert (details.kind, details.artist, details.interview_date) == ("drawn", "A. Artist", "2025-03-01")
    assert details.landmark_source == "automatic"
    assert details.findings == probe.face.findings


def test_landmarks_set_by_hand_are_taken_and_told(tmp_path: Path) -> None:
    path = tmp_path / "sketch.png"
    path.write_bytes(b"IMG:noface")
    probe = new_reader().read(SketchInput(path=path, box=Box(x=1, y=2, width=3, height=4), landmarks=TEMPLATE))
    assert probe.face.box == Box(x=1, y=2, width=3, height=4)
    assert probe.warnings == (BY_HAND,)


@pytest.mark.parametrize(("data", "error"), [(b"text", ImageRefusedError), (b"IMG:noface", FaceNotFoundError)])
def test_no_image_and_no_face_are_refused(tmp_path: Path, data: bytes, error: type[Exception]) -> None:
    path = tmp_path / "sketch.png"
    path.write_bytes(data)
    with pytest.raises(error, match=r"sketch\.png"):
        new_reader().read(SketchInput(path=path))


def test_the_origin_is_trimmed_and_checked() -> None:
    origin = SketchOrigin(kind=" composite ", artist="", interview_date=" 2025-03-01 ")
    assert origin.checked() == SketchOrigin(kind="composite", interview_date="2025-03-01")
    with pytest.raises(InvalidInputError, match="interview date"):
        SketchOrigin(interview_date="last week").checked()


def test_a_description_may_be_long_and_too_long_is_refused() -> None:
    long = SketchOrigin(description="tall, " * 500, witness=" 2 ", incident_date="2025-02-20").checked()
    assert (len(long.description), long.witness, long.incident_date) == (2999, "2", "2025-02-20")
    with pytest.raises(InvalidInputError, match="at most 5,000"):
        SketchOrigin(description="x" * 5001).checked()
    with pytest.raises(InvalidInputError, match="incident date"):
        SketchOrigin(incident_date="soon").checked()


def test_edits_are_made_before_the_face_is_looked_for_and_recorded_with_hashes(tmp_path: Path) -> None:
    path = tmp_path / "sketch.png"
    path.write_bytes(b"IMG:anna")
    reader = new_reader()
    probe = reader.read(SketchInput(path=path, edits=(Mirror(), Rotate(degrees=90))))
    plain = reader.read(SketchInput(path=path))
    mirrored = np.ascontiguousarray(plain.image.pixels[:, ::-1])
    assert probe.edits[0].sha256 == hashlib.sha256(mirrored.tobytes()).hexdigest()
    assert [(step.width, step.height) for step in probe.edits] == [(24, 24), (24, 24)]
    assert probe.crop_sha256 != plain.crop_sha256
    assert probe.image.pixels.tobytes() == plain.image.pixels.tobytes()
    assert probe.details(SketchOrigin()).edits == probe.edits
    assert probe.warnings == (EDITED, MIRRORED)
    assert reader.read(SketchInput(path=path, edits=(Mirror(), Mirror()))).warnings == (EDITED,)
