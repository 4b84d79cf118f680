"""All kinds of hostile input in one row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from forensic_id.services.create_package import PackageRequest, PackageTools, create_package
from forensic_id.storage.library import open_library
from tests.fakes.fake_report_renderer import FakeReportRenderer
from tests.fakes.fake_signer import FakeSigner
from tests.hostile.account_rows import account_cases
from tests.hostile.files import FILES, key_cases, package_cases, table_cases, transaction_cases
from tests.hostile.pictures import picture_cases
from tests.hostile.stored_texts import export_cases, library_cases, report_cases
from tests.hostile.texts import ALL
from tests.hostile.trusted_files import bundle_cases, library_key_cases, policy_cases, report_signature_cases
from tests.hostile.verdicts import Tally, judged
from tests.unit.services.stored_search import DrawnImageLoader, library_with_search

ROOT = Path(__file__).resolve().parents[2]
FONTS, POLICIES = ROOT / "resources" / "fonts", ROOT / "resources" / "policies"


def tallies(folder: Path, *, pictures: int, others: int, texts: Sequence[str] = ALL) -> Iterator[Tally]:
    """Run each kind with so many mutants or these texts, in folders of their own below `folder`."""
    places = {}
    for name in ("files", "packages", "tables", "keys", "exports", "bundles", "policies", "library keys", "signed"):
        places[name] = folder / name
        places[name].mkdir()
    yield judged("pictures", picture_cases(pictures))
    yield judged("transactions", transaction_cases(places["files"], others))
    yield judged("packages", package_cases(places["packages"], sound_package(places["packages"]), others))
    yield judged("metadata tables", table_cases(places["tables"], texts))
    yield judged("keys and anchors", key_cases(places["keys"], others))
    library = open_library(folder / "library", actor="tester")
    try:
        yield judged("texts in a library", library_cases(library, texts))
        assert library.audit.verify() > 0
    finally:
        library.close()
    yield judged("tables that leave", export_cases(places["exports"], texts))
    yield judged("texts in a report", report_cases(FONTS, texts))
    yield judged("models", bundle_cases(places["bundles"], others // 4))
    yield judged("policies", policy_cases(POLICIES, places["policies"], others // 4))
    yield judged("accounts in a library", account_cases(folder / "accounts"))
    yield judged("keys of a library", library_key_cases(places["library keys"], others))
    yield judged("signed reports", report_signature_cases(FONTS, places["signed"], others // 2))


def sound_package(folder: Path) -> bytes:
    """A package of an invented case, signed by a key that nobody has."""
    library, _record = library_with_search(candidates=2)
    tools = PackageTools(
        library=library, loader=DrawnImageLoader(), renderer=FakeReportRenderer(), files=FILES, signer=FakeSigner()
    )
    request = PackageRequest(
        case_number="2025-117", created_at="2025-03-02T08:00:00+00:00", app_version="1", plates=0
    )
    path = folder / "sound.zip"
    create_package(request, tools, path)
    return path.read_bytes()
