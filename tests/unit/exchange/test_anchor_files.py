"""Files of anchors, and which one was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from forensic_id.core.anchors import Anchor, Anchoring
from forensic_id.core.audit_chain import ChainHead
from forensic_id.core.errors import InvalidInputError, LibraryError
from forensic_id.exchange import anchor_files
from forensic_id.exchange.anchor_files import JsonLinesAnchors, LocalAnchoring
from tests.fakes.fake_signer import FakeSigner

ANCHOR = Anchor(
    library="a" * 64, head=ChainHead(sequence=7, entry_hash="b" * 64), at="now", signature=FakeSigner().sign(b"x")
)


def test_anchors_are_added_line_by_line_and_broken_lines_told(tmp_path: Path) -> None:
    file = JsonLinesAnchors(tmp_path / "new" / "anchors.jsonl")
    file.append(ANCHOR)
    with file.path.open("ab") as stream:
        stream.write(b"{}\n\n[[\n" + b"[" * 100_000 + b"\n\xff\n")
    file.append(ANCHOR)
    assert file.read() == (ANCHOR, None, None, None, None, ANCHOR)


def test_places_that_cannot_be_read_or_written_are_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InvalidInputError, match="no file of anchors"):
        JsonLinesAnchors(tmp_path / "none").read()
    with pytest.raises(InvalidInputError, match="cannot be read"):
        JsonLinesAnchors(tmp_path).read()
    with pytest.raises(LibraryError, match="cannot be written"):
        JsonLinesAnchors(tmp_path).append(ANCHOR)
    file = JsonLinesAnchors(tmp_path / "anchors.jsonl")
    file.append(ANCHOR)
    monkeypatch.setattr(anchor_files, "MOST_BYTES", 3)
    with pytest.raises(InvalidInputError, match="larger"):
        file.read()


def test_the_choice_is_kept_for_each_library(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "anchoring.json"
    first, second = LocalAnchoring(path, tmp_path / "one"), LocalAnchoring(path, tmp_path / "two")
    assert first.read() is None
    wanted = Anchoring(file=tmp_path / "anchors.jsonl", every=5)
    first.write(wanted)
    second.write(Anchoring(file=tmp_path / "other.jsonl"))
    assert first.read() == wanted
    first.write(None)
    assert first.read() is None
    assert second.read() is not None
    for damaged in ("[]", "{", '{"x": 1}', f'{{"{tmp_path / "two"}": {{"file": 1}}}}'):
        path.write_text(damaged, encoding="utf-8")
        assert second.read() is None
    path.unlink()
    path.mkdir()
    with pytest.raises(LibraryError, match="cannot be written"):
        first.write(None)
