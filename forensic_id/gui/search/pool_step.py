"""The step before a search: who is searched, and with which parameters."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forensic_id.core.records import SearchParameters
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.search.filter_editor import FilterEditor
from forensic_id.gui.search.parameters_form import ParametersForm
from forensic_id.gui.sentences import sentence_for, translated
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.workplace import Workplace
from forensic_id.services.preview_pool import FieldChoice, PoolPreview, filter_choices, preview_pool

_SETTLING = 120
"""Milliseconds without another change before the pool is counted."""


class PoolStep(QWidget):
    """Counts the pool while the filters are edited; only the newest count is shown."""

    preview_changed = Signal()
    parameters_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._preview: PoolPreview | None = None
        self._counting: Task | None = None
        self.filter_editor = FilterEditor(desk.appearance)
        self.form = ParametersForm(desk.preferences)
        self._size = label("", "title", wrap=True)
        self._photos = label("", "muted", wrap=True)
        self._warning = Banner("")
        self._warning.hide()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING)
        self._settling.timeout.connect(self.count)
        self._lay_out()
        self.filter_editor.filters_changed.connect(self._settling.start)
        self.filter_editor.filters_changed.connect(self.parameters_changed)
        self.form.parameters_changed.connect(self.parameters_changed)

    @property
    def parameters(self) -> SearchParameters:
        """Everything chosen here."""
        return self.form.parameters(self.filter_editor.filters)

    def set_parameters(self, parameters: SearchParameters) -> None:
        """Fill in those of another search."""
        self.form.set_parameters(parameters)
        self.filter_editor.set_filters(parameters.filters)

    @property
    def preview(self) -> PoolPreview | None:
        """The newest count; None until there is one."""
        return self._preview

    def load(self) -> None:
        """Read what can be filtered by, and count."""
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: filter_choices(place.library()),
            owner=self,
            on_done=self._offer,
            on_failed=lambda _error: self._offer(()),
        )
        self.count()

    def count(self) -> None:
        """Count the pool anew."""
        self._settling.stop()
        if self._counting is not None:
            self._counting.cancel()
        filters = self.filter_editor.filters

        def work(place: Workplace, _task: Task) -> PoolPreview:
            return preview_pool(place.library(), place.bundle_id, filters)

        self._counting = self._desk.run(
            Lane.BROWSE, work, owner=self, on_done=self._show, on_failed=self._tell_failure
        )

    def _offer(self, choices: tuple[FieldChoice, ...]) -> None:
        self.filter_editor.set_choices(choices)

    def _show(self, preview: PoolPreview) -> None:
        self._preview, self._counting = preview, None
        people = self.tr("{} of {} people").format(counted(preview.pool.subjects), counted(preview.gallery.subjects))
        self._size.setText(people)
        photos = self.tr("{} of {} photos will be searched").format(
            counted(preview.pool.photos), counted(preview.gallery.photos)
        )
        self._photos.setText(photos)
        self._warning.say(translated(preview.obstacle or "\n".join(preview.warnings)))
        self.preview_changed.emit()

    def _tell_failure(self, error: Exception) -> None:
        self._preview, self._counting = None, None
        self._size.setText("")
        self._photos.setText("")
        self._warning.say(sentence_for(error))
        self.preview_changed.emit()

    def _lay_out(self) -> None:
        told = self.tr(
            "Filters rest on what was recorded, which may be wrong or missing. Each one is part of the record and of"
            " the report."
        )
        pool = _card(
            label(self.tr("Who is searched"), "lead"),
            self._size,
            self._photos,
            self._warning,
            self.filter_editor,
            label(told, "small", wrap=True),
        )
        parameters = _card(label(self.tr("Parameters"), "lead"), self.form)
        columns = QWidget()
        across = QHBoxLayout(columns)
        across.setContentsMargins(0, 0, SPACE["xs"], 0)
        across.setSpacing(SPACE["l"])
        across.addWidget(pool, 1)
        across.addWidget(parameters, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(columns)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)


def _card(*widgets: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(SPACE["l"], SPACE["l"], SPACE["l"], SPACE["l"])
    layout.setSpacing(SPACE["s"])
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return card
