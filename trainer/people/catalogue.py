"""Writes a demo gallery: photos, sketches and the tables that describe them."""

import csv
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from trainer.people.appearance import sample_appearance
from trainer.people.hands import HANDS
from trainer.people.person import Person, invent_person
from trainer.people.renderer import render_photo
from trainer.people.sketch import render_sketch

GALLERY_COLUMNS = ("photo", "external_id", "name", "sex", "birth_year", "ethnicity", "booking_date", "source")
SKETCH_COLUMNS = ("sketch", "external_id", "hand", "exaggeration")
SOURCE = "invented"
_JPEG_QUALITY = 87
# Hands take turns; a third of the drawings exaggerate.
_EXAGGERATIONS = (1.0, 1.2, 1.0, 1.35, 1.0, 1.1, 1.25)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to write where: ``people`` with two or three photos each and ``sketches`` of some of them."""

    out: Path
    seed: int = 20
    people: int = 120
    sketches: int = 24
    width: int = 256
    jobs: int = 1


Row = dict[str, str]


def write_catalogue(plan: Plan, *, progress: Callable[[int, int], None]) -> None:
    """Renders everything of a plan; ``progress`` is told how many of how many people are done.

    Raises ``ValueError`` when the plan asks for more sketches than people, ``OSError`` when a file cannot be written.
    """
    if plan.sketches > plan.people:
        msg = f"{plan.sketches} sketches need at least as many people; --people is {plan.people}."
        raise ValueError(msg)
    (plan.out / "sketches").mkdir(parents=True, exist_ok=True)
    photos: list[Row] = []
    sketches: list[Row] = []
    chosen = _drawn_people(plan)
    numbers = range(1, plan.people + 1)
    with ExitStack() as stack:
        # A process forked from one with threads (torch, OpenCV) may wait for their locks for ever.
        pool = partial(ProcessPoolExecutor, plan.jobs, mp_context=get_context("spawn"))
        run = map if plan.jobs == 1 else stack.enter_context(pool()).map
        tasks = run(_write_person, [plan] * plan.people, numbers, [chosen.get(n) for n in numbers])
        for done, (photo_rows, sketch_rows) in enumerate(tasks, start=1):
            photos.extend(photo_rows)
            sketches.extend(sketch_rows)
            progress(done, plan.people)
    _write_table(plan.out / "gallery.csv", GALLERY_COLUMNS, photos)
    _write_table(plan.out / "sketches.csv", SKETCH_COLUMNS, sketches)


def photo_count(person: Person) -> int:
    """Photos the gallery holds of a person: the booking photo and one or two later ones."""
    return 2 + person.seed % 2


def _drawn_people(plan: Plan) -> dict[int, int]:
    """Numbers of the people that are drawn, each with the number of its sketch from 0."""
    step = plan.people / max(1, plan.sketches)
    return {1 + int(step * (index + 0.5)): index for index in range(plan.sketches)}


def _write_person(plan: Plan, number: int, sketch: int | None) -> tuple[list[Row], list[Row]]:
    cv2.setNumThreads(1)
    person = invent_person(plan.seed, number)
    rows = [_write_photo(plan, person, photo) for photo in range(photo_count(person))]
    return rows, [] if sketch is None else [_write_sketch(plan, person, sketch)]


def _write_photo(plan: Plan, person: Person, photo: int) -> Row:
    appearance = sample_appearance(person, photo)
    taken = person.booked + timedelta(days=round((appearance.age - person.age) * 365.25))
    path = plan.out / "gallery" / person.external_id / f"{taken.isoformat()}.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    _write_jpeg(path, render_photo(person, appearance, width=plan.width).image)
    return {
        "photo": path.relative_to(plan.out).as_posix(),
        "external_id": person.external_id,
        "name": person.name,
        "sex": person.sex,
        "birth_year": str(person.birth_year),
        "ethnicity": person.ethnicity,
        "booking_date": taken.isoformat(),
        "source": SOURCE,
    }


def _write_sketch(plan: Plan, person: Person, index: int) -> Row:
    hand, factor = tuple(HANDS)[index % len(HANDS)], _EXAGGERATIONS[index % len(_EXAGGERATIONS)]
    path = plan.out / "sketches" / f"S-{index + 1:02d}.jpg"
    _write_jpeg(path, render_sketch(person, hand=hand, exaggeration=factor, seed=index, width=plan.width).image)
    return {
        "sketch": path.relative_to(plan.out).as_posix(),
        "external_id": person.external_id,
        "hand": hand,
        "exaggeration": f"{factor:g}",
    }


def _write_jpeg(path: Path, image: NDArray[np.uint8]) -> None:
    ok, data = cv2.imencode(".jpg", cv2.cvtColor(image, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
    if not ok:
        msg = f"OpenCV could not encode {path}."
        raise OSError(msg)
    path.write_bytes(data.tobytes())


def _write_table(path: Path, columns: tuple[str, ...], rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
