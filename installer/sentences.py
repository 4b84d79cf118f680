"""What the packages below the interface say to people, as templates with a place for every value: {1}, {2} ...

A place whose value the code formats as a number, such as {count:,} or {share:.0%}, holds one: the interface writes it
as its language does. Any other value, such as a case number or a version, is shown as it was said.

Those packages speak English and know nothing of translations; the interface finds the template that made a sentence
and shows its translation (`forensic_id/gui/sentences.py`). A literal is for people when it

- ends like a sentence and has several words,
- is handed to an error that people read, or is what a thing calls itself (`__str__`),
- names a stage of a progress, or
- can come to stand in a place of one of these (`installer/said.py`).

Mistakes of our own, the command line, and what only a report prints are not translated.
"""

from __future__ import annotations

import ast
import functools
import itertools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from installer.said import Code, Literal, is_literal, simple_name

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "forensic_id"
POLICIES = ROOT / "resources" / "policies"
FEWEST_LETTERS = 4
"""A template with fewer letters of its own would fit nearly everything."""
_ELSEWHERE = ("gui", "commands", "cli.py", "app.py")
_FOR_REPORTS = re.compile(r"services/(report_(?!standing)\w+|build_report|summarise_\w+)\.py|reporting/\w+\.py")
_FOR_DEVELOPERS = {"DefectError", "TypeError", "ArgumentParser", "add_argument", "warning", "debug", "info"}
_WORDS = (
    *("encrypted", "decrypted", "placed", "lifted", "withdrawn", "submitted", "informative", "contrast"),
    *("record", "ranking", "crop", "inputs", "outputs", "witness", "subject", "photo", "reason", "reference"),
    *("name", "sex", "ethnicity", "source", "number", "offence", "authority", "requester", "features", "pictures"),
)
"""Single words that complete sentences; code is too full of others to find these in it."""
_THINGS = (
    *("case {1}", "account {1}", "search {1}", "subject {1}"),
    *("born {1}", "booked {1}", "source: {1}", "not recorded", "no longer held"),
    *("removed (library no. {1})", "purged (library no. {1})", "expunged (library no. {1})"),
    "Removed from the gallery since this search.",
)
"""What the audit log calls the things it tells of, and what reports and lists tell of a candidate."""
_SYSTEM = (
    *("No such file or directory", "Permission denied", "Is a directory", "Not a directory", "Directory not empty"),
    *("File exists", "File name too long", "No space left on device", "Disk quota exceeded", "Read-only file system"),
    *("Input/output error", "Device or resource busy", "Operation not permitted", "Too many open files"),
)
"""Reasons that the operating system gives, in the words of POSIX."""
_END = re.compile(r"[.?!][”)]?\s*\Z|[.?!:](\s*\{\d+\})+\s*\Z")
_PLACE = re.compile(r"\{\d+\}")
_OWN_PLACE = re.compile(r"\{\w*(?::([^{}]*))?\}")
_NUMBER_FORMAT = re.compile(r"[-+]?(?:,d?|,?\.?\d*[fge%])")
"""Of Python's formats those that make a number for people to read; "04d" and the like make names of things."""
_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[a-z]{2}")
_SQL = re.compile(
    r"\b(SELECT|FROM|WHERE|INSERT|VALUES|JOIN|PRAGMA|ORDER BY|CASE WHEN|NOT IN|LIKE)\b"
    r"|[a-z]\(|\|\||= \?|\} \?|\w_\w+, "
)


Sentences = dict[str, tuple[int, ...]]
"""Templates, and which of their places hold numbers."""


def sentences_of(code: Path = CODE) -> Sentences:
    """All templates of the modules below a folder, each once, by file and line."""
    trees = {
        path.relative_to(code).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(code.rglob("*.py"))
        if path.relative_to(code).parts[0] not in _ELSEWHERE
    }
    known = Code()
    for module, tree in trees.items():
        known.add(module, tree)
    reader = _Reader(known)
    for module, tree in trees.items():
        reader.read(module, tree)
    return reader.found


def sentences_of_policies(folder: Path = POLICIES) -> tuple[str, ...]:
    """What the shipped policy profiles say of themselves; their titles are names, which every language keeps."""
    profiles = (tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.toml")))
    return tuple(dict.fromkeys(profile["summary"] for profile in profiles))


@functools.cache
def all_sentences() -> Sentences:
    """What the interface may have to show of what was said elsewhere."""
    without_numbers = (*sentences_of_policies(), *_THINGS, *_WORDS, *_SYSTEM)
    return sentences_of() | dict.fromkeys(without_numbers, ())


class _Reader:
    """Collects templates; what stands in their places is read after them."""

    def __init__(self, code: Code) -> None:
        self._code = code
        self._seen: set[int] = set()
        self.found: Sentences = {}

    def read(self, module: str, tree: ast.Module) -> None:
        """Take what one module says."""
        only_errors = _FOR_REPORTS.fullmatch(module) is not None
        for literal in _said_in(tree, error=not only_errors):
            self._take(module, literal)
        for value in _named_in(tree):
            for where, literal in self._code.literals(module, value):
                self._take(where, literal)

    def _take(self, module: str, literal: Literal) -> None:
        if id(literal) in self._seen:
            return
        self._seen.add(id(literal))
        values = _values(literal)
        for branches in itertools.product(*map(_branches, values)):
            template, numbers = _template(literal, branches)
            if _is_said(template):
                shared = self.found.get(template, numbers)  # of two that say the same, a number is one in both
                self.found[template] = tuple(place for place in numbers if place in shared)
        for value in values:
            for where, part in self._code.literals(module, value):
                wordy = " " in _template(part)[0] or _values(part)
                if wordy and not _FOR_REPORTS.fullmatch(where):
                    self._take(where, part)


def _said_in(node: ast.AST, *, error: bool) -> Iterator[Literal]:
    """Literals that read like sentences, apart from docstrings; `error`: not only in errors."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Call):
        name = simple_name(node.func)
        if name in _FOR_DEVELOPERS:
            return
        error = error or _is_for_people(name)
    if is_literal(node):
        text, _numbers = _template(node)
        if error and _END.search(text) and " " in text:
            yield node  # type: ignore[misc]
        return
    for child in ast.iter_child_nodes(node):
        yield from _said_in(child, error=error)


def _named_in(tree: ast.Module) -> Iterator[ast.expr]:
    """Expressions whose literals are said without looking like sentences."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and simple_name(node.func) == "Progress":
            yield from (keyword.value for keyword in node.keywords if keyword.arg == "stage")
        elif isinstance(node, ast.Call) and _is_for_people(simple_name(node.func)):
            yield from node.args
        elif isinstance(node, ast.FunctionDef) and node.name == "__str__":
            yield from (each.value for each in ast.walk(node) if isinstance(each, ast.Return) and each.value)


def _is_for_people(error: str) -> bool:
    return error.endswith("Error") and error not in (*_FOR_DEVELOPERS, "ValueError")


def _is_said(template: str) -> bool:
    """Whether it is text with enough of its own to be known again."""
    own = _PLACE.sub("", template)
    several = " " in template or template[:1].isupper()
    long_enough = len(_LETTERS.findall(own)) >= FEWEST_LETTERS and _WORD.search(own) is not None
    return several and long_enough and not _SQL.search(own) and "\n" not in own


def _values(literal: Literal) -> list[ast.expr]:
    parts = literal.values if isinstance(literal, ast.JoinedStr) else []
    return [part.value for part in parts if isinstance(part, ast.FormattedValue)]


def _branches(value: ast.expr) -> list[ast.expr | None]:
    """The two ends of a branch are written out in the template; anything else is a place."""
    if isinstance(value, ast.IfExp) and is_literal(value.body) and is_literal(value.orelse):
        return [value.body, value.orelse]
    return [None]


def _template(literal: ast.AST, branches: tuple[ast.expr | None, ...] = ()) -> tuple[str, tuple[int, ...]]:
    """The text with numbered places, those of str.format among them, and which of them hold numbers.

    `branches` are written out.
    """
    formats: list[str] = []

    def written(node: ast.AST, given: Iterator[ast.expr | None]) -> str:
        if isinstance(node, ast.Constant):
            return str(node.value)
        parts = []
        for part in node.values if isinstance(node, ast.JoinedStr) else ():
            if isinstance(part, ast.FormattedValue):
                branch = next(given, None)
                parts.append(f"{{:{_format(part)}}}" if branch is None else written(branch, iter(())))
            else:
                parts.append(written(part, iter(())))
        return "".join(parts)

    def place(found: re.Match[str]) -> str:
        formats.append(found.group(1) or "")
        return f"{{{len(formats)}}}"

    text = _OWN_PLACE.sub(place, written(literal, iter(branches))).strip()
    return text, tuple(number for number, each in enumerate(formats, 1) if _NUMBER_FORMAT.fullmatch(each))


def _format(value: ast.FormattedValue) -> str:
    """How a value is to be formatted; what is filled into the format itself (.{digits}f) is left out."""
    parts = value.format_spec.values if isinstance(value.format_spec, ast.JoinedStr) else []
    return "".join(str(part.value) for part in parts if isinstance(part, ast.Constant))
