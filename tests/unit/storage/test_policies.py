from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from forensic_id.core.errors import DefectError
from forensic_id.core.policy import DEFAULT_POLICY, Policy
from forensic_id.core.ports import Library
from forensic_id.services.choose_policy import choose_policy
from forensic_id.storage.library import SqliteLibrary, open_library

STRICT = Policy(name="strict", title="Strict", mandatory_sketch_fields=("kind",), most_candidates=5)


def test_the_default_profile_holds_until_another_is_chosen_and_the_last_choice_counts(library: Library) -> None:
    assert library.policies.current() == DEFAULT_POLICY
    library.policies.choose(STRICT)
    assert library.policies.current() == STRICT
    library.policies.choose(DEFAULT_POLICY)
    assert library.policies.current() == DEFAULT_POLICY


def test_a_failed_transaction_leaves_the_profile_as_it_was(library: Library) -> None:
    def choose_and_fail() -> None:
        with library.transaction():
            choose_policy(library, STRICT)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        choose_and_fail()
    assert library.policies.current() == DEFAULT_POLICY


@pytest.fixture
def aging(folder: Path) -> Iterator[SqliteLibrary]:
    days = iter(range(1, 31))
    library = open_library(folder, actor="Zoë", clock=lambda: datetime(2025, 3, next(days), tzinfo=UTC))
    yield library
    library.close()


def test_the_profile_that_held_at_a_moment_is_known(aging: SqliteLibrary) -> None:
    before = aging.audit.append("tea", "tester", {}).at
    choose_policy(aging, STRICT)
    after = aging.audit.append("tea", "tester", {}).at
    choose_policy(aging, DEFAULT_POLICY)
    assert aging.policies.at(before) == DEFAULT_POLICY
    assert aging.policies.at(after) == STRICT
    assert aging.policies.current() == DEFAULT_POLICY
    assert aging.audit.verify() == 5


@pytest.mark.parametrize("change", ["DELETE FROM policies", "UPDATE policies SET policy = '{}'"])
def test_a_choice_is_never_changed_or_removed(stored: SqliteLibrary, change: str) -> None:
    choose_policy(stored, STRICT)
    with pytest.raises(DefectError):
        stored._database.execute(change)
