"""A library of an earlier version is copied before it is changed, and stays usable when that is cut short."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from forensic_id.core.errors import LibraryError
from forensic_id.storage.database import Database
from forensic_id.storage.library import open_library
from forensic_id.storage.migrations import MIGRATIONS, Migration, migrate
from tests.unit.storage.conftest import fixed_clock

EARLIER = 9
KILLED = """
import os, sys
from pathlib import Path
from forensic_id.storage.database import Database
from forensic_id.storage.migrations import MIGRATIONS, migrate
from tests.unit.storage.conftest import fixed_clock
database = Database(Path(sys.argv[1]))
script = database.script
database.script = lambda sql: (script(sql), os._exit(9))
migrate(database, clock=fixed_clock, migrations=MIGRATIONS)
"""


@pytest.fixture
def earlier(folder: Path) -> Path:
    """The database of a library in form 9, with an audit entry."""
    folder.mkdir()
    path = folder / "library.sqlite3"
    database = Database(path)
    migrate(database, clock=fixed_clock, migrations=MIGRATIONS[:EARLIER])
    database.execute("INSERT INTO policies VALUES (1, '2025-01-01T00:00:00+00:00', '{}')")
    database.close()
    return path


def form(path: Path) -> int:
    database = Database(path)
    row = database.row("SELECT max(number) FROM migrations")
    database.close()
    assert row is not None
    return int(row[0])


def copies(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.glob("library.sqlite3.*"))


def test_an_earlier_form_is_kept_whole_beside_the_newer_one(earlier: Path) -> None:
    (earlier.parent / "audit.head").write_text(f'{{"sequence": 0, "entry_hash": "{"0" * 64}"}}', encoding="utf-8")
    open_library(earlier.parent, actor="a", clock=fixed_clock).close()
    assert form(earlier) == MIGRATIONS[-1].number
    assert copies(earlier) == ["library.sqlite3.form9"]
    kept = earlier.with_name("library.sqlite3.form9")
    assert form(kept) == EARLIER
    open_library(earlier.parent, actor="a", clock=fixed_clock).close()
    assert copies(earlier) == ["library.sqlite3.form9"]


def test_a_new_library_has_nothing_to_copy(folder: Path) -> None:
    open_library(folder, actor="a", clock=fixed_clock).close()
    assert copies(folder / "library.sqlite3") == []


def test_killed_in_the_middle_the_earlier_form_is_as_it_was(earlier: Path) -> None:
    root = Path(__file__).resolve().parents[3]
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(earlier)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        check=False,
    )
    assert killed.returncode == 9
    assert form(earlier) == EARLIER
    database = Database(earlier)
    migrate(database, clock=fixed_clock)
    database.close()
    assert form(earlier) == MIGRATIONS[-1].number
    assert copies(earlier) == ["library.sqlite3.form9"]


def test_a_step_that_fails_leaves_the_earlier_form(earlier: Path) -> None:
    broken = (*MIGRATIONS, Migration(number=MIGRATIONS[-1].number + 1, name="broken", sql="CREATE nonsense;"))
    database = Database(earlier)
    with pytest.raises(Exception, match="nonsense"):
        migrate(database, clock=fixed_clock, migrations=broken)
    database.close()
    assert form(earlier) == EARLIER


def test_without_a_copy_nothing_is_changed(earlier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = Database(earlier)

    def full(*_arguments: object, **_named: object) -> None:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(Database, "copy_to", full)
    with pytest.raises(LibraryError, match=r"the library is copied\. That failed: The disk is full"):
        migrate(database, clock=fixed_clock)
    monkeypatch.undo()
    row = Database.row
    monkeypatch.setattr(
        Database, "row", lambda self, sql: ("page 3 is broken",) if "integrity_check" in sql else row(self, sql)
    )
    with pytest.raises(LibraryError, match="is damaged: so is the library"):
        migrate(database, clock=fixed_clock)
    monkeypatch.undo()
    database.close()
    assert form(earlier) == EARLIER
    assert copies(earlier) == []
