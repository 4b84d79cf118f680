"""What a folder of identities, or a table of them, offers.

A folder: FOLDER/PERSON/PICTURE. A part of the path named “sketches” (or “drawings”, “photos”, ...) tells the
modality and nothing of the identity, so FOLDER/PERSON/sketches/1.png and FOLDER/sketches/PERSON.png are both
understood; a file name that fits one of the sketch patterns is a sketch too. Without a folder of its own the file's
name is the identity.

A table: CSV, UTF-8, with the columns `file` (below the table's folder, or absolute) and `identity`, and, if wanted,
`modality` (photo, sketch, drawing), `source` and `landmarks`: ten numbers, x and y of right eye, left eye, nose tip,
right and left mouth corner ("right" is the person's right).
"""

from __future__ import annotations

import csv
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import numpy as np

from forensic_id.core.errors import DataError
from forensic_id.core.records import FivePoints
from forensic_id.vision.template import as_landmarks
from trainer.prepare.records import MODALITIES, Dropped, Offered

SKETCH_PATTERNS = ("*sketch*",)
MODALITY_FOLDERS = {
    **dict.fromkeys(("photo", "photos", "mugshot", "mugshots"), "photo"),
    **dict.fromkeys(("sketch", "sketches"), "sketch"),
    **dict.fromkeys(("drawing", "drawings", "caricature", "caricatures"), "drawing"),
}
_NOT_PICTURES = frozenset({"thumbs.db", "desktop.ini"})
_COLUMNS = frozenset({"file", "identity", "modality", "source", "landmarks"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Everything offered, in a fixed order, and the lines of a table that cannot be used."""

    offered: tuple[Offered, ...]
    dropped: tuple[Dropped, ...] = ()


def list_source(path: Path, *, source: str = "", sketch_patterns: Sequence[str] = SKETCH_PATTERNS) -> Listing:
    """List a folder or a table; `source` names where the pictures come from (default: the folder's name).

    Raises DataError when there is no such folder or table, or nothing in it.
    """
    name = printable(source or path.resolve().stem)
    try:
        if path.is_dir():
            listing = Listing(offered=tuple(_folder(path, name, sketch_patterns)))
        else:
            listing = _table(path, name)
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(
            f"{path} cannot be read ({error}). Name a folder of identities, or a CSV in UTF-8."
        ) from error
    if not listing.offered:
        raise DataError(
            f"{path} offers no pictures. Put each person's pictures into a folder of its own (FOLDER/PERSON/PICTURE) "
            "or list them in a CSV with the columns file and identity."
        )
    return listing


def printable(text: str | Path) -> str:
    """One line of composed Unicode: odd bytes of file names become escapes, line breaks blanks."""
    readable = str(text).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", " ".join(readable.split()))


def _folder(folder: Path, source: str, patterns: Sequence[str]) -> Iterator[Offered]:
    for path in _files(folder):
        relative = path.relative_to(folder)
        told = [MODALITY_FOLDERS[part.lower()] for part in relative.parts[:-1] if part.lower() in MODALITY_FOLDERS]
        people = [part for part in relative.parts[:-1] if part.lower() not in MODALITY_FOLDERS]
        fits = any(fnmatch(path.name.lower(), pattern.lower()) for pattern in patterns)
        identity = people[0] if people else _own_name(path.stem)
        yield Offered(
            file=printable(relative.as_posix()),
            path=path,
            identity=printable(identity),
            source=source,
            modality=told[-1] if told else "sketch" if fits else "photo",
        )


def _own_name(stem: str) -> str:
    """The person a file without a folder is named after: “anna_sketch2” is Anna's."""
    return re.sub(r"(?i)[-_ ]+(sketch|photo)[-_ ]*\d*$", "", stem) or stem


def _files(folder: Path) -> Iterator[Path]:
    """All files below the folder in order of name, but hidden ones, pipes and devices."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name.lower() in _NOT_PICTURES:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        elif path.is_file() or not path.exists():
            yield path


def _table(path: Path, source: str) -> Listing:
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = file.readline()
        delimiter = max(",;\t", key=header.count)
        names = [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter), [])]
        if not {"file", "identity"} <= set(names):
            raise DataError(f"{path} lacks the columns file and identity. Known are: {', '.join(sorted(_COLUMNS))}.")
        offered: list[Offered] = []
        dropped: list[Dropped] = []
        try:
            reader = csv.reader(file, delimiter=delimiter)
            for cells in filter(None, reader):
                row = {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
                try:
                    _check_length(cells, names)
                    offered.append(_offered(row, path.parent, source))
                except DataError as error:
                    dropped.append(_broken_line(row, reader.line_num + 1, str(error)))
        except csv.Error as error:
            raise DataError(f"{path} is no CSV that can be read ({error}). Save it again as CSV in UTF-8.") from error
    return Listing(offered=tuple(offered), dropped=tuple(dropped))


def _check_length(cells: list[str], names: list[str]) -> None:
    if len(cells) > len(names):
        raise DataError(f"The line has {len(cells)} cells, the first line names {len(names)}.")


def _offered(row: dict[str, str], folder: Path, source: str) -> Offered:
    name, identity = row.get("file", ""), printable(row.get("identity", ""))
    modality = row.get("modality", "").lower() or "photo"
    if not name or "\0" in name or not identity:
        raise DataError("The line names no file or no identity.")
    if modality not in MODALITIES:
        raise DataError(f"The modality “{modality}” is none of {', '.join(MODALITIES)}.")
    return Offered(
        file=printable(name.replace("\\", "/")),
        path=folder / name.replace("\\", "/"),
        identity=identity,
        source=printable(row.get("source", "")) or source,
        modality=modality,
        landmarks=_landmarks(row.get("landmarks", "")),
    )


def _landmarks(text: str) -> FivePoints | None:
    if not text:
        return None
    words = re.split(r"[\s,;]+", text)
    try:
        numbers = [float(word) for word in words]
    except ValueError:
        numbers = []
    if len(numbers) != 10 or not all(math.isfinite(number) for number in numbers):
        raise DataError(f"The landmarks “{text}” are not ten numbers: x and y of five points.")
    return as_landmarks(np.array(numbers).reshape(5, 2))


def _broken_line(row: dict[str, str], line: int, detail: str) -> Dropped:
    return Dropped(
        file=printable(row.get("file", "")) or f"line {line}",
        identity=printable(row.get("identity", "")),
        modality=row.get("modality", ""),
        reason="bad_line",
        detail=f"Line {line}: {detail}",
    )
