"""What was measured of a model, in the language of the interface; the report prints the same in its own."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from forensic_id.gui.numbers import counted, decimals_in_language

_ADDED = "+lfw"
_RECALL = re.compile(r"recall@(\d+) ?(.*)")
_SUPPORTED = "log10 LR that the validation supports"
_INTERVAL = re.compile(r"(\S+) to (\S+)")


def set_words(name: str) -> str:
    """What a test set is called, whether named as in a manifest or in words; one that nobody knows keeps its name."""
    plain = name.replace("_", " ").removesuffix(_ADDED)
    known = {
        "all": QCoreApplication.translate("Figures", "All"),
        "calibration": QCoreApplication.translate("Figures", "Calibration"),
        "cufs": QCoreApplication.translate("Figures", "CUHK Face Sketch Database, drawn from the photo"),
        "cufsf194": QCoreApplication.translate("Figures", "CUFSF, drawn with exaggeration"),
        "lfw-sketch": QCoreApplication.translate("Figures", "Sketches of photos from Labeled Faces in the Wild"),
        "validation pairs": QCoreApplication.translate("Figures", "Pairs held out of training"),
    }.get(plain, plain)
    if not name.endswith(_ADDED):
        return known
    return QCoreApplication.translate("Figures", "{}, photos of strangers added").format(known)


def figure_words(name: str) -> str:
    """What a figure is called; short names from standards and the literature, such as FNIR, are kept."""
    if recall := _RECALL.fullmatch(name):
        rank, addition = recall.groups()
        found = QCoreApplication.translate("Figures", "Recall@{}").format(rank)
        return f"{found} {figure_words(addition)}".rstrip()
    known = {
        "photos": QCoreApplication.translate("Figures", "Photos"),
        "sketches": QCoreApplication.translate("Figures", "Sketches"),
        "without generator": QCoreApplication.translate("Figures", "without generator"),
        "generator shift": QCoreApplication.translate("Figures", "Generator shift"),
        "generator spread": QCoreApplication.translate("Figures", "Generator spread"),
        "intra similarity of samples": QCoreApplication.translate("Figures", "Similarity among samples"),
        "log posterior of the mate": QCoreApplication.translate("Figures", "Log posterior of the mate"),
        "Equal error rate": QCoreApplication.translate("Figures", "Equal error rate"),
        _SUPPORTED: QCoreApplication.translate("Figures", "log10 LR that the validation supports"),
    }
    return known.get(name, decimals_in_language(name))


def value_words(value: str) -> str:
    """A value with what else is said of it, or an interval from one number to another."""
    if value.isascii() and value.isdecimal():
        return counted(int(value))
    if interval := _INTERVAL.fullmatch(value):
        low, high = map(decimals_in_language, interval.groups())
        return QCoreApplication.translate("Figures", "{low} to {high}").format(low=low, high=high)
    return decimals_in_language(value)
