"""What a report says, built from a stored search."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest

from forensic_id.core.errors import ImageRefusedError, InvalidInputError, NotFoundError, TamperedError
from forensic_id.core.records import Filter, ListVerdict, LoadedImage, SearchRecord
from forensic_id.core.report import (
    Bullets,
    CandidateTable,
    Facts,
    Grid,
    ModelFacts,
    Paragraph,
    PictureRow,
    Plate,
    ReportDocument,
    Section,
    document_hash,
)
from forensic_id.services.assess_list import NOT_ASSESSED
from forensic_id.services.build_report import MOST_PLATES, OPTIONAL_PARTS, ReportRequest, build_report
from forensic_id.services.erase_subjects import carry_out, plan_expungement
from forensic_id.services.report_sections import LIMITS
from tests.fakes.calibrations import sample_calibration
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.unit.services.stored_search import BUNDLE, DrawnImageLoader, library_with_search

MODEL = ModelFacts(
    bundle_id=BUNDLE,
    name="compact 1",
    files={"generator.onnx": "2" * 64, "encoder.onnx": "1" * 64},
    measured={
        "cufs+lfw": {
            "sketches": 311.0,
            "photos": 2388,
            "recall_5": 0.8,
            "recall_1": 0.66559,
            "recall_10_without_generator": 0.9,
        },
        "recall_1": 0.5,
        "sweep": [1, 0.5],
        "note": "automatic alignment",
    },
)
Kind = TypeVar("Kind")


def request(*, plates: int = 2) -> ReportRequest:
    return ReportRequest(search_id=1, produced_at="2025-03-02T08:00:00+00:00", plates=plates)


def report(library: InMemoryLibrary, *, model: ModelFacts | None = MODEL, plates: int = 2) -> ReportDocument:
    return build_report(library, DrawnImageLoader(), request(plates=plates), model=model)


def section(document: ReportDocument, title: str) -> Section:
    return next(each for each in document.sections if each.title == title)


def block(document: ReportDocument, title: str, kind: type[Kind]) -> Kind:
    return next(each for each in section(document, title).blocks if isinstance(each, kind))


def facts(document: ReportDocument, title: str) -> dict[str, str]:
    return dict(block(document, title, Facts).rows)


def test_the_sections_stand_in_the_order_a_reader_needs() -> None:
    library, _record = library_with_search()
    assert [each.title for each in report(library).sections] == [
        "Status of this report",
        "In brief",
        "Case and authority",
        "Warnings",
        "Sketch",
        "Search",
        "Does anybody stand out?",
        "Candidates",
        "Examination",
        "Side by side: rank 1, S-0001",
        "Side by side: rank 2, S-0002",
        "Limits of the method",
        "Validation figures",
        "Policy",
    ]


def test_case_authority_and_requester_are_named() -> None:
    library, _record = library_with_search(case_number="2025-117")
    shown = facts(report(library), "Case and authority")
    assert shown == {
        "Case number": "2025-117",
        "Offence": "Burglary",
        "Legal authority": "Court order 12/2025",
        "Requested by": "Inspector Lind",
        "Case opened": "2025-03-01 12:00:00 UTC",
    }


def test_a_closed_case_says_when_it_was_closed() -> None:
    library, record = library_with_search()
    library.cases.close_case(record.case_number)
    assert facts(report(library), "Case and authority")["Case closed"] == "2025-03-01 12:00:00 UTC"


def test_the_sketch_is_shown_as_received_and_as_searched_with_every_step_between() -> None:
    library, record = library_with_search()
    document = report(library)
    received, searched = block(document, "Sketch", PictureRow).pictures
    assert received.pixels is not None
    assert received.pixels.shape == (300, 240, 3)
    assert searched.pixels is not None
    assert (searched.pixels == library.cases.sketch_crop(1)).all()
    shown = facts(document, "Sketch")
    assert shown["SHA-256 of the original"] == record.sketch.sha256
    assert shown["SHA-256 of the crop"] == record.sketch.crop_sha256
    assert shown["Artist or system"] == "K. Osei"
    assert shown["Step 2: landmarks"].startswith("Placed by hand: right eye (88.2, 131.0)")
    assert block(document, "Sketch", Grid).rows == (
        ("Distance between the eyes, in pixels", "0.00", "nothing amiss"),
        ("Share of fine detail in the contrast (low: blurred)", "12.25", "The picture is blurred."),
    )


def test_landmarks_found_automatically_and_no_measurements_are_said_to_be_so() -> None:
    library, record = library_with_search()
    sketch = replace(record.sketch, landmark_source="automatic", findings=())
    library.cases.records[1] = replace(record, sketch=sketch)
    document = report(library)
    assert facts(document, "Sketch")["Step 2: landmarks"].startswith("Found automatically")
    assert not any(isinstance(each, Grid) for each in section(document, "Sketch").blocks)


def test_everything_needed_to_repeat_the_search_is_printed() -> None:
    library, record = library_with_search()
    shown = facts(report(library), "Search")
    assert shown["SHA-256 of its manifest"] == record.bundle_id
    assert shown["SHA-256 of encoder.onnx"] == "1" * 64
    assert shown["Gallery state (SHA-256)"] == record.gallery_snapshot
    assert shown["Gallery before filters"] == "2,388 people, 2,699 photos"
    assert shown["Filters"] == "sex: male; birth year from 1970 to 1999"
    assert shown["Searched after filters"] == "1,101 people, 1,204 photos"
    assert shown["Generated samples m"] == "10"
    assert shown["Kernel width sigma"] == "0.25"
    assert shown["Seed"] == "0"
    assert shown["Program version"] == "forensic_id 0.1.0"
    assert shown["Length of the list K"] == "50 asked for, 7 listed"


def test_no_filter_and_mean_fusion_are_said_in_words() -> None:
    library, record = library_with_search()
    library.cases.records[1] = replace(record, parameters=replace(record.parameters, filters=(), fusion="mean"))
    shown = facts(report(library), "Search")
    assert shown["Filters"] == "None: the whole gallery was searched"
    assert shown["Fusion of a person's photos"] == "mean over photos"


def test_the_whole_list_is_in_the_table_with_rank_and_log_density() -> None:
    library, record = library_with_search(candidates=12)
    lines = block(report(library), "Candidates", CandidateTable).lines
    assert [line.rank for line in lines] == list(range(1, 13))
    assert [line.log_density for line in lines] == [f"{each.log_density:.4f}" for each in record.candidates]
    assert lines[4].name == "محمد الأمين"
    assert lines[0].recorded == "male, born 1971"
    assert lines[0].photo == "front_0001.png, booked 2021-05-04, source: county"


def test_details_that_nobody_recorded_are_not_invented() -> None:
    library, _record = library_with_search(candidates=1)
    library.gallery.edit_subject("S-0001", {"sex": "", "birth_year": ""})
    library.gallery.edit_photo(1, {"booking_date": "", "source": ""})
    (line,) = block(report(library), "Candidates", CandidateTable).lines
    assert line.recorded == "not recorded"
    assert line.photo == "front_0001.png"


def test_no_likeness_is_given_as_a_percentage() -> None:
    library, _record = library_with_search()
    assert "%" not in str(report(library))


def test_a_plate_shows_sketch_and_photo_as_received_and_as_compared() -> None:
    library, record = library_with_search()
    plate = block(report(library), "Side by side: rank 2, S-0002", Plate)
    photo = library.gallery.images[record.candidates[1].photo_id]
    original, crop = plate.originals.pictures[1].pixels, plate.crops.pictures[1].pixels
    assert original is not None
    assert crop is not None
    assert (original == photo.pixels).all()
    assert (crop == library.gallery.crop(photo_id=record.candidates[1].photo_id)).all()
    assert dict(plate.facts.rows)["SHA-256 of the photo"] == photo.sha256


def test_a_candidate_removed_since_keeps_its_place_and_is_warned_about() -> None:
    library, _record = library_with_search(warnings=("The landmarks were set by hand.",))
    library.gallery.remove_subject("S-0002")
    document = report(library)
    line = block(document, "Candidates", CandidateTable).lines[1]
    assert line.subject == "removed (library no. 2)"
    assert line.photo == "removed (library no. 2)"
    assert line.thumbnail.pixels is None
    assert line.thumbnail.missing == "Removed"
    plate = block(document, "Side by side: rank 2, removed (library no. 2)", Plate)
    assert plate.originals.pictures[1].missing == plate.crops.pictures[1].missing
    assert block(document, "Warnings", Bullets).items == (
        "The landmarks were set by hand.",
        "Photos of the candidates at rank 2 were removed from the gallery since this search.",
    )


def test_an_expunged_candidate_keeps_rank_and_density_and_the_day_is_told() -> None:
    library, record = library_with_search()
    plan = plan_expungement(library, ["S-0002"], reference="court order 1")
    carry_out(library, plan)
    document = report(library)
    line = block(document, "Candidates", CandidateTable).lines[1]
    assert (line.rank, line.subject, line.name) == (2, "expunged (library no. 2)", "Expunged on 2025-03-01.")
    assert (line.recorded, line.photo) == ("no longer held", "expunged (library no. 2)")
    assert line.log_density == f"{record.candidates[1].log_density:.4f}"
    assert line.thumbnail.missing == "Expunged on 2025-03-01"
    plate = block(document, "Side by side: rank 2, expunged (library no. 2)", Plate)
    assert plate.originals.pictures[1].missing == plate.crops.pictures[1].missing == "Expunged on 2025-03-01."
    assert block(document, "Warnings", Bullets).items[-1] == (
        "Photos of the candidates at rank 2 were erased (by order or by retention date) since this search."
    )


def test_a_purged_photo_of_a_person_who_is_still_there_is_told() -> None:
    library, record = library_with_search()
    subject = library.gallery.subject_by_id(record.candidates[0].subject_id)
    named = library.retention.named(subject.subject_id)
    library.retention.erase([replace(named, whole=False)], kind="purge", reference="")
    line = block(report(library), "Candidates", CandidateTable).lines[0]
    assert line.subject == subject.details.external_id
    assert line.photo == f"purged (library no. {record.candidates[0].photo_id})"
    assert line.thumbnail.missing == "Purged on 2025-03-01"


def test_a_search_without_warnings_says_so() -> None:
    library, _record = library_with_search()
    assert block(report(library), "Warnings", Paragraph).text == "No warning applies to this search."


def test_an_original_that_cannot_be_shown_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    library, _record = library_with_search()

    def altered(_photo_id: int) -> bytes:
        raise TamperedError("The original was altered.")

    monkeypatch.setattr(library.gallery, "original", altered)
    plate = block(report(library), "Side by side: rank 1, S-0001", Plate)
    assert plate.originals.pictures[1].missing == "Not shown. The original was altered."
    assert plate.crops.pictures[1].pixels is not None


def test_an_original_that_no_longer_decodes_is_explained() -> None:
    library, record = library_with_search()

    class Refusing(DrawnImageLoader):
        def decode(self, data: bytes, name: str) -> LoadedImage:
            if name != record.sketch.file_name:
                raise ImageRefusedError(f"{name} is no image.")
            return super().decode(data, name)

    document = build_report(library, Refusing(), request(), model=MODEL)
    assert block(document, "Side by side: rank 1, S-0001", Plate).originals.pictures[1].missing == (
        "Not shown. front_0001.png is no image."
    )


def test_an_empty_list_is_reported_as_such() -> None:
    library, _record = library_with_search(candidates=0)
    document = report(library)
    assert "no candidate" in block(document, "Candidates", Paragraph).text


def test_figures_of_another_bundle_are_not_printed() -> None:
    library, _record = library_with_search()
    document = report(library, model=replace(MODEL, bundle_id="0" * 64))
    assert "not installed here" in block(document, "Validation figures", Paragraph).text
    assert "SHA-256 of encoder.onnx" not in facts(document, "Search")


def test_a_bundle_without_figures_is_of_unknown_accuracy() -> None:
    library, _record = library_with_search()
    document = report(library, model=replace(MODEL, measured={}))
    assert "Its accuracy is unknown." in block(document, "Validation figures", Paragraph).text


def with_verdict(library: InMemoryLibrary, record: SearchRecord, *, informative: bool, people: int = 500) -> None:
    score = 2.5 if informative else 0.5
    verdict = ListVerdict(informative=informative, score=score, threshold=1.0, mean=-25.0, deviation=3.5)
    library.cases.records[record.search_id] = replace(record, verdict=verdict, pool_subjects=people)


def paragraphs(document: ReportDocument, title: str) -> str:
    return " ".join(each.text for each in section(document, title).blocks if isinstance(each, Paragraph))


def test_a_list_on_which_nothing_stands_out_is_warned_about() -> None:
    library, record = library_with_search()
    with_verdict(library, record, informative=False)
    document = report(library)
    (warning,) = block(document, "Warnings", Bullets).items
    assert warning.startswith("Nothing stands out: among 500 strangers")
    assert warning in paragraphs(document, "Does anybody stand out?")


def test_an_informative_list_is_no_warning() -> None:
    library, record = library_with_search()
    with_verdict(library, record, informative=True)
    document = report(library)
    assert block(document, "Warnings", Paragraph).text == "No warning applies to this search."
    assert "This list is informative" in paragraphs(document, "Does anybody stand out?")


def test_a_search_without_a_verdict_says_that_it_was_not_assessed() -> None:
    library, _record = library_with_search()
    assert NOT_ASSESSED in paragraphs(report(library), "Does anybody stand out?")


def test_the_verdicts_error_rates_and_a_pool_beyond_the_validation_are_stated() -> None:
    library, record = library_with_search()
    calibrated = replace(MODEL, calibration=sample_calibration())
    for people, beyond in ((650, False), (651, True)):
        with_verdict(library, record, informative=True, people=people)
        text = paragraphs(report(library, model=calibrated), "Does anybody stand out?")
        assert "FPIR(N=650, T=1.00) = 0.058 (0.025 to 0.098)" in text
        assert "of 100 searches for somebody who was not among them, about 6 (2 to 10) were called" in text
        assert "about 68 (62 to 76) gave no informative list with that person at rank 1; about 65 (57 to 72)" in text
        assert ("More people were searched than in the validation." in text) is beyond


def test_the_calibration_is_among_the_validation_figures() -> None:
    library, _record = library_with_search()
    document = report(library, model=replace(MODEL, measured={}, calibration=sample_calibration()))
    assert block(document, "Validation figures", Grid).rows == (
        ("FPIR(N=650, T=1.00)", "0.058", "0.025 to 0.098"),
        ("FNIR(N=650, R=1, T=1.00)", "0.684", "0.615 to 0.755"),
        ("FNIR(N=650, R=50, T=1.00)", "0.648", "0.572 to 0.724"),
        ("Cllr", "0.180", "0.145 to 0.218"),
        ("Equal error rate", "0.050", "0.034 to 0.064"),
        ("Cllr_min", "0.164", ""),
        ("log10 LR that the validation supports", "-2.00 to 3.00", ""),
    )


def test_the_limits_are_stated_in_plain_words() -> None:
    library, _record = library_with_search()
    assert block(report(library), "Limits of the method", Bullets).items == LIMITS


def test_what_is_left_out_is_named_at_the_end() -> None:
    library, _record = library_with_search()
    wanted = replace(request(), left_out=frozenset(OPTIONAL_PARTS))
    document = build_report(library, DrawnImageLoader(), wanted, model=MODEL)
    titles = [each.title for each in document.sections]
    assert "Validation figures" not in titles
    assert not any(isinstance(each, Grid) for each in section(document, "Sketch").blocks)
    assert titles[-1] == "Left out of this report"  # nobody concluded on anything: nobody signs
    assert block(document, titles[-1], Bullets).items == ("Image quality", "Validation figures")


def test_a_filter_that_is_open_at_one_end_is_told_in_words() -> None:
    library, record = library_with_search()
    open_ended = (
        Filter(name="booking_date", low="2019-01-01", high=""),
        Filter(name="birth_year", low="", high="1990"),
    )
    library.cases.records[1] = replace(record, parameters=replace(record.parameters, filters=open_ended))
    shown = facts(report(library), "Search")["Filters"]
    assert shown == "booking date from 2019-01-01; birth year to 1990"


@pytest.mark.parametrize("plates", [-1, MOST_PLATES + 1])
def test_a_number_of_plates_out_of_range_is_refused(plates: int) -> None:
    library, _record = library_with_search()
    with pytest.raises(InvalidInputError, match="plates"):
        report(library, plates=plates)


def test_a_report_without_plates_is_possible() -> None:
    library, _record = library_with_search()
    assert not [each for each in report(library, plates=0).sections if each.title.startswith("Side by side")]


def test_the_report_is_made_from_the_record_and_is_the_same_each_time() -> None:
    library, _record = library_with_search()
    assert document_hash(report(library)) == document_hash(report(library))


def test_an_unknown_search_has_no_report() -> None:
    library, _record = library_with_search()
    with pytest.raises(NotFoundError):
        build_report(library, DrawnImageLoader(), replace(request(), search_id=9))
