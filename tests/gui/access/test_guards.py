"""Controls that follow the rights of whoever acts."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forensic_id.core.rights import Principal, Right, Role, alone
from forensic_id.gui.access.guards import Rights

AUDITOR = Principal(name="vera", roles=frozenset({Role.AUDITOR}))
EXAMINER = Principal(name="anna", roles=frozenset({Role.EXAMINER}))
REASON = "vera (auditor) may not search sketches: that takes the role examiner. Ask an administrator of this library."


def guarded_button(rights: Rights, qtbot: QtBot) -> tuple[QWidget, QPushButton]:
    around, button = QWidget(), QPushButton("Search")
    QVBoxLayout(around).addWidget(button)
    qtbot.addWidget(around)
    button.setToolTip("Searches the gallery")
    button.setAccessibleDescription("the main thing")
    rights.guard(button, Right.SEARCH)
    return around, button


def test_a_button_says_why_it_is_off_and_is_what_it_was_for_the_next_person(qtbot: QtBot) -> None:
    rights = Rights()
    _around, button = guarded_button(rights, qtbot)
    assert button.isEnabled()
    rights.serve(AUDITOR)
    assert (button.isEnabled(), button.toolTip(), button.accessibleDescription()) == (False, REASON, REASON)
    rights.serve(EXAMINER)
    told = ("Searches the gallery", "the main thing")
    assert (button.isEnabled(), button.toolTip(), button.accessibleDescription()) == (True, *told)
    rights.serve(AUDITOR)
    rights.serve(None)
    assert button.isEnabled()


def test_what_a_page_wants_meanwhile_holds_once_somebody_may(qtbot: QtBot) -> None:
    rights = Rights()
    around, button = guarded_button(rights, qtbot)
    button.setEnabled(False)
    rights.serve(AUDITOR)
    around.setEnabled(False)
    around.setEnabled(True)
    assert not button.isEnabled()
    button.setEnabled(True)
    button.setToolTip("Searches now")
    assert (button.isEnabled(), button.toolTip()) == (False, REASON)
    rights.serve(EXAMINER)
    assert (button.isEnabled(), button.toolTip()) == (True, "Searches now")


def test_another_reason_replaces_the_first_one(qtbot: QtBot) -> None:
    rights = Rights()
    _around, button = guarded_button(rights, qtbot)
    rights.serve(AUDITOR)
    rights.serve(Principal(name="boss", roles=frozenset({Role.ADMINISTRATOR})))
    assert button.toolTip().startswith("boss (administrator) may not search sketches")
    rights.serve(Principal(name="boss", roles=frozenset({Role.EXAMINER}), must_change_password=True))
    assert button.toolTip() == "Sign in first to search sketches."
    rights.serve(EXAMINER)
    assert button.toolTip() == "Searches the gallery"


def test_text_can_still_be_read(qtbot: QtBot) -> None:
    rights, line = Rights(), QLineEdit("Osei")
    qtbot.addWidget(line)
    rights.guard(line, Right.EDIT_GALLERY)
    rights.serve(AUDITOR)
    assert (line.isEnabled(), line.isReadOnly(), line.property("closed")) == (True, True, True)
    assert "change what is recorded" in line.toolTip()
    rights.serve(EXAMINER)
    assert (line.isReadOnly(), line.property("closed")) == (False, False)


def test_an_entry_of_a_menu_shows_its_reason_there(qtbot: QtBot) -> None:
    rights, menu = Rights(), QMenu()
    qtbot.addWidget(menu)
    action = QAction("Import", menu)
    menu.addAction(action)
    rights.serve(AUDITOR)
    guard = rights.guard(action, Right.IMPORT)
    action.setEnabled(True)
    assert (action.isEnabled(), menu.toolTipsVisible()) == (False, True)
    assert "import photos" in action.toolTip()
    guard.need(Right.READ_AUDIT)
    assert (action.isEnabled(), action.toolTip(), guard.reason) == (True, "Import", "")


def test_whoever_works_alone_lacks_only_what_takes_two() -> None:
    rights = Rights()
    rights.serve(alone("anna"))
    assert rights.reason(*(frozenset(Right) - {Right.SECOND_REVIEW})) == ""
    assert rights.reason(Right.SECOND_REVIEW).startswith("This library is used by one person alone")


def test_keys_and_drops_are_told_why(qtbot: QtBot) -> None:
    rights = Rights()
    rights.serve(AUDITOR)
    with qtbot.waitSignal(rights.refused) as told:
        assert not rights.permit(Right.BROWSE, Right.SEARCH)
    assert told.args == [REASON]
    assert rights.permit(Right.BROWSE)
