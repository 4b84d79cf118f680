"""The demo people as a library, made once for a state of the code and kept between runs.

Importing them takes some fifteen seconds of a core, which every run and every test process would spend anew.
"""

from __future__ import annotations

import hashlib
import shutil
import time
from pathlib import Path

from forensic_id.composition import Workplace, resources
from forensic_id.services.import_gallery import import_gallery
from forensic_id.services.manage_cases import open_case
from installer.lock import exclusive

CASE = "2026-17"
_ROOT = Path(__file__).resolve().parents[2]
_KEPT_SECONDS = 24 * 3600
"""Libraries of other states of the code stay as long: another run may be copying one."""

_PEOPLE = resources() / "demo" / "gallery.csv"
_DECIDING = ("core", "inference", "matching", "services", "storage", "vision")
"""Packages of forensic_id that decide what the library holds."""


def demo_library(cache: Path, people: Path = _PEOPLE) -> Path:
    """The library in `cache`, made if this state of the code has none yet; to be copied, never to be changed.

    Its log names the metadata file `people` as it is given here.
    """
    folder = cache / _state()
    with exclusive(cache / "demo-library.lock"):
        if not folder.exists():
            for other in cache.iterdir():
                if other.is_dir() and not other.is_symlink() and time.time() - other.stat().st_mtime > _KEPT_SECONDS:
                    shutil.rmtree(other)
            partial = cache / "partial"
            shutil.rmtree(partial, ignore_errors=True)
            _make(partial, people)
            partial.rename(folder)
    return folder


def _make(folder: Path, people: Path) -> None:
    place = Workplace(library=folder, actor="examiner")
    try:
        library = place.library(create=True)
        import_gallery(
            people,
            library=library,
            loader=place.loader,
            aligner=place.aligner,
            encoder=place.encoder,
        )
        open_case(library, number=CASE, offence="robbery", authority="court order 12", requester="Det. Moreau")
    finally:
        place.close()


def _state() -> str:
    """A hash over everything that the library comes from."""
    files = [path for name in _DECIDING for path in (_ROOT / "forensic_id" / name).rglob("*.py")]
    files += [_PEOPLE, resources() / "models" / "default" / "manifest.json"]
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
