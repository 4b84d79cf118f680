"""Aligned faces of raw test images, computed once and kept: 30 ms an image, thousands of images, many methods."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from forensic_id.core.errors import BundleRefusedError, UserFacingError
from forensic_id.core.ports import FaceAligner, ImageLoader
from forensic_id.core.preprocessing import CROP_SIZE, PREPROCESSING_VERSION
from forensic_id.inference.landmarks import OnnxLandmarkPredictor
from forensic_id.vision.loading import PillowImageLoader
from forensic_id.vision.pipeline import FacePipeline


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AlignedImages:
    """Grey crops uint8 (N, 112, 112) and landmarks float64 (N, 5, 2) of N files; zeros where no face was found."""

    crops: NDArray[np.uint8]
    landmarks: NDArray[np.float64]
    reasons: tuple[str, ...]
    """Why there is no crop; empty where there is one."""
    key: str
    """SHA-256 over the files, the landmark network and the preprocessing."""

    @property
    def found(self) -> NDArray[np.bool_]:
        """Whether each file gave a crop (N,)."""
        return np.array([not reason for reason in self.reasons], dtype=np.bool_)


class CropCache:
    """Aligns files with the application's own pipeline and keeps what it found in a folder."""

    def __init__(self, folder: Path, landmarks: Path) -> None:
        """`landmarks` is the landmark network, landmarks.onnx. Raises BundleRefusedError when it cannot be read."""
        self._folder = folder
        self._network = landmarks
        try:
            self._network_sha256 = hashlib.sha256(landmarks.read_bytes()).hexdigest()
        except OSError as error:
            raise BundleRefusedError(f"{landmarks} cannot be read ({error.strerror}). Check the path.") from error

    def align(self, name: str, files: Sequence[Path]) -> AlignedImages:
        """Align the files of the set `name`, or read what was kept of just these files.

        Raises BundleRefusedError when the landmark network cannot be used.
        """
        key = self._key(files)
        path = self._folder / f"{name}-{key[:16]}.npz"
        kept = _read(path, key)
        if kept is not None:
            return kept
        pipeline = FacePipeline(OnnxLandmarkPredictor.from_file(self._network))
        aligned = _align(name, files, PillowImageLoader(), pipeline, key)
        _write(path, aligned)
        return aligned

    def _key(self, files: Sequence[Path]) -> str:
        state = hashlib.sha256(json.dumps([self._network_sha256, PREPROCESSING_VERSION]).encode())
        for file in files:
            state.update(hashlib.sha256(file.read_bytes()).digest())
        return state.hexdigest()


def _align(name: str, files: Sequence[Path], loader: ImageLoader, aligner: FaceAligner, key: str) -> AlignedImages:
    crops = np.zeros((len(files), CROP_SIZE, CROP_SIZE), np.uint8)
    landmarks = np.zeros((len(files), 5, 2))
    reasons = []
    for row, file in enumerate(track(files, description=f"aligning {name}", transient=True)):
        try:
            face = aligner.align(loader.load(file))
        except UserFacingError as error:
            reasons.append(str(error))
            continue
        crops[row] = cv2.cvtColor(face.crop, cv2.COLOR_RGB2GRAY)
        landmarks[row] = np.array(face.landmarks)
        reasons.append("")
    return AlignedImages(crops=crops, landmarks=landmarks, reasons=tuple(reasons), key=key)


def _read(path: Path, key: str) -> AlignedImages | None:
    """What was kept, or None when there is nothing whole."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            reasons = tuple(str(reason) for reason in kept["reasons"])
            return AlignedImages(crops=kept["crops"], landmarks=kept["landmarks"], reasons=reasons, key=key)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None


def _write(path: Path, aligned: AlignedImages) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp.npz")
    np.savez(temporary, crops=aligned.crops, landmarks=aligned.landmarks, reasons=np.array(aligned.reasons))
    temporary.replace(path)
