"""The sheet of synthetic sketches: invented people by default, real ones only where the user says."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from tests.trainer.prepared_people import DEMO, LANDMARKS, ROOT, write_people
from trainer.__main__ import main
from trainer.checkpoint import module_tensors, save_checkpoint
from trainer.commands import synthesise
from trainer.contact_sheet import SheetRow, draw_sheet
from trainer.data.sketch_pairs import ARTISTS
from trainer.data.synthesis import STYLES
from trainer.sketcher.network import Sketcher


def command(*words: str) -> list[str]:
    return ["synthesise", "--landmarks", str(LANDMARKS), *words]


def test_a_sheet_has_a_row_a_style_and_one_an_artist(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = write_people(tmp_path / "people", people=2, photos=1)
    torch.manual_seed(0)
    tensors = module_tensors("sketcher", Sketcher(styles=len(ARTISTS), width=4))
    save_checkpoint(tmp_path / "run" / "sketcher.safetensors", tensors, step=7, config_json="{}")
    sheet = tmp_path / "out" / "sheet.png"
    drawn = command("--from", str(people), "--out", str(sheet), "--run", str(tmp_path / "run"))
    assert main(drawn) == 0
    told = capsys.readouterr().out
    assert all(style.replace("_", " ") in told for style in STYLES)
    assert all(f"learned {artist}" in told for artist in ARTISTS)
    rows = 1 + len(STYLES) + len(ARTISTS) + 2
    with Image.open(sheet) as picture:
        width, height = picture.size
    assert (height - 44 - 6) / (128 + 6) == rows
    assert (width - 190 - 6) / (128 + 6) == 2
    first = sheet.read_bytes()
    assert main(drawn) == 0
    assert sheet.read_bytes() == first


def test_pictures_stand_in_their_cells_beside_their_label() -> None:
    black, white = np.zeros((40, 40), dtype=np.uint8), np.full((40, 40), 255, dtype=np.uint8)
    rows = (
        SheetRow(label="one", remark="x", pictures=(black, white)),
        SheetRow(label="two", remark="y", pictures=(white, black)),
    )
    pixels = np.asarray(draw_sheet("title", rows).convert("L"))
    cells = [[pixels[44 + 46 * row + 20, 190 + 46 * column + 20] for column in range(2)] for row in range(2)]
    assert cells == [[0, 255], [255, 0]]
    assert pixels[44:84, :180].min() < 100  # the label's ink


def test_real_people_are_shown_only_where_the_user_says(
    face_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["synthesise", "--data", str(face_data)]) == 1
    assert "say with --out" in capsys.readouterr().err
    inside = ROOT / "resources" / "demo" / "sheet.png"
    assert main(["synthesise", "--data", str(face_data), "--out", str(inside)]) == 1
    assert "may not lie in the project" in capsys.readouterr().err
    assert not inside.exists()
    assert main(["synthesise", "--data", str(face_data), "--out", str(tmp_path / "a.png"), "--photos", "2"]) == 0
    assert "real sketches" in capsys.readouterr().out


def test_real_sketches_are_those_of_a_source_that_is_named(
    face_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(face_data, tmp_path / "data")
    table = tmp_path / "data" / "faces_train.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    others = [n for n, line in enumerate(lines) if line.endswith("sketch,detected")][3:]
    lines = [line.replace("fs2k-1", "cufsf") if n in others else line for n, line in enumerate(lines)]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sheets: list[tuple[SheetRow, ...]] = []

    def kept(title: str, rows: tuple[SheetRow, ...]) -> Image.Image:
        sheets.append(rows)
        return draw_sheet(title, rows)

    monkeypatch.setattr(synthesise, "draw_sheet", kept)
    drawn = ["synthesise", "--data", str(tmp_path / "data"), "--out", str(tmp_path / "a.png"), "--photos", "9"]
    assert main([*drawn, "--source", "fs2k-1"]) == 0
    assert (sheets[0][-1].remark, len(sheets[0][-1].pictures)) == ("of fs2k-1", 3)
    assert main([*drawn, "--source", "cufsf"]) == 0
    assert (sheets[1][-1].remark, len(sheets[1][-1].pictures)) == ("of cufsf", 7)
    assert main([*drawn, "--source", "lfw"]) == 1
    assert "“lfw”. There are: cufsf, fs2k-1." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--source", "cufsf"], "with --data"),
        (["--data", "x", "--out", "a.png", "--from", "y"], "--from and --landmarks do not go"),
        (["--data", "x", "--out", "a.png", "--landmarks", "y"], "--from and --landmarks do not go"),
    ],
)
def test_options_that_would_be_ignored_are_refused(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["synthesise", *words]) == 1
    assert told in capsys.readouterr().err


def test_a_run_without_a_sketcher_is_not_called_damaged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = write_people(tmp_path / "people", people=1, photos=1)
    out = tmp_path / "a.png"
    assert main(command("--from", str(people), "--out", str(out), "--run", str(tmp_path / "run"))) == 1
    assert "run holds no sketcher.safetensors" in capsys.readouterr().err


def test_the_demo_people_are_the_default_and_go_where_nothing_is_committed() -> None:
    assert (ROOT / synthesise.DEMO_PHOTOS).samefile(DEMO / "gallery")
    assert str(synthesise.DEFAULT_SHEET).startswith("runs/")


@pytest.mark.parametrize("kind", ["no face", "no picture", "bad place"])
def test_mistakes_are_sentences(
    face_data: Path, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty" / "x").mkdir(parents=True)
    (tmp_path / "empty" / "x" / "a.jpg").write_bytes(b"no picture")
    (tmp_path / "file").touch()
    words = {
        "no face": command("--from", str(tmp_path / "empty")),
        "no picture": command("--from", str(tmp_path / "nothing")),
        "bad place": ["synthesise", "--data", str(face_data), "--out", str(tmp_path / "file" / "a.png")],
    }
    assert main(words[kind]) == 1
    assert capsys.readouterr().err.rstrip().endswith(".")
