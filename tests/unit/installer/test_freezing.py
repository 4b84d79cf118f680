"""What the frozen application is promised to contain; building one is `bootstrap.py freeze`, which tries it whole."""

from __future__ import annotations

import ast
import os
import sys
import tomllib
from pathlib import Path

import pytest
import typer

import forensic_id.surroundings
from forensic_id.composition import resources
from forensic_id.gui.training.trainer_process import default_python
from installer import frozen_contents, licences
from installer.frozen_trial import TrialError, try_application

ROOT = Path(__file__).resolve().parents[3]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SPEC = (ROOT / "installer" / "forensic_id.spec").read_text(encoding="utf-8")

PROGRAM = """#!{python}
import json, os, pathlib, sys
words = sys.argv[1:]
if "--version" in words:
    print("forensic-id 1")
elif "demo" in words:
    pathlib.Path("Probe ü/library").mkdir(parents=True)
    pathlib.Path("Probe ü/sketch.pdf").write_bytes(b"%PDF-1.7")
    pathlib.Path("Probe ü/sketch.json").write_text(json.dumps({{"candidates": [1]}}))
elif "--check-start" in words:
    print("The first page is shown.")
assert "PYTHONPATH" not in os.environ
{more}
"""


@pytest.fixture
def application(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two programs that do what they should, as far as the trial can see."""
    monkeypatch.setenv("PYTHONPATH", "somewhere")
    folder = tmp_path / "forensic_id"
    folder.mkdir()
    write_programs(folder)
    return folder


def write_programs(folder: Path, more: str = "") -> None:
    for name in frozen_contents.ENTRY_POINTS:
        (folder / name).write_text(PROGRAM.format(python=sys.executable, more=more), encoding="utf-8")
        (folder / name).chmod(0o755)


def test_every_folder_of_resources_is_shipped_and_no_other() -> None:
    shipped = {destination for _source, destination in frozen_contents.resource_folders(ROOT)}
    assert shipped == {f"resources/{path.name}" for path in (ROOT / "resources").iterdir() if path.is_dir()}


def test_a_missing_folder_of_resources_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "resources" / "demo").mkdir(parents=True)
    with pytest.raises(FileNotFoundError, match="translations"):
        frozen_contents.resource_folders(tmp_path)


def test_the_programs_are_those_that_pip_would_install() -> None:
    project = SETTINGS["project"]
    assert set(frozen_contents.ENTRY_POINTS) == {*project["scripts"], *project["gui-scripts"]}
    assert all((ROOT / script).is_file() for script in frozen_contents.ENTRY_POINTS.values())


def test_all_that_the_application_may_not_import_is_left_out() -> None:
    contract = next(each for each in SETTINGS["tool"]["importlinter"]["contracts"] if each["id"] == "torch")
    assert frozen_contents.intruders(["trainer.loop", *contract["forbidden_modules"], "numpy"]) == sorted(
        ["trainer.loop", *contract["forbidden_modules"]]
    )


def test_modules_that_are_imported_by_name_belong_to_packages_that_are_taken_whole() -> None:
    importing = [
        path.relative_to(ROOT).parts[0]
        for path in (ROOT / "forensic_id").rglob("*.py")
        if "import_module(" in path.read_text(encoding="utf-8")
    ]
    assert importing
    assert set(importing) <= set(frozen_contents.DYNAMIC_PACKAGES)


def test_the_spec_takes_everything_from_the_list_of_contents() -> None:
    tree = ast.parse(SPEC)
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "contents"
    }
    public = {name for name in vars(frozen_contents) if name.isupper()} - {"RESOURCES", "UNUSED_LIBRARIES"}
    assert all(hasattr(frozen_contents, name) for name in used)
    assert public - {"COMMAND_LINE"} <= used
    assert frozen_contents.is_unused("PySide6/Qt/plugins/platformthemes/libqgtk3.so")
    assert not frozen_contents.is_unused("PySide6/Qt/plugins/platforms/libqxcb.so")


def test_a_frozen_application_finds_its_resources_and_offers_no_python_for_the_trainer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert resources() == ROOT / "resources"
    assert default_python() == sys.executable
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal é"), raising=False)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert resources() == tmp_path / "_internal é" / "resources"
    assert default_python() == ""


def test_programs_that_a_frozen_application_starts_do_not_load_its_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    start = {"LD_LIBRARY_PATH": "/app", "QT_PLUGIN_PATH": "/app/plugins", "HOME": "/home"}
    untouched = dict(start)
    forensic_id.surroundings.spare_other_programs(untouched)
    assert untouched == start
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    environment = dict(start)
    forensic_id.surroundings.spare_other_programs(environment)
    assert environment == {"HOME": "/home"}
    environment = start | {"LD_LIBRARY_PATH_ORIG": "/theirs"}
    forensic_id.surroundings.spare_other_programs(environment)
    assert environment == {"HOME": "/home", "LD_LIBRARY_PATH": "/theirs"}


def test_the_licences_of_what_is_contained_are_named_and_copied(tmp_path: Path) -> None:
    licences.write_licences(tmp_path, [Path(typer.__file__)])
    told = (tmp_path / "licences" / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    assert "typer" in told
    assert "MIT" in told
    assert f"Python {sys.version.split()[0]}" in told
    assert "numpy" not in told
    assert list((tmp_path / "licences").glob("typer-*LICENSE*"))


@pytest.mark.skipif(os.name == "nt", reason="the programs of this test are scripts")
def test_the_trial_moves_the_application_runs_it_and_puts_it_back(application: Path) -> None:
    measures = try_application(application)
    assert measures.megabytes > 0
    assert measures.desktop > 0
    assert [path.name for path in application.parent.iterdir()] == ["forensic_id"]


@pytest.mark.skipif(os.name == "nt", reason="the programs of this test are scripts")
@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("sys.exit(3 if 'audit' in words else 0)", "ended with 3"),
        ("sys.exit('--check-start' in words)", "ended with 1"),
        ("pathlib.Path(__file__).with_name('log').write_text('x')", "wrote into the folder"),
    ],
)
def test_the_trial_fails_with_a_sentence(application: Path, more: str, told: str) -> None:
    write_programs(application, more)
    with pytest.raises(TrialError, match=told):
        try_application(application)
    assert application.is_dir()


def test_a_report_that_is_none_fails_the_trial(application: Path) -> None:
    write_programs(application, "'demo' in words and pathlib.Path('Probe ü/sketch.pdf').write_text('no report')")
    with pytest.raises(TrialError, match="no report"):
        try_application(application)
