"""Two processes at one library at once: nothing is lost or mixed, and what needs it alone is refused."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from forensic_id.core.errors import LibraryError
from forensic_id.core.progress import ignore_progress, never_cancelled
from forensic_id.core.sealing import LibraryKey
from forensic_id.services.check_library import check_library
from forensic_id.storage.conversion import Conversion
from forensic_id.storage.library import open_library, utc_now
from tests.fakes.sample_records import CASE
from tests.unit.storage.vaults import new_key

HAMMER = """
import sys
from dataclasses import replace
from pathlib import Path
from forensic_id.core.records import SubjectDetails
from forensic_id.core.errors import NotFoundError
from forensic_id.storage.library import open_library
from tests.fakes.sample_records import CASE, enrol, image, search_record
from tests.unit.storage.vaults import PASSPHRASE, vault_of
folder, name = Path(sys.argv[1]), sys.argv[2]
key = vault_of(folder).unlock(PASSPHRASE) if vault_of(folder).exists() else None
library = open_library(folder, actor=name, key=key)
sys.stdin.readline()
for number in range(6):
    enrol(library.gallery, f"{name}-{number}", subject=SubjectDetails(external_id=f"{name}-{number}"))
    library.gallery.edit_subject(f"{name}-{number}", {"name": f"Name {number}"})
    library.gallery.features("b" * 64)
    library.gallery.subjects()
    if number % 3 == 0:
        library.gallery.remove_subject(f"{name}-{number}")
    library.gallery.original(library.gallery.subjects()[-1].photos[0].photo_id) if number % 3 else None
library.close()
"""


@pytest.mark.parametrize("kind", ["plain", "encrypted, with a rollback journal"])
def test_two_processes_hammer_one_library(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "library"
    key: LibraryKey | None = None if kind == "plain" else new_key(folder)
    with closing(open_library(folder, actor="a", key=key)) as library:
        library.cases.open_case(CASE)
        if key is not None:
            library._database.execute("PRAGMA journal_mode = DELETE")
    programs = [
        subprocess.Popen([sys.executable, "-c", HAMMER, str(folder), name], stdin=subprocess.PIPE, text=True)
        for name in ("one", "two")
    ]
    with closing(open_library(folder, actor="reader", key=key)):
        with pytest.raises(LibraryError, match="open elsewhere: process"):
            Conversion(folder, clock=utc_now).convert(
                before=key,
                after=None,
                action="library.decrypt",
                actor="a",
                progress=ignore_progress,
                cancelled=never_cancelled,
            )
        for each in programs:
            each.communicate("go\n", timeout=60)
    assert [each.returncode for each in programs] == [0, 0]
    with closing(open_library(folder, actor="auditor", key=key)) as library:
        assert len(library.gallery.subjects()) == 2 * 4
        found = check_library(library, bundle_id="")
        assert [each for each in found.findings if "picture" not in each.sentence.lower()] == []
        assert library.audit.verify() == found.audit_entries
        assert library.unreferenced_originals() == ()
    assert list((folder / "programs").iterdir()) == []
    assert list((folder / "staging").iterdir()) == []
