"""What is said to people below the interface, read from the code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from installer import translations
from installer.sentences import all_sentences, sentences_of

SERVICE = '''
"""A docstring is for developers."""
from other import SEPARATE, told

STAGE = "Counting sheep"
_WAYS = {"a": "by the gate", "b": f"over {HEIGHT} fences"}

def count(folder, way, progress):
    """Count them. This is no sentence for people."""
    progress(Progress(stage=STAGE, done=0))
    database.execute("SELECT a FROM sheep WHERE id = ?")
    log.warning("Something odd happened here.")
    if not folder:
        raise InvalidInputError(f"The folder {folder!r} has {'one' if few else 'no'} sheep. {_advice(way)}")
    raise DefectError("Our own mistake is told to developers.")

def _advice(way):
    try:
        return f"Let them in {_WAYS[way]}."
    except _Broken as error:
        return f"{error}"

def check(count):
    if count > 3:
        raise _Broken("holds too many of them")
    if count > 2:
        yield f"{count}: {told(count)}"
    return " ".join(SEPARATE.format(count=count))

class Hold:
    def __str__(self):
        return f"hold {self.number} on the flock"

def named(value, name):
    raise NotFoundError(f"There is no {name} here.")

named(1, "black sheep")
'''


@pytest.fixture
def code(tmp_path: Path) -> Path:
    (tmp_path / "services").mkdir()
    (tmp_path / "services" / "count_sheep.py").write_text(SERVICE, encoding="utf-8")
    (tmp_path / "other.py").write_text(
        'SEPARATE = "Keep {count} of them apart."\n\ndef told(count):\n    return f"too many by {count}"\n'
    )
    (tmp_path / "gui").mkdir()
    (tmp_path / "gui" / "page.py").write_text('raise InvalidInputError("The interface says it itself.")')
    return tmp_path


def test_what_people_read_is_found_and_what_only_developers_read_is_not(code: Path) -> None:
    assert set(sentences_of(code)) == {
        "Keep {1} of them apart.",
        "Counting sheep",
        "The folder {1} has one sheep. {2}",
        "The folder {1} has no sheep. {2}",
        "Let them in {1}.",
        "by the gate",
        "holds too many of them",
        "too many by {1}",
        "over {1} fences",
        "hold {1} on the flock",
        "There is no {1} here.",
        "black sheep",
    }


def test_of_a_report_only_its_errors_are_read(code: Path) -> None:
    report = code / "services" / "report_sheep.py"
    report.write_text('TITLE = "This is printed."\nraise InvalidInputError("This is no report.")')
    assert "This is no report." in sentences_of(code)
    assert "This is printed." not in sentences_of(code)


def test_the_list_beside_the_translations_is_that_of_the_code() -> None:
    listed = json.loads((translations.FOLDER / "sentences.json").read_text(encoding="utf-8"))
    assert listed == {sentence: list(numbers) for sentence, numbers in all_sentences().items()}
    assert list(listed) == list(all_sentences())


def test_places_are_known_to_hold_numbers_where_the_code_formats_them_as_such(tmp_path: Path) -> None:
    (tmp_path / "sheep.py").write_text(
        'TOLD = "{share:.0%} of {flock} are white."\n'
        'raise InvalidInputError(f"Case {number} of {place:04d} has {count:,} sheep of {weight:.{digits}f} kg.")\n'
        'raise InvalidInputError(f"There are {count:,} of {all:,} in the meadow.")\n'
        'raise InvalidInputError(f"There are {some} of {others:,} in the meadow.")\n'
    )
    assert sentences_of(tmp_path) == {
        "{1} of {2} are white.": (1,),
        "Case {1} of {2} has {3} sheep of {4} kg.": (3, 4),
        "There are {1} of {2} in the meadow.": (2,),
    }
