"""Anchors: a log that was cut or written anew as a whole does not fit them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from forensic_id.core.anchors import Anchor, Anchoring, anchor_fields, anchor_from
from forensic_id.core.errors import InvalidInputError
from forensic_id.services.anchor_audit import (
    anchor_audit,
    check_anchors,
    choose_anchoring,
    is_anchor_due,
    last_anchor,
)
from tests.fakes.fake_signer import FakeSigner, fake_check
from tests.fakes.in_memory_anchors import InMemoryAnchors, InMemoryChoice
from tests.fakes.in_memory_library import InMemoryLibrary

NOW = datetime(2025, 3, 2, 8, tzinfo=UTC)


def filled(entries: int = 5, text: str = "thing") -> InMemoryLibrary:
    library = InMemoryLibrary()
    for number in range(entries):
        library.audit.append("test", text, {"number": number})
    return library


def anchored() -> tuple[InMemoryLibrary, InMemoryAnchors, Anchor]:
    library, file = filled(), InMemoryAnchors()
    return library, file, anchor_audit(library, file, FakeSigner(), NOW)


def test_an_anchor_holds_while_the_log_grows() -> None:
    library, file, anchor = anchored()
    assert (anchor.head.sequence, anchor.head.entry_hash) == (6, library.audit.list[-1].entry_hash)
    assert library.audit.list[-1].action == "audit.anchor"
    library.audit.append("test", "later", {})
    anchor_audit(library, file, FakeSigner(), NOW)
    found = check_anchors(library, file, fake_check, expected=FakeSigner().fingerprint)
    assert (found.anchors, found.broken, found.notes) == (2, (), ())
    assert "signed by the key" in check_anchors(library, file, fake_check).notes[0]


def test_a_cut_log_and_one_written_anew_are_found() -> None:
    library, file, _anchor = anchored()
    del library.audit.list[4:]
    assert "was cut: at 2025-03-02 08:00:00 UTC it had 6 entries, now it has 4" in _only(library, file)
    forged = filled(1)
    for number in range(9):
        forged.audit.append("test", "forged", {"number": number})
    assert "entry 6 is not the one" in _only(forged, file)
    assert "another library" in _only(filled(9, "forged"), file)
    assert "another library" in _only(InMemoryLibrary(), file)


def _only(library: InMemoryLibrary, file: InMemoryAnchors) -> str:
    (sentence,) = check_anchors(library, file, fake_check).broken
    return sentence


def test_altered_anchors_are_named_by_their_line() -> None:
    library, _file, anchor = anchored()
    later = replace(anchor, at="soon")
    file = InMemoryAnchors(anchor, None, later)
    found = check_anchors(library, file, fake_check)
    assert found.anchors == 1
    assert [sentence.partition(" of ")[0] for sentence in found.broken] == ["Line 2", "Line 3"]
    other = check_anchors(library, InMemoryAnchors(anchor), fake_check, expected="0" * 64)
    assert "another key" in other.broken[0]
    assert check_anchors(library, InMemoryAnchors(), fake_check).broken == ("anchors.jsonl holds no anchor.",)
    missing = InMemoryAnchors()
    missing.anchors = None
    with pytest.raises(InvalidInputError):
        check_anchors(library, missing, fake_check)


def test_a_time_that_is_none_is_shown_as_it_is() -> None:
    library, _file, anchor = anchored()
    file = InMemoryAnchors(replace(anchor, at="soon"))
    del library.audit.list[4:]
    assert "at 'soon' it had" in check_anchors(library, file, lambda _data, _signature: True).broken[0]


def test_an_anchor_is_due_once_a_day_and_every_so_many_entries() -> None:
    library, file, anchor = anchored()
    later = NOW + timedelta(hours=25)
    assert not is_anchor_due(library, file, 3, later)
    library.audit.append("test", "x", {})
    assert is_anchor_due(library, file, 3, later)
    assert not is_anchor_due(library, file, 3, NOW + timedelta(hours=1))
    for _ in range(2):
        library.audit.append("test", "x", {})
    assert is_anchor_due(library, file, 3, NOW)
    assert is_anchor_due(library, InMemoryAnchors(), 3, NOW)
    assert is_anchor_due(library, InMemoryAnchors(replace(anchor, at="2025-03-02T08:00:00")), 9, NOW)
    file.anchors = None
    assert is_anchor_due(library, file, 3, NOW)


def test_the_last_anchor_is_that_of_this_log() -> None:
    library, file, anchor = anchored()
    other = replace(anchor, library="0" * 64)
    assert last_anchor(library, InMemoryAnchors(anchor, other, None)) == anchor
    assert last_anchor(library, InMemoryAnchors(other)) is None
    assert last_anchor(library, file) == anchor


def test_the_choice_is_kept_and_logged() -> None:
    library, choice = filled(), InMemoryChoice()
    wanted = Anchoring(file=Path("stick/anchors.jsonl"), every=7)
    choose_anchoring(library, choice, wanted)
    assert choice.chosen == wanted
    assert library.audit.list[-1].details == {"file": "anchors.jsonl", "every": 7}
    choose_anchoring(library, choice, None)
    assert choice.chosen is None
    with pytest.raises(InvalidInputError, match="one at least"):
        choose_anchoring(library, choice, replace(wanted, every=0))


def test_what_is_no_anchor_is_refused() -> None:
    _library, _file, anchor = anchored()
    fields = anchor_fields(anchor)
    assert anchor_from(fields) == anchor
    changes = ({"format": "x"}, {"library": 1}, {"sequence": True}, {"sequence": 0}, {"at": None}, {"signature": 1})
    for change in changes:
        with pytest.raises(InvalidInputError):
            anchor_from({**fields, **change})
    with pytest.raises(InvalidInputError):
        anchor_from([])
