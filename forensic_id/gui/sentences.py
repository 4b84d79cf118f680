"""What services, storage and the other packages say to people, in the language of the interface.

They speak English and know nothing of Qt. `sentences.json` beside the translations lists the templates of all they
say, with places {1}, {2} ... for values (`installer/sentences.py` reads them from the code), and which places hold
numbers. A sentence is shown in the translation of the template that made it; values that are sentences or phrases
themselves are translated too, and numbers are written as the language does.
What no template made, such as names, paths and what people wrote, is shown as it is.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from forensic_id.core.errors import UserFacingError
from forensic_id.gui.numbers import in_language

_PLACE = re.compile(r"\{(\d+)\}")
_LETTER = re.compile(r"[^\W\d_]")
_BOUNDARY = re.compile(r"(?<=[.?!])\s+|\n+")
_QUOTED_HEAD = re.compile(r"“([^”]*)”(:?\s+)(?=\S)")
_LABELLED = re.compile(r":\s+")
_SEPARATORS = ("; ", ", ")
_SHORT = 10
"""Characters; a phrase with fewer of its own fits single words only."""
_END = 3
"""Characters at an end of a template by which it is found."""
_LONGEST = 4000
"""Characters; nothing that is said to people is longer."""
_REMEMBERED = 2000

Found = tuple[int, str]
"""Letters of templates that were recognised in a text, and the text in the other language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Template:
    source: str
    parts: tuple[str, ...]
    """What stands between the places."""
    numbers: Collection[int]
    """The places that hold numbers, from 1."""
    weight: tuple[int, int]
    """Letters and characters of its own: the template with more of them made a text that two could have made."""

    def values_in(self, text: str) -> tuple[str, ...] | None:
        """What fills the places if the template made the text."""
        first, *others = self.parts
        if not text.startswith(first):
            return None
        values, at = [], len(first)
        for part in others[:-1]:
            found = text.find(part, at)
            if found < 0:
                return None
            values.append(text[at:found])
            at = found + len(part)
        end = len(text) - len(others[-1])
        if end < at or not text.endswith(others[-1]):
            return None
        values.append(text[at:end])
        return None if self.short and any(" " in value for value in values) else tuple(values)

    @property
    def short(self) -> bool:
        """Whether it is a phrase that could be the beginning of anything."""
        return self.weight[1] < _SHORT and self.source[-1] not in ".?!"


class Phrasebook:
    """Templates and where their translations come from."""

    def __init__(self, templates: Mapping[str, Collection[int]], translate: Callable[[str], str]) -> None:
        """Templates with their places that hold numbers. `translate` gives a template's translation, or itself."""
        self._translate = translate
        self._constants: dict[str, int] = {}
        self._by_end: dict[tuple[str, str], list[_Template]] = {}
        self._known: dict[str, Found] = {}
        for source, numbers in templates.items():
            parts = tuple(_PLACE.split(source)[::2])
            weight = sum(len(_LETTER.findall(part)) for part in parts), sum(map(len, parts))
            if len(parts) == 1:
                self._constants[source] = weight[0]
            else:
                template = _Template(source=source, parts=parts, numbers=numbers, weight=weight)
                self._by_end.setdefault(_end_of(parts[0], parts[-1]), []).append(template)

    def translated(self, text: str) -> str:
        """The text in the other language; what is not recognised in it stays as it is."""
        return self._best(text)[1] if len(text) <= _LONGEST else text

    def _best(self, text: str) -> Found:
        """The reading in which templates account for the most letters."""
        if text not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[text] = (0, text)  # where a reading comes back to the text itself
            self._known[text] = max(self._readings(text), key=lambda found: found[0])
        return self._known[text]

    def _readings(self, text: str) -> Iterator[Found]:
        yield self._whole(text)
        for gap in _BOUNDARY.finditer(text):
            yield _joined(self._whole(text[: gap.start()]), gap.group(), self._best(text[gap.end() :]))
        if head := _QUOTED_HEAD.match(text):
            yield _joined((0, _quoted(head.group(1))), head.group(2), self._best(text[head.end() :]))
        if label := _LABELLED.search(text):
            yield _joined(self._whole(text[: label.start()]), label.group(), self._best(text[label.end() :]))
        yield 0, text

    def _whole(self, text: str) -> Found:
        """The text as one sentence or phrase."""
        if text in self._constants:
            return self._constants[text], self._translate(text)
        ends = _end_of(text, ""), _end_of("", text), ("", "")
        near = sorted((each for end in ends for each in self._by_end.get(end, ())), key=lambda each: each.weight)
        for template in reversed(near):
            values = template.values_in(text)
            if values is not None:
                read = [
                    (0, in_language(value)) if place in template.numbers else self._value(value)
                    for place, value in enumerate(values, 1)
                ]
                filled = _filled(self._translate(template.source), [value for _, value in read])
                return template.weight[0] + sum(letters for letters, _ in read), filled
        return 0, text

    def _value(self, value: str) -> Found:
        bare = value.strip()
        if not bare:
            return 0, value
        if _is_repr(bare):
            return 0, value.replace(bare, _quoted(str(ast.literal_eval(bare))))
        letters, translated = max((self._best(bare), *self._lists(bare)), key=lambda found: found[0])
        return letters, value.replace(bare, translated)

    def _lists(self, text: str) -> Iterator[Found]:
        """The text as a list of phrases; one of single words might as well be of columns or names, and stays."""
        for separator in _SEPARATORS:
            parts = text.split(separator)
            read = [self._whole(part) for part in parts]
            if all(letters for letters, _ in read) and any(" " in part for part in parts):
                yield sum(letters for letters, _ in read), separator.join(translated for _, translated in read)


def _end_of(first: str, last: str) -> tuple[str, str]:
    """The beginning of a text, else its end, else nothing: what a template is found by."""
    if len(first) >= _END:
        return first[:_END], ""
    return "", last[-_END:] if len(last) >= _END else ""


def _joined(first: Found, between: str, second: Found) -> Found:
    return first[0] + second[0], f"{first[1]}{between}{second[1]}"


def _filled(translation: str, values: list[str]) -> str:
    return _PLACE.sub(lambda place: values[int(place.group(1)) - 1], translation)


def _is_repr(value: str) -> bool:
    if len(value) < 2 or value[0] not in "'\"" or value[-1] != value[0]:  # noqa: PLR2004 - two quotation marks
        return False
    try:
        return isinstance(ast.literal_eval(value), str)
    except (ValueError, SyntaxError):
        return False


def _quoted(value: str) -> str:
    return QCoreApplication.translate("Quotation", "“{}”").format(value)


def _from_qt(template: str) -> str:
    return QCoreApplication.translate("Sentences", template)


class _Spoken:
    """What the process translates with: nothing while it speaks English."""

    def __init__(self) -> None:
        self.file: Path | None = None
        self._book: Phrasebook | None = None

    def read_from(self, file: Path | None) -> None:
        """Take the templates from a file from now on; it is read when the first sentence is to be translated."""
        self.file, self._book = file, None

    @property
    def book(self) -> Phrasebook | None:
        """The phrasebook of the language; None: sentences are shown as they are."""
        if self._book is None and self.file is not None:
            self._book = Phrasebook(json.loads(self.file.read_text(encoding="utf-8")), _from_qt)
        return self._book


_SPOKEN = _Spoken()


def speak(templates: Path | None) -> None:
    """Translate sentences by the templates in a file from now on; None: show them as they are."""
    _SPOKEN.read_from(templates)


def translated(text: str) -> str:
    """A sentence of the services in the language of the interface."""
    book = _SPOKEN.book
    return text if book is None else book.translated(text)


def translated_values(text: str) -> str:
    """Values and phrases with commas between them, such as what is recorded of a person: each by itself."""
    return ", ".join(map(translated, text.split(", ")))


def sentence_for(error: BaseException | str) -> str:
    """What people read of an error: its own sentence where it has one. Of the interface's own words: these."""
    if isinstance(error, str):
        return error
    if isinstance(error, UserFacingError):
        return translated(str(error))
    return QCoreApplication.translate(
        "ErrorDialog",
        "The program made a mistake. What was saved before is kept. Copy the details and send them to whoever "
        "looks after this program.",
    )
