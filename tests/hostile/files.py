"""Files of other makers: transactions, packages, tables, keys, models, policies, anchors, PDFs."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image

from forensic_id.core.anchors import Anchor
from forensic_id.core.records import SubjectDetails
from forensic_id.core.transactions import BrokenRecord, FaceRecord, FaceToSend, TransactionHead
from forensic_id.exchange.anchor_files import JsonLinesAnchors
from forensic_id.exchange.nist_reading import NistReader
from forensic_id.exchange.nist_writing import NistWriter
from forensic_id.exchange.package_files import ZipPackageFiles
from forensic_id.security.certificates import given_identity
from forensic_id.security.signatures import LocalKey, check_signature, named_fingerprint
from forensic_id.services.import_sources import ImportFailure, OfferedPhoto, look_through
from forensic_id.services.verify_package import PackageFindings, verify_package
from tests.hostile.texts import PATHS
from tests.hostile.verdicts import Case
from tests.integration.test_mutated_images import MUTATIONS

FILES = ZipPackageFiles()


def mutants(data: bytes, count: int, *, seed: int) -> Iterator[tuple[str, bytes]]:
    """`count` changed versions of a file, none of them the file itself."""
    random = np.random.default_rng(seed)
    for number in range(count):
        mutate = MUTATIONS[number % len(MUTATIONS)]
        changed = mutate(data, random)
        if changed != data:
            yield f"{mutate.__name__} {number}", changed


def transaction_cases(folder: Path, count: int) -> Iterator[Case]:
    """Mutants of a transaction, and its length fields set to anything."""
    buffer = io.BytesIO()
    Image.new("RGB", (24, 20)).save(buffer, "JPEG")
    face = FaceToSend(picture=buffer.getvalue(), name="x")
    head = TransactionHead(agency="WI1", number="1", date="2025-03-02")
    sound = NistWriter().transaction(head, SubjectDetails(external_id="P", name="Zoë"), (face, face))
    lengths = [sound.replace(b"10.001:", b"10.001:" + wrong, 1) for wrong in (b"9", b"0", b"99999999", b"-", b"\xb2")]
    named = [(f"length {number}", data) for number, data in enumerate(lengths)]
    for name, data in [*mutants(sound, count, seed=1), *named]:
        yield Case(name=f"transaction {name}", run=partial(_faces, folder / "t.an2", data), harmless=_are_records)


def _faces(path: Path, data: bytes) -> object:
    path.write_bytes(data)
    offered = list(look_through(path, transactions=NistReader()).entries())
    return list(NistReader().faces(path)), offered


def _are_records(result: object) -> bool:
    assert isinstance(result, tuple)
    return all(isinstance(each, FaceRecord | BrokenRecord) for each in result[0])


def package_cases(folder: Path, sound: bytes, count: int) -> Iterator[Case]:
    """Mutants of a sound package, and zip files made to harm."""
    path = folder / "p.zip"
    for name, data in [*mutants(sound, count, seed=2), *_hostile_zips(sound)]:
        yield Case(name=f"package {name}", run=partial(_verify, path, data), harmless=_is_unsound)


def _verify(path: Path, data: bytes) -> PackageFindings:
    path.write_bytes(data)
    return verify_package(path, FILES, check_signature)


def _is_unsound(result: object) -> bool:
    return isinstance(result, PackageFindings) and not result.sound


def _hostile_zips(sound: bytes) -> Iterator[tuple[str, bytes]]:
    for name in (*PATHS, "searches/1/../x.json", "case.json/"):
        yield f"name {name[:30]!r}", _with_entry(sound, name, b"x")
    yield "bomb", _with_entry(sound, "searches/9/record.json", bytes(30_000_000))
    nested = _with_entry(sound, "searches/9/record.json", sound)
    yield "package in a package", nested
    yield "deep JSON", _zip({"manifest.json": b"[" * 200_000, "signature.json": b"{}"})
    yield (
        "odd JSON",
        _zip({"manifest.json": b'{"format":"forensic_id case package","version":1}', "signature.json": b"7"}),
    )
    yield "huge number", _zip({"manifest.json": b"9" * 100_000, "signature.json": b"{}"})


def _with_entry(sound: bytes, name: str, data: bytes) -> bytes:
    buffer = io.BytesIO(sound)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _zip(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def table_cases(folder: Path, texts: Sequence[str]) -> Iterator[Case]:
    """Metadata files with hostile cells and paths that lead out of their folder."""
    (folder / "in").mkdir(exist_ok=True)
    (folder / "secret.png").write_bytes(b"secret")
    outside = ("../secret.png", "..\\secret.png", str(folder / "secret.png"), "in/../../secret.png")
    for number, text in enumerate((*texts, *outside)):
        for ending in ("csv", "jsonl"):
            path = folder / "in" / f"t.{ending}"
            run = partial(_entries, path, text)
            yield Case(name=f"table {ending} {number} {text[:20]!r}", run=run, harmless=partial(_stay_inside, folder))


def _entries(path: Path, text: str) -> Sequence[OfferedPhoto | ImportFailure]:
    row = {"photo": text, "external_id": text, "name": text, "birth_year": text}
    if path.suffix == ".jsonl":
        data = (json.dumps(row) + "\n").encode()
    else:
        quoted = ",".join('"' + value.replace('"', '""') + '"' for value in row.values())
        data = (",".join(row) + "\n" + quoted + "\n").encode("utf-8", "surrogatepass")
    path.write_bytes(data)
    return tuple(look_through(path).entries())


def _stay_inside(folder: Path, result: object) -> bool:
    assert isinstance(result, tuple)
    inside = (folder / "in").resolve()
    return all(isinstance(each, ImportFailure) or each.path.resolve().is_relative_to(inside) for each in result)


def key_cases(folder: Path, count: int) -> Iterator[Case]:
    """Mutants of a key file and of an anchor, and things that are neither."""
    key = LocalKey(folder / "keys")
    signer = key.make()
    sound, public = key.private_file.read_bytes(), key.public_file.read_bytes()
    for name, data in mutants(sound, count, seed=3):
        yield Case(name=f"p12 {name}", run=partial(_identity, folder / "k.p12", data))
    for name, data in mutants(public, count, seed=4):
        other = partial(_is_another, signer.fingerprint)
        yield Case(name=f"pem {name}", run=partial(_fingerprint, folder / "k.pem", data), harmless=other)
    for name, data in mutants(b'{"format":"forensic_id audit anchor 1","sequence":1}\n', count, seed=5):
        yield Case(name=f"anchor {name}", run=partial(_anchors, folder / "a.jsonl", data), harmless=_are_no_anchors)


def _written(path: Path, data: bytes, read: Callable[[], object]) -> object:
    path.write_bytes(data)
    return read()


def _identity(path: Path, data: bytes) -> object:
    return _written(path, data, partial(given_identity, path, passphrase=lambda: "x"))


def _fingerprint(path: Path, data: bytes) -> object:
    return _written(path, data, partial(named_fingerprint, str(path)))


def _is_another(fingerprint: str, result: object) -> bool:
    """A changed key may be another key, or the same with another line about it; it is never more than a name."""
    return isinstance(result, str) and len(result) == len(fingerprint)


def _anchors(path: Path, data: bytes) -> object:
    return _written(path, data, JsonLinesAnchors(path).read)


def _are_no_anchors(result: object) -> bool:
    return isinstance(result, tuple) and not any(isinstance(each, Anchor) for each in result)
