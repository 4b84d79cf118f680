"""The manifest of a model bundle: what it must say, field by field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from forensic_id.core.calibration import Calibration
from forensic_id.core.errors import BundleRefusedError
from forensic_id.core.preprocessing import CROP_SIZE, PREPROCESSING_VERSION, PhotoTones
from forensic_id.inference.calibration_field import parse_calibration

FORMAT_VERSION = 1
MODEL_FILES = ("encoder.onnx", "generator.onnx", "landmarks.onnx")
CALIBRATION = "calibration"
"""The one field that a manifest may lack: older bundles were not calibrated."""
PHOTO_TONES = "photo_tones"
"""Of `preprocessing`; bundles whose networks read photos as they are lack it."""

_PREPROCESSING = {"version": PREPROCESSING_VERSION, "size": CROP_SIZE, "channels": "grey"}
_SMALLEST_SIGMA, _LARGEST_SIGMA = 1e-6, 1e3
_LARGEST_SIZE = 65536
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleManifest:
    """The fields of manifest.json, checked.

    `files` maps plain file names to SHA-256; sizes are those of feature and noise vectors; `sigma` is the kernel
    width chosen on held-out identities. `landmarks`, `training`, `data` and `measured` are for the landmark
    network and the reader; their inside is not checked here. `calibration` None: the bundle was not calibrated.
    """

    name: str
    version: str
    created_at: str
    feature_size: int
    noise_size: int
    sigma: float
    default_samples: int
    files: Mapping[str, str]
    landmarks: Mapping[str, Any]
    training: Mapping[str, Any]
    data: tuple[Any, ...]
    measured: Mapping[str, Any]
    licence: str
    calibration: Calibration | None = None
    photo_tones: PhotoTones | None = None
    """From `preprocessing`; None: photos are read as they are."""


def parse_manifest(data: bytes, where: str) -> BundleManifest:
    """Read manifest.json's bytes; `where` names the file in messages.

    Raises BundleRefusedError for anything but JSON of format version 1 with exactly the known fields, of which only
    the calibration may be missing.
    """
    fields = _json_object(data, where)
    version = fields.get("format_version")
    if not _is_whole(version) or version != FORMAT_VERSION:
        raise BundleRefusedError(
            f"{where} is of format version {version!r}; this program reads version {FORMAT_VERSION}. "
            "Use a bundle made for this version or update the program."
        )
    _check_names(fields, where)
    for name, (is_valid, expected) in _RULES.items():
        if not is_valid(fields[name]):
            raise BundleRefusedError(f"{where}: the field {name!r} must be {expected}. Get the bundle again.")
    values = {name: fields[name] for name in _RULES if name != "preprocessing"}
    sigma = float(fields["sigma"])
    calibration = _calibration(fields, sigma, where)
    tones = fields["preprocessing"].get(PHOTO_TONES)
    return BundleManifest(
        **values | {"data": tuple(fields["data"]), "sigma": sigma},
        calibration=calibration,
        photo_tones=PhotoTones(**tones) if tones else None,
    )


def _calibration(fields: Mapping[str, Any], sigma: float, where: str) -> Calibration | None:
    if CALIBRATION not in fields:
        return None
    try:
        return parse_calibration(fields[CALIBRATION], sigma)
    except ValueError as error:
        raise BundleRefusedError(f"{where}: {error}. Get the bundle again, or calibrate it again.") from error


def _json_object(data: bytes, where: str) -> dict[str, Any]:
    try:
        fields = json.loads(data.decode("utf-8"), parse_constant=_refuse_constant, object_pairs_hook=_unique_names)
    except (ValueError, RecursionError) as error:
        raise BundleRefusedError(f"{where} is not valid JSON ({error}). Get the bundle again.") from error
    if not isinstance(fields, dict):
        raise BundleRefusedError(f"{where} must hold one JSON object. Get the bundle again.")
    return fields


def _refuse_constant(text: str) -> float:
    raise ValueError(f"{text} is no JSON number")


def _unique_names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a name occurs twice in one object")
    return fields


def _check_names(fields: Mapping[str, Any], where: str) -> None:
    known = {"format_version", *_RULES}
    if missing := sorted(known - set(fields)):
        raise BundleRefusedError(f"{where} lacks {', '.join(missing)}. Get the bundle again.")
    if extra := sorted(set(fields) - known - {CALIBRATION}):
        raise BundleRefusedError(f"{where} has unknown fields: {', '.join(extra)}. Get the bundle again.")


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_size(value: object) -> bool:
    return isinstance(value, int) and _is_whole(value) and 1 <= value <= _LARGEST_SIZE


def _is_sigma(value: object) -> bool:
    is_number = isinstance(value, float) or _is_whole(value)
    return is_number and isinstance(value, (int, float)) and _SMALLEST_SIGMA <= value <= _LARGEST_SIGMA


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _is_known_preprocessing(value: object) -> bool:
    if not isinstance(value, dict) or any(each is True for each in value.values()):
        return False
    others = {name: each for name, each in value.items() if name != PHOTO_TONES}
    return others == _PREPROCESSING and (PHOTO_TONES not in value or _are_tones(value[PHOTO_TONES]))


def _are_tones(value: object) -> bool:
    shares = value.values() if isinstance(value, dict) and set(value) == {"exponent", "level"} else [None]
    return all(isinstance(share, float) and 0 < share <= 1 for share in shares)


def _is_file_table(value: object) -> bool:
    return (
        isinstance(value, dict)
        and set(MODEL_FILES) <= set(value)
        and all(_PLAIN_NAME.fullmatch(name) for name in value)
        and all(isinstance(digest, str) and _SHA256.fullmatch(digest) for digest in value.values())
    )


_COMPUTED = (
    f"{json.dumps(_PREPROCESSING)}, which this program computes, and at most {PHOTO_TONES} beside it,"
    " an exponent and a level above 0 and up to 1"
)
_SIZE = (_is_size, f"a whole number from 1 to {_LARGEST_SIZE}")
_TEXT = (_is_text, "a text that is not empty")
_OBJECT = (_is_object, "a JSON object")

_RULES: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "name": _TEXT,
    "version": _TEXT,
    "created_at": _TEXT,
    "preprocessing": (_is_known_preprocessing, _COMPUTED),
    "feature_size": _SIZE,
    "noise_size": _SIZE,
    "sigma": (_is_sigma, f"a number from {_SMALLEST_SIGMA} to {_LARGEST_SIGMA}"),
    "default_samples": _SIZE,
    "files": (_is_file_table, f"plain file names with SHA-256 hashes, {', '.join(MODEL_FILES)} among them"),
    "landmarks": _OBJECT,
    "training": _OBJECT,
    "data": (_is_list, "a JSON list"),
    "measured": _OBJECT,
    "licence": _TEXT,
}
