"""Demo people as a user's folder of identities."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from trainer.prepare.crops import CropOptions
from trainer.prepare.dataset import Plan

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "resources" / "demo"
LANDMARKS = ROOT / "resources" / "models" / "default" / "landmarks.onnx"


def rows(table: str) -> list[dict[str, str]]:
    with (DEMO / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_people(folder: Path, *, people: int, photos: int = 2) -> Path:
    """FOLDER/PERSON/PHOTO.jpg and FOLDER/PERSON/sketches/SKETCH.jpg of the first demo people that are drawn."""
    taken = {row["external_id"]: row["photo"] for row in rows("gallery.csv")}
    for row in rows("sketches.csv")[:people]:
        person = folder / row["external_id"]
        (person / "sketches").mkdir(parents=True)
        shutil.copy(DEMO / row["sketch"], person / "sketches")
        pictures = sorted((DEMO / taken[row["external_id"]]).parent.iterdir())[:photos]
        for picture in pictures:
            shutil.copy(picture, person)
    return folder


def plan(source: Path, to: Path, **options: object) -> Plan:
    return Plan(source=source, to=to, crops=CropOptions(landmarks=LANDMARKS), **options)  # type: ignore[arg-type]
