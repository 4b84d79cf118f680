"""How commands print: tables for people, JSON for machines."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterable, Sequence
from typing import Annotated, Any

import typer
from rich.table import Table

from forensic_id.commands.session import Session, visible

JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON on standard output, and nothing else there.")]


def print_json(value: Any) -> None:
    """JSON in ASCII, so that every terminal and pipe takes it."""
    json.dump(value, sys.stdout, indent=2, ensure_ascii=True)
    sys.stdout.write("\n")


def print_table(
    session: Session, header: Sequence[str], rows: Iterable[Sequence[object]], *, right: Collection[str] = ()
) -> None:
    """A table with one line a row where it fits; long cells are folded, never cut."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in header:
        table.add_column(name, justify="right" if name in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(visible("" if cell is None else str(cell)) for cell in row))
    session.out.print(table, soft_wrap=False)


def print_facts(session: Session, facts: Iterable[tuple[str, object]]) -> None:
    """Labelled values, one a line."""
    pairs = [(label, "-" if value in ("", None) else str(value)) for label, value in facts]
    width = max(len(label) for label, _value in pairs)
    for label, value in pairs:
        session.out.print(visible(f"{label:<{width}}  {value}"))
