"""Who has the library open, and what is refused meanwhile."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from forensic_id.core.errors import LibraryError
from forensic_id.storage import file_locks, library, migrations
from forensic_id.storage.file_locks import FileLock
from forensic_id.storage.layout import LibraryLayout
from forensic_id.storage.library import open_library
from forensic_id.storage.migrations import MIGRATIONS, Migration, newest_form
from forensic_id.storage.presence import Presence, Programs

WAITING = """
import sys
from pathlib import Path
from forensic_id.storage.library import open_library
library = open_library(Path(sys.argv[1]), actor="other")
print("in", flush=True)
sys.stdin.read()
"""
LATER = (*MIGRATIONS, Migration(number=newest_form() + 1, name="more", sql="CREATE TABLE more (a TEXT)"))


@contextmanager
def another_program(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has the library open."""
    with subprocess.Popen(
        [sys.executable, "-c", WAITING, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "in\n"
        yield process
        process.kill()


def programs(folder: Path) -> Programs:
    return Programs(LibraryLayout(folder), form=newest_form(), seconds=0.05)


def need_it_alone(folder: Path, purpose: str, beside: Callable[[Presence], bool] = lambda _: False) -> None:
    with programs(folder).alone(purpose, beside=beside):
        pass


def update_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on the program is a later version, with one more migration."""
    form = LATER[-1].number
    monkeypatch.setattr(library, "newest_form", lambda: form)
    monkeypatch.setattr(library, "is_outdated", lambda database: migrations._version(database) < form)
    monkeypatch.setattr(
        library, "migrate", lambda database, clock: migrations.migrate(database, clock=clock, migrations=LATER)
    )


def test_a_process_is_named_until_it_ends_and_forgotten_when_it_is_killed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_library(folder, actor="a").close()
    with another_program(folder) as process:
        with pytest.raises(LibraryError, match=rf"cannot be restored .*process {process.pid} of "):
            need_it_alone(folder, "restored")
        with monkeypatch.context() as patch:
            update_the_program(patch)
            with pytest.raises(LibraryError, match=rf"newer form .*process {process.pid} of "):
                open_library(folder, actor="a")
        process.kill()
        process.wait()
        assert len(list((folder / "programs").iterdir())) == 1
        with programs(folder).alone("restored"):
            assert list((folder / "programs").iterdir()) == []
    update_the_program(monkeypatch)
    newer = open_library(folder, actor="a")
    assert "more" in newer._database.table_names()
    newer.close()


def test_nobody_comes_in_while_somebody_needs_it_alone(folder: Path) -> None:
    open_library(folder, actor="a").close()
    with programs(folder).alone("restored"):
        with pytest.raises(LibraryError, match=rf"being restored by process {os.getpid()} of .*Wait"):
            open_library(folder, actor="b", busy_seconds=0.05)
        with pytest.raises(LibraryError, match="being restored by"), programs(folder).alone("encrypted"):
            pass
    open_library(folder, actor="b").close()


def test_an_exclusive_step_that_fails_lets_others_in_again(folder: Path) -> None:
    open_library(folder, actor="a").close()

    def fail() -> None:
        with programs(folder).alone("restored"):
            raise ValueError("planted")

    with pytest.raises(ValueError, match="planted"):
        fail()
    open_library(folder, actor="b").close()


def test_a_door_that_stays_shut_is_a_sentence(folder: Path) -> None:
    open_library(folder, actor="a").close()
    door = FileLock(folder / "library.lock")
    assert door.acquire()
    with pytest.raises(LibraryError, match="for too long"):
        open_library(folder, actor="b", busy_seconds=0.01)
    door.release()


def test_those_who_know_the_form_may_stay(folder: Path) -> None:
    layout = LibraryLayout(folder)
    open_library(folder, actor="a").close()
    other = Programs(layout, form=newest_form(), seconds=0.05)
    other.come_in()
    need_it_alone(folder, "brought to a newer form", lambda each: each.form >= newest_form())
    with pytest.raises(LibraryError, match="newer form"):
        need_it_alone(folder, "brought to a newer form", lambda each: each.form > newest_form())
    other.go_out()


@pytest.mark.parametrize("text", ["", "[]", '{"pid": "x"}'])
def test_a_card_that_cannot_be_read_counts_all_the_same(folder: Path, text: str) -> None:
    open_library(folder, actor="a").close()
    lock = FileLock(folder / "programs" / "x.json")
    lock.write("not held: nothing is written")
    assert lock.acquire()
    lock.write(text)
    with pytest.raises(LibraryError, match="process 0 of unknown"), programs(folder).alone("restored"):
        pass
    lock.release()


def test_a_library_that_is_closed_leaves_no_card(folder: Path) -> None:
    opened = [open_library(folder, actor="a") for _ in range(3)]
    cards = [json.loads(path.read_text()) for path in (folder / "programs").iterdir()]
    assert [card["pid"] for card in cards] == [os.getpid()] * 3
    for each in opened:
        each.close()
    assert list((folder / "programs").iterdir()) == []


def test_a_file_system_without_locks_is_a_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(file_locks, "_lock", refuse)
    with pytest.raises(LibraryError, match="knows no locks"):
        open_library(folder, actor="a")


def test_a_folder_that_cannot_be_written_is_a_sentence(folder: Path) -> None:
    open_library(folder, actor="a").close()
    (folder / "programs").rmdir()
    (folder / "programs").touch()
    with pytest.raises(LibraryError, match="cannot be made"):
        open_library(folder, actor="a")
    (folder / "library.lock").unlink()
    (folder / "programs").unlink()
    (folder / "library.lock").mkdir()
    with pytest.raises(LibraryError, match="cannot be opened"):
        open_library(folder, actor="a")
