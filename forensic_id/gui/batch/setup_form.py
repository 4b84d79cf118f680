"""What a batch needs before it runs: folders, parameters, filters, what is recorded of the sketches."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.errors import InvalidInputError, UserFacingError
from forensic_id.core.filters import FILTER_FIELDS, parse_filter
from forensic_id.core.policy import MOST_CANDIDATES
from forensic_id.core.records import Filter, SearchParameters
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.folder_field import FolderField
from forensic_id.gui.widgets.image_intake import ImageIntake
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.spin_boxes import give_room
from forensic_id.services.identify import MOST_SAMPLES
from forensic_id.services.match_folder import MOST_JOBS, MatchFolderRequest
from forensic_id.services.probe import SketchOrigin
from forensic_id.services.remember_batches import RememberedBatch

_MOST_JOBS_AT_FIRST = 4
_LARGEST_SPIN = 2**31 - 1
_WIDEST = 760


class SetupForm(QScrollArea):
    """Emits the batch that the user asks for."""

    batch_requested = Signal(RememberedBatch)
    case_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._suggested: Path | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.problem = Banner("")
        self.problem.hide()
        self._make_fields()
        self._lay_out()
        ImageIntake(self).files_given.connect(self.take_files)
        desk.case_chosen.connect(self._tell_case)
        self._tell_case(desk.case_number)

    def take_files(self, paths: list[Path]) -> None:
        """A folder, or a file in it, was dropped or pasted."""
        if paths:
            self.folder.folder = paths[0] if paths[0].is_dir() else paths[0].parent
            self.folder.setFocus()

    def fill(self, batch: RememberedBatch) -> None:
        """Start from what was asked of another batch."""
        request = batch.request
        self.folder.folder = request.folder
        self.out.folder = request.out
        self.top.setValue(request.parameters.top)
        self.samples.setValue(request.parameters.samples)
        self.seed.setValue(min(request.parameters.seed, _LARGEST_SPIN))
        self.fusion.setCurrentIndex(max(0, self.fusion.findData(request.parameters.fusion)))
        self.filters.setText("; ".join(str(each) for each in request.parameters.filters))
        self.kind.setText(request.origin.kind)
        self.artist.setText(request.origin.artist)
        self.interview_date.setText(request.origin.interview_date)
        self.jobs.setValue(request.jobs)
        self.reports.setChecked(batch.reports)

    def start(self) -> None:
        """Check what can be checked here and ask for the batch."""
        try:
            batch = RememberedBatch(request=self._request(), reports=self.reports.isChecked())
        except UserFacingError as error:
            self.problem.say(str(error))
            return
        self.problem.say("")
        self.batch_requested.emit(batch)

    def _request(self) -> MatchFolderRequest:
        if not self._desk.case_number:
            raise InvalidInputError(self.tr("Choose a case first: no search runs without a purpose."))
        folder, out = self.folder.folder, self.out.folder
        if folder is None or out is None:
            raise InvalidInputError(self.tr("Choose a folder of sketches and a folder for the results."))
        origin = SketchOrigin(
            kind=self.kind.text(), artist=self.artist.text(), interview_date=self.interview_date.text()
        )
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
            origin=origin.checked(),
            jobs=self.jobs.value(),
        )

    def _filters(self) -> tuple[Filter, ...]:
        return tuple(parse_filter(text) for text in self.filters.text().split(";") if text.strip())

    def _make_fields(self) -> None:
        self.folder = FolderField(self.tr("Folder of sketches"), self.tr("Choose a folder, or drop it here"))
        self.out = FolderField(self.tr("Folder for the results"))
        self.folder.folder_changed.connect(self._suggest)
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
        self.kind = _line(self.tr("Kind of sketch"), self.tr("drawn, composite …"))
        self.artist = _line(self.tr("Artist or system"))
        self.interview_date = _line(self.tr("Date of the interview"), self.tr("YYYY-MM-DD"))
        cores = os.cpu_count() or 1
        self.jobs = _spin(
            self.tr("Sketches read at the same time"), 1, MOST_JOBS, max(1, min(cores // 2, _MOST_JOBS_AT_FIRST))
        )
        self.reports = QCheckBox(self.tr("Write a PDF &report for each sketch"))
        self._case = label(wrap=True)
        self._choose_case = QPushButton(self.tr("Choose a case…"))
        self._choose_case.clicked.connect(self.case_requested)
        self._start = QPushButton(self.tr("&Start the batch"))
        self._start.setProperty("role", "primary")
        self._start.clicked.connect(self.start)
        self._desk.rights.guard(self._start, Right.SEARCH)

    def _lay_out(self) -> None:
        case = QHBoxLayout()
        case.addWidget(self._case, 1)
        case.addWidget(self._choose_case)
        numbers, recorded = QHBoxLayout(), QHBoxLayout()
        for text, box in (
            (self.tr("List"), self.top),
            (self.tr("Samples"), self.samples),
            (self.tr("Seed"), self.seed),
        ):
            numbers.addWidget(label(text, "muted"))
            numbers.addWidget(box)
            numbers.addSpacing(SPACE["m"])
        numbers.addStretch(1)
        photos = QHBoxLayout()
        photos.addWidget(label(self.tr("Several photos of one subject"), "muted"))
        photos.addWidget(self.fusion)
        photos.addStretch(1)
        search = QVBoxLayout()
        search.setSpacing(SPACE["s"])
        search.addLayout(numbers)
        search.addLayout(photos)
        recorded.setSpacing(SPACE["s"])
        for text, line in (
            (self.tr("Kind"), self.kind),
            (self.tr("Artist"), self.artist),
            (self.tr("Interview"), self.interview_date),
        ):
            recorded.addWidget(label(text, "muted"))
            recorded.addWidget(line, 4 if line is self.kind else 3)  # its example is the longest
        ending = QHBoxLayout()
        for widget in (label(self.tr("Read at the same time"), "muted"), self.jobs, self.reports):
            ending.addWidget(widget)
        ending.addStretch(1)
        card = QFrame()
        card.setProperty("role", "card")
        card.setMaximumWidth(_WIDEST)
        form = QFormLayout()
        form.setVerticalSpacing(SPACE["m"])
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field in (
            (self.tr("Case"), case),
            (self.tr("S&ketches"), self.folder),
            (self.tr("Res&ults"), self.out),
            (self.tr("Search"), search),
            (self.tr("&Filters"), self.filters),
            (self.tr("Recorded"), recorded),
            (self.tr("Work"), ending),
        ):
            form.addRow(text, field)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(SPACE["xl"], SPACE["l"], SPACE["xl"], SPACE["l"])
        inside.setSpacing(SPACE["m"])
        inside.addWidget(label(self.tr("Search a whole folder of sketches"), "title"))
        inside.addWidget(
            label(
                self.tr(
                    "Every sketch gets a search of its own under the case, stored like any other. A batch may be "
                    "paused, and goes on where it stopped even after the program was closed."
                ),
                "muted",
                wrap=True,
            )
        )
        inside.addLayout(form)
        inside.addWidget(self.problem)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self._start)
        inside.addLayout(last)
        content = QWidget()
        around = QVBoxLayout(content)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(card)
        around.addStretch(1)
        self.setWidget(content)

    def _suggest(self, folder: Path) -> None:
        """Results go beside the sketches unless the user has chosen another place."""
        if self.out.folder in (None, self._suggested) and folder.name:
            self._suggested = folder.with_name(f"{folder.name}-results")
            self.out.folder = self._suggested

    def _tell_case(self, number: str) -> None:
        self._case.setText(number or self.tr("None chosen yet"))
        self._choose_case.setVisible(not number)


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
