"""Rows of a metadata file, CSV or JSON Lines, as text fields; a broken row does not stop the others."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from forensic_id.core.errors import InvalidInputError

_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataRow:
    """One row: the line it ends on, counted from 1, and its fields by column."""

    line: int
    fields: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenRow:
    """A row that cannot be read, and why."""

    line: int
    reason: str


def read_rows(path: Path) -> Iterator[MetadataRow | BrokenRow]:
    """The rows, one at a time. Raises InvalidInputError when the file is no UTF-8 or has no header, or OSError."""
    try:
        yield from _csv_rows(path) if path.suffix.lower() == ".csv" else _json_rows(path)
    except UnicodeDecodeError as error:
        raise InvalidInputError(f"{path.name} is not encoded in UTF-8. Save it again as UTF-8.") from error


def _csv_rows(path: Path) -> Iterator[MetadataRow | BrokenRow]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = file.readline()
        delimiter = max(_DELIMITERS, key=header.count)
        names = [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter), [])]
        if not any(names):
            raise InvalidInputError(f"{path.name} is empty: its first line has to name the columns.")
        if len(set(names)) < len(names):
            raise InvalidInputError(f"{path.name} names a column twice in its first line.")
        reader = csv.reader(file, delimiter=delimiter)
        while True:
            try:
                cells = next(reader, None)
            except csv.Error as error:
                yield BrokenRow(line=reader.line_num + 1, reason=f"The line is no CSV: {error}.")
                continue
            if cells is None:
                return
            if cells:
                yield _csv_row(names, cells, reader.line_num + 1)


def _csv_row(names: list[str], cells: list[str], line: int) -> MetadataRow | BrokenRow:
    if len(cells) > len(names):
        return BrokenRow(line=line, reason=f"The line has {len(cells)} cells, the header names {len(names)}.")
    return MetadataRow(line=line, fields=dict(zip(names, cells, strict=False)))


def _json_rows(path: Path) -> Iterator[MetadataRow | BrokenRow]:
    with path.open(encoding="utf-8-sig") as file:
        for line, text in enumerate(file, start=1):
            if text.strip():
                yield _json_row(text, line)


def _json_row(text: str, line: int) -> MetadataRow | BrokenRow:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        return BrokenRow(line=line, reason=f"The line is no JSON: {error}.")
    if not isinstance(value, dict):
        return BrokenRow(line=line, reason="The line is no JSON object of columns and values.")
    fields: dict[str, str] = {}
    for name, content in value.items():
        if isinstance(content, bool) or not isinstance(content, str | int | None):
            return BrokenRow(line=line, reason=f"The value of {name!r} is neither text nor a whole number.")
        fields[name.strip().lower()] = "" if content is None else str(content)
    return MetadataRow(line=line, fields=fields)
