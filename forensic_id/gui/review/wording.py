"""What decisions, findings and components are called in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from forensic_id.core.review import Decision, Finding


def decision_name(decision: Decision) -> str:
    """A decision in the interface's language."""
    return {
        Decision.UNDECIDED: QCoreApplication.translate("Review", "Undecided"),
        Decision.POSSIBLE: QCoreApplication.translate("Review", "Possible"),
        Decision.EXCLUDED: QCoreApplication.translate("Review", "Excluded"),
        Decision.INCONCLUSIVE: QCoreApplication.translate("Review", "Inconclusive"),
    }[decision]


def finding_name(finding: Finding) -> str:
    """A finding in the interface's language."""
    return {
        Finding.NOT_SET: QCoreApplication.translate("Review", "Not set"),
        Finding.SIMILAR: QCoreApplication.translate("Review", "Similar"),
        Finding.DISSIMILAR: QCoreApplication.translate("Review", "Dissimilar"),
        Finding.UNDETERMINED: QCoreApplication.translate("Review", "Undetermined"),
    }[finding]


def component_name(component: str) -> str:
    """A facial component in the interface's language."""
    return {
        "skin": QCoreApplication.translate("Review", "Skin"),
        "outline": QCoreApplication.translate("Review", "Face/head outline"),
        "composition": QCoreApplication.translate("Review", "Face/head composition"),
        "hairline": QCoreApplication.translate("Review", "Hairline/baldness pattern"),
        "forehead": QCoreApplication.translate("Review", "Forehead"),
        "eyebrows": QCoreApplication.translate("Review", "Eyebrows"),
        "eyes": QCoreApplication.translate("Review", "Eyes"),
        "cheeks": QCoreApplication.translate("Review", "Cheeks"),
        "nose": QCoreApplication.translate("Review", "Nose"),
        "ears": QCoreApplication.translate("Review", "Ears"),
        "mouth": QCoreApplication.translate("Review", "Mouth"),
        "jawline": QCoreApplication.translate("Review", "Chin/jawline"),
        "neck": QCoreApplication.translate("Review", "Neck"),
        "facial_hair": QCoreApplication.translate("Review", "Facial hair"),
        "facial_lines": QCoreApplication.translate("Review", "Facial lines"),
        "scars": QCoreApplication.translate("Review", "Scars"),
        "facial_marks": QCoreApplication.translate("Review", "Facial marks"),
        "alterations": QCoreApplication.translate("Review", "Alterations"),
        "other": QCoreApplication.translate("Review", "Other features"),
    }[component]
