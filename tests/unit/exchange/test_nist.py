"""ANSI/NIST-ITL transactions: what is written is read back, and broken records cost themselves alone."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from nistitl import Message
from PIL import Image

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.records import SubjectDetails
from forensic_id.core.transactions import BrokenRecord, FaceRecord, FaceToSend, TransactionHead
from forensic_id.exchange.nist_reading import NistReader
from forensic_id.exchange.nist_records import records
from forensic_id.exchange.nist_writing import NistWriter
from forensic_id.exchange.picture_headers import PictureFacts, picture_facts

HEAD = TransactionHead(agency="WI013415Y", number="T-1", date="2025-03-02")
WHO = SubjectDetails(external_id="P-1", name="Żółć, Łukasz", sex="male", birth_year=1974, ethnicity="W")


def picture(form: str, mode: str = "RGB", **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (40, 50)).save(buffer, form, **options)
    return buffer.getvalue()


JPEG, PNG, JP2 = picture("JPEG"), picture("PNG", "L"), picture("JPEG2000")


def written(*pictures: bytes, who: SubjectDetails = WHO) -> bytes:
    faces = tuple(FaceToSend(picture=data, name="x", booking_date="2020-02-01", source="county") for data in pictures)
    return NistWriter().transaction(HEAD, who, faces)


def read(folder: Path, data: bytes) -> list[FaceRecord | BrokenRecord]:
    path = folder / "t.an2"
    path.write_bytes(data)
    return list(NistReader().faces(path))


def reasons(folder: Path, data: bytes) -> list[tuple[int, str]]:
    return [(each.place, each.reason) for each in read(folder, data) if isinstance(each, BrokenRecord)]


def test_pictures_and_person_come_back_and_the_bytes_are_untouched(tmp_path: Path) -> None:
    found = read(tmp_path, written(JPEG, PNG, JP2))
    assert [each.place for each in found] == [3, 4, 5]
    assert [each.picture for each in found if isinstance(each, FaceRecord)] == [JPEG, PNG, JP2]
    first = found[0]
    assert isinstance(first, FaceRecord)
    assert first.subject == {
        "external_id": "P-1", "name": "Żółć, Łukasz", "sex": "male", "birth_year": "1974", "ethnicity": "W"
    }  # fmt: skip
    assert first.photo == {"booking_date": "2020-02-01", "source": "county"}


def test_an_independent_parser_reads_the_mandatory_fields() -> None:
    message = Message()
    message.parse(written(JPEG, PNG))
    first, face, grey = message[0], message[2], message[3]
    assert [first[name].value for name in ("VER", "TOT", "DAT", "DAI", "ORI", "TCN")] == [
        "0500", "FACE", "20250302", "WI013415Y", "WI013415Y", "T-1"
    ]  # fmt: skip
    assert first["CNT"].value == [["1", "3"], ["2", "0"], ["10", "1"], ["10", "2"]]
    names = ("IMT", "SRC", "PHD", "HLL", "VLL", "SLC", "THPS", "TVPS", "CGA", "CSP", "SAP")
    assert [face[name].value for name in names] == [
        "FACE", "county", "20200201", "40", "50", "0", "1", "1", "JPEGB", "YCC", "0"
    ]  # fmt: skip
    assert [grey[name].value for name in ("CGA", "CSP")] == ["PNG", "GRAY"]
    assert face["DATA"].value == JPEG


def test_separators_in_texts_do_not_make_fields(tmp_path: Path) -> None:
    (face,) = read(tmp_path, written(JPEG, who=SubjectDetails(external_id="P", name="a\x1d2.024:F\x1cb")))
    assert isinstance(face, FaceRecord)
    assert (face.subject["name"], face.subject["sex"]) == ("a 2.024:F b", "")


def test_formats_that_type_10_does_not_know_are_not_written() -> None:
    with pytest.raises(InvalidInputError, match="neither JPEG"):
        written(picture("BMP"))


def test_a_broken_record_does_not_cost_the_others(tmp_path: Path) -> None:
    data = written(JPEG, PNG, JP2)
    second = data.index(b"10.001:", data.index(b"10.001:") + 1)
    length = data[second + 7 : data.index(b"\x1d", second)]
    for wrong in (b"9" * len(length), b"1".rjust(len(length), b"0"), b"0" * len(length)):
        broken = data[: second + 7] + wrong + data[second + 7 + len(length) :]
        found = read(tmp_path, broken)
        assert [each.picture for each in found if isinstance(each, FaceRecord)] == [JPEG, JP2]
        ((place, reason),) = reasons(tmp_path, broken)
        assert place == 4
        assert "length field" in reason


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (b"10.011:JPEGB", b"10.011:PNG\x1d10.", "field without a number"),
        (b"10.011:JPEGB", b"10.011:PNG  ", "calls its picture"),
        (b"10.011:JPEGB", b"11.011:JPEGB", "number of its own type"),
        (b"10.012:YCC", b"10.011:YCC", "twice"),
        (JPEG[:3], b"BM6", "neither JPEG"),
        (b"10.004:county", b"10.004:\xff\xff\xff\xff\xff\xff", "encoding"),
        (b"10.999:" + JPEG, b"10.020:" + b"F" * len(JPEG), "no picture"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, old: bytes, new: bytes, sentence: str) -> None:
    data = written(JPEG)
    assert old in data
    told = reasons(tmp_path, data.replace(old, new))
    assert len(told) == 1
    if len(old) == len(new):
        assert sentence in told[0][1]


def test_other_kinds_of_pictures_and_records_are_passed_over(tmp_path: Path) -> None:
    data = written(JPEG, PNG).replace(b"10.003:FACE", b"10.003:SCAR", 1)
    binary = (4 + 10).to_bytes(4, "big") + bytes(10)
    start = data.index(b"10.001:")
    assert len(read(tmp_path, data[:start] + binary + data[start:])) == 1
    assert len(read(tmp_path, data + binary)) == 1
    assert len(read(tmp_path, data[:start] + b"\0\0\0\3junk\x1c" + data[start:])) == 1
    assert len(read(tmp_path, data + b"\0\0junk")) == 1


def test_ids_names_and_dates_are_taken_by_the_fields_of_the_domain(tmp_path: Path) -> None:
    data = written(JPEG)
    (foreign,) = read(tmp_path, data.replace(b"NORAM", b"INT-I"))
    assert isinstance(foreign, FaceRecord)
    assert foreign.subject == {"external_id": "P-1"}
    (unknown,) = read(tmp_path, data.replace(b"19740000", b"00000000").replace(b"20200201", b"00000000"))
    assert isinstance(unknown, FaceRecord)
    assert (unknown.subject["birth_year"], unknown.photo["booking_date"]) == ("", "")
    (short,) = read(tmp_path, data.replace(b"20200201", b"2020    "))
    assert isinstance(short, FaceRecord)
    assert short.photo["booking_date"] == "2020"


@pytest.mark.parametrize("encoding", [b"009\x1fUTF-9", b"xxx\x1fUTF-8"])
def test_an_encoding_nobody_knows_is_told(tmp_path: Path, encoding: bytes) -> None:
    told = reasons(tmp_path, written(JPEG).replace(b"003\x1fUTF-8", encoding))
    assert len(told) == 2
    assert all("encoding" in reason for _place, reason in told)


@pytest.mark.parametrize("data", [b"", b"x", b"2.001:20\x1d2.002:0\x1c", b"1.001:9999\x1d1.002:0500\x1c", bytes(64)])
def test_files_that_are_no_transactions_are_told(tmp_path: Path, data: bytes) -> None:
    told = reasons(tmp_path, data)
    assert len(told) == 1
    assert told[0][0] == 0


def test_huge_files_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forensic_id.exchange.nist_reading.MOST_BYTES", 10)
    assert "at most 10" in reasons(tmp_path, written(JPEG))[0][1]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@example(place=156, value=b"\x00", cut=0)  # inside the encoding's number
@given(place=st.integers(0, 2000), value=st.binary(min_size=1, max_size=4), cut=st.integers(0, 50))
def test_no_change_makes_the_reader_fail(tmp_path: Path, place: int, value: bytes, cut: int) -> None:
    data = bytearray(written(JPEG, PNG))
    data[place : place + len(value)] = value
    read(tmp_path, bytes(data[: len(data) - cut]))
    list(records(bytes(data)))


def test_headers_tell_compression_size_and_colour() -> None:
    assert picture_facts(JPEG) == PictureFacts(compression="JPEGB", width=40, height=50, colour="YCC", ending=".jpg")
    assert picture_facts(picture("JPEG", "CMYK")) == PictureFacts(
        compression="JPEGB", width=40, height=50, colour="UNK", ending=".jpg"
    )
    assert picture_facts(picture("PNG", "RGBA")) == PictureFacts(
        compression="PNG", width=40, height=50, colour="RGB", ending=".png"
    )
    assert picture_facts(JP2) == PictureFacts(compression="JP2", width=40, height=50, colour="RGB", ending=".jp2")
    stream = picture("JPEG2000", "L", no_jp2=True)
    assert picture_facts(stream) == PictureFacts(compression="JP2", width=40, height=50, colour="GRAY", ending=".jp2")
    for cut in (
        JPEG[:20],
        JPEG[:3] + b"\xff\xff\xff\xd0\xff\xd9",
        JPEG[:2] + b"\xff\x01x",
        PNG[:12],
        JP2[:20],
        b"GIF89a",
    ):
        assert picture_facts(cut) is None
