"""The signing key: made once, readable by its owner alone, and its signatures checked by anybody."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import pkcs12

from forensic_id.core.errors import InvalidInputError, LibraryError
from forensic_id.core.signing import Signature, read_fingerprint, shown_fingerprint, signature_fields, signature_from
from forensic_id.security import key_files
from forensic_id.security.key_files import encryption, keep_private
from forensic_id.security.signatures import LocalKey, check_signature, named_fingerprint


def never_asked() -> str:
    raise AssertionError("no passphrase is needed")


@pytest.fixture(autouse=True)
def _few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_files, "_ROUNDS", 10)


def test_the_key_is_made_on_first_use_and_stays(tmp_path: Path) -> None:
    key = LocalKey(tmp_path / "keys")
    assert not key.exists()
    signer = key.signer(never_asked)
    assert key.signer(never_asked).fingerprint == signer.fingerprint
    assert named_fingerprint(str(key.public_file)) == signer.fingerprint
    assert named_fingerprint(shown_fingerprint(signer.fingerprint).upper()) == signer.fingerprint
    if sys.platform != "win32":
        assert stat.S_IMODE(key.private_file.stat().st_mode) == 0o600
    with pytest.raises(InvalidInputError, match="already"):
        key.make()


def test_signatures_hold_for_the_very_bytes_and_key(tmp_path: Path) -> None:
    signer, other = LocalKey(tmp_path / "a").make(), LocalKey(tmp_path / "b").make()
    signature = signer.sign(b"manifest")
    assert check_signature(b"manifest", signature)
    assert signature_from(signature_fields(signature)) == signature
    assert not check_signature(b"manifes", signature)
    forged = Signature(public_key=other.sign(b"").public_key, signature=signature.signature)
    assert not check_signature(b"manifest", forged)
    assert not check_signature(b"manifest", Signature(public_key="ff" * 32, signature=signature.signature))


def test_a_passphrase_opens_the_key_and_another_one_does_not(tmp_path: Path) -> None:
    key = LocalKey(tmp_path)
    made = key.make("Schlüssel 7")
    assert key.signer(lambda: "Schlüssel 7").fingerprint == made.fingerprint
    with pytest.raises(InvalidInputError, match="passphrase is wrong"):
        key.signer(lambda: "Schlüssel 8")


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_a_key_that_others_may_read_is_refused(tmp_path: Path) -> None:
    key = LocalKey(tmp_path)
    key.make()
    key.private_file.chmod(0o644)
    with pytest.raises(InvalidInputError, match="chmod 600"):
        key.signer(never_asked)


def test_files_that_are_no_key_are_refused(tmp_path: Path) -> None:
    key = LocalKey(tmp_path)
    for data in (b"", b"\x30\x82\xff\xff" + bytes(100), bytes(2 * 1024 * 1024)):
        key.private_file.unlink(missing_ok=True)
        keep_private(key.private_file, data)
        with pytest.raises(InvalidInputError):
            key.signer(lambda: "x")
    key.private_file.unlink()
    elliptic = generate_private_key(SECP256R1())
    data = pkcs12.serialize_key_and_certificates(b"x", elliptic, None, None, encryption(""))
    keep_private(key.private_file, data)
    with pytest.raises(InvalidInputError, match="no Ed25519 key"):
        key.signer(never_asked)
    key.private_file.unlink()
    key.private_file.mkdir(mode=0o700)
    with pytest.raises(InvalidInputError, match="cannot be read"):
        key.signer(never_asked)


def test_a_file_that_is_there_stays_and_a_folder_that_is_none_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "key"
    keep_private(path, b"first")
    keep_private(path, b"second")
    assert path.read_bytes() == b"first"

    def refuse(*_paths: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("os.link", refuse)
    keep_private(path, b"third")
    keep_private(tmp_path / "other", b"whole")
    assert (path.read_bytes(), (tmp_path / "other").read_bytes()) == (b"first", b"whole")
    with pytest.raises(LibraryError, match="cannot be written"):
        keep_private(path / "inside", b"x")


def test_a_new_key_replaces_the_old_one_whose_files_stay(tmp_path: Path) -> None:
    key = LocalKey(tmp_path / "keys")
    assert key.fingerprint == ""
    with pytest.raises(InvalidInputError, match="cannot be read"):
        key.public_pem()
    first = key.replace("")
    assert key.fingerprint == first.fingerprint
    second = key.replace("new one")
    assert key.fingerprint == second.fingerprint != first.fingerprint
    assert key.signer(lambda: "new one").fingerprint == second.fingerprint
    kept = tmp_path / "keys" / f"signing-key-{first.fingerprint[:16]}.pem"
    assert named_fingerprint(str(kept)) == first.fingerprint
    assert kept.with_suffix(".p12").exists()
    assert b"PUBLIC KEY" in key.public_pem()
    (tmp_path / "keys" / f"signing-key-{second.fingerprint[:16]}.p12").mkdir()
    with pytest.raises(LibraryError, match="put aside"):
        key.replace("")


def test_signatures_of_another_kind_are_refused(tmp_path: Path) -> None:
    fields = signature_fields(LocalKey(tmp_path).make().sign(b"x"))
    for change in ({"algorithm": "rsa"}, {"public_key": 7}, {"signature": "zz"}, {"public_key": None}):
        with pytest.raises(InvalidInputError, match="Ed25519"):
            signature_from({**fields, **change})


def test_what_is_no_public_key_or_fingerprint_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    elliptic = generate_private_key(SECP256R1()).public_key()
    pem = elliptic.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    for data in (b"no key", pem):
        path.write_bytes(data)
        with pytest.raises(InvalidInputError, match="no public Ed25519 key"):
            named_fingerprint(str(path))
    with pytest.raises(InvalidInputError, match="64 hexadecimal digits"):
        read_fingerprint("ab cd")
