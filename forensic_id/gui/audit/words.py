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
        "subject.purge": QCoreApplication.translate("AuditWords", "Person purged"),
        "subject.expunge": QCoreApplication.translate("AuditWords", "Person expunged"),
        "retention.set": QCoreApplication.translate("AuditWords", "Retention date set"),
        "retention.purge": QCoreApplication.translate("AuditWords", "Purge carried out"),
        "retention.expunge": QCoreApplication.translate("AuditWords", "Expungement carried out"),
        "hold.place": QCoreApplication.translate("AuditWords", "Hold placed"),
        "hold.lift": QCoreApplication.translate("AuditWords", "Hold lifted"),
        "library.backup": QCoreApplication.translate("AuditWords", "Library backed up"),
        "library.restore": QCoreApplication.translate("AuditWords", "Library restored"),
        "library.repair": QCoreApplication.translate("AuditWords", "Library repaired"),
        "features.add": QCoreApplication.translate("AuditWords", "Features computed"),
        "case.open": QCoreApplication.translate("AuditWords", "Case opened"),
        "case.close": QCoreApplication.translate("AuditWords", "Case closed"),
        "case.purge": QCoreApplication.translate("AuditWords", "Searches of a case purged"),
        "case.expunge": QCoreApplication.translate("AuditWords", "Case expunged"),
        "search.export": QCoreApplication.translate("AuditWords", "Searches exported"),
        "search.add": QCoreApplication.translate("AuditWords", "Sketch searched"),
        "search.repeat": QCoreApplication.translate("AuditWords", "Search repeated"),
        "face.compare": QCoreApplication.translate("AuditWords", "Faces compared"),
        "candidate.view": QCoreApplication.translate("AuditWords", "Candidate viewed"),
        "review.save": QCoreApplication.translate("AuditWords", "Review saved"),
        "review.read": QCoreApplication.translate("AuditWords", "Conclusions of others read"),
        "report.export": QCoreApplication.translate("AuditWords", "Report exported"),
        "report.print": QCoreApplication.translate("AuditWords", "Report printed"),
        "list.export": QCoreApplication.translate("AuditWords", "Candidate list exported"),
        "figure.export": QCoreApplication.translate("AuditWords", "Figure exported"),
        "gallery.export": QCoreApplication.translate("AuditWords", "People exported"),
        "package.create": QCoreApplication.translate("AuditWords", "Case package begun"),
        "package.sign": QCoreApplication.translate("AuditWords", "Case package signed"),
        "audit.anchor": QCoreApplication.translate("AuditWords", "Audit log anchored"),
        "audit.anchoring": QCoreApplication.translate("AuditWords", "Anchoring changed"),
        "key.replace": QCoreApplication.translate("AuditWords", "Signing key replaced"),
        "audit.export": QCoreApplication.translate("AuditWords", "Audit log exported"),
        "access.refuse": QCoreApplication.translate("AuditWords", "Refused: no right"),
        "session.sign_in": QCoreApplication.translate("AuditWords", "Signed in"),
        "session.sign_out": QCoreApplication.translate("AuditWords", "Signed out"),
        "session.refuse": QCoreApplication.translate("AuditWords", "Sign-in refused"),
        "session.lock": QCoreApplication.translate("AuditWords", "Session locked"),
        "session.unlock": QCoreApplication.translate("AuditWords", "Session unlocked"),
        "account.add": QCoreApplication.translate("AuditWords", "Account added"),
        "account.details": QCoreApplication.translate("AuditWords", "Name or qualification changed"),
        "account.roles": QCoreApplication.translate("AuditWords", "Roles changed"),
        "account.disable": QCoreApplication.translate("AuditWords", "Account disabled"),
        "account.enable": QCoreApplication.translate("AuditWords", "Account enabled"),
        "account.unlock": QCoreApplication.translate("AuditWords", "Account unlocked"),
        "account.password": QCoreApplication.translate("AuditWords", "Password changed"),
        "library.mode": QCoreApplication.translate("AuditWords", "Accounts begun or ended"),
        "second_review.assign": QCoreApplication.translate("AuditWords", "Second review assigned"),
        "second_review.find": QCoreApplication.translate("AuditWords", "Blind conclusion saved"),
        "second_review.submit": QCoreApplication.translate("AuditWords", "Second review submitted"),
        "second_review.resolve": QCoreApplication.translate("AuditWords", "Agreed conclusion recorded"),
        "second_review.withdraw": QCoreApplication.translate("AuditWords", "Second review withdrawn"),
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
