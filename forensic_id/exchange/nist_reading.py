"""Faces out of ANSI/NIST-ITL transactions (NIST SP 500-290; Type-2 fields as the FBI's EBTS has them).

The person's id is the first there is of state identification number (2.015), FBI number (2.014), agency case number
(2.009), and transaction number (1.009). Name (2.018), sex (2.024), date of birth (2.022) and race (2.025) are read
where the transaction names no domain (1.013) or that of the EBTS; other domains give other meanings to Type-2 fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from forensic_id.core.transactions import BrokenRecord, FaceRecord
from forensic_id.exchange.nist_records import MOST_BYTES, US, TaggedRecord, records
from forensic_id.exchange.picture_headers import picture_facts

_FACE = 10
_EBTS = "NORAM"
_SEXES = {"M": "male", "F": "female"}
_ENCODINGS = {"0": "latin-1", "2": "utf-16", "3": "utf-8", "4": "utf-32"}
"""Character encodings by their index (1.015); without one, 7-bit ASCII, which Latin-1 contains."""
_LEGACY = {"JPEGB", "JPEGL", "JPEG"}
_COMPRESSIONS = {"JPEGB": _LEGACY, "JPEGL": _LEGACY, "JP2": {"JP2", "JP2L"}, "PNG": {"PNG"}}
"""What a record may call the compression that its picture has."""
_DATE_DIGITS = 8


class NistReader:
    """The port TransactionReader."""

    def faces(self, path: Path) -> Iterator[FaceRecord | BrokenRecord]:
        """The Type-10 records with faces, one at a time; broken ones in their place. Raises OSError."""
        size = path.stat().st_size
        if size > MOST_BYTES:
            yield BrokenRecord(place=0, reason=f"The file has {size:,} bytes; at most {MOST_BYTES:,} are taken.")
            return
        found = records(path.read_bytes())
        first = next(found)
        if first.broken or first.kind != 1:
            yield BrokenRecord(place=0, reason=first.broken or "The file does not begin with a Type-1 record.")
            return
        yield from _faces(found, first, path.stem)


def _faces(found: Iterator[TaggedRecord], first: TaggedRecord, name: str) -> Iterator[FaceRecord | BrokenRecord]:
    encoding = _encoding(first)
    subject: Mapping[str, str] = {"external_id": _plain(first, 9) or name}
    seen = False
    for place, record in enumerate(found, start=2):
        try:
            if record.broken:
                yield BrokenRecord(place=place, reason=record.broken)
            elif record.kind == 2 and not seen:  # noqa: PLR2004 - the Type-2 record
                seen = True
                subject = _subject(first, record, encoding, str(subject["external_id"]))
            elif record.kind == _FACE and _plain(record, 3) in ("FACE", ""):
                yield _face(place, record, encoding, subject)
        except (UnicodeDecodeError, LookupError):
            yield BrokenRecord(
                place=place, reason=f"It holds text that is not in the encoding it names ({encoding})."
            )


def _encoding(first: TaggedRecord) -> str:
    named = first.texts.get(15, b"").split(US)[0].decode("latin-1").lstrip("0") or "0"
    readable = named.encode("unicode_escape").decode("ascii")  # Python looks up no name with a NUL in it
    return _ENCODINGS.get(named, f"no. {readable}")


def _subject(first: TaggedRecord, record: TaggedRecord, encoding: str, otherwise: str) -> Mapping[str, str]:
    identity = next((text for text in (_text(record, number, encoding) for number in (15, 14, 9)) if text), otherwise)
    if _plain(first, 13).split(US.decode())[0] not in ("", _EBTS):
        return {"external_id": identity}
    birth = _text(record, 22, encoding)
    sex = _text(record, 24, encoding)
    return {
        "external_id": identity,
        "name": _text(record, 18, encoding),
        "sex": _SEXES.get(sex, sex),
        "birth_year": birth[:4] if len(birth) == _DATE_DIGITS and birth[:4] != "0000" else "",
        "ethnicity": _text(record, 25, encoding),
    }


def _face(place: int, record: TaggedRecord, encoding: str, subject: Mapping[str, str]) -> FaceRecord | BrokenRecord:
    if not record.data:
        return BrokenRecord(place=place, reason="It holds no picture (field 10.999).")
    facts = picture_facts(record.data)
    named = _plain(record, 11)
    if facts is None:
        told = f"Its picture ({named or 'of no named compression'}) is neither JPEG, JPEG 2000 nor PNG."
        return BrokenRecord(place=place, reason=told)
    if named and named not in _COMPRESSIONS[facts.compression]:
        told = f"It calls its picture {named[:20]!r}, but that is {facts.compression}. Have it sent anew."
        return BrokenRecord(place=place, reason=told)
    photo = {"booking_date": _date(_text(record, 5, encoding)), "source": _text(record, 4, encoding)}
    return FaceRecord(place=place, picture=record.data, ending=facts.ending, subject=subject, photo=photo)


def _text(record: TaggedRecord, number: int, encoding: str) -> str:
    """A field's text. Raises UnicodeDecodeError, or LookupError for an encoding that is not known."""
    return record.texts.get(number, b"").decode(encoding).strip()


def _plain(record: TaggedRecord, number: int) -> str:
    """The text of a field that holds a code."""
    return record.texts.get(number, b"").decode("latin-1").strip()


def _date(text: str) -> str:
    """YYYYMMDD as YYYY-MM-DD; nothing for a date that is not known."""
    if len(text) == _DATE_DIGITS and text != "0" * _DATE_DIGITS:
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return "" if text == "0" * _DATE_DIGITS else text
