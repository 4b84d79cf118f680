"""An operation with the mistakes that the search for losses has to find."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.records import SubjectDetails
from tests.fakes.sample_records import enrol
from tests.faults.scenarios import Told, opened


def careless(folder: Path, told: Told) -> None:
    """Tells of a photo before it is stored, and replaces another one in two transactions."""
    library = opened(folder)
    told("photo new new.png ")
    library.gallery.remove_subject("person-0")
    (folder / "library" / "half").touch()
    for name in ("person-0", "new"):
        enrol(library.gallery, name, subject=SubjectDetails(external_id=name))
    (folder / "library" / "half").unlink()
    library.close()
