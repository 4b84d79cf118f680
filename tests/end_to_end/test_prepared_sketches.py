"""Edited and fused searches from the command line."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from pypdf import PdfReader

from tests.end_to_end.conftest import Place


def second_version(place: Place) -> Path:
    """The sketch on a brighter paper: another picture of the same face."""
    pixels = np.asarray(cv2.imread(str(place.sketch)))
    path = place.folder / "version 2.png"
    cv2.imwrite(str(path), cv2.convertScaleAbs(pixels, alpha=0.8, beta=50))
    return path


def test_edits_are_made_in_their_order_recorded_and_repeated_exactly(place: Place) -> None:
    done = place(
        "identify", place.sketch, "--case", "7", "--contrast", "0.4", "--mirror", "--rotate", "-3.5",
        "--crop", "10,10,200,250", "--clean-background", "0.5", "--witness", "2", "--incident-date", "2025-01-01",
        "--description", "Tall, with a scar.",
    )  # fmt: skip
    assert done.status == 0, done.err
    assert "The sketch was mirrored" in " ".join(done.out.split())
    sketch = place("search", "show", "2", "--json").json()["sketch"]
    kinds = [step["edit"]["kind"] for step in sketch["edits"]]
    assert kinds == ["crop", "rotate", "mirror", "clean_background", "contrast"]
    assert len({step["sha256"] for step in sketch["edits"]}) == 5
    assert (sketch["witness"], sketch["incident_date"]) == ("2", "2025-01-01")
    assert place("search", "repeat", "2", "--json").json()["reproduced"]


def test_several_sketches_are_fused_listed_and_reported(place: Place) -> None:
    pdf = place.folder / "fused.pdf"
    done = place("identify", place.sketch, second_version(place), "--case", "7", "--pdf", pdf)
    assert done.status == 0, done.err
    assert "Fused from 2 sketches, whose single searches are stored as 2, 3." in " ".join(done.out.split())
    assert place("search", "show", "4", "--json").json()["parts"] == [2, 3]
    assert "fused from searches 2, 3" in " ".join(place("search", "list").out.split())
    assert place("search", "repeat", "4", "--json").json()["reproduced"]
    text = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "Sketch 2 of 2 (search 3)" in text
    assert "search 2: 1; search 3: 1" in text


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--rotate", "200"), "--rotate"),
        (("--crop", "1,2,3"), "--crop cannot be read"),
        (("--crop", "0,0,5000,5000"), "goes beyond the picture"),
        (("--contrast", "1.5"), "--contrast"),
    ],
)
def test_edits_out_of_range_are_refused_with_a_sentence(place: Place, options: tuple[str, ...], message: str) -> None:
    refused = place("identify", place.sketch, "--case", "7", *options)
    assert refused.status in {1, 2}
    assert message in refused.err
    assert "Traceback" not in refused.err


def test_what_is_for_one_picture_is_refused_with_several(place: Place) -> None:
    refused = place("identify", place.sketch, second_version(place), "--case", "7", "--box", "1,2,30,40")
    assert refused.status == 1
    assert "name a single sketch" in refused.err
