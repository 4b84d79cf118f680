"""Case packages for tests, kept in memory under their paths."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from forensic_id.core.case_package import PackageMember
from forensic_id.core.errors import InvalidInputError, TamperedError


class InMemoryPackage:
    """Files by name."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    @property
    def names(self) -> tuple[str, ...]:
        """Names of its files."""
        return tuple(self.files)

    def read(self, name: str) -> bytes:
        """A file's bytes."""
        if name not in self.files:
            raise TamperedError(f"The package lacks the file {name}.")
        return self.files[name]

    def sha256(self, name: str) -> str:
        """Hash of a file's bytes."""
        return hashlib.sha256(self.read(name)).hexdigest()

    def add(self, name: str, data: bytes) -> PackageMember:
        """Add a file."""
        self.files[name] = data
        return PackageMember(name=name, sha256=hashlib.sha256(data).hexdigest(), size=len(data))


class InMemoryPackages:
    """Packages by path."""

    def __init__(self) -> None:
        self.packages: dict[Path, dict[str, bytes]] = {}

    @contextmanager
    def create(self, path: Path) -> Iterator[InMemoryPackage]:
        """Keep the package when the block ends."""
        package = InMemoryPackage({})
        yield package
        self.packages[path] = package.files

    @contextmanager
    def open(self, path: Path) -> Iterator[InMemoryPackage]:
        """The package at this path."""
        if path not in self.packages:
            raise InvalidInputError(f"{path} cannot be read.")
        yield InMemoryPackage(self.packages[path])
