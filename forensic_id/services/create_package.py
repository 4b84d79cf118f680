"""Use case: everything that one case rests on, in one signed file (`core.case_package`)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path, PurePath
from typing import Any

from forensic_id.core.audit_chain import EMPTY_CHAIN, ChainHead, redactions_in
from forensic_id.core.canonical_json import canonical_json
from forensic_id.core.case_package import (
    AUDIT,
    MANIFEST,
    SIGNATURE,
    NewPackage,
    PackageFiles,
    PackageManifest,
    PackageMember,
    manifest_fields,
)
from forensic_id.core.errors import NotFoundError
from forensic_id.core.pdf_signing import KeyFacts
from forensic_id.core.ports import ImageLoader, Library, ReportRenderer, SketchEditor
from forensic_id.core.progress import (
    CancelCheck,
    Progress,
    ProgressListener,
    ignore_progress,
    never_cancelled,
    stop_if_cancelled,
)
from forensic_id.core.records import AuditEntry, Case, SearchRecord
from forensic_id.core.report import LEAD_BANNER, ModelFacts, PaperSize, document_hash, document_text
from forensic_id.core.review import content_fields
from forensic_id.core.rights import Right
from forensic_id.core.second_review import Step, event_fields
from forensic_id.core.signing import Signer, shown_fingerprint, signature_fields
from forensic_id.services.build_report import DEFAULT_PLATES, ReportRequest, build_report
from forensic_id.services.describe_search import describe_search
from forensic_id.services.export_report import log_report

_STAGE = "Making the package"
_README = """{banner}

This is a case package of forensic_id: case {case}, made {created_at} by {created_by}.

manifest.json lists every file with its SHA-256; signature.json signs the manifest (Ed25519) with the key

    {fingerprint}

Check it with `forensic-id package verify FILE --key FINGERPRINT`, which needs no library. Take the fingerprint from
the maker by another way than this file. searches/ID/record.json, ranking.json and crop.png have the hashes that the
entry "search.add" of audit/entries.jsonl names; the SHA-256 of report.json stands on every page of report.pdf. The
entry_hash of an entry of the audit log is the SHA-256 of its other fields as JSON with sorted keys, without spaces,
in UTF-8.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageRequest:
    """What to pack. `photos`: the candidates' photos too; `whole_log`: the audit log of other cases too.

    Without the whole log, the chain can be followed only where entries of the case stand next to each other.
    """

    case_number: str
    created_at: str
    app_version: str
    paper: PaperSize | None = None
    plates: int = DEFAULT_PLATES
    photos: bool = False
    whole_log: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PackageTools:
    """What a package is made with."""

    library: Library
    loader: ImageLoader
    renderer: ReportRenderer
    files: PackageFiles
    signer: Signer
    editor: SketchEditor | None = None
    model: ModelFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatedPackage:
    """The file, the hash of its manifest as the audit log has it, and the key that signed it."""

    path: Path
    manifest_sha256: str
    fingerprint: str
    files: int


def create_package(
    request: PackageRequest,
    tools: PackageTools,
    path: Path,
    *,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> CreatedPackage:
    """Write the package of a case and log it.

    Raises NotFoundError for an unknown case, TamperedError when something stored was altered (nothing that is broken
    is signed), LibraryError when the file cannot be written, CancelledError on request; no file is left then.
    """
    tools.library.require(Right.REPORT)
    if request.whole_log:
        tools.library.require(Right.READ_AUDIT)
    case = tools.library.cases.case(request.case_number)
    records = tools.library.cases.searches(case.number)
    details = {
        "case": case.number,
        "file": path.name,
        "signer": tools.signer.fingerprint,
        "photos": request.photos,
        "whole_log": request.whole_log,
    }
    begun = tools.library.audit.append("package.create", f"case {case.number}", details)
    with tools.files.create(path) as package:
        packing = _Packing(request=request, tools=tools, case=case, package=package, members=[])
        packing.add_texts(begun.actor)
        for done, record in enumerate(records):
            progress(Progress(stage=_STAGE, done=done, total=len(records)))
            stop_if_cancelled(cancelled)
            packing.add_search(record)
        packing.add_pictures(records)
        digest = packing.seal(records, begun.actor, cancelled)
        sealed = {"case": case.number, "manifest_sha256": digest, "signer": tools.signer.fingerprint}
        tools.library.audit.append("package.sign", f"case {case.number}", sealed)
    progress(Progress(stage=_STAGE, done=len(records), total=len(records)))
    return CreatedPackage(
        path=path, manifest_sha256=digest, fingerprint=tools.signer.fingerprint, files=len(packing.members) + 2
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Packing:
    """A package on its way into the file."""

    request: PackageRequest
    tools: PackageTools
    case: Case
    package: NewPackage
    members: list[PackageMember]

    def add_texts(self, maker: str) -> None:
        """What this is, and the case."""
        readme = _README.format(
            banner=LEAD_BANNER,
            case=self.case.number,
            created_at=self.request.created_at,
            created_by=maker,
            fingerprint=shown_fingerprint(self.tools.signer.fingerprint),
        )
        self._add("README.txt", readme.encode("utf-8"))
        self._add("case.json", _json(asdict(self.case)))

    def add_search(self, record: SearchRecord) -> None:
        """One search: the record as its hash covers it, names, reviews of both examiners, report."""
        library, folder = self.tools.library, f"searches/{record.search_id}"
        evidence = library.cases.evidence(record.search_id)
        self._add(f"{folder}/record.json", evidence.record.encode("utf-8"))
        self._add(f"{folder}/ranking.json", evidence.ranking.encode("utf-8"))
        self._add(f"{folder}/crop.png", evidence.crop_png)
        self._add(f"{folder}/candidates.json", _json(describe_search(library, record)))
        reviews = library.reviews.history(record.search_id)
        told = [{**asdict(each), "content": content_fields(each.content)} for each in reviews]
        self._add(f"{folder}/reviews.json", _json(told))
        self._add(f"{folder}/second_reviews.json", _json(list(_second_reviews(library, record.search_id))))
        self._add_report(record, folder)

    def _add_report(self, record: SearchRecord, folder: str) -> None:
        tools = self.tools
        request = ReportRequest(
            search_id=record.search_id,
            produced_at=self.request.created_at,
            paper=self.request.paper,
            plates=self.request.plates,
            signed_with=KeyFacts(fingerprint=tools.signer.fingerprint),
        )
        document = build_report(tools.library, tools.loader, request, model=tools.model, editor=tools.editor)
        name = f"{folder}/report.pdf"
        self._add(
            name, tools.renderer.pdf_bytes(document, paper=request.paper or tools.library.policies.current().paper)
        )
        self._add(f"{folder}/report.json", document_text(document).encode("ascii"))
        log_report(tools.library, "report.export", request, document_hash(document), file=name)

    def add_pictures(self, records: tuple[SearchRecord, ...]) -> None:
        """Originals, each once."""
        cases = self.tools.library.cases
        sketches = {record.sketch.sha256: record for record in records}
        for sha256, record in sorted(sketches.items()):
            name = f"sketches/{sha256}{_ending(record.sketch.file_name)}"
            self._add(name, cases.sketch_original(record.search_id))
        if self.request.photos:
            for name, photo_id in sorted(set(self._photos(records))):
                self._add(name, self.tools.library.gallery.original(photo_id))

    def _photos(self, records: tuple[SearchRecord, ...]) -> Iterator[tuple[str, int]]:
        """Names and numbers of the photos that put candidates on a list; those removed since are left out."""
        for candidate in (each for record in records for each in record.candidates):
            try:
                subject = self.tools.library.gallery.subject_by_id(candidate.subject_id)
            except NotFoundError:
                continue
            yield from (
                (f"photos/{photo.sha256}{_ending(photo.file_name)}", photo.photo_id)
                for photo in subject.photos
                if photo.photo_id == candidate.photo_id
            )

    def seal(self, records: tuple[SearchRecord, ...], maker: str, cancelled: CancelCheck) -> str:
        """Add the audit log, the manifest and the signature; return the manifest's hash."""
        head = self._add_entries({record.search_id for record in records}, cancelled)
        manifest = PackageManifest(
            case_number=self.case.number,
            created_at=self.request.created_at,
            created_by=maker,
            app_version=self.request.app_version,
            audit_head=head,
            searches=tuple(record.search_id for record in records),
            members=tuple(self.members),
        )
        data = _json(manifest_fields(manifest))
        self.package.add(MANIFEST, data)
        self.package.add(SIGNATURE, _json(signature_fields(self.tools.signer.sign(data))))
        return hashlib.sha256(data).hexdigest()

    def _add_entries(self, searches: set[int], cancelled: CancelCheck) -> ChainHead:
        lines: list[bytes] = []
        taken: set[int] = set()
        head = EMPTY_CHAIN
        for entry in self.tools.library.audit.entries():
            stop_if_cancelled(cancelled)
            explains = not taken.isdisjoint(redactions_in([entry]))
            if self.request.whole_log or explains or concerns(entry, self.case.number, searches):
                taken.add(entry.sequence)
                lines.append(_json(asdict(entry)) + b"\n")
            head = ChainHead(sequence=entry.sequence, entry_hash=entry.entry_hash)
        self._add(AUDIT, b"".join(lines))
        return head

    def _add(self, name: str, data: bytes) -> None:
        self.members.append(self.package.add(name, data))


def _second_reviews(library: Library, search_id: int) -> Iterator[dict[str, Any]]:
    """Every step, without conclusions that are not submitted: nobody is shown those."""
    events = library.second_reviews.events(search_id)
    submitted = {each.assignment for each in events if each.step is Step.SUBMIT}
    for each in events:
        if each.step is not Step.FIND or each.assignment in submitted:
            yield event_fields(each)


def concerns(entry: AuditEntry, case_number: str, searches: set[int]) -> bool:
    """Whether an entry is about the case or one of its searches."""
    words = entry.subject.split()
    if words[:1] == ["search"] and len(words) > 1 and words[1].isdecimal():
        return int(words[1]) in searches
    return entry.subject == f"case {case_number}" or entry.details.get("case") == case_number


def _ending(file_name: str) -> str:
    """The ending of a file name where it is a plain one."""
    ending = PurePath(file_name).suffix.lower()
    return ending if ending[1:].isascii() and ending[1:].isalnum() and len(ending) <= len(".jpeg") else ".bin"


def _json(value: object) -> bytes:
    return canonical_json(value).encode("utf-8")


__all__ = ["CreatedPackage", "PackageRequest", "PackageTools", "concerns", "create_package"]
