"""The demonstration: the whole way in one command, twice."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from forensic_id import composition
from tests.end_to_end.conftest import SUBJECTS, Place

SHIPPED = composition.resources()


@pytest.fixture
def demo_resources(place: Place, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The drawn people in place of the shipped ones."""
    resources = place.folder / "resources"
    demo = resources / "demo"
    shutil.copytree(place.photos, demo / "gallery")
    shutil.copytree(place.sketches, demo / "sketches")
    lines = [f"gallery/P-{number}.png,P-{number}" for number in range(1, SUBJECTS + 1)]
    (demo / "gallery.csv").write_text("\n".join(["photo,external_id", *lines]), encoding="utf-8")
    fonts = resources / "fonts"
    fonts.mkdir()
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
        shutil.copy(SHIPPED / "fonts" / name, fonts)
    monkeypatch.setattr(composition, "resources", lambda: resources)
    return resources


def test_the_demo_goes_the_whole_way_and_can_be_repeated(place: Place, demo_resources: Path) -> None:
    out = place.folder / "demo"
    first = place("demo", "--out", out)
    assert first.status == 0
    assert f"Gallery: {SUBJECTS} photos enrolled" in first.err
    assert f"Report:     {out / 's1.pdf'}" in first.out
    assert (out / "s1.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads((out / "s1.json").read_text(encoding="utf-8"))["case_number"] == "DEMO-1"
    second = place("demo", "--out", out, "--sketch", place.sketches / "s2.png")
    assert second.status == 0
    assert f"0 photos enrolled, {SUBJECTS} known" in second.err
    assert (out / "s2.pdf").exists()


def test_the_demo_leaves_the_users_own_library_alone(place: Place, demo_resources: Path) -> None:
    before = place("audit", "verify", "--json").json()
    assert place("demo", "--out", place.folder / "demo").status == 0
    assert place("audit", "verify", "--json").json() == before


def test_a_demo_without_sketches_says_what_is_missing(place: Place, demo_resources: Path) -> None:
    shutil.rmtree(demo_resources / "demo" / "sketches")
    refused = place("demo", "--out", place.folder / "demo")
    assert refused.status == 1
    assert "holds no sketch" in refused.err
