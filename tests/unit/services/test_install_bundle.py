"""Bundles are installed, used, gone back to and removed, and the audit log tells of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from forensic_id.core.errors import BundleRefusedError, InvalidInputError, LibraryError, NotFoundError
from forensic_id.core.model_card import ModelCard
from forensic_id.services.compare_bundles import compare_bundles, figures
from forensic_id.services.install_bundle import find_bundle, install_bundle, remove_bundle, use_bundle
from tests.fakes.calibrations import sample_calibration
from tests.fakes.in_memory_bundle_shelf import SHIPPED, InMemoryBundleShelf
from tests.fakes.in_memory_library import InMemoryLibrary

OLD = ModelCard(
    bundle_id="a" * 64, name="compact", version="1", measured={"cufs": {"recall_1": 0.8, "sketches": 100}}
)
NEW = ModelCard(
    bundle_id="b" * 64,
    name="compact",
    version="2",
    measured={"cufs": {"recall_1": 0.9, "sketches": 100}, "new": {"recall_1": 0.5}},
    calibration=sample_calibration(),
)
SOURCE = Path("download")


@pytest.fixture
def shelf() -> InMemoryBundleShelf:
    shelf = InMemoryBundleShelf(OLD)
    shelf.offered[SOURCE] = NEW
    return shelf


@pytest.fixture
def library() -> InMemoryLibrary:
    return InMemoryLibrary()


def logged(library: InMemoryLibrary) -> list[tuple[str, dict[str, Any]]]:
    return [(entry.action, entry.details) for entry in library.audit.list]


def test_an_installed_bundle_is_on_the_shelf_and_logged_once(
    shelf: InMemoryBundleShelf, library: InMemoryLibrary
) -> None:
    bundle = install_bundle(SOURCE, shelf=shelf, library=library)
    assert bundle in shelf.installed()
    assert install_bundle(SOURCE, shelf=shelf, library=library) == bundle
    assert logged(library) == [("bundle.install", {"bundle_id": "b" * 64, "name": "compact", "version": "2"})]
    assert shelf.in_use() == SHIPPED


def test_what_is_no_bundle_or_cannot_be_copied_is_refused_without_a_trace(
    shelf: InMemoryBundleShelf, library: InMemoryLibrary
) -> None:
    with pytest.raises(BundleRefusedError):
        install_bundle(Path("nothing"), shelf=shelf, library=library)
    shelf.full = True
    with pytest.raises(LibraryError):
        install_bundle(SOURCE, shelf=shelf, library=library)
    assert logged(library) == []


def test_a_broken_bundle_on_the_shelf_does_not_stand_in_the_way(
    shelf: InMemoryBundleShelf, library: InMemoryLibrary
) -> None:
    shelf.folders.insert(0, Path("models/broken"))
    assert install_bundle(SOURCE, shelf=shelf, library=library).card == NEW


def test_every_use_is_logged_with_the_ids_before_and_after(
    shelf: InMemoryBundleShelf, library: InMemoryLibrary
) -> None:
    bundle = install_bundle(SOURCE, shelf=shelf, library=library)
    use_bundle(bundle.folder, shelf=shelf, library=library)
    assert shelf.in_use() == bundle.folder
    del shelf.offered[bundle.folder]
    use_bundle(SHIPPED, shelf=shelf, library=library)
    assert logged(library)[1:] == [
        ("bundle.use", {"before": "a" * 64, "after": "b" * 64}),
        ("bundle.use", {"before": "", "after": "a" * 64}),
    ]


def test_a_choice_that_cannot_be_kept_is_not_logged(shelf: InMemoryBundleShelf, library: InMemoryLibrary) -> None:
    shelf.locked = True
    with pytest.raises(LibraryError):
        use_bundle(SHIPPED, shelf=shelf, library=library)
    assert logged(library) == []


def test_refused_and_unknown_bundles_are_not_used(shelf: InMemoryBundleShelf, library: InMemoryLibrary) -> None:
    shelf.folders.append(Path("models/broken"))
    with pytest.raises(BundleRefusedError):
        use_bundle(Path("models/broken"), shelf=shelf, library=library)
    with pytest.raises(NotFoundError, match="Install it first"):
        use_bundle(SOURCE, shelf=shelf, library=library)


def test_only_a_bundle_that_is_neither_shipped_nor_in_use_is_removed(
    shelf: InMemoryBundleShelf, library: InMemoryLibrary
) -> None:
    bundle = install_bundle(SOURCE, shelf=shelf, library=library)
    use_bundle(bundle.folder, shelf=shelf, library=library)
    with pytest.raises(InvalidInputError, match="came with the program"):
        remove_bundle(SHIPPED, shelf=shelf, library=library)
    with pytest.raises(InvalidInputError, match="in use"):
        remove_bundle(bundle.folder, shelf=shelf, library=library)
    use_bundle(SHIPPED, shelf=shelf, library=library)
    remove_bundle(bundle.folder, shelf=shelf, library=library)
    assert [each.folder for each in shelf.installed()] == [SHIPPED]
    assert logged(library)[-1] == ("bundle.remove", {"bundle_id": "b" * 64, "folder": bundle.folder.name})


def test_a_refused_bundle_can_be_removed(shelf: InMemoryBundleShelf, library: InMemoryLibrary) -> None:
    shelf.folders.append(Path("models/broken"))
    remove_bundle(Path("models/broken"), shelf=shelf, library=library)
    assert logged(library) == [("bundle.remove", {"bundle_id": "", "folder": "broken"})]


def test_a_bundle_is_found_by_its_folder_and_the_beginning_of_its_id(
    shelf: InMemoryBundleShelf, library: InMemoryLibrary
) -> None:
    bundle = install_bundle(SOURCE, shelf=shelf, library=library)
    shelf.folders.append(Path("models/broken"))
    assert find_bundle("shipped", shelf).folder == SHIPPED
    assert find_bundle("bbb", shelf) == find_bundle(bundle.folder.name, shelf) == bundle
    assert find_bundle("broken", shelf).refusal
    with pytest.raises(NotFoundError, match="shipped, compact-2-bbbbbbbb, broken"):
        find_bundle("other", shelf)
    with pytest.raises(NotFoundError):
        find_bundle("", shelf)


def test_an_id_that_means_several_bundles_is_refused(shelf: InMemoryBundleShelf, library: InMemoryLibrary) -> None:
    shelf.offered[SOURCE] = ModelCard(bundle_id="a" * 63 + "0", name="x", version="1")
    install_bundle(SOURCE, shelf=shelf, library=library)
    with pytest.raises(InvalidInputError, match="means 2 bundles"):
        find_bundle("aaaa", shelf)


def test_the_figures_of_two_bundles_stand_side_by_side() -> None:
    pairs = {(pair.test_set, pair.name): pair for pair in compare_bundles(OLD, NEW)}
    both = pairs["cufs", "recall@1"]
    assert both.first is not None
    assert both.second is not None
    assert (both.first.value[:5], both.second.value[:5]) == ("0.800", "0.900")
    assert both.first.interval.startswith("0.7")
    assert pairs["new", "recall@1"].first is None
    assert pairs["calibration", "Cllr"].second is not None
    assert [each.name for each in figures(OLD)] == ["sketches", "recall@1"]
