"""What folders and metadata files offer for import."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.records import PhotoDetails, SubjectDetails
from forensic_id.services.column_mapping import ColumnMapping
from forensic_id.services.import_sources import ImportFailure, OfferedPhoto, look_through, preview_source, printable


def offered(path: Path) -> list[tuple[str, str]]:
    """Subject and file name of every photo; failures as `!` and reason."""
    return [
        ("!", entry.reason) if isinstance(entry, ImportFailure) else (entry.subject.external_id, entry.path.name)
        for entry in look_through(path).entries()
    ]


def photos(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"IMG:" + os.fsencode(name))


def metadata(folder: Path, text: str, name: str = "people.csv", encoding: str = "utf-8") -> Path:
    photos(folder, "1.png", "sub/2.png")
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_a_folder_is_a_subject_and_a_flat_file_its_own(tmp_path: Path) -> None:
    photos(tmp_path, "Anna/1.png", "Anna/2.png", "a_0001.jpg", "deep/Ben Bör/x.png", "zoë.tar.png")
    assert offered(tmp_path) == [
        ("Anna", "1.png"),
        ("Anna", "2.png"),
        ("a_0001", "a_0001.jpg"),
        ("Ben Bör", "x.png"),
        ("zoë.tar", "zoë.tar.png"),
    ]
    assert look_through(tmp_path).total == 5


def test_hidden_files_and_those_of_the_system_are_passed_over(tmp_path: Path) -> None:
    photos(tmp_path, ".hidden.png", ".git/x.png", "Thumbs.db", "a/desktop.ini", "a/b.png")
    assert offered(tmp_path) == [("a", "b.png")]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and links of POSIX")
def test_links_and_pipes_do_not_lead_astray(tmp_path: Path) -> None:
    folder = tmp_path / "gallery"
    photos(folder, "a/b.png")
    (folder / "broken.png").symlink_to("nowhere")
    (folder / "circle").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    assert offered(folder) == [("a", "b.png"), ("broken", "broken.png"), ("circle", "circle")]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_that_are_no_unicode_are_listed_as_failures(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"b\xff.png")).write_bytes(b"IMG:")
    ((reason, _),) = [
        (entry.reason, entry.path) for entry in look_through(tmp_path).entries() if isinstance(entry, ImportFailure)
    ]
    assert "not valid Unicode" in reason
    assert printable(tmp_path / os.fsdecode(b"b\xff.png")) == str(tmp_path / "b\\xff.png")


@pytest.mark.parametrize("name", ["people.csv", "people.jsonl", "folder"])
def test_what_does_not_exist_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidInputError, match=r"cannot be read: No such file"):
        look_through(tmp_path / name)


FULL = OfferedPhoto(
    path=Path("sub/2.png"),
    subject=SubjectDetails(external_id="B", name="Bör, Ben", sex="male", birth_year=1970, ethnicity="x"),
    photo=PhotoDetails(booking_date="2020-01-02", source="jail", retention_date="2040-01-01"),
)
HEADER = "photo,external_id,name,sex,birth_year,ethnicity,booking_date,source,retention_date"
ROW = 'sub/2.png,B,"Bör, Ben",male,1970,x,2020-01-02,jail,2040-01-01'


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (f"{HEADER}\n{ROW}\n", "utf-8"),
        (f"{HEADER}\r\n{ROW}", "utf-8-sig"),
        (f"{HEADER.upper()}\n\n{ROW}\n\n", "utf-8"),
        (f"{HEADER}\n{ROW}\n".replace("Bör, Ben", "Bör; Ben").replace(",", ";").replace("; Ben", ", Ben"), "utf-8"),
        (f"{HEADER}\n{ROW}\n".replace(",", "\t").replace("Bör\t", "Bör,"), "utf-8"),
        (f"{HEADER}\n{ROW}\n".replace("sub/2.png", " sub\\2.png "), "utf-8"),
    ],
)
def test_all_columns_of_a_csv_file_are_read(tmp_path: Path, text: str, encoding: str) -> None:
    (entry,) = look_through(metadata(tmp_path, text, encoding=encoding)).entries()
    assert isinstance(entry, OfferedPhoto)
    assert entry.path.resolve() == (tmp_path / FULL.path).resolve()
    assert (entry.subject, entry.photo) == (FULL.subject, FULL.photo)


def test_json_lines_are_read_alike(tmp_path: Path) -> None:
    text = (
        '\ufeff{"photo": "sub/2.png", "external_id": "B", "name": "Bör, Ben", "sex": "male", "birth_year": 1970, '
        '"ethnicity": "x", "booking_date": "2020-01-02", "source": "jail", "retention_date": "2040-01-01"}\n\n'
        '{"photo": "1.png", "external_id": 7, "name": null}\n'
    )
    first, second = look_through(metadata(tmp_path, text, "people.jsonl")).entries()
    assert isinstance(first, OfferedPhoto)
    assert (first.subject, first.photo) == (FULL.subject, FULL.photo)
    assert isinstance(second, OfferedPhoto)
    assert second.subject == SubjectDetails(external_id="7")


def test_columns_nobody_knows_are_reported_and_ignored(tmp_path: Path) -> None:
    source = look_through(metadata(tmp_path, "photo,external_id,height\n1.png,A,180\n"))
    assert source.total == 1
    assert "ignored: height" in source.notes[0]
    assert offered(source.path) == [("A", "1.png")]
    assert look_through(metadata(tmp_path, "photo,external_id\n1.png,A\n")).notes == ()


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("external_id,name\nA,x\n", "p.csv", "lacks the column photo"),
        ("name\nA\n", "p.csv", "lacks the column photo and external_id"),
        ("photo,external_id\n", "p.csv", "no row"),
        ("", "p.csv", "is empty"),
        (",,\n", "p.csv", "is empty"),
        ("photo,photo,external_id\n1,2,3", "p.csv", "twice"),
        ("", "p.jsonl", "no row"),
        ("some text\n", "p.txt", "no row"),
        ('{"photo": "1.png"}\n', "p.jsonl", "lacks the column external_id"),
    ],
)
def test_a_metadata_file_that_cannot_be_used_is_refused_as_a_whole(
    tmp_path: Path, text: str, name: str, reason: str
) -> None:
    with pytest.raises(InvalidInputError, match=reason):
        look_through(metadata(tmp_path, text, name))


@pytest.mark.parametrize("name", ["p.csv", "p.jsonl"])
def test_another_encoding_is_refused_before_anything_is_imported(tmp_path: Path, name: str) -> None:
    rows = "photo,external_id\n1.png,A\n" + "1.png,B\n" * 5000
    with pytest.raises(InvalidInputError, match="UTF-8"):
        look_through(metadata(tmp_path, f"{rows}1.png,\u00e4\n", name, encoding="latin-1"))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1.png,B,old", "birth year 'old'"),
        ("1.png,,1970", "external id is empty"),
        ("1.png", "external id is empty"),
        ("1.png,B,1970,more", "4 cells, the header names 3"),
        ("none.png,B,", "does not exist"),
        ("sub,B,", "does not exist"),
        (",B,", "is empty"),
        ("a\0b,B,", "holds no path|NUL"),
        ("../secret.png,B,", "outside the folder"),
        ("sub/../../secret.png,B,", "outside the folder"),
        ("..\\secret.png,B,", "outside the folder"),
        ("/etc/passwd,B,", "outside the folder"),
        ("\\\\server\\share\\x.png,B,", "outside the folder"),
        ("C:\\x.png,B,", "outside the folder"),
        ("link.png,B,", "outside the folder"),
        (f"{'x' * 300}.png,B,", "cannot be found"),
    ],
)
def test_a_bad_row_is_listed_with_its_line_and_the_rest_goes_on(tmp_path: Path, row: str, reason: str) -> None:
    (tmp_path / "secret.png").write_bytes(b"IMG:secret")
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    path = metadata(folder, f"photo,external_id,birth_year\n1.png,A,\n{row}\nsub/2.png,C,1980\n")

    first, bad, last = look_through(path).entries()

    assert isinstance(first, OfferedPhoto)
    assert isinstance(last, OfferedPhoto)
    assert isinstance(bad, ImportFailure)
    assert bad.path.endswith("people.csv, line 3")
    assert any(part in bad.reason for part in reason.split("|")), bad.reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[1]", "no JSON object"),
        ('{"photo": "1.png", "external_id": ["A"]}', "neither text nor a whole number"),
        ('{"photo": "1.png", "external_id": true}', "neither text nor a whole number"),
        ('{"photo": "1.png", "external_id": "\\ud800"}', "not valid Unicode"),
        ('{"photo": "1.png", "external_id": ""}', "external id is empty"),
    ],
)
def test_a_bad_line_of_json_is_listed_and_the_rest_goes_on(tmp_path: Path, line: str, reason: str) -> None:
    good = '{"photo": "1.png", "external_id": "A"}'
    first, bad, last = look_through(metadata(tmp_path, f"{good}\n{line}\n{good}\n", "p.jsonl")).entries()
    assert isinstance(first, OfferedPhoto)
    assert isinstance(last, OfferedPhoto)
    assert isinstance(bad, ImportFailure)
    assert bad.path.endswith("p.jsonl, line 2")
    assert reason in bad.reason


def test_a_cell_too_long_for_csv_is_listed_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = metadata(tmp_path, f"photo,external_id\n1.png,A\n1.png,{'x' * 200_000}\nsub/2.png,B\n")
    first, bad, last = offered(path)
    assert (first[0], last[0]) == ("A", "B")
    assert "no CSV" in bad[1]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["p.csv", "p.jsonl"]))
def test_no_bytes_crash_the_reading(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"photo,external_id\n" * (name == "p.csv") + data)
    try:
        source = look_through(path)
    except InvalidInputError:
        return
    assert len(list(source.entries())) == source.total


def test_columns_of_other_names_are_taken_by_a_mapping(tmp_path: Path) -> None:
    path = metadata(tmp_path, "Image;Booking No;DOB\n1.png;B-1;3/4/1982\nsub/2.png;B-2;\n")
    mapping = ColumnMapping(columns={"photo": "image", "external_id": "booking no", "birth_year": "dob"})
    source = look_through(path, mapping)
    assert source.notes == ()
    entries = [entry for entry in source.entries() if isinstance(entry, OfferedPhoto)]
    assert [(entry.subject.external_id, entry.subject.birth_year) for entry in entries] == [
        ("B-1", 1982),
        ("B-2", None),
    ]


@pytest.mark.parametrize(
    ("columns", "lacking"),
    [({"name": "who"}, "who"), ({"external_id": ""}, "external_id"), ({"photo": "image"}, "image")],
)
def test_a_mapped_column_that_is_missing_is_named(tmp_path: Path, columns: dict[str, str], lacking: str) -> None:
    path = metadata(tmp_path, "photo,external_id\n1.png,B-1\n")
    with pytest.raises(InvalidInputError, match=f"lacks the column {lacking}"):
        look_through(path, ColumnMapping(columns=columns))


def test_a_preview_shows_the_first_rows_and_guesses_the_columns(tmp_path: Path) -> None:
    rows = "".join(f'{{"image": "{number}.png", "id": {number}}}\n' for number in range(9))
    path = metadata(tmp_path, f'broken\n{rows}{{"gender": "f"}}\n', name="people.jsonl")
    preview = preview_source(path, rows=2)
    assert preview.columns == ("image", "id", "gender")
    assert preview.rows == (("0.png", "0", ""), ("1.png", "1", ""))
    assert {name: column for name, column in preview.guess.columns.items() if column} == {
        "photo": "image",
        "external_id": "id",
        "sex": "gender",
    }


def test_a_preview_of_a_folder_shows_subjects_and_files(tmp_path: Path) -> None:
    photos(tmp_path, "Anna/1.png", "Anna/2.png", "ben.png")
    preview = preview_source(tmp_path, rows=2)
    assert preview.columns == ()
    assert preview.rows == (("Anna", str(Path("Anna/1.png"))), ("Anna", str(Path("Anna/2.png"))))


def test_what_has_no_rows_has_no_preview(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="cannot be read"):
        preview_source(tmp_path / "missing.csv")
    with pytest.raises(InvalidInputError, match="no row"):
        preview_source(metadata(tmp_path, "photo,external_id\n"))
