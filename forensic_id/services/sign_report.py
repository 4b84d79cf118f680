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
from forensic_id.services.written_files import write_file


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SigningDesk:
    """Who signs, with what, and when."""

    signer: PdfSigner
    identity: SigningIdentity
    name: str
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureFindings:
    """Sentences about the signatures in a file; `sound`: there is one, and all hold for the file as it is."""

    sound: bool
    sentences: tuple[str, ...]


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
    """Write the report with a signature that covers all of it, and log it with the certificate's fingerprint.

    Raises like `export_report`, and InvalidInputError for an identity that does not open.
    """
    library.require(Right.REPORT)
    fingerprint = desk.signer.fingerprint(desk.identity)
    document = build_report(library, loader, replace(request, signer=fingerprint), model=model, editor=editor)
    paper = request.paper or library.policies.current().paper
    pdf = renderer.pdf_bytes(document, paper=paper)
    write_file(path, desk.signer.sign(pdf, desk.identity, name=desk.name, now=desk.now))
    digest = document_hash(document)
    log_report(library, "report.export", request, digest, file=path.name, signed_with=fingerprint)
    return ExportedReport(path=path, document_sha256=digest, paper=paper)


def verify_report(path: Path, signer: PdfSigner) -> SignatureFindings:
    """Tell who signed a report, when, and whether it is what was signed. Raises InvalidInputError for no PDF."""
    found = signer.signatures(path)
    if not found:
        return SignatureFindings(sound=False, sentences=("The file holds no signature.",))
    sentences = [sentence for each in found for sentence in _told(each)]
    sound = all(each.intact for each in found) and found[-1].whole
    if not found[-1].whole:
        sentences.append("The file was changed after the last signature: something was added to it.")
    return SignatureFindings(sound=sound, sentences=tuple(sentences))


def _told(signature: PdfSignature) -> tuple[str, ...]:
    at = f", by its own clock at {shown_time(signature.signed_at)}" if signature.signed_at else ""
    verdict = "What was signed is unchanged." if signature.intact else "What was signed was ALTERED afterwards."
    return (
        f"Signed in the name of {signature.signer}{at}.",
        f"The certificate's fingerprint is {shown_fingerprint(signature.fingerprint)}.",
        "Compare it with the one the signer tells you by another way: anybody can make a certificate in any name.",
        verdict,
    )


__all__ = ["SignatureFindings", "SigningDesk", "export_signed_report", "verify_report"]
