"""What a page of the main window is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from forensic_id.core.rights import Right
from forensic_id.gui.access.words import only_text
from forensic_id.gui.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortcutInfo:
    """One line of the shortcut overview: keys as Qt writes them portably (`Ctrl+E`, `A`), and what they do."""

    keys: str
    text: str


class Page(QWidget):
    """A page gets the desk, builds its widgets, and loads what it shows when it is first shown or told of a change.

    Text is wrapped in `self.tr`; a page is built anew when the language changes, so it needs no retranslation.
    """

    help_topic = "start"
    """The topic of the in-app help that F1 opens here."""
    main_right: ClassVar[Right | None] = None
    """What most people come here to do, where the page itself does not tell whoever may not."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shortcuts: list[ShortcutInfo] = []

    def shown(self) -> None:
        """The page came to the front: load what is out of date, put the focus where work begins."""

    def restriction(self) -> str:
        """Why whoever acts can do less here than others, for the line above the page; empty: they cannot."""
        right = self.main_right
        return only_text(right) if right is not None and self.desk.rights.reason(right) else ""

    def may_leave(self) -> bool:
        """Whether the user agrees to leave (unsaved input)."""
        return True

    def may_close(self) -> bool:
        """Whether the user agrees to close the program; asked of every page that was shown, in front or not."""
        return True

    def take_keys(self, widget: QWidget) -> None:
        """Give the focus to a widget of this page, unless another page is in front.

        What ends behind another page, a search or a list that was read, must not take the keys away from there.
        """
        if self.isVisible():
            widget.setFocus()

    def add_shortcut(
        self, keys: str, text: str, action: Callable[[], object] | None = None, *, right: Right | None = None
    ) -> None:
        """List keys in the overview under `?`; with an action, they also do it while the focus is in this page.

        Without an action some widget of the page handles the keys itself. Who lacks the `right` is told so instead.
        """
        self._shortcuts.append(ShortcutInfo(keys=keys, text=text))
        if action is not None:
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action if right is None else partial(self._act, action, right))

    def _act(self, action: Callable[[], object], right: Right) -> None:
        if self.desk.rights.permit(right):
            action()

    def shortcuts(self) -> tuple[ShortcutInfo, ...]:
        """What the overview lists for this page."""
        return tuple(self._shortcuts)
