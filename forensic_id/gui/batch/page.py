"""The batch page: the batches that the library remembers, one of them in front, or a new one to be set up."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from forensic_id.core.rights import Right
from forensic_id.gui.batch.batch_view import BatchView
from forensic_id.gui.batch.runner import BatchRunner
from forensic_id.gui.batch.setup_form import SetupForm
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.page import Page
from forensic_id.gui.save_dialog import ask_where_to_save
from forensic_id.gui.sentences import sentence_for, translated
from forensic_id.gui.tasks import Lane
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.services.match_folder import MatchFolderResult
from forensic_id.services.remember_batches import BatchOutcome, RememberedBatch, forget_batch, remembered_batches
from forensic_id.services.run_batch import SketchRow, batch_rows, export_rows

_WIDTHS = (240, 560)
_SHARE = 1000
"""Of the width, beside the 1 of what is left over."""


class BatchPage(Page):
    """Folders of sketches."""

    help_topic = "batch"
    main_right = Right.SEARCH

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._batches: tuple[RememberedBatch, ...] = ()
        self._batch: RememberedBatch | None = None
        self._loaded = self._erased = False
        self.runner = BatchRunner(desk, self)
        self.form = SetupForm(desk)
        self.batch = BatchView(desk)
        self._make_bar()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.form)
        self._stack.addWidget(self.batch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["m"], SPACE["l"], SPACE["m"])
        layout.setSpacing(SPACE["m"])
        layout.addLayout(self._bar)
        layout.addWidget(self._stack, 1)
        self._connect()
        self.add_shortcut("Ctrl+N", self.tr("A new batch"), self._new_batch)
        self.add_shortcut("Ctrl+F", self.tr("Find in the table"), self.batch.text.setFocus)
        self.add_shortcut("Return", self.tr("Open the chosen sketch's search"))

    def shown(self) -> None:
        """Load the list when it is out of date; the rules may have changed on another page."""
        self.form.check()
        if not self._loaded:
            self._loaded = True
            self._load_list()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.form.isVisible() and not self.form.folder.line.text():
            self.form.folder.setFocus()

    def _connect(self) -> None:
        desk = self.desk
        desk.library_changed.connect(self._library_changed)
        desk.cases_erased.connect(self._forget_erased)
        self.form.batch_requested.connect(self._begin)
        self.form.case_requested.connect(lambda: desk.page_requested.emit("cases"))
        self.batch.pause_requested.connect(self.runner.pause)
        self.batch.stop_requested.connect(self.runner.stop)
        self.batch.resume_requested.connect(self._go_on)
        self.batch.export_requested.connect(self._choose_export)
        self.batch.open_requested.connect(self._open_search)
        self.batch.landmarks_requested.connect(self._set_landmarks)
        self.runner.rows_arrived.connect(self._take_rows)
        self.runner.finished.connect(self._finished)
        self.runner.halted.connect(self._halted)
        self.runner.failed.connect(self._failed)

    def _make_bar(self) -> None:
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(self.tr("Batches of this library"))
        self.chooser.setMinimumWidth(_WIDTHS[0])
        self.chooser.setMaximumWidth(_WIDTHS[1])
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.activated.connect(self._choose)
        self.new = QPushButton(self.tr("&New batch"))
        self._paint()
        self.desk.appearance.changed.connect(self._paint)
        self.new.clicked.connect(self._new_batch)
        self.forget = QPushButton(self.tr("Take off the list"))
        self.forget.setToolTip(self.tr("The searches and the results folder stay as they are."))
        self.forget.clicked.connect(self._forget)
        self.desk.rights.guard(self.forget, Right.SEARCH)
        self.again = QPushButton(self.tr("Again with &changes"))
        self.again.setToolTip(self.tr("Set up a new batch that begins with what this one was asked"))
        self.again.clicked.connect(self._begin_again)
        self._bar = QHBoxLayout()
        self._bar.addWidget(self.chooser, _SHARE)
        self._bar.addWidget(self.forget)
        self._bar.addWidget(self.again)
        self._bar.addStretch(1)
        self._bar.addWidget(self.new)

    def _paint(self) -> None:
        self.new.setIcon(self.desk.appearance.icon("plus"))

    def _library_changed(self) -> None:
        self._loaded, self._batch = False, None
        self._stack.setCurrentWidget(self.form)
        if self.isVisible():
            self.shown()

    def _forget_erased(self, numbers: frozenset[str]) -> None:
        """The list is read anew, and the table of a batch that is gone is emptied; one that runs is stopped."""
        if self._batch is not None and self._batch.request.case_number in numbers:
            self._erased = True
            self.batch.replace_rows(())
            if self.runner.running:
                self.runner.stop()
                return
            self._let_go()
        self._load_list()

    def _let_go(self) -> None:
        self._erased, self._batch = False, None
        self._stack.setCurrentWidget(self.form)

    def _take_rows(self, rows: list[SketchRow]) -> None:
        """Of a case that was erased while its batch runs nothing more is shown."""
        if not self._erased:
            self.batch.take_rows(rows)

    def _load_list(self) -> None:
        self.desk.run(
            Lane.BROWSE,
            lambda place, _task: remembered_batches(place.library(), place.library_folder),
            owner=self,
            on_done=self._show_list,
        )

    def _show_list(self, batches: tuple[RememberedBatch, ...]) -> None:
        self._batches = batches
        self.chooser.clear()
        for batch in batches:
            self.chooser.addItem(self._described(batch))
        if self._batch is None and batches and batches[0].unfinished:
            self._show_batch(batches[0])
        self._mark()

    def _described(self, batch: RememberedBatch) -> str:
        states = {
            BatchOutcome.RUNNING: self.tr("interrupted"),
            BatchOutcome.PAUSED: self.tr("paused"),
            BatchOutcome.STOPPED: self.tr("stopped"),
            BatchOutcome.FINISHED: self.tr("finished"),
        }
        state = self.tr("running") if self._runs(batch) else states[batch.outcome]
        return self.tr("{folder} · case {case} · {done} of {total} · {state}").format(
            folder=batch.request.folder.name,
            case=batch.request.case_number,
            done=counted(batch.done + batch.failed),
            total=counted(batch.total),
            state=state,
        )

    def _runs(self, batch: RememberedBatch) -> bool:
        return self.runner.running and self._batch is not None and batch.request.out == self._batch.request.out

    def _mark(self) -> None:
        """The bar follows what is in front; another batch can be looked at once none runs."""
        outs = [batch.request.out for batch in self._batches]
        in_front = self._stack.currentWidget() is self.batch
        out = self._batch.request.out.absolute() if self._batch is not None else None
        place = outs.index(out) if in_front and out in outs else -1
        self.chooser.setCurrentIndex(place)
        self.chooser.setPlaceholderText(self.tr("Earlier batches ({})").format(len(outs)))
        self.chooser.setVisible(bool(outs))
        self.forget.setVisible(place >= 0 and not self.runner.running)
        self.chooser.setEnabled(not self.runner.running)
        self.again.setVisible(in_front and self._batch is not None and not self.runner.running)
        self.new.setVisible(in_front)
        self.new.setEnabled(not self.runner.running)

    def _choose(self, number: int) -> None:
        self._show_batch(self._batches[number])
        self._mark()

    def _show_batch(self, batch: RememberedBatch) -> None:
        self._batch = batch
        self._stack.setCurrentWidget(self.batch)
        self.batch.replace_rows(())
        self.batch.show_batch(batch, running=False)
        self.batch.tell(batch.outcome)
        self.desk.run(
            Lane.BATCH,
            lambda place, task: batch_rows(batch, place.library(), progress=task.report),
            owner=self,
            on_done=lambda rows: self._rows_loaded(batch, rows),
            on_failed=lambda error: self.batch.notice.say(sentence_for(error)),
        )

    def _rows_loaded(self, batch: RememberedBatch, rows: tuple[SketchRow, ...]) -> None:
        if self._batch is batch and not self.runner.running:
            self.batch.replace_rows(rows)
            self.batch.show_batch(batch, running=False)
            self.batch.tell(batch.outcome)

    def _new_batch(self) -> None:
        if self.runner.running:
            return
        self._stack.setCurrentWidget(self.form)
        self.form.folder.setFocus()
        self._mark()

    def _begin_again(self) -> None:
        if self._batch is not None:
            self.desk.choose_case(self._batch.request.case_number)
            self.form.fill(self._batch)
            self._new_batch()

    def _begin(self, batch: RememberedBatch) -> None:
        self.batch.replace_rows(())
        self._start(batch)

    def _go_on(self) -> None:
        if self._batch is not None:
            self._start(self._batch)

    def _start(self, batch: RememberedBatch) -> None:
        self._batch = batch
        title = self.tr("Batch {}").format(batch.request.folder.name)
        self.runner.start(batch, title)
        self._stack.setCurrentWidget(self.batch)
        self.batch.show_batch(batch, running=True)
        self.take_keys(self.batch.view)
        self._mark()

    def _finished(self, result: MatchFolderResult) -> None:
        self._after(BatchOutcome.FINISHED, " ".join(map(translated, result.warnings)))

    def _halted(self, outcome: BatchOutcome) -> None:
        self._after(outcome)

    def _after(self, outcome: BatchOutcome, told: str = "") -> None:
        if self._erased:
            self._let_go()
        else:
            self.batch.halted(outcome)
            if told:
                self.batch.notice.say(f"{self.batch.notice.text} {told}".strip())
        self._load_list()

    def _failed(self, error: Exception) -> None:
        """Refused: what was asked is in the form still, unless the batch had begun."""
        if self.batch.table.rowCount() or self._erased:
            self._after(BatchOutcome.STOPPED, sentence_for(error))
            return
        self._let_go()
        self.form.problem.say(sentence_for(error))
        self._load_list()

    def _open_search(self, search_id: int) -> None:
        if self._batch is not None:
            self.desk.choose_case(self._batch.request.case_number)
        self.desk.open_search(search_id)

    def _set_landmarks(self, sketch: Path) -> None:
        if self._batch is not None:
            self.desk.choose_case(self._batch.request.case_number)
        self.desk.offer_sketch(sketch)

    def _choose_export(self) -> None:
        ask_where_to_save(
            self,
            self.desk.preferences,
            self.tr("Export the table"),
            name="batch.csv",
            kinds="CSV (*.csv)",
            then=self.export_table,
        )

    def export_table(self, path: Path) -> None:
        """Write the table to a file."""
        rows = self.batch.table.rows
        self.desk.run(
            Lane.BROWSE,
            lambda _place, _task: export_rows(rows, path),
            owner=self,
            on_done=lambda _nothing: self.batch.notice.say(self.tr("The table was written to {}.").format(path)),
        )

    def _forget(self) -> None:
        if self._batch is None or self.runner.running:
            return
        out, self._batch = self._batch.request.out, None
        self._stack.setCurrentWidget(self.form)
        self.desk.run(
            Lane.BROWSE,
            lambda place, _task: forget_batch(place.library(), place.library_folder, out),
            owner=self,
            on_done=lambda _nothing: self._load_list(),
        )
