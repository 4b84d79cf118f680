"""The pages of the main window, in their order. A page's module is imported when the page is first shown."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from forensic_id.gui.desk import Desk
from forensic_id.gui.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """One page: its name in the program, its icon's file, and its class as module:class below forensic_id.gui."""

    name: str
    icon: str
    place: str
    shortcut: str = ""
    in_navigation: bool = True


PAGES = (
    PageSpec(name="cases", icon="folder", place="cases.page:CasesPage", shortcut="Ctrl+1"),
    PageSpec(name="gallery", icon="people", place="gallery.page:GalleryPage", shortcut="Ctrl+2"),
    PageSpec(name="search", icon="search", place="search.page:SearchPage", shortcut="Ctrl+3"),
    PageSpec(name="review", icon="compare", place="review.page:ReviewPage", shortcut="Ctrl+4"),
    PageSpec(name="waiting", icon="clock", place="waiting.page:WaitingPage", shortcut="Ctrl+0"),
    PageSpec(name="batch", icon="stack", place="batch.page:BatchPage", shortcut="Ctrl+5"),
    PageSpec(name="training", icon="curve", place="training.page:TrainingPage", shortcut="Ctrl+6"),
    PageSpec(name="audit", icon="chain", place="audit.page:AuditPage", shortcut="Ctrl+7"),
    PageSpec(name="settings", icon="sliders", place="settings.page:SettingsPage", shortcut="Ctrl+8"),
    PageSpec(name="help", icon="help", place="help.page:HelpPage", shortcut="Ctrl+9"),
    PageSpec(name="report", icon="document", place="report.page:ReportPage", in_navigation=False),
    PageSpec(name="accounts", icon="people", place="accounts.page:AccountsPage", in_navigation=False),
)


def make_page(spec: PageSpec, desk: Desk) -> Page:
    """Import the page's module and build the page."""
    module, name = spec.place.split(":")
    page: Page = getattr(importlib.import_module(f"forensic_id.gui.{module}"), name)(desk)
    page.setObjectName(f"page-{spec.name}")
    return page


def page_title(name: str) -> str:
    """What the page is called, in the language of the interface."""
    return {
        "cases": QCoreApplication.translate("Pages", "Cases"),
        "gallery": QCoreApplication.translate("Pages", "Gallery"),
        "search": QCoreApplication.translate("Pages", "Search"),
        "review": QCoreApplication.translate("Pages", "Review"),
        "waiting": QCoreApplication.translate("Pages", "Waiting"),
        "batch": QCoreApplication.translate("Pages", "Batch"),
        "training": QCoreApplication.translate("Pages", "Training"),
        "audit": QCoreApplication.translate("Pages", "Audit"),
        "settings": QCoreApplication.translate("Pages", "Settings"),
        "help": QCoreApplication.translate("Pages", "Help"),
        "report": QCoreApplication.translate("Pages", "Report"),
        "accounts": QCoreApplication.translate("Pages", "Accounts"),
    }[name]
