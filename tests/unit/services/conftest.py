"""What several tests of services share."""

from __future__ import annotations

import pytest

from tests.unit.services.office import Office


@pytest.fixture
def office() -> Office:
    """A library with accounts, and a search that Anna reviewed."""
    return Office()
