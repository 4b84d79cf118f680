"""Texts of the interface and their translations."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from installer import translations
from installer.translations import (
    Text,
    UntranslatableError,
    all_texts,
    read_translations,
    texts_of,
    write_translations,
)

PLACES = re.compile(r"\{[^{}]*\}")
FILES = sorted(translations.FOLDER.glob("*.ts"))


def write(folder: Path, code: str) -> Path:
    (folder / "page.py").write_text(code, encoding="utf-8")
    return folder


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_every_text_of_the_code_is_translated_and_nothing_else_is_kept(file: Path) -> None:
    code, translated = set(all_texts()), set(read_translations(file))
    assert sorted(text.source for text in code - translated) == []
    assert sorted(text.source for text in translated - code) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_a_translation_keeps_the_places_that_are_filled_in(file: Path) -> None:
    for text, forms in read_translations(file).items():
        for form in forms:
            assert sorted(PLACES.findall(form)) == sorted(PLACES.findall(text.source)), text.source


def test_texts_are_found_by_class_and_by_named_context_once_each(tmp_path: Path) -> None:
    code = """
class Outer:
    def show(self):
        QCoreApplication.translate("Free", "named")
        self.tr("own")
        self.tr("own")
        return lambda: self.tr("in a lambda", "comment")
    class Inner:
        def show(self):
            self.tr("joined "
                    "text").format(self.tr("%n photo(s)", "", 3))
"""
    assert texts_of(write(tmp_path, code)) == (
        Text(context="Free", source="named"),
        Text(context="Outer", source="own"),
        Text(context="Outer", source="in a lambda", comment="comment"),
        Text(context="Inner", source="joined text"),
        Text(context="Inner", source="%n photo(s)", plural=True),
    )


@pytest.mark.parametrize(
    "code",
    [
        'page.tr("text")',
        "class A:\n    def f(self):\n        tr = self.tr",
        'class A:\n    def f(self, name):\n        self.tr(f"text {name}")',
        'translate = QCoreApplication.translate\ntranslate("A", "text")',
        'QCoreApplication.translate("A", text)',
    ],
)
def test_a_text_that_cannot_be_read_from_the_code_is_refused_with_its_line(tmp_path: Path, code: str) -> None:
    with pytest.raises(UntranslatableError, match=r"page\.py:\d"):
        texts_of(write(tmp_path, code))


def test_translations_survive_an_update_and_what_is_unfinished_does_not_count(tmp_path: Path) -> None:
    file = tmp_path / "forensic_id_xx.ts"
    texts = (
        Text(context="B", source='"quoted" & more'),
        Text(context="A", source="new"),
        Text(context="A", source="%n", plural=True),
    )
    known = {texts[0]: ("«so»",), texts[2]: ("one", "many")}
    write_translations(file, texts, known, language="xx")
    assert read_translations(file) == known
    write_translations(file, texts, read_translations(file), language="xx")
    assert read_translations(file) == known
    assert read_translations(tmp_path / "absent.ts") == {}


def test_an_update_writes_both_files_and_tells_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "forensic_id_xx.ts"
    known, missing = Text(context="A", source="known"), Text(context="A", source="missing")
    write_translations(file, (known,), {known: ("bekannt",)}, language="xx")
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    monkeypatch.setattr(translations, "all_texts", lambda: (known, missing))
    monkeypatch.setattr(translations, "all_sentences", lambda: {"{1} sheep.": (1,), "No sheep.": ()})
    assert translations.main() == 1
    assert "A: missing" in capsys.readouterr().out
    assert file.with_suffix(".qm").stat().st_size > 0
    assert json.loads((tmp_path / "sentences.json").read_text(encoding="utf-8")) == {
        "{1} sheep.": [1],
        "No sheep.": [],
    }
    monkeypatch.setattr(translations, "all_texts", lambda: (known,))
    assert translations.main() == 0
