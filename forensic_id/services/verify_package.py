"""Use case: is a case package what its maker signed? Needs the file alone, no library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from forensic_id.core.case_package import (
    MANIFEST,
    SIGNATURE,
    OpenPackage,
    PackageFiles,
    PackageManifest,
    PackageMember,
    manifest_from,
)
from forensic_id.core.errors import InvalidInputError, TamperedError, UserFacingError
from forensic_id.core.moments import shown_time
from forensic_id.core.progress import (
    CancelCheck,
    Progress,
    ProgressListener,
    ignore_progress,
    never_cancelled,
    stop_if_cancelled,
)
from forensic_id.core.signing import Signature, SignatureCheck, shown_fingerprint, signature_from
from forensic_id.services.check_package import (
    picture_problems,
    read_audit,
    read_json,
    search_problems,
    told_second_reviews,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageFindings:
    """Sentences: what holds, what is broken, and what nobody can tell from the file alone.

    `fingerprint` is that of the key in the package, empty when there is none.
    """

    holds: tuple[str, ...]
    broken: tuple[str, ...]
    notes: tuple[str, ...]
    fingerprint: str = ""

    @property
    def sound(self) -> bool:
        """Whether nothing is broken."""
        return not self.broken


def verify_package(
    path: Path,
    files: PackageFiles,
    check: SignatureCheck,
    *,
    expected: str = "",
    own: str = "",
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> PackageFindings:
    """Check signature, hashes, audit entries, and that records, reviews and reports are those of the audit log.

    `expected` is the fingerprint the signer must have, empty: any; `own` that of this computer's key. Raises
    InvalidInputError when there is no such file, CancelledError on request; whatever is wrong with it is a finding.
    """
    checking = _Checking(check=check, expected=expected, own=own, progress=progress, cancelled=cancelled)
    try:
        with files.open(path) as package:
            checking.run(package)
    except TamperedError as error:
        checking.broken.append(str(error))
    return PackageFindings(
        holds=tuple(checking.holds),
        broken=tuple(dict.fromkeys(checking.broken)),
        notes=tuple(checking.notes),
        fingerprint=checking.fingerprint,
    )


@dataclass(slots=True, kw_only=True)
class _Checking:
    """One verification and what it has found so far."""

    check: SignatureCheck
    expected: str
    own: str
    progress: ProgressListener
    cancelled: CancelCheck
    holds: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    fingerprint: str = ""

    def run(self, package: OpenPackage) -> None:
        """All checks. Raises TamperedError when there is no manifest to go by."""
        manifest = manifest_from(read_json(package, MANIFEST))
        self._check_signature(package)
        self.notes.append(
            f"The package says: case {manifest.case_number}, made {_moment(manifest.created_at)} by"
            f" {manifest.created_by} with version {manifest.app_version}."
        )
        self._check_files(package, manifest)
        self._tried(partial(self._check_contents, package, manifest))

    def _check_signature(self, package: OpenPackage) -> None:
        try:
            fields = read_json(package, SIGNATURE)
            signature = signature_from(fields if isinstance(fields, dict) else {})
        except (InvalidInputError, TamperedError) as error:
            self.broken.append(f"There is no signature that can be checked: {error}")
            return
        self.fingerprint = signature.fingerprint
        shown = shown_fingerprint(signature.fingerprint)
        if not self.check(package.read(MANIFEST), signature):
            self.broken.append(f"The manifest is not what the key {shown} signed: it was altered afterwards.")
            return
        self.holds.append(f"The manifest is the one that the key {shown} signed.")
        self._judge_signer(signature)

    def _judge_signer(self, signature: Signature) -> None:
        if self.expected and signature.fingerprint != self.expected:
            self.broken.append("It was signed by another key than the one you named.")
        elif self.expected:
            self.holds.append("It is the key that you named.")
        elif signature.fingerprint == self.own:
            self.notes.append("It is the signing key of this computer.")
        else:
            self.notes.append(
                "The signer is unknown here, and anybody can make a key: have the maker tell you the fingerprint by "
                "another way, and compare."
            )

    def _check_files(self, package: OpenPackage, manifest: PackageManifest) -> None:
        found = len(self.broken)
        listed = {member.name for member in manifest.members}
        for done, member in enumerate(manifest.members):
            stop_if_cancelled(self.cancelled)
            self.progress(Progress(stage="Checking the package", done=done, total=len(manifest.members)))
            self._tried(partial(self._check_file, package, member))
        strangers = sorted(set(package.names) - listed - {MANIFEST, SIGNATURE})
        self.broken += [f"The manifest does not know the file {name} in the package." for name in strangers]
        if len(self.broken) == found:
            self.holds.append(f"All {len(listed):,} files have the hashes that the manifest lists.")

    def _check_file(self, package: OpenPackage, member: PackageMember) -> None:
        if package.sha256(member.name) != member.sha256:
            raise TamperedError(f"The file {member.name} was altered: its hash is not the one in the manifest.")

    def _check_contents(self, package: OpenPackage, manifest: PackageManifest) -> None:
        extract = read_audit(package, manifest)
        self.holds.append(f"All {len(extract.entries):,} entries of the audit log in the package have their hashes.")
        if extract.gaps:
            self.notes.append(
                f"Entries of other cases are left out at {extract.gaps:,} places of the audit log. Whether nothing"
                " was taken out there can only be checked in the library."
            )
        self.notes.append(
            f"The audit log had {manifest.audit_head.sequence:,} entries; the last one's hash is"
            f" {manifest.audit_head.entry_hash}."
        )
        found = len(self.broken)
        for search_id in manifest.searches:
            stop_if_cancelled(self.cancelled)
            self._tried(partial(self._add, search_problems(package, extract, search_id)))
            self._tried(partial(self._tell, told_second_reviews(package, search_id)))
        self._tried(partial(self._add, picture_problems(package)))
        if len(self.broken) == found:
            self.holds.append(
                f"Records, rankings, reviews by both examiners and reports of {_counted(len(manifest.searches))} are"
                " those that the audit log names."
            )

    def _add(self, problems: Iterable[str]) -> None:
        self.broken += problems

    def _tell(self, sentences: Iterable[str]) -> None:
        self.notes += sentences

    def _tried(self, check: Callable[[], None]) -> None:
        """One broken thing does not keep the others from being checked."""
        try:
            check()
        except UserFacingError as error:
            self.broken.append(str(error))


def _counted(searches: int) -> str:
    return "1 search" if searches == 1 else f"{searches} searches"


def _moment(text: str) -> str:
    try:
        return shown_time(text)
    except ValueError:
        return repr(text)
