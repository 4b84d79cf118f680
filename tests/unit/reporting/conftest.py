"""The shipped fonts."""

from __future__ import annotations

from pathlib import Path

import pytest

from forensic_id.reporting.fonts import FontSet
from forensic_id.reporting.strips import Setter

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"


@pytest.fixture
def fonts() -> FontSet:
    return FontSet(FONTS)


@pytest.fixture
def setter(fonts: FontSet) -> Setter:
    return Setter(fonts=fonts)
