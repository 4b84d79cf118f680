"""Where the rows of the table of rights are called: a library with a gallery, a case, a search and accounts."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import numpy as np

from forensic_id.core.accounts import Account
from forensic_id.core.records import FivePoints, UInt8Array
from forensic_id.core.rights import Principal, Role
from forensic_id.services import (
    build_report,
    compare_pictures,
    manage_accounts,
    match_folder,
    remember_batches,
)
from forensic_id.services.identify import SearchTools
from forensic_id.services.sign_in import PasswordTools
from tests.fakes.fake_face_encoder import FakeFaceEncoder
from tests.fakes.fake_image_loader import FakeImageLoader
from tests.fakes.fake_password_hasher import FakePasswordHasher
from tests.fakes.fake_report_renderer import FakeReportRenderer
from tests.fakes.fake_sketch_editor import FakeSketchEditor
from tests.fakes.in_memory_bundle_shelf import InMemoryBundleShelf
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.unit.services.search_desk import CASE, NOW, search_desk
from tests.unit.services.searching import searched
from tests.unit.services.test_install_bundle import NEW, OLD, SOURCE

STEPS = {
    "batch_state.resume_or_begin",
    "batch_tables.result_rows",
    "blindness.blind_review",
    "blindness.blind_searches",
    "blindness.has_read",
    "blindness.masked",
    "blindness.note_reading",
    "blindness.own_findings",
    "blindness.refuse_blind",
    "export_report.log_report",
    "identify.check_policy",
    "identify.open_case",
    "identify.rank",
    "identify.search",
    "keep_subjects.policy_days",
    "remember_batches.forget_case_batches",
    "remember_batches.remember_batch",
    "report_candidates.candidates_section",
    "report_candidates.known_candidate",
    "report_candidates.known_candidates",
    "report_candidates.plate_sections",
    "report_people.described",
    "report_people.described_producer",
    "report_people.full_name",
    "report_people.producer_name",
    "report_people.signing_name",
    "report_sketches.shown_sketches",
    "report_standing.report_standing",
    "report_standing.second_review_section",
    "report_standing.standing_section",
    "search_pool.load_pool",
}

OPEN = {
    "encrypt_library.recover_access",
    "encrypt_library.unlock_library",
    "notice_changes.notice_changes",
    "sign_in.change_own_password",
    "sign_in.log_idle_lock",
    "sign_in.look_at_access",
    "sign_in.sign_in",
    "sign_in.sign_out",
    "sign_in.unlock",
}
"""What needs no right: coming in, which asks for a password, a passphrase or a recovery key instead, and going;
and whether others changed something, which only those learn who may browse."""


class _Warper:
    def warp(self, pixels: UInt8Array, landmarks: FivePoints, *, size: int, field: float) -> UInt8Array:
        return np.zeros((2, 2, 3), np.uint8)


class Place:
    """A library with a gallery, a case and a search, and every tool over fakes; `act_as` says who comes in then."""

    def __init__(self, folder: Path) -> None:
        self._desk = search_desk(folder / "sketches")
        self.folder = folder
        self.library: InMemoryLibrary = self._desk.library
        self.tools: SearchTools = self._desk.tools
        self.library.retention.place_hold(subject_id=1, case_number="", reason="appeal", reference="")
        self.search_id = searched(self._desk, "anna-2019").search_id
        self.sketch = folder / "sketches" / "sketch.png"
        self.photo = self._desk.sketch("photo.png", "boris")
        self.loader, self.renderer, self.encoder = FakeImageLoader(), FakeReportRenderer(), FakeFaceEncoder()
        for name, role in (("anna", Role.EXAMINER), ("boss", Role.ADMINISTRATOR)):
            self.library.accounts.add(
                Account(name=name, roles=frozenset({role}), password_hash="", created_at=NOW.isoformat())
            )
        self.out = folder / "out"
        self.out.mkdir()

    @cached_property
    def passwords(self) -> PasswordTools:
        """Passwords that cost nothing."""
        return PasswordTools(hasher=FakePasswordHasher(), clock=lambda: NOW)

    @property
    def accounts(self) -> manage_accounts.NewAccount:
        """Somebody new."""
        password = "five quiet owls at dawn"
        return manage_accounts.NewAccount(name="carla", password=password, roles=frozenset({Role.EXAMINER}))

    def act_as(self, principal: Principal) -> None:
        """From now on."""
        self.library.principal = principal

    @property
    def request(self) -> build_report.ReportRequest:
        """A short report."""
        return build_report.ReportRequest(search_id=self.search_id, produced_at=NOW.isoformat(), plates=1)

    @cached_property
    def shelf(self) -> InMemoryBundleShelf:
        """With one bundle that was never used, and one to install."""
        shelf = InMemoryBundleShelf(OLD)
        shelf.offered[SOURCE] = NEW
        return shelf

    @property
    def pictures(self) -> compare_pictures.PictureTools:
        """What reading pictures needs."""
        return compare_pictures.PictureTools(
            library=self.library, loader=self.loader, editor=FakeSketchEditor(), warper=_Warper()
        )

    @property
    def folder_request(self) -> match_folder.MatchFolderRequest:
        """All sketches there are."""
        return match_folder.MatchFolderRequest(folder=self.sketch.parent, out=self.out, case_number=CASE)

    @cached_property
    def batch(self) -> remember_batches.RememberedBatch:
        """A batch of them."""
        return remember_batches.RememberedBatch(request=self.folder_request)

    @property
    def gallery_folder(self) -> Path:
        """New photos with their metadata."""
        folder = self.folder / "new"
        folder.mkdir(exist_ok=True)
        (folder / "carla.png").write_bytes(b"IMG:carla")
        (folder / "gallery.csv").write_text("photo,external_id\ncarla.png,carla\n", encoding="utf-8")
        return folder
