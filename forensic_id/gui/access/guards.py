"""Controls that whoever acts may not use: switched off, with the reason as tooltip and accessible description.

This spares people a refusal; the service refuses all the same.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from forensic_id.core.rights import Principal, Right
from forensic_id.gui.access.words import reason_text


@runtime_checkable
class _Readable(Protocol):
    """What can be read without being changed, such as a line of text: it is not greyed out."""

    def setReadOnly(self, read_only: bool, /) -> None: ...  # noqa: FBT001 - Qt's signature


class Rights(QObject):
    """What whoever acts in the library on the desk may do. While nobody is known, nothing is closed."""

    changed = Signal()
    """Somebody else acts, or has other roles."""
    refused = Signal(str)
    """Something was tried that is not allowed, by a key or by dropping a file; the reason, for people."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._principal: Principal | None = None

    def serve(self, principal: Principal | None) -> None:
        """Go by the rights of somebody else from now on; None: nobody is known."""
        if principal != self._principal:
            self._principal = principal
            self.changed.emit()

    def reason(self, *rights: Right) -> str:
        """Why one of these rights is missing, for people; empty: all are held."""
        who = self._principal
        missing = [right for right in rights if who is not None and not who.may(right)]
        return reason_text(who, missing[0]) if who is not None and missing else ""

    def permit(self, *rights: Right) -> bool:
        """Whether all of these rights are held; tells the reason where not. For keys and for what is dropped."""
        reason = self.reason(*rights)
        if reason:
            self.refused.emit(reason)
        return not reason

    def guard(self, control: QWidget | QAction, *rights: Right) -> Guard:
        """Keep a control switched off while one of these rights is missing.

        The page goes on enabling and disabling it, and giving it tooltips, as if nothing was there. What holds text
        is made read-only instead, so that it can still be read.
        """
        return (
            ActionGuard(self, control, rights) if isinstance(control, QAction) else WidgetGuard(self, control, rights)
        )


class Guard(QObject):
    """Watches over one control, and lives as long as it does."""

    def __init__(self, access: Rights, control: QObject, rights: tuple[Right, ...]) -> None:
        super().__init__(control)
        self._access, self._rights = access, rights
        self.reason = ""
        """Why the control is switched off; empty: it is not."""
        access.changed.connect(self._look)

    def need(self, *rights: Right) -> None:
        """Go by other rights from now on."""
        self._rights = rights
        self._look()

    def _look(self) -> None:
        before, self.reason = self.reason, self._access.reason(*self._rights)
        if self.reason and self.reason != before:
            self._close(first=not before)
        elif before and not self.reason:
            self._open()

    def _close(self, *, first: bool) -> None:
        """Switch the control off; `first`: it was not off before, so what it had is kept for later."""
        raise NotImplementedError

    def _open(self) -> None:
        """Give the control back what its page wants it to be."""
        raise NotImplementedError


class WidgetGuard(Guard):
    """Over a button, a field, a list."""

    def __init__(self, access: Rights, control: QWidget, rights: tuple[Right, ...]) -> None:
        super().__init__(access, control, rights)
        self._control = control
        self._enabled, self._tip, self._description = True, "", ""
        control.installEventFilter(self)
        self._look()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """While the control is off, keep what the page wants for later."""
        if not self.reason:
            return False
        if event.type() is QEvent.Type.EnabledChange and self._is_enabled():
            self._enabled = True
            self._switch_off()
        elif event.type() is QEvent.Type.ToolTipChange and self._control.toolTip() != self.reason:
            self._tip = self._control.toolTip()
            self._control.setToolTip(self.reason)
        return False

    def _close(self, *, first: bool) -> None:
        control = self._control
        if first:
            self._enabled, self._tip = self._is_enabled(), control.toolTip()
            self._description = control.accessibleDescription()
        control.setToolTip(self.reason)
        control.setAccessibleDescription(self.reason)
        self._switch_off()

    def _open(self) -> None:
        control = self._control
        control.setToolTip(self._tip)
        control.setAccessibleDescription(self._description)
        if isinstance(control, _Readable):
            self._show_readable(closed=False)
        else:
            control.setEnabled(self._enabled)

    def _is_enabled(self) -> bool:
        """Whether the page wants it so: what lies in something disabled is disabled too, and does not count."""
        return not self._control.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled)

    def _switch_off(self) -> None:
        if isinstance(self._control, _Readable):
            self._show_readable(closed=True)
        else:
            self._control.setEnabled(False)

    def _show_readable(self, *, closed: bool) -> None:
        """Let it be written in or not; the style sheet shows which."""
        control = self._control
        assert isinstance(control, _Readable)  # noqa: S101 - asked by whoever calls
        control.setReadOnly(closed)
        if control.property("closed") != closed:
            control.setProperty("closed", closed)
            control.style().unpolish(control)
            control.style().polish(control)


class ActionGuard(Guard):
    """Over an entry of a menu."""

    def __init__(self, access: Rights, control: QAction, rights: tuple[Right, ...]) -> None:
        super().__init__(access, control, rights)
        self._control = control
        self._enabled, self._tip = True, ""
        control.enabledChanged.connect(self._enabled_changed)
        self._look()

    def _enabled_changed(self, enabled: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self.reason and enabled:
            self._enabled = True
            self._control.setEnabled(False)

    def _close(self, *, first: bool) -> None:
        action = self._control
        if first:
            self._enabled, self._tip = action.isEnabled(), action.toolTip()
        action.setToolTip(self.reason)
        action.setEnabled(False)
        for menu in action.associatedObjects():
            if isinstance(menu, QMenu):
                menu.setToolTipsVisible(True)

    def _open(self) -> None:
        self._control.setToolTip(self._tip)
        self._control.setEnabled(self._enabled)
