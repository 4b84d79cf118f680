"""Head pose of a turned three-dimensional face under orthographic projection."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensic_id.vision.pose import estimate_pose
from forensic_id.vision.template import TEMPLATE, Points, as_points

DEPTH = np.array([0.0, 0.0, 0.62, 0.12, 0.12]) * 35.24


def projected(*, roll: float = 0.0, yaw: float = 0.0, pitch: float = 0.0) -> Points:
    """The template's head, turned by yaw, then pitch, then roll (degrees), seen from far away."""
    flat = as_points(TEMPLATE) - as_points(TEMPLATE).mean(axis=0)
    head = np.column_stack([flat, DEPTH])
    y, p, r = (math.radians(angle) for angle in (yaw, pitch, roll))
    about_vertical = np.array([[math.cos(y), 0, math.sin(y)], [0, 1, 0], [-math.sin(y), 0, math.cos(y)]])
    about_ears = np.array([[1, 0, 0], [0, math.cos(p), math.sin(p)], [0, -math.sin(p), math.cos(p)]])
    about_view = np.array([[math.cos(r), -math.sin(r), 0], [math.sin(r), math.cos(r), 0], [0, 0, 1]])
    return np.asarray((head @ (about_view @ about_ears @ about_vertical).T)[:, :2])


def test_the_template_looks_straight_ahead() -> None:
    pose = estimate_pose(as_points(TEMPLATE))
    assert abs(pose.roll) < 0.5
    assert pose.yaw == pytest.approx(0.0, abs=0.5)
    assert pose.pitch == pytest.approx(0.0, abs=0.5)


@settings(deadline=None)
@given(st.floats(-170, 170))
def test_roll_is_the_angle_in_the_picture(roll: float) -> None:
    pose = estimate_pose(projected(roll=roll))
    assert pose.roll == pytest.approx(roll, abs=0.6)
    assert abs(pose.yaw) < 1
    assert abs(pose.pitch) < 1


@settings(deadline=None)
@given(st.floats(-45, 45), st.floats(-20, 20))
def test_yaw_is_told_within_ten_degrees(yaw: float, roll: float) -> None:
    assert estimate_pose(projected(yaw=yaw, roll=roll)).yaw == pytest.approx(yaw, abs=10)


@settings(deadline=None)
@given(st.floats(-30, 30), st.floats(-20, 20))
def test_pitch_is_told_within_ten_degrees(pitch: float, roll: float) -> None:
    assert estimate_pose(projected(pitch=pitch, roll=roll)).pitch == pytest.approx(pitch, abs=10)
