"""Signed reports: what is written and logged, and what is said of signatures."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from forensic_id.core.pdf_signing import KeyFacts, PdfSignature, SigningIdentity
from forensic_id.core.report import Facts
from forensic_id.services.build_report import ReportRequest, build_report
from forensic_id.services.sign_report import SigningDesk, export_signed_report, verify_report
from tests.fakes.fake_pdf_signer import FakePdfSigner
from tests.fakes.fake_report_renderer import FakeReportRenderer
from tests.unit.services.stored_search import DrawnImageLoader, library_with_search
from tests.unit.services.test_build_report import block

NOW = datetime(2025, 3, 2, 8, tzinfo=UTC)
REQUEST = ReportRequest(search_id=1, produced_at=NOW.isoformat(), plates=0)
SIGNATURE = PdfSignature(
    holder="the office",
    producer="Zoë",
    issuer="",
    fingerprint="f" * 64,
    signed_at="2025-03-02T08:00:00+00:00",
    intact=True,
    whole=True,
)


def test_a_signed_report_is_logged_with_its_certificate(tmp_path: Path) -> None:
    library, _record = library_with_search(candidates=1)
    desk = SigningDesk(signer=FakePdfSigner(), identity=SigningIdentity(pkcs12=b"key"), now=NOW)
    done = export_signed_report(
        library, DrawnImageLoader(), FakeReportRenderer(), REQUEST, tmp_path / "r.pdf", desk=desk
    )
    text = done.path.read_text(encoding="utf-8")
    assert done.document_sha256 in text
    assert text.endswith(f"signed {library.principal.name} 2025")
    entry = library.audit.list[-1]
    assert (entry.action, entry.details["signed_with"]) == ("report.export", "f" * 64)
    assert entry.details["document_sha256"] == done.document_sha256


def test_a_report_tells_producer_and_key_apart() -> None:
    library, _record = library_with_search(candidates=1)
    key = KeyFacts(holder="the office", fingerprint="f" * 64)
    document = build_report(library, DrawnImageLoader(), replace(REQUEST, signed_with=key))
    rows = dict(block(document, "Signature", Facts).rows)
    assert rows["Produced and signed by"] == library.principal.name
    assert rows["Certificate made out to"] == "the office"
    assert rows["Fingerprint of the certificate"].startswith("ffff ffff")


def test_what_is_said_of_signatures() -> None:
    path = Path("r.pdf")
    assert verify_report(path, FakePdfSigner()).sentences == ("The file holds no signature.",)
    sound = verify_report(path, FakePdfSigner(SIGNATURE))
    assert sound.sound
    assert sound.sentences[0].startswith("Produced by Zoë: so says the program that signed it")
    assert "made out to the office, by the clock of that computer at 2025-03-02 08:00:00 UTC." in sound.sentences[1]
    nameless = verify_report(path, FakePdfSigner(replace(SIGNATURE, producer="")))
    assert nameless.sentences[0] == "The signature does not say who produced the report."
    altered = verify_report(path, FakePdfSigner(replace(SIGNATURE, intact=False, signed_at="")))
    assert not altered.sound
    assert "ALTERED" in " ".join(altered.sentences)
    added = verify_report(path, FakePdfSigner(replace(SIGNATURE, whole=False)))
    assert not added.sound
    assert "something was added" in added.sentences[-1]
    assert added.broken == added.sentences[-1:]


def test_what_a_certificate_is_worth_is_told() -> None:
    path, signer = Path("r.pdf"), FakePdfSigner(SIGNATURE)
    assert "self-made, and whether to trust it is not checked" in " ".join(verify_report(path, signer).sentences)
    issued = FakePdfSigner(replace(SIGNATURE, issuer="County CA"))
    assert "made out by County CA" in " ".join(verify_report(path, issued).sentences)
    assert "It is the certificate of this computer." in verify_report(path, signer, own="f" * 64).sentences
    named = verify_report(path, signer, expected="f" * 64)
    assert named.sound
    assert "It is the certificate that you named." in named.sentences
    other = verify_report(path, signer, expected="0" * 64)
    assert other.broken == ("It was signed with another certificate than the one you named.",)
