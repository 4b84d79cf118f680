"""The operations that are struck by faults: how a library for them is made, and what they do to it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from forensic_id.core.audit_chain import EMPTY_CHAIN
from forensic_id.core.errors import LibraryLockedError, WrongPassphraseError
from forensic_id.core.policy import Policy
from forensic_id.core.progress import ignore_progress, never_cancelled
from forensic_id.core.records import SearchParameters
from forensic_id.core.review import Decision, ReviewContent
from forensic_id.core.sealing import LibraryKey
from forensic_id.matching.index import ParzenIndex
from forensic_id.services.backup_library import backup_library, restore_backup
from forensic_id.services.choose_policy import choose_policy
from forensic_id.services.erase_cases import carry_out_cases, plan_case_expungement
from forensic_id.services.erase_subjects import carry_out, plan_expungement
from forensic_id.services.identify import IdentifyRequest, SearchTools, identify
from forensic_id.services.import_gallery import import_gallery
from forensic_id.services.manage_cases import open_case
from forensic_id.services.match_folder import MatchFolderRequest, match_folder
from forensic_id.services.probe import SketchInput
from forensic_id.services.review_candidates import save_review
from forensic_id.storage.audit import SqliteAuditLog
from forensic_id.storage.audit_head import write_head
from forensic_id.storage.backup_manifest import finished_backups
from forensic_id.storage.conversion import Conversion
from forensic_id.storage.database import Database
from forensic_id.storage.layout import LibraryLayout
from forensic_id.storage.library import SqliteLibrary, open_library
from forensic_id.storage.migrations import MIGRATIONS, migrate
from forensic_id.storage.restoring import FolderRestorer
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import FakeFaceEncoder
from tests.fakes.fake_feature_generator import FakeFeatureGenerator
from tests.fakes.fake_image_loader import FakeImageLoader
from tests.faults.contents import contents
from tests.unit.services.search_desk import CASE, new_reader
from tests.unit.storage.vaults import PASSPHRASE, vault_of

Told = Callable[[str], None]
"""Called with the beginning of a line of the contents once the operation has reported that thing as done."""

NEW_PASSPHRASE = "quite another passphrase"
SUBJECTS = 8
SKETCHES = 3
EXPUNGED = tuple(f"person-{number}" for number in range(SUBJECTS // 2))
_NOW = datetime(2025, 4, 1, 9, 30, tzinfo=UTC)


def _nothing(_folder: Path) -> list[str]:
    return []


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """An operation. `prepare` makes a folder with `library` and what the operation reads; `act` carries it out.

    `act` can be called again on what a killed one left, and then completes it. `takes_away` are beginnings of lines
    of the contents that the operation removes on purpose; `goes_on_from` is what a killed one may leave in the
    library's folder until it is done again. `check` looks at what it makes outside of the library.
    """

    name: str
    prepare: Callable[[Path], None]
    act: Callable[[Path, Told], None]
    check: Callable[[Path], list[str]] = _nothing
    takes_away: tuple[str, ...] = ()
    goes_on_from: tuple[str, ...] = ()


def now() -> datetime:
    """The time in all scenarios."""
    return _NOW


def opened(folder: Path) -> SqliteLibrary:
    """The library of a prepared folder."""
    place = partial(open_library, folder / "library", actor="examiner", clock=now, busy_seconds=5)
    try:
        return place()
    except LibraryLockedError:  # encrypted; perhaps only just now, by completing what was killed
        return place(key=_unlocked(folder))


def with_photos(folder: Path, *, subjects: int = SUBJECTS) -> None:
    """A folder of photos, two of each subject."""
    for number in range(2 * subjects):
        path = folder / "photos" / f"person-{number // 2}" / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"IMG:{number}".encode() + bytes(4000))


def with_gallery(folder: Path) -> None:
    """Photos, enrolled, an open case, and sketches to search."""
    with_photos(folder)
    (folder / "sketches").mkdir()
    for number in range(SKETCHES):
        (folder / "sketches" / f"sketch-{number}.png").write_bytes(f"IMG:sketch {number}".encode() + bytes(3000))
    import_photos(folder, _nobody)
    library = opened(folder)
    open_case(library, number=CASE, offence="theft", authority="law", requester="officer")
    library.close()


def with_search(folder: Path) -> None:
    """A gallery and a search of the first sketch."""
    with_gallery(folder)
    search_sketch(folder, _nobody)


def in_old_form(folder: Path) -> None:
    """A library as the first form had it: with entries in its audit log, without what came later."""
    layout = LibraryLayout(folder / "library")
    layout.prepare()
    write_head(layout.audit_head, EMPTY_CHAIN)
    database = Database(layout.database)
    migrate(database, clock=now, migrations=MIGRATIONS[:3])
    audit = SqliteAuditLog(database, head_file=layout.audit_head, actor="examiner", clock=now)
    for number in range(5):
        audit.append("subject.view", f"subject {number}", {})
    database.close()


def encrypted(folder: Path) -> None:
    """A library with a search, encrypted."""
    with_search(folder)
    encrypt_library(folder, _nobody)


def import_photos(folder: Path, told: Told) -> None:
    """Import the folder of photos."""
    library = opened(folder)
    import_gallery(
        folder / "photos",
        library=library,
        loader=FakeImageLoader(),
        aligner=FakeFaceAligner(),
        encoder=FakeFaceEncoder(),
        on_outcome=lambda outcome: told(f"photo {outcome.subject} {Path(outcome.path).name} "),
    )
    library.close()


def search_sketch(folder: Path, told: Told) -> None:
    """Search one sketch."""
    library = opened(folder)
    sketch = SketchInput(path=folder / "sketches" / "sketch-0.png")
    request = IdentifyRequest(sketches=(sketch,), case_number=CASE, parameters=SearchParameters(top=5, samples=4))
    identify(request, _tools(library))
    told("search sketch-0.png ")
    library.close()


def search_folder(folder: Path, told: Told) -> None:
    """Search the folder of sketches as a batch."""
    library = opened(folder)
    request = MatchFolderRequest(
        folder=folder / "sketches",
        out=folder / "out",
        case_number=CASE,
        parameters=SearchParameters(top=5, samples=4),
    )
    match_folder(request, _tools(library), new_reader, on_record=lambda name, _: told(f"search {Path(name).name} "))
    library.close()


def review_candidates(folder: Path, told: Told) -> None:
    """Review the first candidates, those that are not reviewed yet."""
    library = opened(folder)
    reviewed = {review.rank for review in library.reviews.newest(1)}
    for rank in sorted({1, 2, 3, 4} - reviewed):
        content = ReviewContent(decision=Decision.EXCLUDED, reason="another nose", notes=f"note {rank}")
        save_review(library, 1, rank, content, based_on=0)
        told(f"review sketch-0.png {rank} 1 note {rank}")
    library.close()


def migrate_library(folder: Path, _told: Told) -> None:
    """Open a library in an old form."""
    opened(folder).close()


def change_policy(folder: Path, told: Told) -> None:
    """Have another profile hold."""
    library = opened(folder)
    choose_policy(library, Policy(name="strict", title="Strict"))
    told("strict")
    library.close()


def expunge_people(folder: Path, _told: Told) -> None:
    """Expunge half of the people, on an order."""
    library = opened(folder)
    carry_out(library, plan_expungement(library, EXPUNGED, reference="court order 9"))
    library.close()


def expunge_case(folder: Path, _told: Told) -> None:
    """Expunge the case with its search and sketch, on an order."""
    library = opened(folder)
    plan = plan_case_expungement(library, [CASE], reference="court order 9")
    carry_out_cases(library, plan, folder / "library")
    library.close()


def back_up(folder: Path, _told: Told) -> None:
    """Add a backup to a folder of backups."""
    library = opened(folder)
    backup_library(library, folder / "backups")
    library.close()


def broken_backups(folder: Path) -> list[str]:
    """Backups that look whole and cannot be restored to what the library holds."""
    problems = []
    for number, backup in enumerate(finished_backups(folder / "backups")):
        restored = folder / f"restored {number}" / "library"
        shutil.rmtree(restored.parent, ignore_errors=True)
        restore_backup(backup, restored, restorer=FolderRestorer(clock=now), actor="examiner")
        library, copy = opened(folder), opened(restored.parent)
        if contents(library) != contents(copy):
            problems.append(f"backup {backup.name} is not what the library holds")
        library.close()
        copy.close()
    return problems


def encrypt_library(folder: Path, _told: Told) -> None:
    """Encrypt the library in place."""
    opened(folder).close()  # completes what a killed one had decided on
    vault = vault_of(folder / "library")
    if vault.exists():
        return
    conversion = Conversion(folder / "library", clock=now)
    key = vault.create(PASSPHRASE, path=conversion.keys_in_work).key
    conversion.convert(
        before=None,
        after=key,
        action="library.encrypt",
        actor="examiner",
        progress=ignore_progress,
        cancelled=never_cancelled,
    )


def change_key(folder: Path, _told: Told) -> None:
    """Set another passphrase."""
    vault_of(folder / "library").change_passphrase(_unlocked(folder), NEW_PASSPHRASE)


SCENARIOS = {
    scenario.name: scenario
    for scenario in (
        Scenario(name="import", prepare=with_photos, act=import_photos),
        Scenario(name="search", prepare=with_gallery, act=search_sketch),
        Scenario(name="batch", prepare=with_gallery, act=search_folder),
        Scenario(name="review", prepare=with_search, act=review_candidates),
        Scenario(name="migration", prepare=in_old_form, act=migrate_library),
        Scenario(name="policy change", prepare=with_gallery, act=change_policy, takes_away=("default",)),
        Scenario(name="backup", prepare=with_search, act=back_up, check=broken_backups),
        Scenario(name="encryption", prepare=with_search, act=encrypt_library, goes_on_from=("conversion",)),
        Scenario(name="key change", prepare=encrypted, act=change_key),
        Scenario(
            name="purge",
            prepare=with_search,
            act=expunge_people,
            takes_away=tuple(f"photo {external_id} " for external_id in EXPUNGED),
        ),
        Scenario(name="case erasure", prepare=with_search, act=expunge_case, takes_away=("case ", "search ")),
    )
}


def _nobody(_line: str) -> None:
    """Nobody is told."""


def _unlocked(folder: Path) -> LibraryKey:
    """The key of an encrypted library, by the passphrase that holds."""
    vault = vault_of(folder / "library")
    try:
        return vault.unlock(PASSPHRASE)
    except WrongPassphraseError:
        return vault.unlock(NEW_PASSPHRASE)


def _tools(library: SqliteLibrary) -> SearchTools:
    return SearchTools(
        library=library,
        reader=new_reader(),
        generator=FakeFeatureGenerator(),
        scorer=ParzenIndex(),
        clock=now,
        app_version="1",
    )
