"""Lists of subjects: the same promises from the real browser and the stand-in."""

from __future__ import annotations

from pathlib import Path

import pytest

from forensic_id.core.browsing import GalleryQuery, SortField
from forensic_id.core.errors import InvalidInputError
from forensic_id.core.filters import parse_filter
from forensic_id.core.ports import Library
from forensic_id.core.records import PhotoDetails, SubjectDetails
from forensic_id.storage.library import SqliteLibrary
from tests.fakes.sample_records import CASE, enrol, image, search_record

PEOPLE = (
    (SubjectDetails(external_id="B-2", name="Théo Łukasz", sex="male", birth_year=1980), "2020-05-01", "county"),
    (
        SubjectDetails(external_id="A-1", name="Zoë 図書", sex="female", birth_year=1990, ethnicity="White"),
        "",
        "import",
    ),
    (SubjectDetails(external_id="C-3"), "2011-01-31", ""),
    (SubjectDetails(external_id="D-4", name="anna", sex="male", birth_year=1980), "2015-01-01", "county"),
)


@pytest.fixture
def people(library: Library) -> Library:
    for number, (subject, booking_date, source) in enumerate(PEOPLE):
        enrol(
            library.gallery,
            f"{number}",
            subject=subject,
            photo=PhotoDetails(booking_date=booking_date, source=source),
        )
    more = PhotoDetails(booking_date="2021-12-31", source="import")
    enrol(library.gallery, "more", subject=PEOPLE[2][0], photo=more)
    return library


def found(
    library: Library, text: str = "", *filters: str, order: SortField = "external_id", down: bool = False
) -> str:
    """The first letters of the external ids, in order."""
    query = GalleryQuery(
        text=text, filters=tuple(parse_filter(each) for each in filters), order=order, descending=down
    )
    ids = library.browser.matching(query)
    return "".join(row.details.external_id[0] for row in library.browser.rows(ids))


def test_an_empty_gallery_has_nothing_to_show(library: Library) -> None:
    assert found(library) == ""
    values = library.browser.filter_values()
    assert (values.sexes, values.sources, values.birth_years) == ((), (), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", "ABCD"), ("theo", "B"), ("łukasz théo", "B"), ("a-1", "A"), ("図", "A"), ("a", "ABD"), ("%", "")],
)
def test_every_word_is_looked_for_in_id_and_name(people: Library, text: str, expected: str) -> None:
    assert found(people, text) == expected


def test_filters_hold_for_one_and_the_same_photo(people: Library) -> None:
    assert found(people, "", "sex=MALE") == "BD"
    assert found(people, "", "source=county", "birth_year=1980..") == "BD"
    assert found(people, "", "booking_date=2021-01-01..", "source=import") == "C"
    assert found(people, "", "booking_date=..2012-01-01", "source=import") == ""
    assert found(people, "anna", "sex=male") == "D"


def test_a_filter_that_cannot_be_used_is_refused(people: Library) -> None:
    with pytest.raises(InvalidInputError):
        found(people, "", "shoe=43")


@pytest.mark.parametrize(
    ("order", "up", "down"),
    [
        ("external_id", "ABCD", "DCBA"),
        ("name", "DBAC", "ABDC"),
        ("sex", "ABDC", "BDAC"),
        ("birth_year", "BDAC", "ABDC"),
        ("ethnicity", "ABCD", "ABCD"),
        ("photos", "ABDC", "CABD"),
        ("booking_date", "DBCA", "CBDA"),
    ],
)
def test_what_is_not_recorded_stands_last_in_both_directions(
    people: Library, order: SortField, up: str, down: str
) -> None:
    assert found(people, order=order) == up
    assert found(people, order=order, down=True) == down


def test_a_row_shows_the_newest_photo(people: Library) -> None:
    (row,) = people.browser.rows(people.browser.matching(GalleryQuery(text="c-3")))
    photos = people.gallery.subject("C-3").photos
    assert (row.photos, row.booking_date, row.photo_id) == (2, "2021-12-31", photos[1].photo_id)
    assert row.details == PEOPLE[2][0]


def test_rows_come_as_asked_for_without_those_removed(people: Library) -> None:
    ids = people.browser.matching(GalleryQuery())
    people.gallery.remove_subject("B-2")
    assert [row.details.external_id for row in people.browser.rows(ids[::-1])] == ["D-4", "C-3", "A-1"]


def test_edited_names_and_ids_are_found(people: Library) -> None:
    people.gallery.edit_subject("C-3", {"name": "Émile", "external_id": "Q-9"})
    assert found(people, "emile q-9") == "Q"
    assert found(people, "c-3") == ""


def test_filters_offer_what_is_recorded(people: Library) -> None:
    values = people.browser.filter_values()
    assert values.sexes == ("female", "male")
    assert values.ethnicities == ("White",)
    assert values.sources == ("county", "import")
    assert values.birth_years == (1980, 1990)


def test_the_audit_log_tells_when_a_photo_was_enrolled(people: Library) -> None:
    photo = people.gallery.subject("A-1").photos[0]
    assert (people.browser.enrolled_at(photo.photo_id) or "").startswith("2025-03-01T12:00:00")
    assert people.browser.enrolled_at(999) is None


def test_searches_with_a_subject_are_listed_newest_first(people: Library) -> None:
    people.cases.open_case(CASE)
    for number in range(2):
        sketch = image(f"sketch {number}")
        people.cases.add_search(search_record(sketch), sketch=sketch, crop=people.gallery.crop(1))
    appearances = people.browser.appearances(2)
    assert [(each.search_id, each.rank, each.case_number) for each in appearances] == [
        (2, 2, CASE.number),
        (1, 2, CASE.number),
    ]
    assert appearances[0].created_at == "2025-03-01T12:00:00.000+00:00"
    assert people.browser.appearances(1) == ()


def test_the_size_of_the_database_is_known(stored: SqliteLibrary, folder: Path) -> None:
    assert stored.browser.database_bytes() >= 4096
