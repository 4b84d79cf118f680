"""Files that the program trusts once they hold: models, policies, keys of libraries, signed reports."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import onnx
from onnx import TensorProto, helper
from reportlab.pdfgen.canvas import Canvas

from forensic_id.core.pdf_signing import PdfSignature
from forensic_id.core.policy import Policy
from forensic_id.inference.bundle import load_bundle
from forensic_id.inference.graph import check_graph
from forensic_id.reporting.signing import PadesSigner
from forensic_id.security.certificates import local_identity
from forensic_id.security.keys import Argon2Cost, KeyFile
from forensic_id.services.choose_policy import read_policy
from tests.fakes.tiny_bundle import encoder_model, write_tiny_bundle
from tests.hostile.files import mutants
from tests.hostile.verdicts import Case

_PASSPHRASE = "correct horse battery"
_DEEP = 5000


def bundle_cases(folder: Path, count: int) -> Iterator[Case]:
    """One changed byte, or a mutated file, anywhere in a bundle; graphs that reach outside their file."""
    sound = write_tiny_bundle(folder / "sound")
    for path in sorted(sound.iterdir()):
        data = path.read_bytes()
        for place in range(0, len(data), max(1, len(data) // 8)):
            flipped = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
            run = partial(_load, sound, folder / "changed", path.name, flipped)
            yield Case(name=f"bundle {path.name} byte {place}", run=run, harmless=_is_the_same)
        for name, changed in mutants(data, count, seed=6):
            run = partial(_load, sound, folder / "changed", path.name, changed)
            yield Case(name=f"bundle {path.name} {name}", run=run, harmless=_is_the_same)
    for name, model in _foreign_graphs():
        yield Case(name=f"graph {name}", run=partial(check_graph, model, "x.onnx"))


def _load(sound: Path, folder: Path, name: str, data: bytes) -> object:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(sound, folder)
    (folder / name).write_bytes(data)
    return name, load_bundle(folder)


def _is_the_same(result: object) -> bool:
    """The manifest is not signed: a change of its prose makes another bundle with another id, no altered network."""
    assert isinstance(result, tuple)
    return bool(result[0] == "manifest.json")


def _foreign_graphs() -> Iterator[tuple[str, bytes]]:
    foreign = encoder_model()
    foreign.graph.node.append(helper.make_node("Run", [], ["z"], domain="com.evil"))
    yield "foreign domain", foreign.SerializeToString()
    outside = encoder_model()
    tensor = TensorProto(name="w", data_type=TensorProto.FLOAT, dims=[2], data_location=TensorProto.EXTERNAL)
    tensor.external_data.add(key="location", value="../../etc/passwd")
    outside.graph.initializer.append(tensor)
    yield "external data", outside.SerializeToString()
    with_function = encoder_model()
    with_function.functions.append(onnx.FunctionProto(name="f", domain="x"))
    yield "functions", with_function.SerializeToString()
    yield "deep graphs", _nested(_DEEP)
    yield "endless number", b"\xff" * 1000


def _nested(depth: int) -> bytes:
    """A model whose graph holds a node with a graph that holds a node, and so on."""
    graph = b""
    for _ in range(depth):
        attribute = _field(6, graph)
        graph = _field(1, _field(5, attribute))
    return _field(7, graph)


def _field(number: int, payload: bytes) -> bytes:
    size, encoded = len(payload), b""
    while True:
        size, low = size >> 7, size & 0x7F
        encoded += bytes([low | (0x80 if size else 0)])
        if not size:
            return bytes([number << 3 | 2]) + encoded + payload


def policy_cases(policies: Path, folder: Path, count: int) -> Iterator[Case]:
    """Mutants of the shipped policies, and TOML that is hard to read."""
    hard = (
        b"a" * 1_000_000,
        b"x = " + b"[" * 100_000,
        b'x = "\\ud800"',
        b"\xff\xfe",
        b"[a]\n[a]",
        b"a = 9" + b"9" * 10_000,
    )
    for shipped in sorted(policies.glob("*.toml")):
        for name, data in mutants(shipped.read_bytes(), count, seed=8):
            yield Case(name=f"policy {shipped.name} {name}", run=_policy(folder, data), harmless=_is_policy)
    for number, data in enumerate(hard):
        yield Case(name=f"policy hard {number}", run=_policy(folder, data))


def _policy(folder: Path, data: bytes) -> Callable[[], object]:
    def read() -> object:
        path = folder / "p.toml"
        path.write_bytes(data)
        return read_policy(path)

    return read


def _is_policy(result: object) -> bool:
    return isinstance(result, Policy)


def library_key_cases(folder: Path, count: int) -> Iterator[Case]:
    """Mutants of the file that holds a library's wrapped keys."""
    path = folder / "keys.json"
    vault = KeyFile(path, cost=Argon2Cost(memory_kib=8, passes=1, lanes=1))
    made = vault.create(_PASSPHRASE, path=path)
    sound = path.read_bytes()
    greedy = [(f"cost {n}", sound.replace(b'"memory_kib": 8', b'"memory_kib": 9' + b"9" * n)) for n in (3, 9, 30)]
    for name, data in [*mutants(sound, count, seed=9), *greedy]:
        run = partial(_unlock, folder / "changed.json", data)
        yield Case(name=f"keys {name}", run=run, harmless=lambda key_id: key_id == made.key.key_id)


def _unlock(path: Path, data: bytes) -> object:
    path.write_bytes(data)
    return KeyFile(path).unlock(_PASSPHRASE).key_id


def report_signature_cases(fonts: Path, folder: Path, count: int) -> Iterator[Case]:
    """Mutants of a signed PDF: no change may leave a signature that holds for the whole file."""
    signer, now = PadesSigner(fonts), datetime.now(UTC)
    identity = local_identity(folder / "keys", name="Zoë", now=now, passphrase=lambda: "")
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.drawString(100, 100, "report")
    canvas.save()
    sound = signer.sign(buffer.getvalue(), identity, producer="Zoë", now=now)
    path = folder / "r.pdf"
    for name, data in mutants(sound, count, seed=10):
        yield Case(name=f"signed PDF {name}", run=partial(_signatures, signer, path, data), harmless=_none_holds)


def _signatures(signer: PadesSigner, path: Path, data: bytes) -> object:
    path.write_bytes(data)
    return signer.signatures(path)


def _none_holds(result: object) -> bool:
    assert isinstance(result, tuple)
    return not any(isinstance(each, PdfSignature) and each.intact and each.whole for each in result)
