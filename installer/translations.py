"""Bring the translations up to date with the code: python -m installer.translations.

Texts are read from the syntax tree: `self.tr("...")` in a class belongs to the class, and
`QCoreApplication.translate("Context", "...")` to the context it names. (pyside6-lupdate files what follows such a
call under a wrong class, where it is never found.) What the packages below the interface say is read by
`installer.sentences` and belongs to the context `Sentences`; its templates are written into a list beside the
translations, since a compiled translation cannot be looked through. The .ts files are Qt Linguist's; pyside6-lrelease
compiles them.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from installer.sentences import Sentences, all_sentences

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "forensic_id" / "gui"
FOLDER = ROOT / "resources" / "translations"
SENTENCES = "Sentences"
"""The context of what is said below the interface; forensic_id/gui/sentences.py asks for it."""
_PLURAL_ARGUMENT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text to be translated; `comment` tells equal texts of a context apart."""

    context: str
    source: str
    comment: str = ""
    plural: bool = False


class UntranslatableError(Exception):
    """A call from which no text can be read: the message names file and line."""


def texts_of(code: Path = CODE) -> tuple[Text, ...]:
    """All texts below a folder, each once, by file and line. Raises UntranslatableError."""
    found: dict[Text, None] = {}
    for path in sorted(code.rglob("*.py")):
        reader = _Reader(path)
        reader.visit(ast.parse(path.read_text(encoding="utf-8")))
        found.update(dict.fromkeys(reader.found))
    return tuple(found)


def all_texts() -> tuple[Text, ...]:
    """The texts of the interface, and what is said to people below it."""
    return (*texts_of(), *(Text(context=SENTENCES, source=each) for each in all_sentences()))


def write_sentences(file: Path, sentences: Sentences) -> None:
    """List the templates for the interface, one a line, each with its places that hold numbers."""
    lines = (f"{json.dumps(each, ensure_ascii=False)}: {list(numbers)}" for each, numbers in sentences.items())
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


class _Reader(ast.NodeVisitor):
    """Walks one module and knows the class it is in."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._classes: list[str] = []
        self.found: list[Text] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Texts in it are the class's."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """Take what is to be translated."""
        called = ast.unparse(node.func)
        if called == "self.tr" and self._classes:
            self._take(node, [ast.Constant(self._classes[-1]), *node.args])
        elif called == "QCoreApplication.translate":
            self._take(node, list(node.args))
        else:
            self.visit(node.func)
        for argument in (*node.args, *node.keywords):
            self.visit(argument)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Refuse what hides a text from this reader."""
        if node.attr == "tr" or ast.unparse(node) == "QCoreApplication.translate":
            raise UntranslatableError(
                f"{self._path}:{node.lineno}: outside of a call of a class's own self.tr(...), write"
                ' QCoreApplication.translate("Context", "...").'
            )
        self.generic_visit(node)

    def _take(self, node: ast.Call, arguments: list[ast.expr]) -> None:
        if (
            isinstance(arguments[0], ast.Constant)
            and arguments[0].value == SENTENCES
            and not _is_text(arguments[1:2])
        ):
            return  # what is said below the interface is read by itself
        words = [each.value if isinstance(each, ast.Constant) else None for each in arguments[:_PLURAL_ARGUMENT]]
        if len(words) < 2 or not all(isinstance(word, str) for word in words):  # noqa: PLR2004 - context and source
            raise UntranslatableError(f"{self._path}:{node.lineno}: a text to be translated is written out.")
        context, source, *comment = (str(word) for word in words)
        plural = len(arguments) > _PLURAL_ARGUMENT
        self.found.append(Text(context=context, source=source, comment="".join(comment), plural=plural))


def _is_text(arguments: list[ast.expr]) -> bool:
    return all(isinstance(each, ast.Constant) for each in arguments)


def read_translations(file: Path) -> dict[Text, tuple[str, ...]]:
    """What is translated in a .ts file: one form, or one for each number of a plural; none unfinished."""
    translated: dict[Text, tuple[str, ...]] = {}
    if not file.exists():
        return translated
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            text = Text(
                context=context.findtext("name", ""),
                source=message.findtext("source", ""),
                comment=message.findtext("comment", ""),
                plural=message.get("numerus") == "yes",
            )
            forms = _forms(message)
            if forms and all(forms):
                translated[text] = forms
    return translated


def _forms(message: ET.Element) -> tuple[str, ...]:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return ()
    plural = tuple(form.text or "" for form in translation.iter("numerusform"))
    return plural or (translation.text or "",)


def write_translations(
    file: Path, texts: Iterable[Text], translated: dict[Text, tuple[str, ...]], *, language: str
) -> None:
    """Write a .ts file in Qt Linguist's form: contexts in order of name, texts in the order of the code."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for name, members in _by_context(texts):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for text in members:
            _add_message(context, text, translated.get(text, ()))
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def _by_context(texts: Iterable[Text]) -> Iterator[tuple[str, list[Text]]]:
    groups: dict[str, list[Text]] = {}
    for text in texts:
        groups.setdefault(text.context, []).append(text)
    yield from sorted(groups.items())


def _add_message(context: ET.Element, text: Text, forms: tuple[str, ...]) -> None:
    message = ET.SubElement(context, "message")
    ET.SubElement(message, "source").text = text.source
    if text.comment:
        ET.SubElement(message, "comment").text = text.comment
    translation = ET.SubElement(message, "translation")
    if not forms:
        translation.set("type", "unfinished")
    if not text.plural:
        translation.text = "".join(forms)
        return
    message.set("numerus", "yes")
    for form in forms or ("", ""):
        ET.SubElement(translation, "numerusform").text = form


def update(file: Path, texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """Bring one .ts file up to date and compile it; returns what is not translated yet."""
    translated = read_translations(file)
    write_translations(file, texts, translated, language=file.stem.rpartition("_")[2])
    release = Path(sysconfig.get_path("scripts")) / "pyside6-lrelease"
    subprocess.run([str(release), "-silent", str(file), "-qm", str(file.with_suffix(".qm"))], check=True)
    return tuple(text for text in texts if text not in translated)


def main() -> int:
    """Update every language; 1 when a text lacks its translation."""
    texts, lacking = all_texts(), 0
    write_sentences(FOLDER / "sentences.json", all_sentences())
    for file in sorted(FOLDER.glob("*.ts")):
        missing = update(file, texts)
        print(f"{file.name}: {len(texts) - len(missing)} of {len(texts)} texts translated.")
        for text in missing:
            print(f"  {text.context}: {text.source}")
        lacking += len(missing)
    return int(lacking > 0)


if __name__ == "__main__":
    sys.exit(main())
