"""Each warning comes with its fault and stays away without it."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from forensic_id.core.records import FivePoints, QualityFinding, UInt8Array
from forensic_id.vision.alignment import align_to_template
from forensic_id.vision.quality import measure_quality
from forensic_id.vision.template import as_landmarks, as_points
from tests.unit.vision.drawn_face import drawn_face, drawn_landmarks

CENTRE, SIZE = (120.0, 140.0), 110.0
LANDMARKS = drawn_landmarks(CENTRE, SIZE)


def findings(
    pixels: UInt8Array, landmarks: FivePoints = LANDMARKS, *, faces: int = 1, disagreement: float = 0.0
) -> dict[str, QualityFinding]:
    crop = align_to_template(pixels, landmarks)
    found = measure_quality(pixels, crop, landmarks, faces=faces, disagreement=disagreement)
    assert len({one.measure for one in found}) == len(found)
    return {one.measure: one for one in found}


def warned(found: dict[str, QualityFinding]) -> set[str]:
    return {name for name, one in found.items() if one.warning}


def test_a_clear_face_raises_no_warning() -> None:
    assert warned(findings(drawn_face())) == set()


def test_a_tiny_face_is_warned_of_with_its_eye_distance() -> None:
    small = drawn_landmarks((60.0, 70.0), 20.0)
    found = findings(drawn_face(120, 140, size=20), small)
    assert found["eye_distance_pixels"].value == 8.0
    assert "8 pixels apart" in str(found["eye_distance_pixels"].warning)


def test_a_blurred_face_is_warned_of() -> None:
    blurred = np.asarray(cv2.GaussianBlur(drawn_face(), (0, 0), 7), dtype=np.uint8)
    assert "sharpness" in warned(findings(blurred))


def test_dark_bright_flat_and_clipped_faces_are_warned_of() -> None:
    clear = drawn_face().astype(np.float64)
    assert "very dark" in str(findings((clear * 0.1).astype(np.uint8))["brightness"].warning)
    pale = findings((248 + clear * 0.02).astype(np.uint8))
    assert "very bright" in str(pale["brightness"].warning)
    assert "contrast" in warned(pale)
    harsh = np.where(clear > 140, 255, 0).astype(np.uint8)
    assert "% of the face" in str(findings(harsh)["clipped"].warning)


def test_turned_bent_and_tilted_heads_are_warned_of() -> None:
    points = as_points(LANDMARKS)
    aside, bent, raised = points.copy(), points.copy(), points.copy()
    aside[2, 0] += 18
    bent[2, 1] += 20
    raised[2, 1] -= 18
    assert "aside" in str(findings(drawn_face(), as_landmarks(aside))["yaw_degrees"].warning)
    assert "bent down" in str(findings(drawn_face(), as_landmarks(bent))["pitch_degrees"].warning)
    assert "bent up" in str(findings(drawn_face(), as_landmarks(raised))["pitch_degrees"].warning)
    turn = np.array([[0.766, -0.643], [0.643, 0.766]])
    tilted = as_landmarks((points - CENTRE) @ turn.T + CENTRE)
    assert "tilted by 40" in str(findings(drawn_face(), tilted)["roll_degrees"].warning)


def test_a_face_cut_by_the_frame_is_warned_of_with_the_missing_share() -> None:
    moved = as_landmarks(as_points(LANDMARKS) - [100.0, 0.0])
    found = findings(drawn_face(), moved)["outside_frame"]
    assert 0.2 < found.value < 0.6
    assert found.warning is not None


def test_uncertain_landmarks_and_further_faces_are_warned_of() -> None:
    found = findings(drawn_face(), faces=3, disagreement=0.3)
    assert warned(found) == {"faces", "landmark_doubt"}
    assert str(found["faces"].warning).startswith("3 faces")


@pytest.mark.parametrize(
    ("measure", "inside", "beyond"),
    [("landmark_doubt", 0.04, 0.06), ("faces", 1, 2)],
)
def test_a_warning_begins_at_its_threshold(measure: str, inside: float, beyond: float) -> None:
    def found(value: float) -> dict[str, QualityFinding]:
        if measure == "faces":
            return findings(drawn_face(), faces=int(value))
        return findings(drawn_face(), disagreement=value)

    assert found(inside)[measure].warning is None
    assert found(beyond)[measure].warning is not None


def test_blur_is_warned_of_from_some_strength_on_and_ever_after() -> None:
    eyes = 0.4 * SIZE
    warnings = []
    for blur in (0.01, 0.03, 0.06, 0.1, 0.15, 0.2):
        pixels = np.asarray(cv2.GaussianBlur(drawn_face(), (0, 0), blur * eyes), dtype=np.uint8)
        warnings.append("sharpness" in warned(findings(pixels)))
    assert warnings == sorted(warnings)
    assert warnings[0] is False
    assert warnings[-1] is True
