"""The licences of what a frozen application contains, from the metadata of the distributions its files come from.

Whoever passes a frozen application on owes its users the notices of everything in it. Which files are in it is known
to PyInstaller; which distribution a file belongs to is known from the record that pip leaves.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path, PurePath

OWN = "forensic-id"
ALWAYS = frozenset({"pyinstaller"})
"""Its bootloader is the beginning of every frozen program."""
FOLDER = "licences"
NOTICES = "THIRD-PARTY.txt"
_FILE_NAMES = ("licen", "copying", "notice", "copyright")
_DOCUMENTED = Path("/usr/share/doc")
"""Where Debian and its children keep the copyright of each package."""
_COMMON = Path("/usr/share/common-licenses")
"""The texts that those refer to; the (L)GPL, which Qt's packages do not bring, is among them."""


def write_licences(application: Path, sources: Iterable[Path]) -> None:
    """Write the folder `licences` into a frozen application that was made from these files."""
    folder = application / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    resolved = {source.resolve() for source in sources}
    if _COMMON.is_dir():
        shutil.copytree(_COMMON, folder / _COMMON.name)
    found = distributions_of(resolved)
    lines = [_line(each, _copy_texts(each, folder)) for each in found]
    lines += [f"Python {sys.version.split()[0]} | PSF-2.0 | https://www.python.org | {_copy_python(folder)}"]
    lines += [
        f"{package} | a library of the operating system | {text}"
        for package, text in sorted(_copy_system_packages(system_libraries(resolved), folder).items())
    ]
    (folder / NOTICES).write_text(_HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")


_HEADER = (
    "What this application contains beside itself, with licence, home and the licence texts in this folder.\n"
    "Texts that several refer to are in common-licenses, where this system has them.\n"
    "The fonts and their licences are in resources/fonts.\n\n"
)


def distributions_of(sources: Iterable[Path]) -> list[metadata.Distribution]:
    """The installed distributions that these files come from, by their names; not the project itself."""
    wanted = set(sources)
    found = []
    for each in metadata.distributions():
        name = each.metadata["Name"]
        base = os.path.realpath(str(each.locate_file("")))
        files = (Path(os.path.normpath(os.path.join(base, file))) for file in each.files or ())  # noqa: PTH118
        if name.lower() != OWN and (name.lower() in ALWAYS or any(file in wanted for file in files)):
            found.append(each)
    return sorted(found, key=lambda each: each.metadata["Name"].lower())


def system_libraries(sources: Iterable[Path]) -> list[Path]:
    """Shared libraries among these files that are neither of Python nor of an environment's distributions."""
    ours = [Path(prefix).resolve() for prefix in (sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"))]
    return sorted(source for source in sources if ".so" in source.name and not any(map(source.is_relative_to, ours)))


def licence_of(distribution: metadata.Distribution) -> str:
    """The licence in one line: the SPDX expression where there is one, else the classifiers, else the field."""
    told = distribution.metadata
    if "License-Expression" in told:
        return told["License-Expression"]
    classifiers = [
        entry.rpartition(" :: ")[2]
        for entry in told.get_all("Classifier") or ()
        if entry.startswith("License :: ") and entry != "License :: OSI Approved"
    ]
    field = next(iter(told.get_all("License") or ()), "").strip().partition("\n")[0]
    return ", ".join(classifiers) or field or "not named in its metadata"


def _line(distribution: metadata.Distribution, texts: list[str]) -> str:
    told = distribution.metadata
    addresses = [entry.partition(",")[2].strip() for entry in told.get_all("Project-URL") or ()]
    home = told["Home-page"] if "Home-page" in told else next(iter(addresses), "no address")
    title = f"{told['Name']} {distribution.version}"
    return " | ".join((title, licence_of(distribution), home, ", ".join(texts) or "no text in its package"))


def _copy_texts(distribution: metadata.Distribution, folder: Path) -> list[str]:
    """Copy the licence files that the distribution brought; returns where they lie below the folder."""
    copied = []
    for file in distribution.files or ():
        source = Path(str(distribution.locate_file(file)))
        if _is_licence(file) and source.is_file():
            copied.append(_copy(source, folder, f"{distribution.metadata['Name']}-{'-'.join(file.parts[1:])}"))
    return copied


def _is_licence(file: PurePath) -> bool:
    named = any(part in file.name.lower() for part in _FILE_NAMES) or "licenses" in file.parts[:-1]
    return named and file.suffix not in {".py", ".pyc", ".pyi", ".xml"}


def _copy_python(folder: Path) -> str:
    """Python's own licence, which also names what the standard library took from others."""
    text = next(
        (base / name for base in (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
         for name in ("LICENSE.txt", "LICENSE") if (base / name).is_file()),
        None,
    )  # fmt: skip
    return _copy(text, folder, "Python-LICENSE.txt") if text else "https://docs.python.org/3/license.html"


def _copy_system_packages(libraries: Iterable[Path], folder: Path) -> Mapping[str, str]:
    """Package of the operating system (the file, where no package is known) to its copyright text."""
    told: dict[str, str] = {}
    for library in libraries:
        package = _package_of(library)
        text = _DOCUMENTED / package / "copyright"
        if package and text.is_file():
            told[package] = _copy(text.resolve(), folder, f"{package}-copyright")
        else:
            told[library.name] = "no text found on this computer"
    return told


def _package_of(library: Path) -> str:
    """The Debian package a file came with; empty where dpkg does not know it or is not there."""
    if shutil.which("dpkg-query") is None:
        return ""
    for path in (library, Path("/").joinpath(*library.parts[2:])):  # /usr/lib/x may be recorded as /lib/x
        result = subprocess.run(
            ["dpkg-query", "--search", str(path)], capture_output=True, text=True, check=False
        )  # fmt: skip
        if result.returncode == 0:
            return result.stdout.partition(":")[0]
    return ""


def _copy(source: Path, folder: Path, name: str) -> str:
    shutil.copyfile(source, folder / name)
    return name
