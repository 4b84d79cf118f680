"""What the fields of filters and the kinds of reviews are called on screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from forensic_id.core.records import Filter


def field_name(field: str) -> str:
    """A filter field in the language of the interface."""
    known = {
        "sex": QCoreApplication.translate("Fields", "Sex"),
        "ethnicity": QCoreApplication.translate("Fields", "Ethnicity"),
        "source": QCoreApplication.translate("Fields", "Source"),
        "birth_year": QCoreApplication.translate("Fields", "Year of birth"),
        "booking_date": QCoreApplication.translate("Fields", "Booking date"),
        "retention_date": QCoreApplication.translate("Fields", "Retention date"),
        "name": QCoreApplication.translate("Fields", "Name"),
        "external_id": QCoreApplication.translate("Fields", "Subject"),
    }
    return known.get(field, field)


def filter_text(filter_: Filter) -> str:
    """A filter as a chip shows it."""
    name, low, high = field_name(filter_.name), filter_.low, filter_.high
    if low == high:
        value = low or QCoreApplication.translate("Fields", "not recorded")
        return f"{name}: {value}"
    if not high:
        return QCoreApplication.translate("Fields", "{}: from {}").format(name, low)
    if not low:
        return QCoreApplication.translate("Fields", "{}: up to {}").format(name, high)
    return QCoreApplication.translate("Fields", "{}: {} to {}").format(name, low, high)


def decision_name(decision: str) -> str:
    """An examiner's decision on a candidate in the language of the interface."""
    return {
        "undecided": QCoreApplication.translate("Decisions", "Undecided"),
        "possible": QCoreApplication.translate("Decisions", "Possible"),
        "excluded": QCoreApplication.translate("Decisions", "Excluded"),
        "inconclusive": QCoreApplication.translate("Decisions", "Inconclusive"),
    }[decision]
