"""Boxes to tick for the roles of an account, with what each of them is for."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from forensic_id.core.rights import Role
from forensic_id.gui.access.words import role_meaning, role_name
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label


class RoleChoice(QWidget):
    """One box a role; somebody may have several."""

    def __init__(self, held: Iterable[Role], *, width: int) -> None:
        """`width` in pixels: text that wraps is given the height that it needs there."""
        super().__init__()
        self.boxes: dict[Role, QCheckBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(label(self.tr("Roles")))
        layout.addSpacing(SPACE["xs"])
        ticked = frozenset(held)
        for role in Role:
            box = QCheckBox(role_name(role))
            box.setChecked(role in ticked)
            box.setAccessibleDescription(role_meaning(role))
            meaning = label(role_meaning(role), "small", wrap=True)
            meaning.setContentsMargins(SPACE["xl"], 0, 0, SPACE["s"])
            self.boxes[role] = box
            layout.addWidget(box)
            layout.addWidget(meaning)
            meaning.ensurePolished()
            meaning.setMinimumHeight(meaning.heightForWidth(width))

    @property
    def roles(self) -> frozenset[Role]:
        """What is ticked."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())
