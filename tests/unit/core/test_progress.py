"""Progress reports and stopping on request."""

from __future__ import annotations

import pytest

from forensic_id.core.errors import CancelledError
from forensic_id.core.progress import Progress, ignore_progress, never_cancelled, stop_if_cancelled


def test_nothing_happens_while_nobody_asks_to_stop() -> None:
    stop_if_cancelled(never_cancelled)
    ignore_progress(Progress(stage="Reading", done=1, total=2))


def test_a_request_to_stop_ends_the_job_with_a_sentence() -> None:
    with pytest.raises(CancelledError, match="kept"):
        stop_if_cancelled(lambda: True)
