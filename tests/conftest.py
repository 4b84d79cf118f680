"""What holds for all tests."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# Nothing here is timed: a machine that is busy with other work is no fault of the code.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
