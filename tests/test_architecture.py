"""The house rules that no other tool checks, and proof that the import contracts would notice a violation."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("forensic_id", "trainer")
CODE = (*PACKAGES, "installer", "tests")
LINT_IMPORTS = Path(sysconfig.get_path("scripts")) / "lint-imports"
MOST_LINES = 400
STARTS_LAZILY = (
    "forensic_id/cli.py",
    "forensic_id/commands/",
    "forensic_id/app.py",
    "forensic_id/composition.py",
    "forensic_id/composition_exchange.py",
)
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|tmp|root|opt|home/\w+)/\w|[A-Z]:\\Users\\")
REGISTRY_HOST = re.compile(r"https?://(?:[\w-]+\.)*(?:pypi\.org|pythonhosted\.org|npmjs\.org|deb\.debian\.org)")
TEXT = {".py", ".md", ".toml", ".txt", ".json", ".csv", ".cfg", ".yml", ".yaml", ".sh", ""}

PLANTED = [
    ("layers", "forensic_id/core/planted.py", "import forensic_id.vision"),
    ("layers", "forensic_id/storage/planted.py", "import forensic_id.matching"),
    ("layers", "forensic_id/inference/planted.py", "import forensic_id.reporting"),
    ("layers", "forensic_id/reporting/planted.py", "import forensic_id.services"),
    ("layers", "forensic_id/vision/planted.py", "import forensic_id.inference"),
    ("layers", "forensic_id/services/planted.py", "import forensic_id.composition"),
    ("layers", "forensic_id/composition.py", "import forensic_id.cli"),
    ("services-see-only-core", "forensic_id/services/planted.py", "import forensic_id.vision"),
    ("services-see-only-core", "forensic_id/services/planted.py", "import forensic_id.storage"),
    ("layers", "forensic_id/files/planted.py", "import forensic_id.core"),
    ("files", "forensic_id/files/planted.py", "import numpy"),
    ("app-without-trainer", "forensic_id/inference/planted.py", "import trainer"),
    ("trainer-uses-model-code-only", "trainer/planted.py", "import forensic_id.storage"),
    ("trainer-uses-model-code-only", "trainer/planted.py", "import forensic_id.composition"),
    ("torch", "forensic_id/inference/planted.py", "import torch"),
    ("pyside6", "forensic_id/services/planted.py", "import PySide6.QtCore"),
    ("faiss", "forensic_id/services/planted.py", "import faiss"),
    ("faiss", "trainer/planted.py", "import faiss"),
    ("cv2", "forensic_id/inference/planted.py", "import cv2"),
    ("onnxruntime", "forensic_id/vision/planted.py", "import onnxruntime"),
    ("database", "forensic_id/services/planted.py", "import sqlite3"),
    ("database", "trainer/planted.py", "import sqlite_utils"),
    ("reportlab", "forensic_id/storage/planted.py", "import reportlab.pdfgen"),
    ("secrets", "forensic_id/storage/planted.py", "import cryptography.hazmat"),
    ("exchange", "forensic_id/services/planted.py", "import nistitl"),
    ("terminal", "forensic_id/services/planted.py", "import rich.progress"),
]


def modules(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def contract_names() -> dict[str, str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["id"]: contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    wide = os.environ | {"COLUMNS": "1000"}  # a name in the output is never broken over two lines
    return subprocess.run(
        [str(LINT_IMPORTS), "--no-cache"], cwd=folder, env=wide, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def violations(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each contract has against a copy of both packages in which all of PLANTED is planted, by its name."""
    copy = tmp_path_factory.mktemp("planted")
    shutil.copy(ROOT / "pyproject.toml", copy)
    for source in modules(*PACKAGES):
        target = copy / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    for _, file, statement in PLANTED:
        with (copy / file).open("a", encoding="utf-8") as planted:
            planted.write(f"\n{statement}\n")
    result = lint_imports(copy)
    assert result.returncode == 1, result.stdout + result.stderr
    _, _, told = result.stdout.partition("Broken contracts\n")
    heading = r"^(\S[^\n]*)\n-{8,}\n"
    names_and_texts = re.split(heading, told, flags=re.MULTILINE)[1:]
    return dict(zip(names_and_texts[::2], names_and_texts[1::2], strict=True))


def test_the_tree_keeps_every_import_contract() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


@pytest.mark.parametrize(("contract", "file", "statement"), PLANTED)
def test_a_planted_import_breaks_its_contract(
    violations: dict[str, str], contract: str, file: str, statement: str
) -> None:
    importer = file.removesuffix(".py").replace("/", ".")
    imported = statement.removeprefix("import ")
    if not imported.startswith(PACKAGES):
        imported = imported.partition(".")[0]  # other people's packages are one module each
    assert re.search(rf"{re.escape(importer)} -> {re.escape(imported)} \(l", violations[contract_names()[contract]])


def test_every_contract_is_broken_by_a_planted_import() -> None:
    assert {contract for contract, _, _ in PLANTED} == set(contract_names())


def test_core_imports_nothing_but_the_standard_library_and_numpy() -> None:
    allowed = set(sys.stdlib_module_names) | {"numpy"}
    for path in modules("forensic_id/core"):
        for name in imported_names(ast.parse(path.read_text(encoding="utf-8"))):
            assert name.partition(".")[0] in allowed or name.startswith("forensic_id.core"), (
                f"{relative(path)}: {name}"
            )


def test_services_import_nothing_but_core_files_the_standard_library_and_numpy() -> None:
    allowed = set(sys.stdlib_module_names) | {"numpy"}
    own = ("forensic_id.core", "forensic_id.files", "forensic_id.services")
    for path in modules("forensic_id/services"):
        for name in imported_names(ast.parse(path.read_text(encoding="utf-8"))):
            known = name.partition(".")[0] in allowed or name == "forensic_id" or name.startswith(own)
            assert known, f"{relative(path)}: {name}"


def imported_names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    sizes = {relative(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules(*CODE)}
    assert {name: size for name, size in sizes.items() if size > MOST_LINES} == {}


def lines_of_inner_imports(node: ast.AST, *, inside: bool = False) -> Iterator[int]:
    """Where functions import; expressions, which cannot, are not looked through."""
    if inside and isinstance(node, ast.Import | ast.ImportFrom):
        yield node.lineno
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.expr):
            function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            yield from lines_of_inner_imports(child, inside=inside or function)


def test_imports_inside_functions_only_where_start_up_must_be_fast() -> None:
    found = [
        f"{relative(path)}:{line}"
        for path in modules(*PACKAGES)
        if not relative(path).startswith(STARTS_LAZILY)
        for line in lines_of_inner_imports(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_an_import_is_found_in_every_part_of_a_function() -> None:
    code = "import a\nif a:\n    import b\nclass C:\n    def f(self):\n        with a:\n            from c import d\n"
    code += "async def g():\n    try:\n        pass\n    except a:\n        import e\n"
    assert list(lines_of_inner_imports(ast.parse(code))) == [7, 12]


def test_no_module_is_named_after_nothing_in_particular() -> None:
    vague = re.compile(r"(^|_)(util|utils|helper|helpers|manager|misc|common)(_|$)")
    named = [
        relative(path) for path in modules(*CODE) if any(vague.search(part) for part in path.with_suffix("").parts)
    ]
    assert named == []


def project_text() -> Iterator[tuple[str, str]]:
    """Every text file that git would carry, with its content."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    for name in sorted(set(listed.stdout.split("\0")) - {"", relative(Path(__file__))}):
        path = ROOT / name
        if path.suffix in TEXT and path.is_file():
            yield name, path.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY_HOST], ids=["machine path", "registry host"])
def test_the_text_of_the_project_names_no_machine(pattern: re.Pattern[str]) -> None:
    found = {name: match.group() for name, text in project_text() if (match := pattern.search(text))}
    assert found == {}


@pytest.mark.parametrize("text", ["see /home/anna/x", 'open("/tmp/x")', "at /work/main", r"C:\Users\anna"])
def test_a_machine_path_is_recognised(text: str) -> None:
    assert MACHINE_PATH.search(text)
