"""The topics of the help: one Markdown file each, in the language of the interface, else in English."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

_ENTRY = re.compile(r"\[(?P<title>[^\]]+)\]\((?P<name>[\w-]+)\.md\)")
_PICTURE = re.compile(r"!\[[^\]]*\]\((?P<file>[^)]+)\)")
_FALLBACK = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic; `name` is what pages ask for."""

    name: str
    title: str
    file: Path
    text: str

    def holds(self, words: str) -> bool:
        """Whether every word occurs in title or text, in any case."""
        searched = f"{self.title} {_PICTURE.sub('', self.text)}".casefold()
        return all(word in searched for word in words.casefold().split())

    @property
    def pictures(self) -> tuple[str, ...]:
        """The pictures as the text names them: files beside its own, in the light theme."""
        return tuple(each["file"] for each in _PICTURE.finditer(self.text))

    def text_with(self, pictures: Collection[str]) -> str:
        """The text with no other pictures than these: one that cannot be read leaves no gap."""
        return _PICTURE.sub(lambda each: each[0] if each["file"] in pictures else "", self.text)

    def picture(self, name: str, *, dark: bool) -> Path:
        """The file of a picture in one of the themes."""
        return self.file.parent / (name.replace("-light.", "-dark.") if dark else name)


def load_topics(folder: Path, language: str) -> tuple[Topic, ...]:
    """The topics that index.md lists, in its order. A topic that is not translated is shown in English."""
    index = _first(folder / language / "index.md", folder / _FALLBACK / "index.md")
    topics = []
    for entry in _ENTRY.finditer(index.read_text(encoding="utf-8")):
        file = _first(folder / language / f"{entry['name']}.md", folder / _FALLBACK / f"{entry['name']}.md")
        if file.exists():
            text = file.read_text(encoding="utf-8")
            topics.append(Topic(name=entry["name"], title=entry["title"], file=file, text=text))
    return tuple(topics)


def _first(wanted: Path, fallback: Path) -> Path:
    return wanted if wanted.exists() else fallback
