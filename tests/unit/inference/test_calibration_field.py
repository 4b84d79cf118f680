"""A manifest's calibration is read field by field or refused."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from forensic_id.core.errors import BundleRefusedError
from forensic_id.inference.manifest import parse_manifest
from tests.fakes.calibrations import calibration_field, sample_calibration
from tests.fakes.tiny_bundle import SIGMA, manifest_fields

_FILES = dict.fromkeys(("encoder.onnx", "generator.onnx", "landmarks.onnx"), "0" * 64)


def encoded(field: object) -> bytes:
    return json.dumps(manifest_fields(_FILES) | {"calibration": field}).encode()


def test_a_calibration_is_read_back_as_it_was_written() -> None:
    manifest = parse_manifest(encoded(calibration_field(sigma=SIGMA)), "m.json")
    assert manifest.calibration == sample_calibration(sigma=SIGMA)


def test_an_older_bundle_has_none() -> None:
    assert parse_manifest(json.dumps(manifest_fields(_FILES)).encode(), "m.json").calibration is None


def test_a_calibration_for_another_kernel_width_is_refused() -> None:
    with pytest.raises(
        BundleRefusedError, match=r"m\.json: calibration\.sigma must be the bundle's kernel width 0\.3"
    ):
        parse_manifest(encoded(calibration_field(sigma=0.31)), "m.json")


WRONG = [
    (("samples",), 0, "calibration.samples must be a whole number"),
    (("samples",), True, "calibration.samples must be a whole number"),
    (("samples",), 10.0, "calibration.samples must be a whole number"),
    (("sigma",), "0.3", "calibration.sigma must be a number"),
    (("sigma",), True, "calibration.sigma must be a number"),
    (("likelihood",), [], "calibration.likelihood must be an object with the fields"),
    (("likelihood", "surprise"), 1, "calibration.likelihood must be an object with the fields"),
    (("likelihood", "slope"), 0.0, "calibration.likelihood.slope must be above 0"),
    (("likelihood", "slope"), None, "calibration.likelihood.slope must be a number"),
    (("likelihood", "lowest"), 0.5, "calibration.likelihood.lowest must be"),
    (("likelihood", "highest"), -0.5, "calibration.likelihood.highest must be"),
    (("likelihood", "highest"), 11, "calibration.likelihood.highest must be"),
    (("likelihood", "cllr", "low"), 0.2, "calibration.likelihood.cllr must be"),
    (("likelihood", "cllr_min"), -0.1, "calibration.likelihood.cllr_min must be"),
    (("likelihood", "equal_error_rate", "high"), 1.1, "calibration.candidate_list must be"),
    (("candidate_list", "miss_rates"), {}, "calibration.candidate_list.miss_rates must be a list"),
    (("candidate_list", "miss_rates"), [7], r"calibration.candidate_list.miss_rates\[0\] must be an object"),
    (("candidate_list", "false_positive_rate", "value"), 0.5, "calibration.candidate_list must be"),
    (("candidate_list", "people"), -650, "calibration.candidate_list.people must be a whole number"),
]


@pytest.mark.parametrize(("path", "value", "message"), WRONG, ids=str)
def test_what_cannot_be_meant_is_named(path: tuple[str, ...], value: object, message: str) -> None:
    field: dict[str, Any] = copy.deepcopy(calibration_field(sigma=SIGMA))
    place = field
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = value
    with pytest.raises(BundleRefusedError, match=message):
        parse_manifest(encoded(field), "m.json")


@pytest.mark.parametrize("field", [None, [], "0.3", {}])
def test_what_is_no_calibration_is_refused(field: object) -> None:
    with pytest.raises(BundleRefusedError, match=r"m\.json: calibration must be an object"):
        parse_manifest(encoded(field), "m.json")
