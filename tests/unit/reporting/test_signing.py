"""Signatures in PDF files: they hold for the very bytes, and every change is told."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.pdf_signing import SigningIdentity
from forensic_id.reporting import signing
from forensic_id.reporting.signing import PadesSigner
from forensic_id.security import certificates
from forensic_id.security.certificates import given_identity, local_identity, own_certificate

SIGNER = PadesSigner(Path(__file__).resolve().parents[3] / "resources" / "fonts")
PRODUCER = f"Dr {'Kofi ' * 12}Osei (k.osei) \N{MELTING FACE}"
NAME = "Żoë <b>& %(x)s"


def no_passphrase() -> str:
    return "none"


@pytest.fixture(scope="module")
def identity(tmp_path_factory: pytest.TempPathFactory) -> SigningIdentity:
    return local_identity(tmp_path_factory.mktemp("keys"), name=NAME, now=datetime.now(UTC), passphrase=no_passphrase)


def blank() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for text in ("first", "last"):
        canvas.drawString(100, 100, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture(scope="module")
def signed(identity: SigningIdentity) -> bytes:
    return SIGNER.sign(blank(), identity, producer=PRODUCER, now=datetime.now(UTC))


def written(folder: Path, data: bytes) -> Path:
    path = folder / "r.pdf"
    path.write_bytes(data)
    return path


def test_a_signature_tells_producer_key_and_time(tmp_path: Path, signed: bytes, identity: SigningIdentity) -> None:
    (found,) = SIGNER.signatures(written(tmp_path, signed))
    assert (found.intact, found.whole) == (True, True)
    assert (found.holder, found.producer) == (NAME, PRODUCER)
    assert found.fingerprint == SIGNER.key(identity).fingerprint
    assert datetime.fromisoformat(found.signed_at).date() == datetime.now(UTC).date()
    last: Any = PdfReader(io.BytesIO(signed)).pages[-1]
    assert [each.get_object()["/T"] for each in last["/Annots"]] == ["Signature"]


def test_changes_and_additions_are_told(tmp_path: Path, signed: bytes) -> None:
    changed = signed.replace(b"/MediaBox [ 0 0 5", b"/MediaBox [ 0 0 4", 1)
    assert changed != signed
    (found,) = SIGNER.signatures(written(tmp_path, changed))
    assert not found.intact
    (found,) = SIGNER.signatures(written(tmp_path, signed + b"\n% added\n"))
    assert not found.whole


def test_files_that_are_no_pdf_and_keys_that_are_none_are_sentences(
    tmp_path: Path, signed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    for data in (b"", b"%PDF-1.7 nothing", signed[: len(signed) // 3]):
        with pytest.raises(InvalidInputError, match="no PDF"):
            SIGNER.signatures(written(tmp_path, data))
    with pytest.raises(InvalidInputError, match="cannot be read"):
        SIGNER.signatures(tmp_path)
    with pytest.raises(InvalidInputError, match="does not open"):
        SIGNER.key(SigningIdentity(pkcs12=b"no key"))
    monkeypatch.setattr(signing, "MOST_BYTES", 3)
    with pytest.raises(InvalidInputError, match="larger"):
        SIGNER.signatures(written(tmp_path, signed))


def test_an_identity_comes_from_this_computer_or_from_a_file(tmp_path: Path, identity: SigningIdentity) -> None:
    path = tmp_path / "mine.p12"
    path.write_bytes(identity.pkcs12)
    assert given_identity(path, passphrase=no_passphrase).pkcs12 == identity.pkcs12
    again = local_identity(tmp_path / "keys", name="", now=datetime.now(UTC), passphrase=no_passphrase)
    assert local_identity(tmp_path / "keys", name="x", now=datetime.now(UTC), passphrase=no_passphrase) == again
    mixed = local_identity(tmp_path / "others", name="محمد (Zoë)\n", now=datetime.now(UTC), passphrase=no_passphrase)
    data = SIGNER.sign(blank(), mixed, producer="محمد (Zoë)\n", now=datetime.now(UTC))
    assert [(each.holder, each.intact) for each in SIGNER.signatures(written(tmp_path, data))] == [("(Zoë)", True)]
    path.write_bytes(b"no key")
    with pytest.raises(InvalidInputError, match="passphrase is wrong"):
        given_identity(path, passphrase=no_passphrase)
    with pytest.raises(InvalidInputError, match="cannot be read"):
        given_identity(tmp_path / "none", passphrase=no_passphrase)


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("דוד לוי", "דוד לוי"),
        ("דוד 2", "2"),
        ("דוד Levi", "Levi"),
        ("(محمد)", "()"),
        ("Zoë \N{MELTING FACE}", "Zo"),
        ("\N{REPLACEMENT CHARACTER}", "forensic_id"),
        ("דוד\ue000", "דוד"),
    ],
)
def test_names_that_nobody_could_compare_become_ones_that_can(tmp_path: Path, name: str, held: str) -> None:
    identity = local_identity(tmp_path, name=name, now=datetime.now(UTC), passphrase=no_passphrase)
    data = SIGNER.sign(blank(), identity, producer=name, now=datetime.now(UTC))
    (found,) = SIGNER.signatures(written(tmp_path, data))
    assert (found.holder, found.issuer, found.intact, found.whole) == (held, "", True, True)


def test_a_certificate_whose_name_cannot_be_compared_is_refused_when_signing_and_when_checking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certificates, "_is_comparable", lambda _name: True)
    mixed = local_identity(tmp_path, name="דוד Levi", now=datetime.now(UTC), passphrase=no_passphrase)
    with pytest.raises(InvalidInputError, match="name in one writing"):
        SIGNER.sign(blank(), mixed, producer="x", now=datetime.now(UTC))
    with monkeypatch.context() as blind:
        blind.setattr(signing, "_is_comparable", lambda _certificate: True)
        data = SIGNER.sign(blank(), mixed, producer="x", now=datetime.now(UTC))
    with pytest.raises(InvalidInputError, match="cannot be compared"):
        SIGNER.signatures(written(tmp_path, data))


def test_the_certificate_of_this_computer_is_told_where_it_opens_by_itself(tmp_path: Path) -> None:
    assert own_certificate(tmp_path) == ""
    made = local_identity(tmp_path, name=NAME, now=datetime.now(UTC), passphrase=no_passphrase)
    assert own_certificate(tmp_path) == SIGNER.key(made).fingerprint
    (tmp_path / certificates.FILE).write_bytes(b"no key")
    assert own_certificate(tmp_path) == ""
