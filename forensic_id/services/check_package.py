"""Do the parts of a case package vouch for each other? Audit entries for records, rankings, crops, reviews, reports.

Every check takes an open package and yields sentences about what does not hold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from forensic_id.core.audit_chain import ChainHead, Link, Redactions, check_link, check_text, link_of, redactions_in
from forensic_id.core.canonical_json import canonical_sha256
from forensic_id.core.case_package import AUDIT, OpenPackage, PackageManifest
from forensic_id.core.errors import TamperedError
from forensic_id.core.records import AuditEntry
from forensic_id.core.second_review import SecondReview, State, Step, event_from, folded_events

SECOND_REVIEW = "second_review."
"""How the actions of the audit log begin that are steps of a second review."""
SECOND_REVIEWS = "second_reviews.json"
_PRINTED = re.compile(rb"document-sha256:([0-9a-f]{64})")
_TEXTS = ("at", "actor", "action", "subject", "previous_hash", "entry_hash")


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditExtract:
    """The entries in the package, and how often entries of other cases are left out between two of them."""

    entries: tuple[AuditEntry, ...]
    gaps: int

    def of(self, action: str, subject: str) -> tuple[AuditEntry, ...]:
        """The entries of this action on this subject."""
        return tuple(each for each in self.entries if (each.action, each.subject) == (action, subject))


def read_json(package: OpenPackage, name: str) -> Any:
    """A file's JSON. Raises TamperedError when there is none."""
    try:
        return json.loads(package.read(name), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise TamperedError(f"The file {name} holds no JSON that can be read.") from error


def _refuse_constant(name: str) -> object:
    raise ValueError(name)


def read_audit(package: OpenPackage, manifest: PackageManifest) -> AuditExtract:
    """The audit entries, each checked against its hash and its neighbours.

    Raises TamperedError naming the first broken entry.
    """
    lines = package.read(AUDIT).splitlines()
    entries = tuple(_entry(line, number) for number, line in enumerate(lines, start=1))
    redacted = redactions_in(entries)
    last: ChainHead | None = None
    gaps = 0
    for entry in entries:
        gaps += last is not None and entry.sequence > last.sequence + 1
        last = _checked(link_of(entry), entry.entry_hash, last, redacted)
    _check_head(last, manifest.audit_head)
    return AuditExtract(entries=entries, gaps=gaps)


def _checked(link: Link, entry_hash: str, last: ChainHead | None, redacted: Redactions) -> ChainHead:
    if last is not None and link.sequence <= last.sequence:
        raise TamperedError(f"Entry {link.sequence} of the audit log stands at the wrong place.")
    if last is not None and link.sequence == last.sequence + 1:
        return check_link(link, entry_hash, last, redacted)
    check_text(link, entry_hash, redacted)
    return ChainHead(sequence=link.sequence, entry_hash=entry_hash)


def _check_head(last: ChainHead | None, head: ChainHead) -> None:
    if last is not None and (last.sequence > head.sequence or (last.sequence == head.sequence and last != head)):
        raise TamperedError("The last audit entry is not the one that the manifest names.")


def _entry(line: bytes, number: int) -> AuditEntry:
    broken = TamperedError(f"Line {number} of {AUDIT} is no entry of an audit log.")
    try:
        fields = json.loads(line, parse_constant=_refuse_constant)
        entry = AuditEntry(**fields)
    except (ValueError, TypeError, RecursionError) as error:
        raise broken from error
    plain = all(isinstance(getattr(entry, name), str) for name in _TEXTS)
    if not plain or not isinstance(entry.details, dict) or type(entry.sequence) is not int:
        raise broken
    return entry


def search_problems(package: OpenPackage, extract: AuditExtract, search_id: int) -> Iterator[str]:
    """What does not hold of a search."""
    added = extract.of("search.add", f"search {search_id}")
    if len(added) != 1:
        yield f"The audit log in the package has no entry of search {search_id}."
        return
    folder = f"searches/{search_id}"
    for part, ending in (("record", "json"), ("ranking", "json"), ("crop", "png")):
        name = f"{folder}/{part}.{ending}"
        if package.sha256(name) != added[0].details.get(f"{part}_sha256"):
            yield f"The {part} of search {search_id} is not the one in the audit log."
    yield from _searcher_problems(package, added[0], search_id)
    yield from _review_problems(package, extract, search_id)
    yield from _second_review_problems(package, extract, search_id)
    yield from _report_problems(package, extract, search_id)
    yield from _sketch_problems(package, search_id)


def _review_problems(package: OpenPackage, extract: AuditExtract, search_id: int) -> Iterator[str]:
    saved = {
        str(entry.details["review"]): entry.details.get("content_sha256")
        for entry in extract.entries
        if entry.action == "review.save"
        and entry.subject.startswith(f"search {search_id} ")
        and "review" in entry.details
    }
    held: dict[str, object] = {}
    reviews = read_json(package, f"{folder_of(search_id)}/reviews.json")
    listed = reviews if isinstance(reviews, list) else []
    for review in (each for each in listed if isinstance(each, dict)):
        held[str(review.get("review_id"))] = canonical_sha256(review.get("content"))
    if saved != held:
        yield f"The reviews of search {search_id} are not those in the audit log."


def _second_review_problems(package: OpenPackage, extract: AuditExtract, search_id: int) -> Iterator[str]:
    name = f"{folder_of(search_id)}/{SECOND_REVIEWS}"
    logged = _logged_steps(extract, search_id)
    if name not in package.names:
        if logged:
            yield f"The second reviews of search {search_id} are not in the package: the audit log names some."
        return
    steps = read_json(package, name)
    held = {_step(each) for each in steps if isinstance(each, dict)} if isinstance(steps, list) else set()
    if logged != held:
        yield f"The second reviews of search {search_id} are not those in the audit log."


def _logged_steps(extract: AuditExtract, search_id: int) -> set[tuple[str, ...]]:
    """Steps that the audit log names, without conclusions that are not submitted: nobody is shown those."""
    steps = [
        (
            str(entry.details.get("event")),
            entry.action,
            str(entry.details.get("assignment")),
            str(entry.details.get("examiner")),
            entry.actor,
            entry.at,
            str(entry.details.get("content_sha256")),
        )
        for entry in extract.entries
        if entry.action.startswith(SECOND_REVIEW) and entry.subject == f"search {search_id}"
    ]
    submitted = {assignment for _, action, assignment, *_ in steps if action == f"{SECOND_REVIEW}{Step.SUBMIT}"}
    return {step for step in steps if step[1] != f"{SECOND_REVIEW}{Step.FIND}" or step[2] in submitted}


def _step(step: dict[str, Any]) -> tuple[str, ...]:
    """What the audit log has to say of a step."""
    return (
        str(step.get("event_id")),
        f"{SECOND_REVIEW}{step.get('step')}",
        str(step.get("assignment")),
        str(step.get("examiner")),
        str(step.get("by")),
        str(step.get("at")),
        canonical_sha256(step.get("content")),
    )


def told_second_reviews(package: OpenPackage, search_id: int) -> Iterator[str]:
    """A sentence on each second review of a search, where the steps can be read."""
    name = f"{folder_of(search_id)}/{SECOND_REVIEWS}"
    if name not in package.names:
        return
    try:
        found = folded_events(event_from(each) for each in read_json(package, name))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise TamperedError(f"The second reviews of search {search_id} cannot be read.") from error
    for review in found:
        told = f"Search {search_id} was given to {review.examiner} for a second review by {review.assigned_by}"
        yield f"{told}, at rank {', '.join(map(str, review.ranks))}: {_came_to(review)}."


def _came_to(review: SecondReview) -> str:
    if review.state is State.WITHDRAWN:
        return "withdrawn"
    if review.state is State.ASSIGNED:
        return "not submitted yet"
    differing, unresolved = len(review.differing), len(review.unresolved)
    agreed = f"{differing - unresolved} of {differing} differences resolved" if differing else "no difference"
    return f"submitted, {agreed}"


def _report_problems(package: OpenPackage, extract: AuditExtract, search_id: int) -> Iterator[str]:
    digest = package.sha256(f"{folder_of(search_id)}/report.json")
    printed = _PRINTED.search(package.read(f"{folder_of(search_id)}/report.pdf"))
    if printed is None or printed[1].decode("ascii") != digest:
        yield f"The report of search {search_id} carries another document hash than its text has."
    logged = {entry.details.get("document_sha256") for entry in extract.of("report.export", f"search {search_id}")}
    if digest not in logged:
        yield f"The report of search {search_id} is not one that the audit log knows."
    text = package.read(f"{folder_of(search_id)}/report.json")
    sketch, gallery = _facts(package, search_id)
    if sketch.encode("utf-8") not in text or gallery.encode("utf-8") not in text:
        yield f"The report of search {search_id} does not name the sketch and the gallery of its record."


def _searcher_problems(package: OpenPackage, entry: AuditEntry, search_id: int) -> Iterator[str]:
    """A record names who made its audit entry; those of versions before it did name nobody."""
    record = read_json(package, f"{folder_of(search_id)}/record.json")
    named = record.get("searched_by", entry.actor) if isinstance(record, dict) else entry.actor
    if named not in ("", entry.actor):
        yield f"The record of search {search_id} says that somebody else searched than the audit log does."


def _facts(package: OpenPackage, search_id: int) -> tuple[str, str]:
    """Hashes of the sketch and of the gallery that were searched. Raises TamperedError."""
    record = read_json(package, f"{folder_of(search_id)}/record.json")
    try:
        return str(record["sketch"]["sha256"]), str(record["gallery_snapshot"])
    except (KeyError, TypeError) as error:
        raise TamperedError(f"The record of search {search_id} lacks what every record has.") from error


def _sketch_problems(package: OpenPackage, search_id: int) -> Iterator[str]:
    sketch, _ = _facts(package, search_id)
    if not any(name.startswith(f"sketches/{sketch}.") for name in package.names):
        yield f"The sketch of search {search_id} is not in the package."


def picture_problems(package: OpenPackage) -> Iterator[str]:
    """Pictures are named by their hashes."""
    for name in package.names:
        if name.startswith(("sketches/", "photos/")):
            expected = name.partition("/")[2].partition(".")[0]
            if package.sha256(name) != expected:
                yield f"The picture {name} does not have the hash that its name says."


def folder_of(search_id: int) -> str:
    """The folder of a search in the package."""
    return f"searches/{search_id}"
