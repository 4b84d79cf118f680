"""Use cases: write a report with a signature in it, and tell what the signatures in a report are worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from forensic_id.core.moments import shown_time
from forensic_id.core.pdf_signing import PdfSignature, PdfSigner, SigningIdentity
from forensic_id.core.ports import ImageLoader, Library, ReportRenderer, SketchEditor
from forensic_id.core.report import ModelFacts, document_hash
from forensic_id.core.rights import Right
from forensic_id.core.signing import shown_fingerprint
from forensic_id.services.build_report import ReportRequest, build_report
from forensic_id.services.export_report import ExportedReport, log_report
from forensic_id.services.report_people import producer_name
from forensic_id.services.written_files import write_file

_UNSIGNED = "The file holds no signature."
_ALTERED = "What was signed was ALTERED afterwards."


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SigningDesk:
    """With what is signed, and when; who signs is whoever acts in the library."""

    signer: PdfSigner
    identity: SigningIdentity
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureFindings:
    """What is to be told of a file; `sound`: there is a signature, and all hold for the file as it is.

    `broken` are sentences about what does not hold, `sentences` all of them.
    """

    sound: bool
    sentences: tuple[str, ...]
    broken: tuple[str, ...] = ()
    signatures: tuple[PdfSignature, ...] = ()


def export_signed_report(
    library: Library,
    loader: ImageLoader,
    renderer: ReportRenderer,
    request: ReportRequest,
    path: Path,
    *,
    desk: SigningDesk,
    model: ModelFacts | None = None,
    editor: SketchEditor | None = None,
) -> ExportedReport:
    """Write the report with a signature that covers all of it and names who acts, and log it with the certificate.

    Raises like `export_report`, and InvalidInputError for an identity that does not open.
    """
    library.require(Right.REPORT)
    key = desk.signer.key(desk.identity)
    document = build_report(library, loader, replace(request, signed_with=key), model=model, editor=editor)
    paper = request.paper or library.policies.current().paper
    pdf = renderer.pdf_bytes(document, paper=paper)
    write_file(path, desk.signer.sign(pdf, desk.identity, producer=producer_name(library), now=desk.now))
    digest = document_hash(document)
    log_report(library, "report.export", request, digest, file=path.name, signed_with=key.fingerprint)
    return ExportedReport(path=path, document_sha256=digest, paper=paper)


def verify_report(path: Path, signer: PdfSigner, *, expected: str = "", own: str = "") -> SignatureFindings:
    """Tell who signed a report, when, and whether it is what was signed. Raises InvalidInputError for no PDF.

    `expected` is the fingerprint of the certificate it must be, empty: any; `own` that of this computer's.
    """
    found = signer.signatures(path)
    if not found:
        return SignatureFindings(sound=False, sentences=(_UNSIGNED,), broken=(_UNSIGNED,))
    sentences = [sentence for each in found for sentence in _told(each, expected=expected, own=own)]
    broken = [_ALTERED for each in found if not each.intact]
    if not found[-1].whole:
        broken.append("The file was changed after the last signature: something was added to it.")
    if expected and expected not in {each.fingerprint for each in found}:
        broken.append("It was signed with another certificate than the one you named.")
    told = (*sentences, *(each for each in broken if each is not _ALTERED))
    return SignatureFindings(sound=not broken, sentences=told, broken=tuple(broken), signatures=found)


def _told(signature: PdfSignature, *, expected: str, own: str) -> tuple[str, ...]:
    at = f", by the clock of that computer at {shown_time(signature.signed_at)}" if signature.signed_at else ""
    return (
        _produced(signature),
        f"Signed with the key of a certificate made out to {signature.holder}{at}.",
        f"The certificate's fingerprint is {shown_fingerprint(signature.fingerprint)}.",
        _vouched(signature, expected=expected, own=own),
        "What was signed is unchanged." if signature.intact else _ALTERED,
    )


def _produced(signature: PdfSignature) -> str:
    """Who had it signed, and how far that can be relied on."""
    if not signature.producer:
        return "The signature does not say who produced the report."
    return (
        f"Produced by {signature.producer}: so says the program that signed it, by who was signed in to the library"
        " or logged in at the computer. The key vouches for its holder alone."
    )


def _vouched(signature: PdfSignature, *, expected: str, own: str) -> str:
    """What the certificate is worth."""
    if expected and signature.fingerprint == expected:
        return "It is the certificate that you named."
    if own and signature.fingerprint == own:
        return "It is the certificate of this computer."
    made = f"It was made out by {signature.issuer}" if signature.issuer else "It is self-made"
    return (
        f"{made}, and whether to trust it is not checked here. Compare the fingerprint with the one the producer "
        "tells you by another way: anybody can make a certificate in any name."
    )


__all__ = ["SignatureFindings", "SigningDesk", "export_signed_report", "verify_report"]
