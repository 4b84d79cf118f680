"""The arithmetic of the audit chain."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_id.core.audit_chain import EMPTY_CHAIN, Link, check_link, link_of, link_sha256, redactions_in
from forensic_id.core.canonical_json import canonical_json, canonical_sha256
from forensic_id.core.errors import InvalidInputError, TamperedError
from forensic_id.core.records import AuditEntry

TEXT = st.text(st.characters(codec="utf-8"))


@given(at=TEXT, actor=TEXT, action=TEXT, subject=TEXT, details=st.dictionaries(TEXT, TEXT | st.integers()))
def test_the_hash_is_that_of_the_canonical_json_of_all_other_fields(
    at: str, actor: str, action: str, subject: str, details: dict[str, object]
) -> None:
    entry = AuditEntry(
        sequence=3,
        at=at,
        actor=actor,
        action=action,
        subject=subject,
        details=details,
        previous_hash="p",
        entry_hash="",
    )
    fields = asdict(entry)
    del fields["entry_hash"]
    assert link_sha256(link_of(entry)) == hashlib.sha256(canonical_json(fields).encode()).hexdigest()


def test_a_link_follows_the_one_before_or_is_named() -> None:
    link = Link(1, "now", "Zoë", "test", "thing", "{}", EMPTY_CHAIN.entry_hash)
    head = check_link(link, link_sha256(link), EMPTY_CHAIN)
    assert (head.sequence, head.entry_hash) == (1, link_sha256(link))
    with pytest.raises(TamperedError, match="Entry 2 "):
        check_link(link, head.entry_hash, head)
    with pytest.raises(TamperedError, match="does not follow entry 1"):
        check_link(link._replace(sequence=2), head.entry_hash, head)
    with pytest.raises(TamperedError, match="Entry 1 "):
        check_link(link, "0" * 64, EMPTY_CHAIN)
    with pytest.raises(InvalidInputError, match="Unicode"):
        link_sha256(link._replace(actor="\udcff"))


def test_what_a_later_erasure_left_of_an_entry_is_accepted_and_nothing_else() -> None:
    link = Link(1, "now", "Zoë", "subject.edit", "subject no. 4", '{"name":"[erased]"}', EMPTY_CHAIN.entry_hash)
    left = canonical_sha256(["subject no. 4", {"name": "[erased]"}])

    def declared(action: str, details: Any) -> dict[int, tuple[int, str]]:
        erasure = AuditEntry(
            sequence=2, at="", actor="", action=action, subject="", details=details, previous_hash="", entry_hash=""
        )
        return redactions_in([erasure])

    check_link(link, "h" * 64, EMPTY_CHAIN, declared("subject.purge", {"redacted": {"1": left}}))
    for action, details in (
        ("subject.purge", {"redacted": {"1": "0" * 64}}),
        ("subject.purge", {"redacted": {"one": left}}),
        ("subject.purge", {"redacted": [left]}),
        ("subject.edit", {"redacted": {"1": left}}),
    ):
        with pytest.raises(TamperedError, match="altered"):
            check_link(link, "h" * 64, EMPTY_CHAIN, declared(action, details))


def chain(length: int) -> list[tuple[Link, str]]:
    links: list[tuple[Link, str]] = []
    previous = EMPTY_CHAIN.entry_hash
    for number in range(1, length + 1):
        link = Link(number, f"2025-03-01T12:00:0{number}", "Zoë", "test", f"thing {number}", "{}", previous)
        previous = link_sha256(link)
        links.append((link, previous))
    return links


def first_broken(links: list[tuple[Link, str]]) -> int:
    """The number named by the error; 0 for a sound chain."""
    head = EMPTY_CHAIN
    for link, entry_hash in links:
        try:
            head = check_link(link, entry_hash, head)
        except TamperedError as error:
            return int(str(error).split()[1])
    return 0


@given(place=st.integers(0, 6), other=st.integers(0, 6), kind=st.sampled_from(["swap", "cut", "double", "field"]))
def test_any_tampering_is_found_at_the_first_entry_it_touches(place: int, other: int, kind: str) -> None:
    links = chain(8)
    link, entry_hash = links[place]
    touched = place + 1
    if kind == "swap":
        links[place], links[other] = links[other], links[place]
        touched = min(place, other) + 1 if place != other else 0
    elif kind == "cut":
        del links[place]
    elif kind == "double":
        links.insert(place, links[place])
        touched = place + 2
    else:
        name = ("at", "actor", "action", "subject", "details_text", "sequence", "previous_hash")[other]
        value: Any = link.sequence + 1 if name == "sequence" else "7"
        links[place] = (link._replace(**{name: value}), entry_hash)
    assert first_broken(links) == touched
