"""Use cases: anchor the audit log in a file outside the library, regularly, and check the log against such a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from forensic_id.core.anchors import Anchor, AnchorFile, Anchoring, AnchoringChoice, signed_text
from forensic_id.core.audit_chain import ChainHead
from forensic_id.core.errors import InvalidInputError
from forensic_id.core.moments import shown_time
from forensic_id.core.ports import Library
from forensic_id.core.rights import Right
from forensic_id.core.signing import SignatureCheck, Signer, shown_fingerprint

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorFindings:
    """Sentences about a log and its anchors; `anchors` counts those that hold."""

    anchors: int
    broken: tuple[str, ...]
    notes: tuple[str, ...]


def anchor_audit(library: Library, file: AnchorFile, signer: Signer, now: datetime) -> Anchor:
    """Log that the log is anchored, and append the signed head to the file.

    The entry is part of what is anchored. Raises LibraryError when the file cannot be written.
    """
    library.require(Right.BROWSE)
    entry = library.audit.append("audit.anchor", "audit log", {"file": file.path.name, "signer": signer.fingerprint})
    head = ChainHead(sequence=entry.sequence, entry_hash=entry.entry_hash)
    at = now.isoformat(timespec="milliseconds")
    identity = _identity(library)
    anchor = Anchor(library=identity, head=head, at=at, signature=signer.sign(signed_text(identity, head, at)))
    file.append(anchor)
    return anchor


def last_anchor(library: Library, file: AnchorFile) -> Anchor | None:
    """The last anchor of this log in the file, unchecked; None: there is none. Raises InvalidInputError as `read`."""
    library.require(Right.BROWSE)
    identity = _identity(library)
    return next((each for each in reversed(file.read()) if each is not None and each.library == identity), None)


def is_anchor_due(library: Library, file: AnchorFile, every: int, now: datetime) -> bool:
    """Whether the log grew by `every` entries since the last anchor, or at all since yesterday's."""
    library.require(Right.BROWSE)
    try:
        last = last_anchor(library, file)
    except InvalidInputError:  # no file yet
        return True
    if last is None:
        return True
    grown = library.audit.last_sequence() - last.head.sequence
    return grown >= every or (grown > 0 and _age(last, now) >= _DAY)


def choose_anchoring(library: Library, choice: AnchoringChoice, anchoring: Anchoring | None) -> None:
    """Say where anchors go from now on, None: nowhere; and log it. Raises InvalidInputError, LibraryError."""
    library.require(Right.SET_POLICY)
    if anchoring is not None and anchoring.every < 1:
        raise InvalidInputError("An anchor is written every so many entries: one at least.")
    choice.write(anchoring)
    told = {"file": anchoring.file.name, "every": anchoring.every} if anchoring else {"file": ""}
    library.audit.append("audit.anchoring", "audit log", told)


def check_anchors(library: Library, file: AnchorFile, check: SignatureCheck, *, expected: str = "") -> AnchorFindings:
    """Tell whether the log was cut, or written anew, since the anchors in the file.

    `expected` is the fingerprint of the key that all anchors must be signed by, empty: any. Raises InvalidInputError
    when the file cannot be read.
    """
    library.require(Right.READ_AUDIT)
    anchors = file.read()
    identity, length = _identity(library), library.audit.last_sequence()
    broken: list[str] = []
    signers: set[str] = set()
    sound = 0
    for line, anchor in enumerate(anchors, start=1):
        problem = "It is no anchor, or was altered."
        if anchor is not None:
            problem = _signature_problem(anchor, check, expected) or _log_problem(library, anchor, identity, length)
            signers |= set() if problem else {anchor.signature.fingerprint}
        sound += not problem
        broken += [f"Line {line} of {file.path.name}: {problem}"] if problem else []
    if not anchors:
        broken.append(f"{file.path.name} holds no anchor.")
    notes = [f"Anchors were signed by the key {shown_fingerprint(signer)}." for signer in sorted(signers)]
    return AnchorFindings(anchors=sound, broken=tuple(broken), notes=tuple(notes) if not expected else ())


def _signature_problem(anchor: Anchor, check: SignatureCheck, expected: str) -> str:
    if not check(signed_text(anchor.library, anchor.head, anchor.at), anchor.signature):
        return "The anchor was altered: its signature does not fit."
    if expected and anchor.signature.fingerprint != expected:
        return "The anchor is signed by another key than the one you named."
    return ""


def _log_problem(library: Library, anchor: Anchor, identity: str, length: int) -> str:
    if anchor.library != identity:
        return "The anchor is one of another library, or the log was written anew from its first entry on."
    sequence, moment = anchor.head.sequence, _shown(anchor.at)
    if sequence > length:
        return f"The audit log was cut: at {moment} it had {sequence:,} entries, now it has {length:,}."
    held = library.audit.page([sequence])
    if not held or held[0].entry_hash != anchor.head.entry_hash:
        return f"The audit log was written anew: entry {sequence} is not the one it was at {moment}."
    return ""


def _identity(library: Library) -> str:
    """What names a log: the hash of its first entry."""
    first = library.audit.page([1])
    return first[0].entry_hash if first else ""


def _age(anchor: Anchor, now: datetime) -> timedelta:
    try:
        return now - datetime.fromisoformat(anchor.at)
    except (ValueError, TypeError):  # no time, or one without its zone
        return _DAY


def _shown(moment: str) -> str:
    try:
        return shown_time(moment)
    except ValueError:
        return repr(moment)


__all__ = ["AnchorFindings", "anchor_audit", "check_anchors", "choose_anchoring", "is_anchor_due", "last_anchor"]
