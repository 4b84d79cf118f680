"""Actions and details of audit entries in words. What is logged stays as it is; only its name is put into words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

_LONGEST_HASH = 12
_HASH_LENGTH = 64


def action_text(action: str) -> str:
    """What the action is called; unknown ones, such as those of a newer version, keep their own name."""
    known = {
        "library.create": QCoreApplication.translate("AuditWords", "Library created"),
        "policy.choose": QCoreApplication.translate("AuditWords", "Policy profile chosen"),
        "bundle.install": QCoreApplication.translate("AuditWords", "Model installed"),
        "bundle.use": QCoreApplication.translate("AuditWords", "Model taken into use"),
        "bundle.remove": QCoreApplication.translate("AuditWords", "Model removed"),
        "gallery.import": QCoreApplication.translate("AuditWords", "Gallery imported"),
        "photo.enrol": QCoreApplication.translate("AuditWords", "Photo enrolled"),
        "photo.edit": QCoreApplication.translate("AuditWords", "Photo edited"),
        "subject.edit": QCoreApplication.translate("AuditWords", "Person edited"),
        "subject.remove": QCoreApplication.translate("AuditWords", "Person removed"),
        "subject.view": QCoreApplication.translate("AuditWords", "Person viewed"),
        "features.add": QCoreApplication.translate("AuditWords", "Features computed"),
        "case.open": QCoreApplication.translate("AuditWords", "Case opened"),
        "case.close": QCoreApplication.translate("AuditWords", "Case closed"),
        "search.add": QCoreApplication.translate("AuditWords", "Sketch searched"),
        "search.repeat": QCoreApplication.translate("AuditWords", "Search repeated"),
        "face.compare": QCoreApplication.translate("AuditWords", "Faces compared"),
        "candidate.view": QCoreApplication.translate("AuditWords", "Candidate viewed"),
        "review.save": QCoreApplication.translate("AuditWords", "Review saved"),
        "report.export": QCoreApplication.translate("AuditWords", "Report exported"),
        "report.print": QCoreApplication.translate("AuditWords", "Report printed"),
        "list.export": QCoreApplication.translate("AuditWords", "Candidate list exported"),
        "figure.export": QCoreApplication.translate("AuditWords", "Figure exported"),
        "audit.export": QCoreApplication.translate("AuditWords", "Audit log exported"),
    }
    return known.get(action, action)


def details_line(details: Mapping[str, Any]) -> str:
    """All details in one line, hashes shortened."""
    return " · ".join(f"{name.replace('_', ' ')}: {_short(value)}" for name, value in details.items())


def details_text(details: Mapping[str, Any]) -> str:
    """All details as indented JSON."""
    return json.dumps(details, indent=2, ensure_ascii=False, sort_keys=True) if details else ""


def _short(value: object) -> str:
    if isinstance(value, str) and len(value) == _HASH_LENGTH and value.isalnum():
        return f"{value[:_LONGEST_HASH]}…"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
