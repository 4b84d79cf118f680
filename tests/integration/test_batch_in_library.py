"""A batch in a real library: killed and run again, and repeated from its records."""

from __future__ import annotations

import csv
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from forensic_id.core.records import Case, PhotoDetails, SearchParameters, SubjectDetails
from forensic_id.matching.index import ParzenIndex
from forensic_id.services.identify import SearchTools
from forensic_id.services.match_folder import MatchFolderRequest, MatchFolderResult, match_folder
from forensic_id.services.repeat_search import repeat_search
from forensic_id.services.verify_audit import verify_library
from forensic_id.storage.library import SqliteLibrary, open_library
from tests.fakes.fake_face_encoder import BUNDLE_ID
from tests.fakes.fake_feature_generator import FakeFeatureGenerator
from tests.unit.services.search_desk import CASE, new_reader

SUBJECTS = 12

BATCH = """
import os, signal, sys
from pathlib import Path
from forensic_id.storage.library import open_library
from tests.integration.test_batch_in_library import run
before, after = int(sys.argv[3]), int(sys.argv[4])
times = {"before": 0, "after": 0}
def die(where, at):
    times[where] += 1
    if times[where] == at:
        os.kill(os.getpid(), signal.SIGKILL)
run(
    open_library(Path(sys.argv[1]), actor="worker"), Path(sys.argv[2]),
    before_record=lambda: die("before", before), after_record=lambda: die("after", after),
)
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[SqliteLibrary]:
    opened = open_library(tmp_path / "library", actor="tester")
    opened.cases.open_case(Case(number=CASE, offence="theft", authority="law", requester="officer"))
    reader = new_reader()
    for number in range(SUBJECTS):
        image = reader.loader.decode(f"IMG:person-{number}".encode(), f"person-{number}.png")
        face = reader.aligner.align(image)
        opened.gallery.enrol(
            subject=SubjectDetails(external_id=f"P{number}"),
            photo=PhotoDetails(),
            image=image,
            face=face,
            perceptual_hash=reader.loader.perceptual_hash(image),
            bundle_id=BUNDLE_ID,
            feature=reader.encoder.encode_photos(face.crop[None])[0],
        )
    yield opened
    opened.close()


@pytest.fixture
def work(tmp_path: Path) -> Path:
    for number in range(SUBJECTS):
        path = tmp_path / "work" / "sketches" / f"sketch-{number:02}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"IMG:person-{number}".encode())
    return tmp_path / "work"


def tools(library: SqliteLibrary) -> SearchTools:
    return SearchTools(
        library=library,
        reader=new_reader(),
        generator=FakeFeatureGenerator(),
        scorer=ParzenIndex(),
        clock=lambda: datetime(2025, 4, 1, tzinfo=UTC),
        app_version="1",
    )


def run(
    library: SqliteLibrary, work: Path, *, before_record: object = None, after_record: object = None
) -> MatchFolderResult:
    """Search the sketches in `work`; the callables run just before and just after a record is stored."""

    def clock() -> datetime:
        if callable(before_record):
            before_record()
        return datetime(2025, 4, 1, tzinfo=UTC)

    request = MatchFolderRequest(
        folder=work / "sketches",
        out=work / "out",
        case_number=CASE,
        parameters=SearchParameters(top=4, samples=3),
        jobs=2,
    )
    listener = (lambda _name, _record: after_record()) if callable(after_record) else None
    return match_folder(request, replace(tools(library), clock=clock), new_reader, on_record=listener)


def best_subjects(results: Path) -> dict[str, str]:
    with results.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert len(table) == 4 * SUBJECTS
    return {row["sketch"]: row["subject"] for row in table if row["rank"] == "1"}


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_a_batch_killed_again_and_again_loses_nothing_and_searches_nothing_twice(
    library: SqliteLibrary, work: Path, tmp_path: Path
) -> None:
    never = "0"
    # The second run hears of the records of the first one, too: its fifth is its second new one.
    for before, after in (("4", never), (never, "5")):
        command = [sys.executable, "-c", BATCH, str(tmp_path / "library"), str(work), before, after]
        assert subprocess.run(command, check=False, timeout=60).returncode == -signal.SIGKILL
    assert len(library.cases.search_ids()) == 5
    result = run(library, work)
    assert (result.searched, result.found_finished) == (SUBJECTS - 5, 5)
    assert len(library.cases.search_ids()) == SUBJECTS
    assert best_subjects(result.results_file) == {f"sketch-{n:02}.png": f"P{n}" for n in range(SUBJECTS)}
    assert verify_library(library).sound


def test_every_search_of_a_batch_repeats_exactly_from_the_library_alone(library: SqliteLibrary, work: Path) -> None:
    run(library, work)
    for path in (work / "sketches").iterdir():
        path.unlink()
    for search_id in library.cases.search_ids():
        assert repeat_search(search_id, tools(library)).differences == ()
