"""A report renderer for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any


class FakeReportRenderer:
    """Writes one line to the file and keeps the documents it was given, with their paths."""

    def __init__(self) -> None:
        self.rendered: list[tuple[Any, Path]] = []

    def render(self, document: Any, path: Path) -> None:
        """Keep the document."""
        self.rendered.append((document, path))
        path.write_bytes(b"%PDF fake")
