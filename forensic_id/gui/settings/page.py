"""The settings page: every change holds at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.page import Page
from forensic_id.gui.settings.anchoring_card import AnchoringCard
from forensic_id.gui.settings.appearance_card import AppearanceCard
from forensic_id.gui.settings.encryption_card import EncryptionCard
from forensic_id.gui.settings.erasure_card import ErasureCard
from forensic_id.gui.settings.library_card import LibraryCard
from forensic_id.gui.settings.model_card import ModelCard
from forensic_id.gui.settings.people_card import PeopleCard
from forensic_id.gui.settings.search_card import OutputCard, SearchCard
from forensic_id.gui.settings.signing_key_card import SigningKeyCard
from forensic_id.gui.settings.upkeep_card import UpkeepCard
from forensic_id.gui.theme.tokens import SPACE

_WIDTH = 760
_SHARE = 1000
"""Of the width, beside the 1 of what is left over."""


class SettingsPage(Page):
    """Cards below each other, no wider than a line can be read."""

    help_topic = "settings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.appearance = AppearanceCard(desk)
        self.library = LibraryCard(desk)
        self.people = PeopleCard(desk)
        self.encryption = EncryptionCard(desk)
        self.upkeep, self.erasure = UpkeepCard(desk), ErasureCard(desk)
        self.anchoring, self.signing_key = AnchoringCard(desk), SigningKeyCard(desk)
        self.model = ModelCard(desk)
        self.search, self.output = SearchCard(desk), OutputCard(desk)
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        cards = QVBoxLayout(column)
        cards.setContentsMargins(SPACE["l"], SPACE["l"], SPACE["l"], SPACE["l"])
        cards.setSpacing(SPACE["l"])
        of_library = (
            self.library,
            self.people,
            self.encryption,
            self.upkeep,
            self.erasure,
            self.anchoring,
            self.signing_key,
        )
        for card in (self.appearance, *of_library, self.model, self.search, self.output):
            cards.addWidget(card)
        cards.addStretch(1)
        content = QWidget()
        room = QHBoxLayout(content)  # without an alignment: aligned widgets do not get the height of wrapped text
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(column, _SHARE)
        room.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def restriction(self) -> str:
        closed = self.desk.rights.reason(Right.SET_POLICY)
        return self.tr("What is switched off here takes the role administrator.") if closed else ""

    def shown(self) -> None:
        self.library.load()
        self.people.load()
        self.encryption.load()
        self.upkeep.load()
        self.anchoring.load()
        self.signing_key.load()
        self.model.load()
        self.appearance.theme.setFocus()
