"""Numbers as people write them in the language of the interface: the one place that decides how a number looks.

A number is written in Python's form (1,204.5 or 12%), then its signs are exchanged for those of the language. Which
these are Qt knows: `forensic_id/gui/language.py` makes the language its default locale, so that number fields and
calendars follow as well. What names something (ids, case numbers, versions, dates, hashes), what somebody typed and
what is stored, exported or logged is not for this module.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale

from forensic_id.core.progress import Progress

_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[-+]?\d+)?", re.ASCII)
_DECIMAL = re.compile(r"(?<![\w.])\d+\.\d+(?:e[-+]?\d+)?(?![\w.])", re.ASCII)
"""A number with decimals in a text, which is no part of a version or a name."""


def counted(number: int) -> str:
    """A whole number with its thousands set apart."""
    return in_language(f"{number:,}")


def measured(value: float, form: str) -> str:
    """A number in one of Python's formats, such as ".4f" or ".0%"."""
    return in_language(format(value, form))


def done_of(progress: Progress) -> str:
    """How much is done of how much, to be set behind what is being done; empty where the whole is not known."""
    return f" {counted(progress.done)} / {counted(progress.total)}" if progress.total else ""


def in_language(text: str) -> str:
    """A number in Python's form, written as the language does; any other text is returned as it is."""
    if text.endswith("%") and _NUMBER.fullmatch(text[:-1]):
        return f"{in_language(text[:-1])}{percent_sign()}"
    if not _NUMBER.fullmatch(text):
        return text
    signs = QLocale()
    return text.translate({ord(","): signs.groupSeparator(), ord("."): signs.decimalPoint()})


def decimals_in_language(text: str) -> str:
    """A text in which every number with decimals is written as the language does."""
    return _DECIMAL.sub(lambda number: in_language(number.group()), text)


def percent_sign() -> str:
    """The sign with the space that the language sets before it."""
    return QCoreApplication.translate("Numbers", "%")
