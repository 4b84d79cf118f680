"""A library encrypted and decrypted in place: nothing lost, nothing left in plain, killed at any moment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from forensic_id.core.errors import CancelledError, LibraryError, LibraryLockedError, TamperedError
from forensic_id.core.progress import ignore_progress, never_cancelled
from forensic_id.core.sealing import LibraryKey
from forensic_id.storage import engines
from forensic_id.storage.conversion import Conversion
from forensic_id.storage.library import SqliteLibrary, open_library
from tests.fakes.sample_records import enrol
from tests.unit.storage.conftest import fixed_clock
from tests.unit.storage.vaults import PASSPHRASE, vault_of

PHOTOS = ("anna", "berta", "clara")
STRIDE = int(os.environ.get("FORENSIC_ID_TEST_STRIDE", "9"))
"""Steps between two places at which conversions are killed; 1 tries every one and takes a minute."""


@dataclass(kw_only=True)
class Filled:
    """A library folder with three photos, and the key it is encrypted with, if it is."""

    folder: Path
    key: LibraryKey | None = None

    def open(self) -> SqliteLibrary:
        return open_library(self.folder, actor="Zoë", clock=fixed_clock, key=self.key)

    def conversion(self) -> Conversion:
        return Conversion(self.folder, clock=fixed_clock, busy_seconds=0.05)

    def prepared(self) -> LibraryKey:
        conversion = self.conversion()
        return vault_of(self.folder).create(PASSPHRASE, path=conversion.keys_in_work).key

    def convert(self, after: LibraryKey | None, action: str = "library.encrypt") -> int:
        copied = self.conversion().convert(
            before=self.key,
            after=after,
            action=action,
            actor="Zoë",
            progress=ignore_progress,
            cancelled=never_cancelled,
        )
        self.key = after
        return copied

    def encrypt(self) -> None:
        self.convert(self.prepared())

    def check(self, *, actions: list[str]) -> None:
        """Everything is there, and the audit log says what happened."""
        with closing(self.open()) as library:
            assert [subject.details.external_id for subject in library.gallery.subjects()] == list(PHOTOS)
            originals = [library.gallery.original(number) for number in (1, 2, 3)]
            assert originals == [f"IMG:{name}".encode() for name in PHOTOS]
            assert library.unreferenced_originals() == ()
            entries = [entry.action for entry in library.audit.entries()]
            assert entries == ["library.create", *["photo.enrol"] * 3, *actions]
            assert library.audit.verify() == len(entries)
        assert not (self.folder / "conversion").exists()


def plain_traces(folder: Path) -> list[str]:
    """Files of the library that tell a name or hold an original."""
    marks = [name.encode() for name in PHOTOS] + [b"IMG:", b"SQLite format", b"case 7"]
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(mark in path.read_bytes() for mark in marks)
    ]


@pytest.fixture
def filled(folder: Path) -> Filled:
    with closing(open_library(folder, actor="Zoë", clock=fixed_clock)) as library:
        for name in PHOTOS:
            enrol(library.gallery, name)
    (folder / "batches.json").write_text("case 7")
    (folder / "library.sqlite3.form3").write_text("anna, in an earlier form")
    return Filled(folder=folder)


def test_encrypted_and_decrypted_again_everything_is_there(filled: Filled) -> None:
    assert len(plain_traces(filled.folder)) == 6
    filled.encrypt()
    assert plain_traces(filled.folder) == []
    filled.check(actions=["library.encrypt"])
    with pytest.raises(LibraryLockedError, match="passphrase"):
        replace(filled, key=None).open()
    assert filled.convert(None, "library.decrypt") == 3
    filled.check(actions=["library.encrypt", "library.decrypt"])
    assert (filled.folder / "batches.json").read_text() == "case 7"
    assert not (filled.folder / "keys.json").exists()


def test_another_key_ends_the_one_before(filled: Filled) -> None:
    filled.encrypt()
    before = filled.key
    filled.convert(filled.prepared(), "library.rekey")
    filled.check(actions=["library.encrypt", "library.rekey"])
    with pytest.raises(LibraryLockedError, match="another key"):
        replace(filled, key=before).open()


def test_a_key_for_a_library_that_is_not_encrypted_any_more_is_refused(filled: Filled) -> None:
    filled.encrypt()
    before = filled.key
    filled.convert(None, "library.decrypt")
    with pytest.raises(LibraryLockedError, match="not encrypted any more"):
        replace(filled, key=before).open()


def test_an_open_library_is_not_converted(filled: Filled) -> None:
    key = filled.prepared()
    with closing(filled.open()), pytest.raises(LibraryError, match=f"cannot be encrypted .*process {os.getpid()}"):
        filled.convert(key)
    filled.conversion().abandon()
    filled.check(actions=[])


KILLED = """
import os, shutil, signal, sys
from pathlib import Path
from forensic_id.core.progress import ignore_progress, never_cancelled
from forensic_id.storage.conversion import Conversion
from tests.unit.storage.conftest import fixed_clock
from tests.unit.storage.vaults import PASSPHRASE, vault_of
template, place, action, stride = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])

def convert(folder, deadly):
    steps = 0
    def count(event, arguments):
        nonlocal steps
        changes = event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate")
        if changes or event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR):
            steps += 1
            if steps == deadly:
                os.kill(os.getpid(), signal.SIGKILL)
    work = Conversion(folder, clock=fixed_clock)
    before = vault_of(folder).unlock(PASSPHRASE) if action != "library.encrypt" else None
    after = None
    if action != "library.decrypt":
        after = vault_of(folder).create(PASSPHRASE, path=work.keys_in_work).key
    sys.addaudithook(count)
    keys = {"before": before, "after": after}
    work.convert(**keys, action=action, actor="Zoë", progress=ignore_progress, cancelled=never_cancelled)

step, killed = 1 - stride, True
while killed:
    step += stride
    folder = place / str(step)
    shutil.copytree(template, folder)
    child = os.fork()
    if not child:
        convert(folder, step)
        os._exit(0)
    killed = os.waitpid(child, 0)[1] == signal.SIGKILL
print(step)
"""


def killed_everywhere(filled: Filled, place: Path, action: str) -> Iterator[Filled]:
    """Copies of the library, each converted by a process that was killed some steps later than the one before.

    A step is a file opened for writing, moved, or removed.
    """
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(filled.folder), str(place), action, str(STRIDE)],
        check=True,
        capture_output=True,
        text=True,
    )
    steps = int(done.stdout)
    assert steps > 2 * STRIDE
    for step in range(1, steps + 1, STRIDE):
        yield Filled(folder=place / str(step), key=filled.key)


def test_killed_at_any_step_an_encryption_is_undone_or_done(filled: Filled, tmp_path: Path) -> None:
    states = []
    for copy in killed_everywhere(filled, tmp_path, "library.encrypt"):
        try:
            copy.open().close()
        except LibraryLockedError:
            copy.key = vault_of(copy.folder).unlock(PASSPHRASE)
            states.append("encrypted")
            assert plain_traces(copy.folder) == []
        else:
            states.append("plain")
            begun = vault_of(copy.folder).unlock(PASSPHRASE, path=copy.conversion().keys_in_work)
            copy.convert(begun)
        copy.check(actions=["library.encrypt"])
    assert states == sorted(states, reverse=True)
    assert set(states) == {"plain", "encrypted"}


def test_killed_at_any_step_a_decryption_is_undone_or_done(filled: Filled, tmp_path: Path) -> None:
    filled.encrypt()
    states = []
    for copy in killed_everywhere(filled, tmp_path, "library.decrypt"):
        try:
            copy.open().close()
            states.append("encrypted")
            assert plain_traces(copy.folder) == []
            actions = ["library.encrypt"]
        except LibraryLockedError:
            copy.key = None
            states.append("plain")
            actions = ["library.encrypt", "library.decrypt"]
        copy.check(actions=actions)
    assert states == sorted(states)
    assert set(states) == {"plain", "encrypted"}


def test_cancelled_or_failed_it_leaves_the_library_as_it_was(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = iter(range(100))
    with pytest.raises(CancelledError):
        filled.conversion().convert(
            before=None,
            after=filled.prepared(),
            action="library.encrypt",
            actor="Zoë",
            progress=ignore_progress,
            cancelled=lambda: next(calls) == 2,
        )
    filled.check(actions=[])

    def refuse(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    key = filled.prepared()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(LibraryError, match=r"cannot be encrypted: .*No space left.* unchanged"):
            filled.convert(key)
    filled.check(actions=[])


def test_a_drive_that_is_too_small_is_refused_before_anything_is_written(
    filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = filled.prepared()
    usage = shutil.disk_usage(filled.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage._replace(free=1 << 20))
    with pytest.raises(LibraryError, match=r"1 MB free; .* needs 64 MB"):
        filled.convert(key)
    filled.check(actions=[])


def test_an_altered_original_and_a_stranger_stop_it(filled: Filled) -> None:
    stranger = filled.folder / "originals" / "holiday.jpg"
    stranger.touch()
    with pytest.raises(LibraryError, match=r"holiday\.jpg.*Move it out"):
        filled.convert(filled.prepared())
    stranger.unlink()
    original = next(path for path in (filled.folder / "originals").rglob("*") if path.is_file())
    data = original.read_bytes()
    original.write_bytes(b"other")
    with pytest.raises(TamperedError, match="altered"):
        filled.convert(filled.prepared())
    original.write_bytes(data)
    filled.check(actions=[])


def test_exchanged_originals_are_noticed(filled: Filled) -> None:
    filled.encrypt()
    first, second = sorted(path for path in (filled.folder / "originals").rglob("*") if path.is_file())[:2]
    shutil.copy(first, second)
    with closing(filled.open()) as library, pytest.raises(TamperedError, match="exchanged with another file"):
        library.check_original(second.parent.name + second.name)


def test_a_damaged_list_of_batches_is_given_up(filled: Filled) -> None:
    filled.encrypt()
    (filled.folder / "batches.json").write_bytes(b"damaged")
    (filled.folder / "damaged-batches.json").write_bytes(b"older")
    filled.convert(None, "library.decrypt")
    assert not list(filled.folder.glob("*batches.json"))
    filled.check(actions=["library.encrypt", "library.decrypt"])


def test_key_file_and_database_that_do_not_belong_together_are_a_sentence(filled: Filled) -> None:
    filled.encrypt()
    filled.key = vault_of(filled.folder).create(PASSPHRASE, path=filled.folder / "keys.json").key
    with pytest.raises(LibraryError, match="do not belong together"):
        filled.open()
    (filled.folder / "keys.json").unlink()
    with pytest.raises(LibraryError, match="key file is gone"):
        Filled(folder=filled.folder).open()


def test_without_the_engine_an_encrypted_library_is_a_sentence(
    filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert engines.why_no_cipher_engine() == ""
    filled.encrypt()
    monkeypatch.setattr(engines, "sqlcipher", None)
    with pytest.raises(LibraryError, match="extra 'encryption'"):
        filled.open()
