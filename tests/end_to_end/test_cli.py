"""The command line from import to report."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from forensic_id.core.records import LoadedImage
from forensic_id.core.report import LEAD_BANNER
from forensic_id.vision.loading import PillowImageLoader
from tests.end_to_end.conftest import SKETCHES, SUBJECTS, Place

ROOT = Path(__file__).resolve().parents[2]
GROUPS = ("gallery", "case", "search", "review", "audit", "library", "bundle")


def flip_byte(path: Path, position: int = -1) -> None:
    """Change one bit of a file that may be write-protected."""
    path.chmod(0o644)
    data = bytearray(path.read_bytes())
    data[position] ^= 1
    path.write_bytes(data)


def original_file(place: Place, sha256: str) -> Path:
    """Where the library keeps these bytes: its files are named after their hashes."""
    files = [path for path in place.library.rglob("*") if path.is_file()]
    (found,) = [path for path in files if hashlib.sha256(path.read_bytes()).hexdigest() == sha256]
    return found


def test_a_sketch_becomes_candidates_json_and_pdf(place: Place) -> None:
    json_file, pdf_file = place.folder / "out/s.json", place.folder / "out/s.pdf"
    done = place("identify", place.sketch, "--case", "7", "--json", json_file, "--pdf", pdf_file, "--artist", "Osei")
    assert done.status == 0
    assert LEAD_BANNER in done.out
    assert "%" not in done.out
    record = json.loads(json_file.read_text(encoding="utf-8"))
    assert record["notice"] == LEAD_BANNER
    assert [each["rank"] for each in record["candidates"]] == list(range(1, SUBJECTS + 1))
    assert {each["subject"] for each in record["candidates"]} == {f"P-{number}" for number in range(1, SUBJECTS + 1)}
    assert record["sketch"]["artist"] == "Osei"
    text = "".join(page.extract_text() for page in PdfReader(pdf_file).pages)
    assert f"Search {record['search_id']}" in text
    assert text.count(LEAD_BANNER) >= len(PdfReader(pdf_file).pages)
    for candidate in record["candidates"]:
        assert f"{candidate['log_density']:.4f}" in done.out
        assert f"{candidate['log_density']:.4f}" in text


def test_a_search_repeats_exactly_until_the_gallery_changes(place: Place) -> None:
    assert place("search", "repeat", "1", "--json").json() == {"search": 1, "reproduced": True, "differences": []}
    first = place("search", "show", "1", "--json").json()["candidates"][0]["subject"]
    assert place("gallery", "remove", first, "--yes").status == 0
    again = place("search", "repeat", "1")
    assert again.status == 4
    assert "was NOT reproduced" in again.out
    assert "gallery pool differs" in again.out


def test_a_search_needs_a_case_that_is_open(place: Place) -> None:
    assert place("identify", place.sketch).status == 2
    unknown = place("identify", place.sketch, "--case", "8")
    assert (unknown.status, unknown.out) == (1, "")
    assert place("case", "close", "7").status == 0
    closed = place("identify", place.sketch, "--case", "7")
    assert closed.status == 1
    assert "takes no more searches" in closed.err


def test_box_and_landmarks_by_hand_are_used_and_recorded(place: Place) -> None:
    numbers = "98,131,142,131,120,155,102,176,138,176"
    given = place("identify", place.sketch, "--case", "7", "--box", "54,76,132,132", "--landmarks", numbers)
    assert given.status == 0
    sketch = place("search", "show", "2", "--json").json()["sketch"]
    assert sketch["landmark_source"] == "manual"
    assert sketch["box"] == {"x": 54.0, "y": 76.0, "width": 132.0, "height": 132.0}
    assert sketch["landmarks"][2] == [120.0, 155.0]
    assert "The landmarks were set by hand." in given.out


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--box", "1,2,3", "--box cannot be read from '1,2,3'"),
        ("--landmarks", "1,2,x", "--landmarks cannot be read"),
        ("--filter", "height=3", "height"),
        ("--filter", "sex=male", "No photo passes the filters sex=male"),
        ("--interview-date", "yesterday", "yesterday"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused_with_a_sentence(
    place: Place, option: str, value: str, message: str
) -> None:
    refused = place("identify", place.sketch, "--case", "7", option, value)
    assert refused.status == 1
    assert message in refused.err
    assert "Traceback" not in refused.err


def test_filters_restrict_the_pool(place: Place) -> None:
    assert place("gallery", "edit", "P-2", "sex=male", "birth_year=1974").status == 0
    found = place(
        "identify", place.sketch, "--case", "7", "--filter", "sex=male", "--filter", "birth_year=1970..1980"
    )
    assert found.status == 0
    record = place("search", "show", "2", "--json").json()
    assert [each["subject"] for each in record["candidates"]] == ["P-2"]
    assert (record["pool_photos"], record["gallery_photos"]) == (1, SUBJECTS)


def test_an_import_lists_bad_files_and_a_second_one_changes_nothing(empty_place: Place) -> None:
    (empty_place.photos / "broken.jpg").write_bytes(b"no picture")
    first = empty_place("gallery", "import", empty_place.photos)
    assert first.status == 3
    assert "broken.jpg" in first.err
    second = empty_place("gallery", "import", empty_place.photos, "--json").json()
    assert (second["enrolled"], second["duplicates"], len(second["failures"])) == (0, SUBJECTS, 1)
    assert empty_place("gallery", "stats", "--json").json()["photos"] == SUBJECTS


def test_people_are_listed_shown_edited_and_removed(place: Place) -> None:
    assert place("gallery", "edit", "P-3", "name=Żółć <b>[red]", "ethnicity=not stated").status == 0
    shown = place("gallery", "show", "P-3")
    assert "Żółć <b>[red]" in shown.out
    photo = place("gallery", "show", "P-3", "--json").json()["photos"][0]["photo_id"]
    assert place("gallery", "edit-photo", str(photo), "booking_date=2020-02-29").status == 0
    listed = place("gallery", "list", "--filter", "booking_date=2020-01-01..2020-12-31", "--json").json()
    assert [subject["details"]["external_id"] for subject in listed] == ["P-3"]
    refused = place("gallery", "remove", "P-3")
    assert (refused.status, "Add --yes" in refused.err) == (1, True)
    assert place("gallery", "remove", "P-3", "--yes").err == "Removed P-3 and 1 photo.\n"
    gone = place("gallery", "show", "P-3")
    assert (gone.status, gone.out) == (1, "")


def test_a_long_list_is_shown_in_parts(place: Place) -> None:
    part = place("gallery", "list", "--limit", "2", "--offset", "1")
    assert [line.split()[0] for line in part.out.splitlines()] == ["subject", "P-2", "P-3"]
    assert "Use --limit and --offset" in part.err


def test_statistics_are_printed_for_people(place: Place) -> None:
    assert f"Photos                                  {SUBJECTS}" in place("gallery", "stats").out


def test_cases_are_listed_and_shown_with_their_searches(place: Place) -> None:
    assert [case["number"] for case in place("case", "list", "--json").json()] == ["7"]
    assert place("case", "show", "7", "--json").json()["searches"] == [1]
    shown = place("case", "show", "7").out
    assert "court order 12" in shown
    assert "s1.png" in shown
    assert "robbery" in place("case", "list").out
    assert [each["sketch"] for each in place("search", "list", "--case", "7", "--json").json()] == ["s1.png"]
    assert "s1.png" in place("search", "list").out
    assert LEAD_BANNER in place("search", "show", "1").out
    taken = place("case", "open", "7", "--offence", "a", "--authority", "b", "--requester", "c")
    assert taken.status == 1


def test_a_case_is_opened_and_closed_for_machines(place: Place) -> None:
    opened = place("case", "open", "8", "--offence", "a", "--authority", "b", "--requester", "c", "--json").json()
    assert (opened["number"], opened["closed_at"]) == ("8", None)
    assert place("case", "close", "8", "--json").json()["closed_at"] is not None


def test_a_batch_writes_tables_and_reports_and_goes_on_where_it_stopped(place: Place) -> None:
    (place.sketches / "broken.png").write_bytes(b"no picture")
    out = place.folder / "results"
    command = ("batch", place.sketches, "--case", "7", "--out", out, "--reports", "--jobs", "2", "--plates", "1")
    assert place(*command).status == 3
    with (out / "results.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == SKETCHES * SUBJECTS
    assert sorted(path.name for path in (out / "reports").iterdir()) == ["s1-search-2.pdf", "s2-search-3.pdf"]
    (out / "reports" / "s1-search-2.pdf").unlink()
    again = place(*command)
    assert again.status == 3
    assert f"Finished by earlier runs  {SKETCHES}" in again.out
    assert "broken.png" in again.err
    assert (out / "reports" / "s1-search-2.pdf").exists()
    assert len(place("search", "list", "--json").json()) == 1 + SKETCHES


def test_a_batch_without_failures_ends_with_success(place: Place) -> None:
    told = ("--witness", "3", "--incident-date", "2026-01-31", "--description", "a scar on the chin")
    done = place("batch", place.sketches, "--case", "7", "--out", place.folder / "results", *told)
    assert done.status == 0
    assert not (place.folder / "results" / "reports").exists()
    sketch = place("search", "show", str(1 + SKETCHES), "--json").json()["sketch"]
    assert (sketch["witness"], sketch["incident_date"]) == ("3", "2026-01-31")
    assert sketch["description"] == "a scar on the chin"


def test_a_report_is_printed_again_from_the_record(place: Place) -> None:
    path = place.folder / "again.pdf"
    assert place("report", "1", "--pdf", path, "--paper", "letter", "--plates", "0").status == 0
    reader = PdfReader(path)
    assert round(reader.pages[0].mediabox.height) == 792
    assert "Side by side" not in "".join(page.extract_text() for page in reader.pages)
    nowhere = place("report", "9", "--pdf", path)
    assert nowhere.status == 1


def test_a_report_that_cannot_be_written_is_explained(place: Place) -> None:
    refused = place("report", "1", "--pdf", place.sketch / "report.pdf")
    assert refused.status == 1
    assert "report.pdf cannot be written" in refused.err


def test_a_sound_library_is_verified(place: Place) -> None:
    checked = place("audit", "verify", "--json").json()
    assert checked["sound"] is True
    assert checked["originals"] == SUBJECTS + 1
    assert checked["last_hash"] in place("library", "verify").out


def test_a_changed_original_is_found_and_named(place: Place) -> None:
    sha256 = place("gallery", "show", "P-1", "--json").json()["photos"][0]["sha256"]
    original = original_file(place, sha256)
    flip_byte(original)
    found = place("audit", "verify")
    assert found.status == 4
    assert original.name in found.out


def test_a_changed_audit_entry_is_found(place: Place) -> None:
    database = next(path for path in place.library.iterdir() if path.suffix in {".db", ".sqlite", ".sqlite3"})
    data = database.read_bytes()
    assert b"Det. Moreau" in data
    database.write_bytes(data.replace(b"gallery.import", b"gallery.impart"))
    found = place("audit", "verify", "--json")
    assert found.status == 4
    assert found.json()["sound"] is False


def test_a_report_on_an_altered_sketch_is_refused(place: Place) -> None:
    sha256 = place("search", "show", "1", "--json").json()["sketch"]["sha256"]
    flip_byte(original_file(place, sha256))
    refused = place("report", "1", "--pdf", place.folder / "r.pdf")
    assert refused.status == 4
    assert not (place.folder / "r.pdf").exists()


@pytest.mark.parametrize("name", ["encoder.onnx", "generator.onnx", "landmarks.onnx", "manifest.json"])
def test_a_changed_bundle_file_is_found_and_named(place: Place, name: str) -> None:
    assert place("bundle", "verify").status == 0
    flip_byte(place.bundle / name, 0 if name == "manifest.json" else -1)
    found = place("bundle", "verify")
    assert found.status == 4
    assert name in found.err
    assert place("bundle", "verify", "--json").json()["sound"] is False
    assert place("identify", place.sketch, "--case", "7").status == 1


def test_the_bundle_tells_what_it_is(place: Place) -> None:
    facts = place("bundle", "show", "--json").json()
    assert (facts["name"], facts["sigma"]) == ("tiny", 0.3)
    assert facts["bundle_id"] in place("bundle", "show").out
    assert place("bundle", "verify", "--json").json() == {
        "sound": True, "folder": str(place.bundle), "bundle_id": facts["bundle_id"],
    }  # fmt: skip


def test_the_audit_log_is_exported(place: Place) -> None:
    path = place.folder / "audit.csv"
    assert place("audit", "export", path).status == 0
    with path.open(encoding="utf-8") as file:
        actions = [row["action"] for row in csv.DictReader(file)]
    assert {"library.create", "gallery.import", "case.open", "search.add", "audit.export"} <= set(actions)


def test_features_of_another_bundle_are_computed_on_demand(place: Place) -> None:
    from tests.fakes.tiny_bundle import write_tiny_bundle

    other = write_tiny_bundle(place.folder / "other", version="2")
    refused = place("--bundle", other, "identify", place.sketch, "--case", "7")
    assert refused.status == 1
    assert "gallery embed" in refused.err
    assert place("--bundle", other, "gallery", "embed").out == f"Computed {SUBJECTS} features.\n"
    assert place("--bundle", other, "identify", place.sketch, "--case", "7").status == 0


def test_ctrl_c_stops_an_import_after_the_current_photo_and_keeps_what_is_done(
    empty_place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = PillowImageLoader.load
    loaded: list[Path] = []

    def load_then_interrupt(self: PillowImageLoader, path: Path) -> LoadedImage:
        loaded.append(path)
        if len(loaded) == 3:
            os.kill(os.getpid(), signal.SIGINT)
        return load(self, path)

    monkeypatch.setattr(PillowImageLoader, "load", load_then_interrupt)
    stopped = empty_place("gallery", "import", empty_place.photos)
    assert stopped.status == 130
    assert "Everything finished so far is kept." in stopped.err
    assert empty_place("gallery", "stats", "--json").json()["photos"] == 3
    assert empty_place("gallery", "import", empty_place.photos, "--json").json()["enrolled"] == SUBJECTS - 3


def test_a_second_ctrl_c_stops_at_once(empty_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt_twice(_self: PillowImageLoader, _path: Path) -> LoadedImage:
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
        raise AssertionError("the second interrupt was ignored")

    monkeypatch.setattr(PillowImageLoader, "load", interrupt_twice)
    before = signal.getsignal(signal.SIGINT)  # ignored where the tests themselves run in the background
    assert empty_place("gallery", "import", empty_place.photos).status == 130
    assert signal.getsignal(signal.SIGINT) is before


def test_reading_a_library_that_is_not_there_makes_none(empty_place: Place) -> None:
    refused = empty_place("gallery", "list")
    assert refused.status == 1
    assert "There is no library in" in refused.err
    assert not empty_place.library.exists()


def test_quiet_leaves_only_results(place: Place) -> None:
    pdf = place.folder / "r.pdf"
    assert place("--quiet", "report", "1", "--pdf", pdf).err == ""
    assert pdf.exists()


def test_terminal_codes_in_a_file_name_are_not_sent_to_the_terminal(place: Place) -> None:
    refused = place("identify", place.folder / "a\x1b[31mb.png", "--case", "7")
    assert refused.status == 1
    assert "\x1b" not in refused.err


@pytest.mark.parametrize("group", GROUPS)
def test_help_is_printed_when_a_command_is_missing(place: Place, group: str) -> None:
    shown = place(group)
    assert "Usage: forensic-id" in shown.out + shown.err
    assert "Commands" in shown.out + shown.err


@pytest.mark.parametrize(
    "command",
    ["identify", "compare", "batch", "report", "demo", "gallery import", "gallery edit", "case open", "search repeat",
     "review set", "review list", "review history",
     "audit export", "bundle show"],
)  # fmt: skip
def test_help_has_an_example(place: Place, command: str) -> None:
    shown = place(*command.split(), "--help")
    assert shown.status == 0
    assert f"Example: forensic-id {command.split(maxsplit=1)[0]}" in " ".join(shown.out.split())


def program(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "forensic_id.cli", *arguments], capture_output=True, text=True, check=False, **options
    )


def test_the_program_starts_without_loading_what_it_does_not_need() -> None:
    heavy = ["cv2", "onnxruntime", "faiss", "reportlab", "sqlite_utils", "torch", "PIL"]
    code = f"import sys, forensic_id.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_program_ends_with_its_status(tmp_path: Path) -> None:
    version = program("--version")
    assert (version.returncode, version.stdout.startswith("forensic-id ")) == (0, True)
    start = subprocess.run(
        [sys.executable, "main.py", "--version"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert start.stdout == version.stdout
    refused = program("case", "list", env={**os.environ, "FORENSIC_ID_LIBRARY": str(tmp_path / "none")})
    assert refused.returncode == 1
    assert refused.stderr.startswith("There is no library in")
    assert program("nonsense").returncode == 2
