"""The help page: table of contents and search at the left, the topic at the right."""

from __future__ import annotations

from pathlib import PurePosixPath

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from forensic_id.gui.desk import Desk
from forensic_id.gui.help.topic_view import TopicView
from forensic_id.gui.help.topics import load_topics
from forensic_id.gui.page import Page
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

_STATE = "help/splitter"
_CONTENTS_WIDTH = 260
_NAME = Qt.ItemDataRole.UserRole


class HelpPage(Page):
    """Shows the topic that was asked for last, and whatever the reader turns to."""

    help_topic = "start"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        folder = desk.appearance.resources / "help"
        self._topics = {each.name: each for each in load_topics(folder, desk.appearance.language.code)}
        self._asked = ""
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._enter_first)
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Topics"))
        self.contents.setWordWrap(True)
        self.contents.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.currentItemChanged.connect(self._turn_to)
        self.nothing = label(self.tr("No topic holds these words."), "muted", wrap=True)
        self.text = TopicView()
        self.text.setAccessibleName(self.tr("Help text"))
        self.text.anchorClicked.connect(self._follow)
        self._lay_out()
        self._fill()
        self.show_topic("start")
        self.add_shortcut("Ctrl+F", self.tr("Search the help"), self._focus_search)
        desk.appearance.changed.connect(self._render)
        desk.help_requested.connect(self._show_asked)

    @property
    def topic(self) -> str:
        """The topic in front."""
        item = self.contents.currentItem()
        return str(item.data(_NAME)) if item is not None else ""

    def shown(self) -> None:
        self._show_asked()
        self.text.setFocus()

    def show_topic(self, name: str) -> None:
        """Turn to a topic; one that does not exist is the start."""
        if name not in self._topics:
            name = "start"
        self.search.clear()
        for row in range(self.contents.count()):
            if self.contents.item(row).data(_NAME) == name:
                self.contents.setCurrentRow(row)

    def _show_asked(self) -> None:
        if self.desk.help_topic and self.desk.help_topic != self.topic:
            self.show_topic(self.desk.help_topic)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(SPACE["l"], SPACE["l"], SPACE["s"], SPACE["l"])
        column.addWidget(self.search)
        column.addWidget(self.contents, 1)
        column.addWidget(self.nothing)
        right = QWidget()
        room = QVBoxLayout(right)
        room.setContentsMargins(SPACE["s"], SPACE["l"], SPACE["l"], SPACE["l"])
        room.addWidget(self.text)
        splitter = QSplitter()
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_CONTENTS_WIDTH, 3 * _CONTENTS_WIDTH])
        splitter.setChildrenCollapsible(False)
        splitter.restoreState(self.desk.preferences.state(_STATE))
        splitter.splitterMoved.connect(lambda: self.desk.preferences.set_state(_STATE, splitter.saveState()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _fill(self) -> None:
        for topic in self._topics.values():
            item = QListWidgetItem(topic.title)
            item.setData(_NAME, topic.name)
            self.contents.addItem(item)
        self._filter("")

    def _filter(self, words: str) -> None:
        rows = [self.contents.item(row) for row in range(self.contents.count())]
        for item in rows:
            item.setHidden(not self._topics[item.data(_NAME)].holds(words))
        self.nothing.setVisible(all(item.isHidden() for item in rows))
        current = self.contents.currentItem()
        if current is not None and current.isHidden():
            visible = [item for item in rows if not item.isHidden()]
            self.contents.setCurrentItem(visible[0] if visible else current)
        self._mark()

    def _turn_to(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._render()

    def _render(self) -> None:
        self.text.show_topic(self._topics[self.topic], dark=self.desk.appearance.dark)
        self._mark()

    def _mark(self) -> None:
        """Go to the first place that holds the words searched for."""
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        words = self.search.text().split()
        if words:
            self.text.find(words[0])

    def _follow(self, link: QUrl) -> None:
        """Links lead to other topics only: the help opens nothing outside of this computer."""
        self.show_topic(PurePosixPath(link.path()).stem)

    def _enter_first(self) -> None:
        self.text.setFocus()

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
