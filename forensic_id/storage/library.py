"""A library folder opened: the only public entry of this package."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from datetime import UTC, datetime
from pathlib import Path

from forensic_id.core.accounts import acting
from forensic_id.core.audit_chain import EMPTY_CHAIN
from forensic_id.core.errors import LibraryError, LibraryLockedError, NotPermittedError, TamperedError
from forensic_id.core.rights import Principal, Right
from forensic_id.core.sealing import UNSEALED, FileSeal, LibraryKey
from forensic_id.files.replacing import clear_unfinished
from forensic_id.storage.accounts import SqliteAccountStore
from forensic_id.storage.audit import SqliteAuditLog
from forensic_id.storage.audit_head import read_head, write_head
from forensic_id.storage.backups import FolderBackups
from forensic_id.storage.browsing import SqliteGalleryBrowser
from forensic_id.storage.case_retention import SqliteCaseRetention
from forensic_id.storage.cases import SqliteCaseStore
from forensic_id.storage.conversion import finish_conversion
from forensic_id.storage.database import BUSY_SECONDS, Database
from forensic_id.storage.gallery import SqliteGalleryStore
from forensic_id.storage.images import OriginalStore
from forensic_id.storage.inspection import SqliteInspector
from forensic_id.storage.layout import LibraryLayout
from forensic_id.storage.migrations import is_outdated, migrate, newest_form
from forensic_id.storage.policies import SqlitePolicyStore
from forensic_id.storage.presence import Programs
from forensic_id.storage.restoring import log_noted_restore
from forensic_id.storage.retention import SqliteRetentionStore
from forensic_id.storage.reviews import SqliteReviewStore
from forensic_id.storage.second_reviews import SqliteSecondReviewStore

REFUSED = "access.refuse"


def utc_now() -> datetime:
    """The time by the computer's clock."""
    return datetime.now(UTC)


class SqliteLibrary:
    """The port Library. Belongs to the thread that opened it; other threads and programs open their own."""

    def __init__(
        self,
        database: Database,
        originals: OriginalStore,
        audit: SqliteAuditLog,
        *,
        clock: Callable[[], datetime],
        programs: Programs,
        seal: FileSeal = UNSEALED,
    ) -> None:
        self._database = database
        self._programs = programs
        self._seal = seal
        self._originals = originals
        self._audit = audit
        self._login = audit.actor
        self._signed_in: str | None = None
        self._accounts = SqliteAccountStore(database, clock=clock)
        self._gallery = SqliteGalleryStore(database, originals, audit)
        self._browser = SqliteGalleryBrowser(database)
        self._cases = SqliteCaseStore(database, originals, audit, clock=clock)
        self._policies = SqlitePolicyStore(database, clock=clock)
        self._reviews = SqliteReviewStore(database, audit)
        self._backups = FolderBackups(database, LibraryLayout(database.path.parent), audit, clock=clock)
        self._inspector = SqliteInspector(database, originals, audit)
        self._second_reviews = SqliteSecondReviewStore(database, audit)
        self._retention = SqliteRetentionStore(database, originals, audit, clock=clock)
        self._case_retention = SqliteCaseRetention(database, originals, audit, clock=clock)

    @property
    def principal(self) -> Principal:
        """Who acts, with the roles held at this moment."""
        return acting(self._accounts, login=self._login, signed_in=self._signed_in)

    def act_as(self, account: str | None) -> None:
        """Act under the account of that name from now on, None: as nobody."""
        self._signed_in = account
        self._audit.speak_for(self.principal.name)

    def require(self, right: Right) -> None:
        """Raise NotPermittedError, and log the refusal, when who acts has no such right."""
        principal = self.principal
        try:
            principal.check(right)
        except NotPermittedError as error:
            self._audit.append(REFUSED, f"right {right}", {"roles": sorted(principal.roles), "said": str(error)})
            raise

    @property
    def gallery(self) -> SqliteGalleryStore:
        """Subjects and photos."""
        return self._gallery

    @property
    def browser(self) -> SqliteGalleryBrowser:
        """Lists of subjects for the eye."""
        return self._browser

    @property
    def cases(self) -> SqliteCaseStore:
        """Cases and searches."""
        return self._cases

    @property
    def reviews(self) -> SqliteReviewStore:
        """What examiners found on candidates."""
        return self._reviews

    @property
    def second_reviews(self) -> SqliteSecondReviewStore:
        """What second examiners found, blind."""
        return self._second_reviews

    @property
    def accounts(self) -> SqliteAccountStore:
        """Who may come in."""
        return self._accounts

    @property
    def policies(self) -> SqlitePolicyStore:
        """The policy profile that holds."""
        return self._policies

    @property
    def retention(self) -> SqliteRetentionStore:
        """Retention dates, holds and erasures."""
        return self._retention

    @property
    def case_retention(self) -> SqliteCaseRetention:
        """Terms and erasures of cases."""
        return self._case_retention

    @property
    def audit(self) -> SqliteAuditLog:
        """The audit chain."""
        return self._audit

    @property
    def inspector(self) -> SqliteInspector:
        """Looks over the whole library, and mends what can be derived."""
        return self._inspector

    @property
    def seal(self) -> FileSeal:
        """Seals files beside the database that tell of people; leaves them as they are without encryption."""
        return self._seal

    def changes(self) -> int:
        """A number that is another one once another connection, of this program or another, has written."""
        return self._database.changes()

    @property
    def backups(self) -> FolderBackups:
        """Backs the library up."""
        return self._backups

    def transaction(self) -> AbstractContextManager[None]:
        """Group several writes: all or nothing. A transaction inside another one joins it."""
        return self._database.transaction()

    def original_hashes(self) -> tuple[str, ...]:
        """SHA-256 of every original a photo or search refers to, in order."""
        return self._originals.referred()

    def check_original(self, sha256: str) -> None:
        """Read one original. Raises TamperedError, naming the file, when it is missing or its bytes differ."""
        self._originals.read(sha256)

    def unreferenced_originals(self) -> tuple[str, ...]:
        """Files in the store of originals that no photo and no search refers to."""
        return self._originals.unreferenced()

    def close(self) -> None:
        """Release the database."""
        self._database.close()
        self._programs.go_out()


def open_library(
    folder: Path,
    *,
    actor: str,
    clock: Callable[[], datetime] = utc_now,
    create: bool = True,
    busy_seconds: float = BUSY_SECONDS,
    key: LibraryKey | None = None,
    on_append: Callable[[str], None] | None = None,
) -> SqliteLibrary:
    """Open the library in `folder`; make it when there is none and `create` is set.

    `actor` is written into every audit entry; `key` is what an encrypted library was unlocked to; `on_append` is told
    the hash of every audit entry written here. Raises LibraryLockedError for an encrypted library without its key,
    LibraryError, or TamperedError when the database is gone although `audit.head` says that it had entries.
    """
    layout = LibraryLayout(folder)
    finish_conversion(layout, seconds=busy_seconds)
    if not create and not layout.database.exists():
        raise LibraryError(
            f"There is no library in {folder}. Import a gallery into it first, or choose another folder."
        )
    layout.prepare()
    with ExitStack() as undo:
        programs = Programs(layout, form=newest_form(), seconds=busy_seconds)
        programs.come_in()
        undo.callback(programs.go_out)
        _check_key(layout, key)
        _prepare_head(layout)
        database = Database(layout.database, busy_seconds=busy_seconds, key=None if key is None else key.database)
        undo.callback(database.close)
        _bring_up_to_date(database, programs, clock)
        seal = UNSEALED if key is None else key.files
        originals = OriginalStore(database, originals=layout.originals, staging=layout.staging, seal=seal)
        originals.settle_leftovers()
        clear_unfinished((layout.audit_head, layout.keys))  # not before: who makes the library writes a first head
        audit = SqliteAuditLog(database, head_file=layout.audit_head, actor=actor, clock=clock, on_append=on_append)
        _log_creation(database, audit)
        log_noted_restore(layout, database, audit)
        undo.pop_all()
        return SqliteLibrary(database, originals, audit, clock=clock, programs=programs, seal=seal)


def _check_key(layout: LibraryLayout, key: LibraryKey | None) -> None:
    """Refuse what does not fit together before the database is touched."""
    if layout.keys.exists():
        if key is None:
            raise LibraryLockedError(f"The library {layout.folder} is encrypted. Give its passphrase to unlock it.")
        if f'"{key.key_id}"' not in layout.keys.read_text(encoding="utf-8"):
            raise LibraryLockedError(f"The library {layout.folder} was given another key. Unlock it again.")
    elif key is not None:
        raise LibraryLockedError(f"The library {layout.folder} is not encrypted any more. Open it again.")


def _bring_up_to_date(database: Database, programs: Programs, clock: Callable[[], datetime]) -> None:
    """A program of an earlier version must not have the library open while its tables change."""
    if not is_outdated(database):
        migrate(database, clock=clock)
        return
    with programs.alone("brought to a newer form", beside=lambda other: other.form >= newest_form()):
        migrate(database, clock=clock)


def _prepare_head(layout: LibraryLayout) -> None:
    """Write an empty head before the first entry, so that a missing head always means that somebody removed it."""
    head = read_head(layout.audit_head)  # before the database is looked at: another program may be creating it now
    if layout.database.exists() and layout.database.stat().st_size > 0:
        return
    if head is not None and head.sequence > 0:
        raise TamperedError(
            f"The database {layout.database} is missing although {layout.audit_head.name} counts {head.sequence} "
            "audit entries. Restore it from a backup."
        )
    try:
        write_head(layout.audit_head, EMPTY_CHAIN)
    except OSError as error:
        if read_head(layout.audit_head) is not None:  # another program was first, and cleared ours away
            return
        raise LibraryError(
            f"The library folder {layout.folder} cannot be written: {error.strerror}. Check the permissions."
        ) from error


def _log_creation(database: Database, audit: SqliteAuditLog) -> None:
    first = "SELECT 1 FROM audit_entries LIMIT 1"
    with database.transaction() if database.row(first) is None else nullcontext():
        if database.row(first) is None:  # another program may have been first
            audit.append("library.create", "library", {})
