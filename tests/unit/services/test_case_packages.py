"""Case packages: what goes in, and that no change to it passes unnoticed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from forensic_id.core.audit_chain import link_of, link_sha256
from forensic_id.core.canonical_json import canonical_json
from forensic_id.core.case_package import manifest_fields, manifest_from
from forensic_id.core.errors import CancelledError, InvalidInputError, NotFoundError, TamperedError
from forensic_id.core.progress import Progress
from forensic_id.core.records import AuditEntry
from forensic_id.core.review import ReviewContent
from forensic_id.core.signing import signature_fields
from forensic_id.services.create_package import PackageRequest, PackageTools, create_package
from forensic_id.services.read_package import package_file, package_names, save_package_file
from forensic_id.services.verify_package import PackageFindings, verify_package
from tests.fakes.fake_report_renderer import FakeReportRenderer
from tests.fakes.fake_signer import FakeSigner, fake_check
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.in_memory_packages import InMemoryPackages
from tests.unit.services.stored_search import DrawnImageLoader, library_with_search

PATH = Path("case.zip")
REQUEST = PackageRequest(
    case_number="2025-117", created_at="2025-03-02T08:00:00+00:00", app_version="0.1.0", plates=0, photos=True
)


@dataclass(kw_only=True)
class Made:
    """A library, the package of its case, and the tools."""

    library: InMemoryLibrary
    files: InMemoryPackages
    tools: PackageTools

    @property
    def members(self) -> dict[str, bytes]:
        return self.files.packages[PATH]

    def verify(self, **given: Any) -> PackageFindings:
        return verify_package(PATH, self.files, fake_check, **given)

    def sign_again(self) -> None:
        """Write manifest and signature anew over what the package holds now, as its maker could."""
        manifest = json.loads(self.members["manifest.json"])
        hashes = {name: sha256(data) for name, data in self.members.items()}
        for member in manifest["members"]:
            member["sha256"] = hashes.get(member["name"], member["sha256"])
        self.put_manifest(manifest)

    def put_manifest(self, manifest: Any) -> None:
        data = canonical_json(manifest).encode()
        self.members["manifest.json"] = data
        self.members["signature.json"] = json.dumps(signature_fields(FakeSigner().sign(data))).encode()


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def made() -> Made:
    """A package of its own to change; it was made once for all tests."""
    whole = built(REQUEST)
    files = InMemoryPackages()
    files.packages[PATH] = dict(whole.members)
    return Made(library=whole.library, files=files, tools=whole.tools)


@cache
def built(request: PackageRequest) -> Made:
    library, record = library_with_search(candidates=2)
    library.reviews.save(record.search_id, 1, ReviewContent(notes="ears differ"), based_on=0)
    library.audit.append("case.open", "case other", {"offence": "secret"})
    files = InMemoryPackages()
    tools = PackageTools(
        library=library,
        loader=DrawnImageLoader(),
        renderer=FakeReportRenderer(),
        files=files,
        signer=FakeSigner(),
    )
    create_package(request, tools, PATH)
    return Made(library=library, files=files, tools=tools)


def test_a_package_holds_the_case_and_is_found_sound() -> None:
    package = made()
    reports: list[Progress] = []
    found = package.verify(progress=reports.append)
    assert found.sound, found.broken
    assert len(found.holds) == 4
    assert "unknown" in found.notes[0]
    assert "left out at 2 places" in " ".join(found.notes)
    assert reports
    names = set(package.members)
    parts = (
        "record.json",
        "ranking.json",
        "crop.png",
        "candidates.json",
        "reviews.json",
        "report.pdf",
        "report.json",
    )
    assert {f"searches/1/{part}" for part in parts} <= names
    assert sum(name.startswith("photos/") for name in names) == 2
    assert sum(name.startswith("sketches/") for name in names) == 1
    text = package.members["audit/entries.jsonl"].decode()
    assert "secret" not in text
    assert [json.loads(line)["action"] for line in text.splitlines()][-2:] == ["package.create", "report.export"]


def test_making_is_logged_with_the_hash_of_the_manifest_and_the_key() -> None:
    package = made()
    entry = package.library.audit.list[-1]
    assert (entry.action, entry.subject) == ("package.sign", "case 2025-117")
    assert entry.details["manifest_sha256"] == sha256(package.members["manifest.json"])
    assert entry.details["signer"] == FakeSigner().fingerprint
    report = package.members["searches/1/report.json"].decode()
    assert FakeSigner().fingerprint[:4] in report


def test_equal_libraries_give_equal_packages() -> None:
    assert built(REQUEST).members == built.__wrapped__(REQUEST).members


def test_the_whole_log_has_no_gaps_and_photos_are_an_option() -> None:
    package = built(replace(REQUEST, whole_log=True, photos=False))
    assert "secret" in package.members["audit/entries.jsonl"].decode()
    assert not [name for name in package.members if name.startswith("photos/")]
    found = package.verify()
    assert found.sound
    assert "left out" not in " ".join(found.notes)


def test_photos_of_people_removed_since_are_left_out() -> None:
    library, _record = library_with_search(candidates=2)
    library.gallery.remove_subject("S-0001")
    files = InMemoryPackages()
    tools = PackageTools(
        library=library, loader=DrawnImageLoader(), renderer=FakeReportRenderer(), files=files, signer=FakeSigner()
    )
    create_package(REQUEST, tools, PATH)
    assert sum(name.startswith("photos/") for name in files.packages[PATH]) == 1


def test_unknown_cases_altered_records_and_requests_to_stop_leave_no_package() -> None:
    package = built.__wrapped__(REQUEST)
    other = Path("other.zip")
    with pytest.raises(NotFoundError):
        create_package(replace(REQUEST, case_number="none"), package.tools, other)
    with pytest.raises(CancelledError):
        create_package(REQUEST, package.tools, other, cancelled=lambda: True)
    package.library.cases.altered.add(1)
    with pytest.raises(TamperedError):
        create_package(REQUEST, package.tools, other)
    assert other not in package.files.packages


def test_the_signer_is_compared_with_the_one_expected() -> None:
    package = made()
    signer = FakeSigner().fingerprint
    assert "It is the key that you named." in package.verify(expected=signer).holds
    assert "It is the signing key of this computer." in package.verify(own=signer).notes
    other = package.verify(expected="0" * 64)
    assert other.broken == ("It was signed by another key than the one you named.",)
    assert other.fingerprint == signer


def test_every_changed_byte_of_every_file_is_noticed() -> None:
    package = made()
    for name, data in list(package.members.items()):
        changed = bytearray(data)
        changed[len(data) // 2] ^= 1
        package.members[name] = bytes(changed)
        found = package.verify()
        assert not found.sound, name
        assert any(name in each or "manifest" in each or "signature" in each for each in found.broken), found.broken
        package.members[name] = data
    assert package.verify().sound


def test_missing_and_foreign_files_are_named() -> None:
    package = made()
    package.members["searches/9/note.json"] = b"{}"
    assert package.verify().broken == ("The manifest does not know the file searches/9/note.json in the package.",)
    del package.members["searches/9/note.json"]
    del package.members["case.json"]
    assert package.verify().broken == ("The package lacks the file case.json.",)


Change = Callable[[dict[str, bytes]], None]


def _entries(change: Callable[[list[AuditEntry]], list[AuditEntry]], *, rehash: bool = True) -> Change:
    """Change the audit entries; forge their hashes unless told otherwise."""

    def apply(members: dict[str, bytes]) -> None:
        lines = members["audit/entries.jsonl"].splitlines()
        entries = change([AuditEntry(**json.loads(line)) for line in lines])
        if rehash:
            entries = [replace(each, entry_hash=link_sha256(link_of(each))) for each in entries]
        members["audit/entries.jsonl"] = b"\n".join(canonical_json(asdict(each)).encode() for each in entries)

    return apply


def _set(name: str, data: bytes) -> Change:
    def apply(members: dict[str, bytes]) -> None:
        members[name] = data

    return apply


def _without(prefix: str) -> Change:
    def apply(members: dict[str, bytes]) -> None:
        for name in [each for each in members if each.startswith(prefix)]:
            data = members.pop(name)
            members[f"photos/{sha256(data)}.png"] = data

    return apply


def _other_actor(entries: list[AuditEntry]) -> list[AuditEntry]:
    return [replace(entries[0], actor="forger"), *entries[1:]]


def _record_of_nothing(members: dict[str, bytes]) -> None:
    members["searches/1/record.json"] = b'{"sketch":[]}'


def _other_searcher(entries: list[AuditEntry]) -> list[AuditEntry]:
    return [entries[0], replace(entries[1], actor="forger"), *entries[2:]]


def _number_as_time(entries: list[AuditEntry]) -> list[AuditEntry]:
    at: Any = 7
    return [replace(entries[0], at=at), *entries[1:]]


def _without_search(entries: list[AuditEntry]) -> list[AuditEntry]:
    return [each for each in entries if each.action != "search.add"]


FORGERIES: list[tuple[str, Change]] = [
    ("Entry 1 of the audit log was altered", _entries(_other_actor, rehash=False)),
    ("does not follow entry", _entries(_other_searcher)),
    ("no entry of an audit log", _entries(_number_as_time, rehash=False)),
    ("stands at the wrong place", _entries(lambda entries: [*entries, entries[0]], rehash=False)),
    (
        "no entry of search 1",
        _entries(_without_search, rehash=False),
    ),
    ("not one that the audit log knows", _entries(lambda entries: entries[:-1], rehash=False)),
    ("somebody else searched than the audit log", _set("searches/1/record.json", b'{"searched_by":"forger"}')),
    ("reviews of search 1 are not those", _set("searches/1/reviews.json", b"{}")),
    ("reviews of search 1 are not those", _set("searches/1/reviews.json", b"[1]")),
    ("reviews.json holds no JSON", _set("searches/1/reviews.json", b"[NaN]")),
    ("reviews.json holds no JSON", _set("searches/1/reviews.json", b"[" * 100_000)),
    ("not valid Unicode", _set("searches/1/reviews.json", b'[{"content":"\\ud800"}]')),
    ("The record of search 1 is not the one", _set("searches/1/record.json", b'{"sketch":{"sha256":""}}')),
    ("lacks what every record has", _record_of_nothing),
    ("The crop of search 1 is not the one", _set("searches/1/crop.png", b"x")),
    ("carries another document hash", _set("searches/1/report.pdf", b"%PDF")),
    ("carries another document hash", _set("searches/1/report.json", b"{}")),
    ("does not name the sketch and the gallery", _set("searches/1/report.json", b"{}")),
    ("The sketch of search 1 is not in the package", _without("sketches/")),
    ("no entry of an audit log", _set("audit/entries.jsonl", b"[]")),
    ("no entry of an audit log", _set("audit/entries.jsonl", b"{")),
]


@pytest.mark.parametrize(("sentence", "forge"), FORGERIES)
def test_parts_that_do_not_fit_are_named_even_when_their_maker_signed_them(sentence: str, forge: Change) -> None:
    package = made()
    forge(package.members)
    package.sign_again()
    found = package.verify()
    assert not found.sound
    assert sentence in " ".join(found.broken), found.broken


def test_pictures_must_have_the_hash_they_are_named_by() -> None:
    package = made()
    name = next(each for each in package.members if each.startswith("photos/"))
    package.members[name] = b"another picture"
    package.sign_again()
    assert package.verify().broken == (f"The picture {name} does not have the hash that its name says.",)


def test_a_head_that_is_not_the_end_of_the_entries_is_noticed() -> None:
    package = made()
    manifest = json.loads(package.members["manifest.json"])
    for head in ({"sequence": 2, "entry_hash": "0" * 64}, {**manifest["audit_head"], "entry_hash": "0" * 64}):
        package.put_manifest({**manifest, "audit_head": head})
        assert package.verify().broken == ("The last audit entry is not the one that the manifest names.",)


@pytest.mark.parametrize(
    "change",
    [
        {"format": "x"},
        {"version": 2},
        {"case_number": 7},
        {"searches": None},
        {"searches": [True]},
        {"members": [{"name": "a", "sha256": "short", "size": 1}]},
    ],
)
def test_a_manifest_of_another_kind_is_refused(change: dict[str, Any]) -> None:
    package = made()
    package.put_manifest({**json.loads(package.members["manifest.json"]), **change})
    assert len(package.verify().broken) == 1


@pytest.mark.parametrize(
    "signature", [b"[]", b"{}", b"\xff", b'{"algorithm":"ed25519","public_key":"0","signature":"0"}']
)
def test_no_signature_is_said_so_and_the_rest_is_checked(signature: bytes) -> None:
    package = made()
    package.members["signature.json"] = signature
    found = package.verify()
    assert found.broken[0].startswith("There is no signature that can be checked")
    assert found.fingerprint == ""
    assert len(found.holds) == 3


def test_a_time_that_is_none_is_shown_as_it_is_and_no_file_is_no_finding() -> None:
    package = made()
    package.put_manifest({**json.loads(package.members["manifest.json"]), "created_at": "soon"})
    found = package.verify()
    assert found.sound
    assert "'soon'" in " ".join(found.notes)
    with pytest.raises(InvalidInputError):
        verify_package(Path("none.zip"), package.files, fake_check)
    with pytest.raises(CancelledError):
        package.verify(cancelled=lambda: True)


def test_manifests_come_back_as_they_were() -> None:
    manifest = manifest_from(json.loads(made().members["manifest.json"]))
    assert manifest_from(manifest_fields(manifest)) == manifest


def test_files_of_a_package_are_read_and_saved_one_by_one(tmp_path: Path) -> None:
    package = made()
    assert package_names(PATH, package.files) == tuple(package.members)
    assert package_file(PATH, package.files, "case.json") == package.members["case.json"]
    saved = save_package_file(PATH, package.files, "README.txt", tmp_path / "readme.txt")
    assert saved.read_bytes() == package.members["README.txt"]
    with pytest.raises(TamperedError):
        package_file(PATH, package.files, "none.json")
