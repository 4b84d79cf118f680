"""Look into a case package without taking it apart. Needs the file alone, no library."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.case_package import PackageFiles
from forensic_id.services.written_files import write_file


def package_names(path: Path, files: PackageFiles) -> tuple[str, ...]:
    """Names of the files in a package. Raises InvalidInputError, TamperedError when it is no package that is safe."""
    with files.open(path) as package:
        return package.names


def package_file(path: Path, files: PackageFiles, name: str) -> bytes:
    """A file of a package, unchecked: `verify_package` tells what it is worth. Raises like `package_names`."""
    with files.open(path) as package:
        return package.read(name)


def save_package_file(path: Path, files: PackageFiles, name: str, target: Path) -> Path:
    """Copy a file out of a package to a place of the user's choice. Raises like `package_names`, and LibraryError."""
    write_file(target, package_file(path, files, name))
    return target
