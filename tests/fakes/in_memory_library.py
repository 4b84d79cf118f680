"""A library for tests, kept in memory."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from forensic_id.core.accounts import acting
from forensic_id.core.errors import NotPermittedError, TamperedError
from forensic_id.core.rights import Principal, Right
from forensic_id.core.sealing import UNSEALED, FileSeal
from tests.fakes.in_memory_account_store import InMemoryAccountStore
from tests.fakes.in_memory_audit_log import InMemoryAuditLog
from tests.fakes.in_memory_backups import InMemoryBackups
from tests.fakes.in_memory_case_retention import InMemoryCaseRetention
from tests.fakes.in_memory_case_store import InMemoryCaseStore
from tests.fakes.in_memory_gallery_browser import InMemoryGalleryBrowser
from tests.fakes.in_memory_gallery_store import InMemoryGalleryStore
from tests.fakes.in_memory_inspector import InMemoryInspector
from tests.fakes.in_memory_policy_store import InMemoryPolicyStore
from tests.fakes.in_memory_retention_store import InMemoryRetentionStore
from tests.fakes.in_memory_review_store import InMemoryReviewStore
from tests.fakes.in_memory_second_review_store import InMemorySecondReviewStore


class InMemoryLibrary:
    """Gallery, cases and audit log over dictionaries; a failed transaction puts everything back.

    Hashes in `altered` are originals whose bytes have changed. Tests set `principal` to act as somebody else.
    """

    def __init__(self, *, actor: str = "tester") -> None:
        self._audit = InMemoryAuditLog(actor=actor)
        self._login = actor
        self._signed_in: str | None = None
        self._principal: Principal | None = None
        self._accounts = InMemoryAccountStore()
        self._gallery = InMemoryGalleryStore(self._audit)
        self._cases = InMemoryCaseStore(self._audit)
        self._policies = InMemoryPolicyStore()
        self._reviews = InMemoryReviewStore(self._audit, self._cases)
        self._second_reviews = InMemorySecondReviewStore(self._audit)
        self._browser = InMemoryGalleryBrowser(self._audit, self._gallery, self._cases)
        self._retention = InMemoryRetentionStore(self._audit, self._gallery, self._cases)
        self._case_retention = InMemoryCaseRetention(self._audit, self._cases, self._retention)
        self._backups = InMemoryBackups(self._audit)
        self._inspector = InMemoryInspector(self._gallery, self._audit)
        self.altered: set[str] = set()
        self.unreferenced: tuple[str, ...] = ()
        self.written_elsewhere = 0
        self._inside = False

    @property
    def principal(self) -> Principal:
        """Who acts."""
        return self._principal or acting(self._accounts, login=self._login, signed_in=self._signed_in)

    @principal.setter
    def principal(self, principal: Principal) -> None:
        self._principal = principal
        self._audit.actor = principal.name

    def act_as(self, account: str | None) -> None:
        """Somebody else acts."""
        self._signed_in = account
        self._audit.actor = self.principal.name

    def require(self, right: Right) -> None:
        """Refuse and log."""
        try:
            self.principal.check(right)
        except NotPermittedError as error:
            self._audit.append("access.refuse", f"right {right}", {"said": str(error)})
            raise

    @property
    def gallery(self) -> InMemoryGalleryStore:
        """Subjects and photos."""
        return self._gallery

    @property
    def browser(self) -> InMemoryGalleryBrowser:
        """Lists of subjects."""
        return self._browser

    @property
    def cases(self) -> InMemoryCaseStore:
        """Cases and searches."""
        return self._cases

    @property
    def reviews(self) -> InMemoryReviewStore:
        """What examiners found on candidates."""
        return self._reviews

    @property
    def second_reviews(self) -> InMemorySecondReviewStore:
        """What second examiners found, blind."""
        return self._second_reviews

    @property
    def accounts(self) -> InMemoryAccountStore:
        """Who may come in."""
        return self._accounts

    @property
    def policies(self) -> InMemoryPolicyStore:
        """The policy profile that holds."""
        return self._policies

    @property
    def retention(self) -> InMemoryRetentionStore:
        """Retention dates, holds and erasures."""
        return self._retention

    @property
    def case_retention(self) -> InMemoryCaseRetention:
        """Terms and erasures of cases."""
        return self._case_retention

    @property
    def inspector(self) -> InMemoryInspector:
        """Looks over everything."""
        return self._inspector

    @property
    def backups(self) -> InMemoryBackups:
        """Backs everything up."""
        return self._backups

    @property
    def audit(self) -> InMemoryAuditLog:
        """The audit chain."""
        return self._audit

    @property
    def seal(self) -> FileSeal:
        """None."""
        return UNSEALED

    def changes(self) -> int:
        """What `written_elsewhere` says: no other connection writes to this one by itself."""
        return self.written_elsewhere

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing."""
        return self._joined() if self._inside else self._outermost()

    @contextmanager
    def _joined(self) -> Iterator[None]:
        yield

    @contextmanager
    def _outermost(self) -> Iterator[None]:
        stores = (
            self._audit,
            self._gallery,
            self._cases,
            self._policies,
            self._reviews,
            self._second_reviews,
            self._retention,
            self._case_retention,
            self._accounts,
        )
        before = [
            {
                name: copy.copy(value)
                for name, value in vars(store).items()
                if name not in {"_audit", "_cases", "_gallery", "_retention"}
            }
            for store in stores
        ]
        self._inside = True
        try:
            yield
        except BaseException:
            for store, state in zip(stores, before, strict=True):
                vars(store).update(state)
            raise
        finally:
            self._inside = False

    def original_hashes(self) -> tuple[str, ...]:
        """Hashes of photos and sketches."""
        photos = {photo.sha256 for photo in self._gallery.photos.values()}
        return tuple(sorted(photos | {record.sketch.sha256 for record in self._cases.records.values()}))

    def check_original(self, sha256: str) -> None:
        """Complain about altered ones."""
        if sha256 in self.altered:
            raise TamperedError(f"The original {sha256} was altered.")

    def unreferenced_originals(self) -> tuple[str, ...]:
        """Given by the test."""
        return self.unreferenced

    def close(self) -> None:
        """Nothing to release."""
