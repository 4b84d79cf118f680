"""Bundles on a real shelf: copied whole and verified, chosen, removed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from forensic_id.core.errors import BundleRefusedError, LibraryError
from forensic_id.inference.bundle_choice import CHOICE_FILE, BundleChoice, chosen_folder, read_choice, write_choice
from forensic_id.inference.bundle_shelf import FolderShelf
from tests.fakes.tiny_bundle import write_manifest, write_tiny_bundle


@pytest.fixture
def shelf(tmp_path: Path, tiny_folder: Path) -> FolderShelf:
    return FolderShelf(tmp_path / "models", shipped=tiny_folder)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_tiny_bundle(tmp_path / "download", version="2 beta/x")


def test_the_shipped_bundle_is_always_on_the_shelf(shelf: FolderShelf) -> None:
    (only,) = shelf.installed()
    assert only.shipped
    assert only.card is not None
    assert only.card.full_name == "tiny 1"


def test_a_bundle_is_copied_under_its_name_version_and_id(shelf: FolderShelf, source: Path) -> None:
    (source / "notes.txt").write_text("not of the bundle", encoding="utf-8")
    bundle = shelf.add(source)
    assert bundle.card is not None
    assert bundle.folder == shelf.models / f"tiny-2_beta_x-{bundle.card.bundle_id[:8]}"
    assert sorted(path.name for path in bundle.folder.iterdir()) == [
        "encoder.onnx", "generator.onnx", "landmarks.onnx", "manifest.json",
    ]  # fmt: skip
    assert shelf.installed()[1] == bundle
    assert [path.name for path in shelf.models.iterdir()] == [bundle.folder.name]


def test_a_bundle_with_one_altered_byte_is_refused_and_nothing_is_copied(shelf: FolderShelf, source: Path) -> None:
    data = bytearray((source / "encoder.onnx").read_bytes())
    data[100] ^= 1
    (source / "encoder.onnx").write_bytes(data)
    with pytest.raises(BundleRefusedError, match=r"encoder\.onnx"):
        shelf.add(source)
    assert len(shelf.installed()) == 1


def test_a_bundle_that_changes_while_it_is_copied_is_refused(
    shelf: FolderShelf, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copyfile

    def exchanged(copied: Path, to: Path) -> None:
        write_manifest(source, version="3")
        copy(copied, to)

    monkeypatch.setattr("shutil.copyfile", exchanged)
    with pytest.raises(BundleRefusedError, match="changed while"):
        shelf.add(source)
    assert list(shelf.models.iterdir()) == []


def test_a_bundle_altered_on_the_shelf_is_told_and_can_be_installed_again(shelf: FolderShelf, source: Path) -> None:
    bundle = shelf.add(source)
    (bundle.folder / "encoder.onnx").write_bytes(b"other")
    broken = shelf.installed()[1]
    assert broken.card is None
    assert "encoder.onnx" in broken.refusal
    assert shelf.add(source) == bundle


def test_a_full_disk_is_told_and_leaves_nothing_behind(
    shelf: FolderShelf, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_copied: Path, _to: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfile", full)
    with pytest.raises(LibraryError, match="No space left"):
        shelf.add(source)
    assert list(shelf.models.iterdir()) == []


def test_a_bundle_is_removed_as_a_whole(shelf: FolderShelf, source: Path) -> None:
    bundle = shelf.add(source)
    shelf.remove(bundle)
    assert list(shelf.models.iterdir()) == []
    with pytest.raises(LibraryError, match="cannot be removed"):
        shelf.remove(bundle)


def test_the_choice_and_the_one_before_it_are_kept(shelf: FolderShelf, source: Path) -> None:
    assert (shelf.in_use(), shelf.before()) == (shelf.shipped, None)
    bundle = shelf.add(source)
    for _ in range(2):
        shelf.choose(bundle.folder)
    assert (shelf.in_use(), shelf.before()) == (bundle.folder, shelf.shipped)
    assert chosen_folder(shelf.models, shelf.shipped) == bundle.folder
    shelf.choose(shelf.shipped)
    assert (shelf.in_use(), shelf.before()) == (shelf.shipped, bundle.folder)
    shelf.remove(bundle)
    assert shelf.before() is None


@pytest.mark.parametrize("text", ["", "[]", '{"in_use": "../x", "before": null}', '{"in_use": 3, "before": null}'])
def test_a_choice_that_cannot_be_read_means_the_shipped_bundle(tmp_path: Path, text: str) -> None:
    (tmp_path / CHOICE_FILE).write_text(text, encoding="utf-8")
    assert read_choice(tmp_path) == BundleChoice()


def test_a_choice_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file", encoding="utf-8")
    with pytest.raises(LibraryError, match="permissions"):
        write_choice(tmp_path / "models", BundleChoice(name="x"))
