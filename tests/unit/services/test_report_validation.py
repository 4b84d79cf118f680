"""The validation figures of a report: what was found on which test set, and how sure that is."""

from __future__ import annotations

import pytest

from forensic_id.core.report import Grid
from forensic_id.services.report_validation import wilson_interval
from tests.unit.services.stored_search import library_with_search
from tests.unit.services.test_build_report import report, section


def test_validation_figures_come_from_the_bundle_that_was_used() -> None:
    library, _record = library_with_search()
    blocks = section(report(library), "Validation figures").blocks
    shares, others = (each for each in blocks if isinstance(each, Grid))
    drawn = "CUHK Face Sketch Database, drawn from the photo, photos of strangers added (2,388 photos, 311 sketches)"
    assert shares.rows == (
        (drawn, "first 1\nfirst 5", "0.666 (0.611 to 0.716)\n0.800 (0.752 to 0.841)", "0.334\n0.200"),
        ("All", "first 1", "0.500", "0.500"),
    )
    assert others.rows == (
        ("cufs+lfw", "recall@10 without generator: 0.900; FNIR(N=2388, R=10) = 0.100 (0.862 to 0.929)"),
        ("all", "sweep: 1, 0.5"),
        ("all", "note: automatic alignment"),
    )


@pytest.mark.parametrize(("share", "low", "high"), [(0.0, 0.0, 0.2775), (0.5, 0.2366, 0.7634), (1.0, 0.7225, 1.0)])
def test_the_confidence_interval_is_wilsons(share: float, low: float, high: float) -> None:
    assert wilson_interval(share, 10) == pytest.approx((low, high), abs=1e-4)
