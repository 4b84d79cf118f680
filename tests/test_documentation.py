"""What the documentation tells people to type exists, with every option it names."""

from __future__ import annotations

import functools
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from forensic_id.cli import app
from installer.commands import COMMANDS
from trainer.__main__ import main as trainer_main

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
GROUPS = {
    "gallery", "case", "search", "audit", "bundle", "policy", "review", "package", "key",
    "account", "retention", "library",
}  # fmt: skip
TERMINAL = {"COLUMNS": "200", "TERM": "dumb", "NO_COLOR": "1", "PYTHONUTF8": "1"}


def console_lines(document: str) -> Iterator[list[str]]:
    """The commands of a document's console blocks, split as a shell would."""
    text = (ROOT / document).read_text(encoding="utf-8")
    for block in re.findall(r"^```console\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE):
        for line in block.splitlines():
            if line.startswith("$ "):
                yield shlex.split(line[2:], comments=True)


@functools.cache
def application_help(*command: str) -> str:
    result = CliRunner().invoke(app, [*command, "--help"], env=TERMINAL)
    assert result.exit_code == 0, result.output
    return result.output


def commands_of(program: str) -> list[list[str]]:
    return [words[1:] for words in console_lines("README.md") if words[0] == program]


def options_in(words: list[str]) -> set[str]:
    return {word.partition("=")[0] for word in words if word.startswith("--")}


def listed_in(help_text: str) -> set[str]:
    return set(re.findall(r"--[a-z][a-z-]*", help_text))


def subcommand(words: list[str]) -> tuple[list[str], list[str]]:
    """Global options, and the subcommand with what follows it."""
    start = 2 if words[0] == "--library" else 0
    return words[:start], words[start:]


@pytest.mark.parametrize("words", commands_of("forensic-id"), ids=" ".join)
def test_readme_commands_exist_with_their_options(words: list[str]) -> None:
    general, rest = subcommand(words)
    name = rest[: 2 if rest[0] in GROUPS else 1]
    assert options_in(general) <= listed_in(application_help())
    assert options_in(rest) <= listed_in(application_help(*name))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_bootstrap_commands_exist(document: str) -> None:
    for words in console_lines(document):
        if words[1:2] == ["installer/bootstrap.py"]:
            assert words[2] in COMMANDS


def trainer_commands() -> list[list[str]]:
    """What README passes to the trainer, through bootstrap.py or by itself."""
    starts = (["installer/bootstrap.py", "train"], ["-m", "trainer"])
    found = [words[3:] for words in console_lines("README.md") if words[1:3] in starts]
    return [words for words in found if words != ["--help"]]


@pytest.mark.parametrize("words", trainer_commands(), ids=" ".join)
def test_trainer_commands_in_readme_exist_with_their_options(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        trainer_main([words[0], "--help"])
    assert ended.value.code == 0
    assert options_in(words) <= listed_in(capsys.readouterr().out)


def test_readme_names_its_two_commands_first() -> None:
    first = list(console_lines("README.md"))[:2]
    assert first == [["python3", "installer/bootstrap.py", name] for name in ("demo", "test")]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_to_files(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", text) if not target.startswith("http")]
    assert [target for target in targets if not (ROOT / target.partition("#")[0]).exists()] == []
