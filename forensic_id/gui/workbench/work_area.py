"""How the parts of the workbench lie: sketches above, the picture at the left, crop and tools at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage, QKeySequence, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabWidget, QToolButton, QVBoxLayout, QWidget

from forensic_id.gui.desk import Desk
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.scrolled import scrolled
from forensic_id.gui.workbench.bench import Preparation
from forensic_id.gui.workbench.canvas import SketchCanvas
from forensic_id.gui.workbench.crop_panel import CropPanel
from forensic_id.gui.workbench.edit_list import EditList
from forensic_id.gui.workbench.edit_tools import EditTools
from forensic_id.gui.workbench.examiner import Seen
from forensic_id.gui.workbench.origin_form import OriginForm
from forensic_id.gui.workbench.sketch_strip import SketchStrip
from forensic_id.services.probe import SketchOrigin

_STATE = "workbench/splitter"
_SIDE_WIDTH = 356


class WorkArea(QWidget):
    """Holds the widgets and shows in them what it is told; the workbench decides."""

    def __init__(self, desk: Desk, undo_stack: QUndoStack) -> None:
        super().__init__()
        self._desk = desk
        appearance = desk.appearance
        self.strip = SketchStrip(appearance)
        self.canvas = SketchCanvas(appearance)
        self.crop = CropPanel()
        self.tools = EditTools(appearance)
        self.edits = EditList()
        self.form = OriginForm()
        self.notice = Banner("")
        self.notice.hide()
        self.hint = label("", "small", wrap=True)
        self._received: QImage | None = None
        self._edited: QImage | None = None
        self._icons: list[tuple[QToolButton, str]] = []
        self.undo, self.redo = self._undo_actions(undo_stack)
        self.peek_button = self._view_button("eye", self.tr("Show the sketch as received (hold, or hold Space)"))
        self.peek_button.pressed.connect(self._peek)
        self.peek_button.released.connect(self._end_peek)
        self.canvas.peek_begun.connect(self._peek)
        self.canvas.peek_ended.connect(self._end_peek)
        self.canvas.told.connect(self._tell)
        self._lay_out()
        self._tell("")
        appearance.changed.connect(self._paint)
        self._paint()

    def say(self, sentence: str) -> None:
        """Tell something above the picture; empty: nothing."""
        self.notice.say(sentence)

    def restore(self) -> None:
        """Lay the parts as they were left."""
        if state := self._desk.preferences.state(_STATE):
            self._splitter.restoreState(state)

    def show_nothing(self) -> None:
        """No picture yet."""
        self._received = self._edited = None
        self.canvas.show_picture(None)
        self.canvas.show_face((), None, None)
        self.crop.show_nothing()
        self.tools.show_histogram(None)
        self.say("")

    def show_failure(self, sentence: str) -> None:
        """The sketch in front cannot be used."""
        self.show_nothing()
        self.crop.show_problem(sentence)

    def show_preparation(self, front: Preparation, origin: SketchOrigin) -> None:
        """Show how a sketch is prepared."""
        self.tools.show_steps(front.steps)
        self.edits.show_steps(front.steps)
        self.form.show_origin(origin)

    def show_pictures(self, seen: Seen, *, keep_view: bool) -> None:
        """Show another picture, edited and as received."""
        self._received, self._edited = seen.received, seen.edited
        same_size = self.canvas.has_image and self.canvas.picture_size == seen.edited.size()
        self.canvas.show_picture(seen.edited, keep_state=keep_view and same_size)
        self.strip.show_thumbnail(seen.key, seen.edited)
        self.tools.show_histogram(seen.histogram)

    def _peek(self) -> None:
        if self._received is not None and self._edited is not None:
            self.canvas.show_picture(self._received, overlays=False)

    def _end_peek(self) -> None:
        if self._edited is not None and not self.canvas.shows_overlays:
            self.canvas.show_picture(self._edited)

    def _tell(self, sentence: str) -> None:
        keys = self.tr("Tab: next point · arrows: move by 1, with Shift by 10 · R: automatic · Space: as received")
        self.hint.setText(sentence or keys)

    def _tell_lacking(self, fields: int) -> None:
        """Say on the tab, which may lie behind the other one, that something is asked for there."""
        name = self.tr("A&bout the sketch")
        self.tabs.setTabText(
            1, self.tr("{name}: {number} needed").format(name=name, number=fields) if fields else name
        )

    def _undo_actions(self, stack: QUndoStack) -> tuple[QAction, QAction]:
        undo = stack.createUndoAction(self, self.tr("Undo"))
        undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        redo = stack.createRedoAction(self, self.tr("Redo"))
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        for action in (undo, redo):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        return undo, redo

    def _view_button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setToolTip(name)
        button.setAccessibleName(name)
        self._icons.append((button, icon))
        return button

    def _action_button(self, icon: str, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        self._icons.append((button, icon))
        return button

    def _paint(self) -> None:
        for button, icon in self._icons:
            made = self._desk.appearance.icon(icon)
            action = button.defaultAction()
            if action is not None:
                action.setIcon(made)
            else:
                button.setIcon(made)

    def _lay_out(self) -> None:
        zoom_in = self._view_button("zoom-in", self.tr("Zoom in (+)"))
        zoom_out = self._view_button("zoom-out", self.tr("Zoom out (-)"))
        fit = self._view_button("fit", self.tr("See all of it (0)"))
        zoom_in.clicked.connect(self.canvas.zoom_in)
        zoom_out.clicked.connect(self.canvas.zoom_out)
        fit.clicked.connect(self.canvas.fit)
        above = QHBoxLayout()
        above.setSpacing(SPACE["xs"])
        above.addWidget(self.strip, 1)
        undo, redo = self._action_button("undo", self.undo), self._action_button("redo", self.redo)
        for button in (undo, redo, self.peek_button, zoom_out, zoom_in, fit):
            above.addWidget(button)
        left = QWidget()
        picture = QVBoxLayout(left)
        picture.setContentsMargins(0, 0, 0, 0)
        picture.setSpacing(SPACE["xs"])
        picture.addWidget(self.notice)
        picture.addWidget(self.canvas, 1)
        picture.addWidget(self.hint)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(SPACE["m"])
        self._splitter.addWidget(left)
        self._splitter.addWidget(self._side())
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([600, _SIDE_WIDTH])
        self._splitter.splitterMoved.connect(
            lambda _place, _index: self._desk.preferences.set_state(_STATE, self._splitter.saveState())
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addLayout(above)
        layout.addWidget(self._splitter, 1)

    def _side(self) -> QWidget:
        editing = QWidget()
        inside = QVBoxLayout(editing)
        inside.setContentsMargins(0, SPACE["s"], SPACE["s"], SPACE["s"])
        inside.setSpacing(SPACE["m"])
        inside.addWidget(self.edits)
        inside.addWidget(self.tools)
        inside.addStretch(1)
        face = QWidget()
        seen = QVBoxLayout(face)
        seen.setContentsMargins(0, SPACE["s"], 0, 0)
        seen.setSpacing(SPACE["xs"])
        seen.addWidget(self.crop)
        seen.addWidget(scrolled(editing), 1)
        about = QWidget()
        told = QVBoxLayout(about)
        told.setContentsMargins(0, SPACE["s"], SPACE["s"], SPACE["s"])
        told.addWidget(self.form)
        told.addStretch(1)
        self.tabs = QTabWidget()
        self.tabs.setUsesScrollButtons(False)
        self.tabs.addTab(face, self.tr("Face and &edits"))
        self.tabs.addTab(scrolled(about), "")
        self._tell_lacking(0)
        self.form.lacking.connect(self._tell_lacking)
        self.tabs.setMinimumWidth(_SIDE_WIDTH)
        return self.tabs
