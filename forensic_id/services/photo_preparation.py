"""Photos read and aligned ahead of their enrolment, by as many threads as there are aligners."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from forensic_id.core.ports import FaceAligner, ImageLoader
from forensic_id.core.records import AlignedFace, LoadedImage
from forensic_id.services.import_sources import OfferedPhoto

_AHEAD = 2
"""Photos read ahead for each thread; bounds the memory they take."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PreparedPhoto:
    """A photo that is ready but for its feature."""

    offered: OfferedPhoto
    image: LoadedImage
    face: AlignedFace
    perceptual_hash: int


class PhotoPreparation:
    """One aligner: photos are prepared by the caller when asked for. Several: in threads, ahead of the caller."""

    def __init__(self, loader: ImageLoader, aligners: Sequence[FaceAligner]) -> None:
        self._loader = loader
        self._free: SimpleQueue[FaceAligner] = SimpleQueue()
        for aligner in aligners:
            self._free.put(aligner)
        self._threads = ThreadPoolExecutor(len(aligners), thread_name_prefix="import") if len(aligners) > 1 else None
        self.ahead = _AHEAD * len(aligners) if self._threads else 0
        """How many photos to begin before the first is waited for."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._threads is not None:
            self._threads.shutdown(cancel_futures=True)

    def begin(self, offered: OfferedPhoto) -> Callable[[], PreparedPhoto]:
        """Begin with a photo; what is returned waits for it and raises UserFacingError."""
        if self._threads is None:
            return lambda: self._prepare(offered)
        return self._threads.submit(self._prepare, offered).result

    def _prepare(self, offered: OfferedPhoto) -> PreparedPhoto:
        if offered.inside is None:
            image = replace(self._loader.load(offered.path), name=offered.file_name)
        else:
            image = self._loader.decode(offered.inside.data, offered.file_name)
        aligner = self._free.get()
        try:
            face = aligner.align(image)
        finally:
            self._free.put(aligner)
        return PreparedPhoto(
            offered=offered, image=image, face=face, perceptual_hash=self._loader.perceptual_hash(image)
        )
