"""Rows of the rights table for what goes out of the program: packages, exports, anchors."""

from __future__ import annotations

from collections.abc import Mapping

from forensic_id.core.pdf_signing import SigningIdentity
from forensic_id.core.rights import Right
from forensic_id.services import (
    anchor_audit,
    create_package,
    export_gallery,
    export_report,
    keep_signing_key,
    sign_report,
)
from tests.fakes.fake_pdf_signer import FakePdfSigner
from tests.fakes.fake_signer import FakeSigner, fake_check
from tests.fakes.fake_signing_key import FakeSigningKey
from tests.fakes.fake_transactions import FakeTransactionWriter
from tests.fakes.in_memory_anchors import InMemoryAnchors, InMemoryChoice
from tests.fakes.in_memory_packages import InMemoryPackages
from tests.unit.services.rights_place import Place
from tests.unit.services.rights_rows import Row, _row
from tests.unit.services.search_desk import CASE, NOW


def _package(place: Place) -> object:
    tools = create_package.PackageTools(
        library=place.library,
        loader=place.loader,
        renderer=place.renderer,
        files=InMemoryPackages(),
        signer=FakeSigner(),
    )
    request = create_package.PackageRequest(
        case_number=CASE, created_at=NOW.isoformat(), app_version="1", whole_log=True, plates=1
    )
    return create_package.create_package(request, tools, place.out / "case.zip")


def _signed_report(place: Place) -> object:
    identity = SigningIdentity(pkcs12=b"key")
    desk = sign_report.SigningDesk(signer=FakePdfSigner(), identity=identity, now=NOW)
    return sign_report.export_signed_report(
        place.library, place.loader, place.renderer, place.request, place.out / "r.pdf", desk=desk
    )


EXCHANGE: Mapping[str, Row] = {
    "sign_report.export_signed_report": _row(_signed_report, Right.REPORT),
    "anchor_audit.anchor_audit": _row(
        lambda p: anchor_audit.anchor_audit(p.library, InMemoryAnchors(), FakeSigner(), NOW), Right.BROWSE
    ),
    "anchor_audit.check_anchors": _row(
        lambda p: anchor_audit.check_anchors(p.library, InMemoryAnchors(), fake_check), Right.READ_AUDIT
    ),
    "anchor_audit.choose_anchoring": _row(
        lambda p: anchor_audit.choose_anchoring(p.library, InMemoryChoice(), None), Right.SET_POLICY
    ),
    "anchor_audit.is_anchor_due": _row(
        lambda p: anchor_audit.is_anchor_due(p.library, InMemoryAnchors(), 10, NOW), Right.BROWSE
    ),
    "anchor_audit.last_anchor": _row(lambda p: anchor_audit.last_anchor(p.library, InMemoryAnchors()), Right.BROWSE),
    "create_package.create_package": _row(_package, Right.REPORT, Right.READ_AUDIT),
    "export_gallery.chosen_subjects": _row(lambda p: export_gallery.chosen_subjects(p.library), Right.BROWSE),
    "export_gallery.export_table": _row(
        lambda p: export_gallery.export_table(p.library, p.out / "people.csv", ()), Right.EXCHANGE
    ),
    "export_gallery.export_transactions": _row(
        lambda p: export_gallery.export_transactions(
            p.library, p.out, (), FakeTransactionWriter(), agency="X", date="2025-03-02"
        ),
        Right.EXCHANGE,
    ),
    "export_gallery.listed_subjects": _row(lambda p: export_gallery.listed_subjects(p.library, [1]), Right.BROWSE),
    "keep_signing_key.replace_signing_key": _row(
        lambda p: keep_signing_key.replace_signing_key(p.library, FakeSigningKey(), ""), Right.SET_POLICY
    ),
    "export_report.log_printed_report": _row(
        lambda p: export_report.log_printed_report(p.library, p.request, "d" * 64), Right.REPORT
    ),
}
