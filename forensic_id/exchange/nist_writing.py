"""One person's photos as an ANSI/NIST-ITL transaction (NIST SP 500-290, edition 3; Type-2 fields of the FBI's EBTS).

Pictures are written byte for byte. What the gallery does not know is not made up: no pose (10.020), no subject
acquisition profile but "unknown" (10.013), no scale (10.008 is 0: horizontal and vertical densities are equal).
"""

from __future__ import annotations

from nistitl import AsciiRecord, BinaryField, Field, Message

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.records import SubjectDetails
from forensic_id.core.transactions import FaceToSend, TransactionHead
from forensic_id.exchange.picture_headers import PictureFacts, picture_facts

_VERSION, _TYPE = "0500", "FACE"
_UTF8 = [["003", "UTF-8"]]
_DOMAIN = [["NORAM", ""]]
_UNKNOWN_DATE = "00000000"
_SEXES = {"male": "M", "female": "F"}
_SEPARATORS = str.maketrans(dict.fromkeys(range(0x1C, 0x20), " "))
"""The characters that part fields, which no text may hold."""


class NistWriter:
    """The port TransactionWriter."""

    def transaction(self, head: TransactionHead, subject: SubjectDetails, faces: tuple[FaceToSend, ...]) -> bytes:
        """One transaction about one person. Raises InvalidInputError for a picture that Type-10 cannot hold."""
        message = Message()
        self._begin(message, head)
        message += _person(subject)
        for number, face in enumerate(faces, start=1):
            facts = picture_facts(face.picture)
            if facts is None:
                raise InvalidInputError(
                    f"{face.name} is neither JPEG, JPEG 2000 nor PNG, and a Type-10 record holds nothing else. "
                    "Export it as it is, with the CSV format."
                )
            message += _face(number, face, facts, head)
        return bytes(message.NIST)

    def _begin(self, message: Message, head: TransactionHead) -> None:
        first = message[0]
        first["VER"].value = _VERSION
        first["DAT"].value = head.date.replace("-", "")
        first["DAI"].value = first["ORI"].value = _text(head.agency)
        first["TCN"].value = _text(head.number)
        message.TOT = _TYPE
        first += Field(1, 13, _DOMAIN)
        first += Field(1, 15, _UTF8)


def _person(subject: SubjectDetails) -> AsciiRecord:
    record = AsciiRecord(2)
    record += Field(2, 9, _text(subject.external_id))
    optional = (
        (18, _text(subject.name)),
        (22, f"{subject.birth_year}0000" if subject.birth_year else ""),
        (24, _SEXES.get(subject.sex, _text(subject.sex))),
        (25, _text(subject.ethnicity)),
    )
    for number, value in optional:
        if value:
            record += Field(2, number, value)
    return record


def _face(number: int, face: FaceToSend, facts: PictureFacts, head: TransactionHead) -> AsciiRecord:
    record = AsciiRecord(10)
    record["IDC"].value = number
    fields = (
        (3, "FACE"),
        (4, _text(face.source or head.agency)),
        (5, face.booking_date.replace("-", "") or _UNKNOWN_DATE),
        (6, facts.width),
        (7, facts.height),
        (8, 0),
        (9, 1),
        (10, 1),
        (11, facts.compression),
        (12, facts.colour),
        (13, 0),
    )
    for tag, value in fields:
        record += Field(10, tag, str(value))
    record += BinaryField(10, 999, face.picture)
    return record


def _text(text: str) -> str:
    """UTF-8 bytes as the characters that nistitl, which writes Latin-1, turns into these very bytes."""
    return text.translate(_SEPARATORS).encode("utf-8").decode("latin-1")
