"""What a batch needs before it runs: folders, parameters, filters, what is recorded of the sketches."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.errors import InvalidInputError, UserFacingError
from forensic_id.core.filters import FILTER_FIELDS, parse_filter
from forensic_id.core.policy import MOST_CANDIDATES
from forensic_id.core.records import Filter, SearchParameters
from forensic_id.gui.batch.folder_look import FolderLook
from forensic_id.gui.batch.start_bar import StartBar
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.search_rules import SearchRules
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.folder_field import FolderField
from forensic_id.gui.widgets.image_intake import ImageIntake
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.scrolled import scrolled
from forensic_id.gui.widgets.spin_boxes import give_room
from forensic_id.gui.workbench.origin_form import OriginForm
from forensic_id.services.identify import MOST_SAMPLES
from forensic_id.services.match_folder import MOST_JOBS, MatchFolderRequest
from forensic_id.services.remember_batches import RememberedBatch

_MOST_JOBS_AT_FIRST = 4
_LARGEST_SPIN = 2**31 - 1
_WIDEST = 760
_DESCRIPTION = 110
_BESIDE = 900
"""Width in pixels from which what is recorded stands beside what is searched."""


class SetupForm(QWidget):
    """Emits the batch that the user asks for, and tells before what it lacks."""

    batch_requested = Signal(RememberedBatch)
    case_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._suggested: Path | None = None
        self.problem = Banner("")
        self.problem.hide()
        self.rules = SearchRules(desk, self)
        self.folder_look = FolderLook(desk, self)
        self._make_fields()
        self._lay_out()
        ImageIntake(self).files_given.connect(self.take_files)
        self._connect()
        self._take_case(desk.case_number)

    def check(self) -> None:
        """Ask anew what the case and the policy profile allow; the page is shown, or they may have changed."""
        self.rules.check_case()
        self.rules.check_policy()

    def take_files(self, paths: list[Path]) -> None:
        """A folder, or a file in it, was dropped or pasted."""
        if paths:
            self.folder.folder = paths[0] if paths[0].is_dir() else paths[0].parent
            self.folder.setFocus()

    def fill(self, batch: RememberedBatch) -> None:
        """Start from what was asked of another batch; its results stay, those of the new one go beside them."""
        request = batch.request
        self.folder.folder = request.folder
        self.out.folder = self._suggested = _free(request.out)
        self.top.setValue(request.parameters.top)
        self.samples.setValue(request.parameters.samples)
        self.seed.setValue(min(request.parameters.seed, _LARGEST_SPIN))
        self.fusion.setCurrentIndex(max(0, self.fusion.findData(request.parameters.fusion)))
        self.filters.setText("; ".join(str(each) for each in request.parameters.filters))
        self.origin.show_origin(request.origin)
        self.jobs.setValue(request.jobs)
        self.reports.setChecked(batch.reports)

    def start(self) -> None:
        """Check what can be checked here and ask for the batch."""
        try:
            batch = RememberedBatch(request=self._request(), reports=self.reports.isChecked())
        except UserFacingError as error:
            self.problem.say(sentence_for(error))
            return
        self.problem.say("")
        self.folder_look.forget()
        self.batch_requested.emit(batch)

    def _request(self) -> MatchFolderRequest:
        if not self._desk.case_number:
            raise InvalidInputError(self.tr("Choose a case first: no search runs without a purpose."))
        folder, out = self.folder.folder, self.out.folder
        if folder is None or out is None:
            raise InvalidInputError(self.tr("Choose a folder of sketches and a folder for the results."))
        return MatchFolderRequest(
            folder=folder,
            out=out,
            case_number=self._desk.case_number,
            parameters=SearchParameters(
                top=self.top.value(),
                samples=self.samples.value(),
                seed=self.seed.value(),
                fusion=self.fusion.currentData(),
                filters=self._filters(),
            ),
            origin=self.origin.origin.checked(),
            jobs=self.jobs.value(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.origin.stack_names(stacked=beside)

    def _filters(self) -> tuple[Filter, ...]:
        return tuple(parse_filter(text) for text in self.filters.text().split(";") if text.strip())

    def _make_fields(self) -> None:
        self.folder = FolderField(self.tr("Folder of sketches"), self.tr("Choose a folder, or drop it here"))
        self.out = FolderField(self.tr("Folder for the results"))
        self.top = _spin(self.tr("Length of the candidate lists"), 1, MOST_CANDIDATES, 50)
        self.samples = _spin(self.tr("Samples drawn for each sketch"), 1, MOST_SAMPLES, 10)
        self.seed = _spin(self.tr("Seed"), 0, _LARGEST_SPIN, 0)
        self.seed.setToolTip(self.tr("The same seed repeats a search bit for bit."))
        self.fusion = QComboBox()
        self.fusion.setAccessibleName(self.tr("Several photos of one subject"))
        self.fusion.addItem(self.tr("best photo counts"), "max")
        self.fusion.addItem(self.tr("mean of the photos"), "mean")
        self.fusion.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.filters = _line(self.tr("Filters"), self.tr("for example: sex=female; birth_year=1970..1990"))
        self.filters.setToolTip(self.tr("Known fields: {}").format(", ".join(FILTER_FIELDS)))
        self.origin = OriginForm(tells_demand=False)
        self.origin.description.setMaximumHeight(_DESCRIPTION)
        cores = os.cpu_count() or 1
        self.jobs = _spin(
            self.tr("Sketches read at the same time"), 1, MOST_JOBS, max(1, min(cores // 2, _MOST_JOBS_AT_FIRST))
        )
        self.reports = QCheckBox(self.tr("Write a PDF &report for each sketch"))
        self._case = label(wrap=True)
        self._choose_case = QPushButton(self.tr("Choose a case…"))
        self._choose_case.clicked.connect(self.case_requested)
        self.bar = StartBar(self._desk)

    def _connect(self) -> None:
        self.folder.folder_changed.connect(self._suggest)
        for field in (self.folder, self.out):
            field.line.textChanged.connect(self._look)
        self.top.valueChanged.connect(self._tell)
        self.origin.changed.connect(self._tell)
        self.folder_look.looked.connect(self._counted)
        self.rules.policy_changed.connect(self.origin.obey)
        self.rules.changed.connect(self._tell)
        self.bar.start_requested.connect(self.start)
        self.bar.details_requested.connect(self._show_lacking)
        self._desk.case_chosen.connect(self._take_case)
        self._desk.cases_changed.connect(self.rules.check_case)

    def _lay_out(self) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(SPACE["m"])
        for card, stretch in ((self._search_card(), 5), (self._origin_card(), 4)):
            column = QVBoxLayout()
            column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, stretch)
        content = QWidget()
        around = QVBoxLayout(content)
        around.setContentsMargins(0, 0, 0, 0)
        around.addLayout(self._columns)
        around.addStretch(1)
        self._area = scrolled(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE["s"])
        whole.addWidget(self._area, 1)
        whole.addWidget(self.problem)
        whole.addWidget(self.bar)

    def _search_card(self) -> QFrame:
        case = QHBoxLayout()
        case.addWidget(self._case, 1)
        case.addWidget(self._choose_case)
        photos = QHBoxLayout()
        photos.addWidget(label(self.tr("Several photos of one subject"), "muted"))
        photos.addWidget(self.fusion)
        photos.addStretch(1)
        search = QVBoxLayout()
        search.setSpacing(SPACE["s"])
        search.addLayout(self._numbers())
        search.addLayout(photos)
        ending = QHBoxLayout()
        for widget in (label(self.tr("Read at the same time"), "muted"), self.jobs, self.reports):
            ending.addWidget(widget)
        ending.addStretch(1)
        form = QFormLayout()
        form.setVerticalSpacing(SPACE["m"])
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field in (
            (self.tr("Case"), case),
            (self.tr("S&ketches"), self.folder),
            (self.tr("Res&ults"), self.out),
            (self.tr("Search"), search),
            (self.tr("&Filters"), self.filters),
            (self.tr("Work"), ending),
        ):
            form.addRow(text, field)
        told = self.tr(
            "Every sketch gets a search of its own under the case, stored like any other. A batch may be "
            "paused, and goes on where it stopped even after the program was closed."
        )
        return _card(label(self.tr("Search a whole folder of sketches"), "title"), told, form)

    def _numbers(self) -> QHBoxLayout:
        numbers = QHBoxLayout()
        for text, box in (
            (self.tr("List"), self.top),
            (self.tr("Samples"), self.samples),
            (self.tr("Seed"), self.seed),
        ):
            numbers.addWidget(label(text, "muted"))
            numbers.addWidget(box)
            numbers.addSpacing(SPACE["m"])
        numbers.addStretch(1)
        return numbers

    def _origin_card(self) -> QFrame:
        told = self.tr("Recorded of every sketch of the folder: fill in what all of them have in common.")
        inside = QVBoxLayout()
        inside.addWidget(self.origin)
        return _card(label(self.tr("About the sketches"), "lead"), told, inside)

    def _missing(self) -> str:
        """The first thing that stands in the way; empty: nothing that is known."""
        if problem := self.rules.against(top=self.top.value()):
            return problem
        if not self._desk.case_number:
            return self.tr("Choose a case first: no search runs without a purpose.")
        if self.folder.folder is None:
            return self.tr("Choose a folder of sketches first, or drop it on the page.")
        if self.out.folder is None:
            return self.tr("Choose a folder for the results first.")
        return self.folder_look.problem

    def _tell(self) -> None:
        problem = self._missing()
        lacking = "" if problem else self.origin.unmet(self.origin.origin)
        number, top = self.folder_look.number, counted(self.top.value())
        if number == 1:
            plan = self.tr("One sketch, a list of {}.").format(top)
        else:
            plan = self.tr("{} sketches, a list of {} for each.").format(counted(number) if number else "…", top)
        self.bar.show_ready(problem or lacking or plan, may_start=not (problem or lacking), lacking=bool(lacking))

    def _counted(self) -> None:
        """Name the sketches that lack what the policy profile asks for: all, as what is filled in counts for all."""
        number = self.folder_look.number
        if number > 1:
            asked = self.tr(
                "The policy profile “{profile}” asks for these details, which all {number} sketches lack: {details}."
            ).replace("{number}", counted(number))
        else:
            asked = self.tr("The policy profile “{profile}” asks for these details of every sketch: {details}.")
        self.origin.word_demand(asked)
        self._tell()

    def _show_lacking(self) -> None:
        if (field := self.origin.focus_lacking()) is not None:
            self._area.ensureWidgetVisible(field)

    def _look(self) -> None:
        folder, out = self.folder.folder, self.out.folder
        if folder is None or out is None:
            self.folder_look.forget()
        else:
            self.folder_look.look(folder, out)

    def _suggest(self, folder: Path) -> None:
        """Results go beside the sketches unless the user has chosen another place."""
        if self.out.folder in (None, self._suggested) and folder.name:
            self._suggested = folder.with_name(f"{folder.name}-results")
            self.out.folder = self._suggested

    def _take_case(self, number: str) -> None:
        self._case.setText(number or self.tr("None chosen yet"))
        self._choose_case.setVisible(not number)
        self.rules.check_case()


def _card(head: QLabel, told: str, content: QLayout) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    card.setMaximumWidth(_WIDEST)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(SPACE["xl"], SPACE["l"], SPACE["xl"], SPACE["l"])
    inside.setSpacing(SPACE["m"])
    inside.addWidget(head)
    inside.addWidget(label(told, "muted", wrap=True))
    inside.addLayout(content)
    return card


def _free(out: Path) -> Path:
    """The first of OUT, OUT-2, OUT-3 ... that is not there."""
    names = (out.with_name(f"{out.name}-{number}") for number in itertools.count(2))
    return next(path for path in itertools.chain((out,), names) if not path.exists())


def _spin(name: str, low: int, high: int, value: int) -> QSpinBox:
    spin = QSpinBox()
    give_room(spin)
    spin.setAccessibleName(name)
    spin.setToolTip(name)
    spin.setRange(low, high)
    spin.setValue(value)
    return spin


def _line(name: str, placeholder: str = "") -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setToolTip(name)
    line.setPlaceholderText(placeholder)
    return line
