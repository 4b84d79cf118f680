"""The gallery page: finding subjects among any number, their files, imports, the state of the features."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout

from forensic_id.core.browsing import RecordedValues
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.edits import Edits
from forensic_id.gui.gallery.exporting import Exporting
from forensic_id.gui.gallery.features import FeatureNotice, Features, StateDialog
from forensic_id.gui.gallery.filter_bar import FilterBar
from forensic_id.gui.gallery.grid import GridView
from forensic_id.gui.gallery.import_run import ImportRun
from forensic_id.gui.gallery.import_strip import ImportStrip
from forensic_id.gui.gallery.importing import Importing
from forensic_id.gui.gallery.listing import Listing
from forensic_id.gui.gallery.model import SubjectModel
from forensic_id.gui.gallery.removal import Removal
from forensic_id.gui.gallery.selection import SelectionStrip
from forensic_id.gui.gallery.subject_pane import SubjectPane
from forensic_id.gui.gallery.table import SubjectTable
from forensic_id.gui.gallery.toolbar import Toolbar
from forensic_id.gui.numbers import counted
from forensic_id.gui.page import Page
from forensic_id.gui.tasks import Lane
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.empty_state import EmptyState
from forensic_id.services.browse_gallery import SubjectList
from forensic_id.services.edit_gallery import show_subject

_SPLITTER = "gallery-splitter"
_PANE_WIDTH = 360


class GalleryPage(Page):
    """See the package's files for its parts; this one joins them."""

    help_topic = "gallery"
    main_right = Right.EDIT_GALLERY

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.import_run = ImportRun.of(desk)
        self.listing = Listing(desk, self.import_run, self)
        self.importing = Importing(desk, self.import_run, self)
        self.features = Features(desk, self)
        self.edits = Edits(desk, self)
        self.removal = Removal(desk, self)
        self.model = SubjectModel(desk, self)
        self.selection = SelectionStrip(desk, self)
        self.exporting = Exporting(desk, self, chosen=lambda: self.selection.ids, listed=self.model.listed)
        self.toolbar = Toolbar(desk)
        self.table = SubjectTable(desk, self.model)
        self.notice = FeatureNotice(desk, self.features)
        self.strip = ImportStrip(desk, self.import_run)
        self._values: RecordedValues | None = None
        self._subject_id = 0
        self._is_current = self._is_counted = False
        self._build()
        self._connect()
        self._add_shortcuts()

    def shown(self) -> None:
        """List what changed while another page was in front, and ask about an import that somebody wants."""
        if not self._is_current:
            self._load()
        self.toolbar.search.setFocus()
        self.importing.take_wanted()

    def may_leave(self) -> bool:
        """Edits are saved at once; what was written last is saved now."""
        if self._has_pane:
            self.pane.save()
        return True

    @cached_property
    def grid(self) -> GridView:
        """The subjects as pictures; built when they are first wanted, as the page has to open at once."""
        grid = GridView(self.desk, self.model)
        grid.set_side(self.toolbar.slider.value())
        self.toolbar.side_chosen.connect(grid.set_side)
        self._follow(grid)
        self._lists.addWidget(grid)
        return grid

    @cached_property
    def pane(self) -> SubjectPane:
        """A subject's file at the right; built when the first subject is opened."""
        pane = SubjectPane(self.desk, self.edits)
        pane.setMinimumWidth(300)
        pane.hide()
        pane.close_requested.connect(self.close_subject)
        pane.enlarge_requested.connect(self._enlarge)
        pane.removal_requested.connect(self.removal.ask_about_subject)
        pane.photo_removal_requested.connect(self.removal.ask_about_photo)
        if self._values:
            pane.offer(self._values)
        self._splitter.addWidget(pane)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([600, _PANE_WIDTH])
        self._splitter.restoreState(self.desk.preferences.state(_SPLITTER))
        return pane

    @cached_property
    def filter_bar(self) -> FilterBar:
        """Built when somebody filters."""
        bar = FilterBar()
        bar.changed.connect(self._filter)
        if self._values:
            bar.offer(self._values)
        self._parts.insertWidget(1, bar)
        return bar

    @property
    def _has_pane(self) -> bool:
        return "pane" in self.__dict__

    @property
    def _has_filter_bar(self) -> bool:
        return "filter_bar" in self.__dict__

    @cached_property
    def _empty(self) -> EmptyState:
        empty = EmptyState(
            self.desk.appearance.icon("people"),
            self.tr("Nobody is in the gallery yet"),
            self.tr(
                "Import a folder of photos, or a CSV or JSON Lines file that names them. "
                "You can also drop or paste it here."
            ),
            self.tr("Import photos…"),
        )
        empty.action_requested.connect(self.importing.choose_folder)
        if empty.button is not None:
            self.desk.rights.guard(empty.button, Right.IMPORT)
        self._lists.addWidget(empty)
        return empty

    @cached_property
    def _nothing_found(self) -> EmptyState:
        nothing = EmptyState(
            self.desk.appearance.icon("search"),
            self.tr("Nobody matches"),
            self.tr("No subject has these words in id or name and passes all filters."),
            self.tr("Clear search and filters"),
        )
        nothing.action_requested.connect(self._clear)
        self._lists.addWidget(nothing)
        return nothing

    @property
    def view(self) -> SubjectTable | GridView:
        """The list in sight."""
        return self.grid if self.toolbar.is_grid else self.table

    def show_subject(self, subject_id: int) -> None:
        """Show a subject's file."""
        self._subject_id = subject_id
        self.pane.show()
        self.pane.show_subject(subject_id)

    def close_subject(self) -> None:
        """Put the subject's file away."""
        if not self._has_pane or self.pane.isHidden():
            return
        self.pane.save()
        self.pane.hide()
        self._lists.show()
        self._subject_id = 0
        self.view.setFocus()

    def show_external_id(self, external_id: str) -> None:
        """Show the file of the subject that people call so."""
        self.desk.run(
            Lane.BROWSE,
            lambda place, _task: show_subject(place.library(), external_id).subject_id,
            owner=self,
            on_done=self._find,
        )

    def _forget_subject(self) -> None:
        self.edits.forget()
        self.close_subject()

    def _forget_photo(self, subject_id: int) -> None:
        self.edits.forget()
        self.show_subject(subject_id)

    def _load(self) -> None:
        """List first: what takes longer must not keep the first rows waiting."""
        self._is_current, self._is_counted = True, False
        self.listing.load()

    def _outdate(self) -> None:
        """Load now when in sight, else when the page is shown."""
        self._is_current = False
        if self.isVisible():
            self._load()

    def _change_library(self) -> None:
        if self._has_pane:
            self.pane.hide()
        self._lists.show()
        self._subject_id = 0
        self._clear()
        self._outdate()

    def _show_list(self, found: SubjectList) -> None:
        self.model.set_ids(found.subject_ids)
        shown, all_ = counted(len(found.subject_ids)), counted(found.gallery_subjects)
        narrowed = self.listing.is_narrowed
        self.toolbar.count.setText(
            self.tr("{shown} of {all} subjects").format(shown=shown, all=all_)
            if narrowed
            else self.tr("Subjects: {}").format(all_)
        )
        if self.model.count:
            self._lists.setCurrentWidget(self.view)
        else:
            self._lists.setCurrentWidget(self._nothing_found if narrowed else self._empty)
        self._mark_subject()
        self._tell_selection()
        if not self._is_counted:
            self._is_counted = True
            self.listing.load_values()
            self.features.count()

    def _refuse_list(self, sentence: str) -> None:
        """Without a library, the page offers to fill one."""
        self.toolbar.count.setText("")
        self.toolbar.count.setToolTip(sentence)
        self._lists.setCurrentWidget(self._empty)

    def _mark_subject(self) -> None:
        position = self.model.position(self._subject_id) if self._subject_id else -1
        self.view.show_position(position)

    def _find(self, subject_id: int) -> None:
        self.show_subject(subject_id)
        self._mark_subject()

    def _choose(self, position: int) -> None:
        subject_id = self.model.subject_id(position)
        if subject_id and subject_id != self._subject_id:
            self.show_subject(subject_id)

    def _open(self, position: int) -> None:
        """Enter or a double click: the file takes the page."""
        self._choose(position)
        self._enlarge()

    def _enlarge(self) -> None:
        self._lists.setVisible(self._lists.isHidden())
        if self._lists.isHidden():
            self.pane.photos.image.setFocus()
        else:
            self.view.setFocus()

    def _step_back(self) -> None:
        """Esc: first the enlarged file becomes small, then it is put away."""
        if self._lists.isHidden():
            self._enlarge()
        else:
            self.close_subject()

    def _switch_view(self) -> None:
        if not isinstance(self._lists.currentWidget(), EmptyState):
            self._lists.setCurrentWidget(self.view)
        self._mark_subject()
        self._tell_selection()

    def _clear(self) -> None:
        self.toolbar.search.clear()
        if self._has_filter_bar:
            self.filter_bar.clear()
        self.listing.change(kept="", text="", filters=())

    def _show_filters(self, shown: bool) -> None:  # noqa: FBT001 - a signal's value
        self.filter_bar.setVisible(shown)

    def _filter(self) -> None:
        self.toolbar.set_filters(self.filter_bar.count)
        self.listing.change(kept=self.filter_bar.kept, filters=self.filter_bar.filters)

    def _tell_selection(self) -> None:
        self.selection.choose([self.model.subject_id(position) for position in self.view.positions()])

    def _show_holds(self) -> None:
        """Holds changed: they stand on the file in sight, and may be what the list is narrowed down to."""
        if self._has_pane and self._subject_id:
            self.pane.show_subject(self._subject_id)
        if self.listing.kept:
            self.listing.load()

    def _follow(self, view: SubjectTable | GridView) -> None:
        view.chosen.connect(self._choose)
        view.opened.connect(self._open)
        view.selection_changed.connect(self._tell_selection)

    def _offer(self, values: RecordedValues) -> None:
        self._values = values
        if self._has_filter_bar:
            self.filter_bar.offer(values)
        if self._has_pane:
            self.pane.offer(values)

    def _request_removal(self) -> None:
        if self._has_pane:
            self.pane.request_removal()

    def _show_state(self) -> None:
        dialog = StateDialog(self.desk, self.features, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _build(self) -> None:
        self._lists = QStackedWidget()
        self._lists.addWidget(self.table)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self._lists)
        self._splitter.setStretchFactor(0, 1)
        self._parts = layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["m"], SPACE["l"], SPACE["m"])
        layout.setSpacing(SPACE["s"])
        self.toolbar.add_button(self.exporting.button)
        for part in (
            self.toolbar,
            self.strip,
            self.notice,
            self.exporting.problem,
            self.exporting.saved,
            self.selection,
        ):
            layout.addWidget(part)
        layout.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        menu = QMenu(self.toolbar.import_button)
        menu.addAction(self.toolbar.folder_action)
        menu.addAction(self.toolbar.file_action)
        menu.addAction(self.toolbar.transaction_action)
        self.toolbar.import_button.setMenu(menu)
        self.desk.rights.guard(self.toolbar.import_button, Right.IMPORT)
        self.toolbar.folder_action.triggered.connect(self.importing.choose_folder)
        self.toolbar.file_action.triggered.connect(self.importing.choose_file)
        self.toolbar.transaction_action.triggered.connect(self.importing.choose_transaction)
        self.selection.cleared.connect(lambda: self.view.choose_one())  # noqa: PLW0108 - the view changes
        self.selection.held.connect(self._show_holds)
        self.toolbar.search.searched.connect(lambda text: self.listing.change(text=text))
        self.toolbar.search.left_down.connect(lambda: self.view.setFocus())  # noqa: PLW0108 - the view changes
        self.toolbar.filter_button.toggled.connect(self._show_filters)
        self.toolbar.grid_chosen.connect(self._switch_view)
        self.toolbar.state_button.clicked.connect(self._show_state)
        self.model.sort_requested.connect(
            lambda field, descending: self.listing.change(order=field, descending=descending)
        )
        self._follow(self.table)
        self.listing.listed.connect(self._show_list)
        self.listing.refused.connect(self._refuse_list)
        self.listing.values_recorded.connect(self._offer)
        self.edits.restored.connect(self._find)
        self.removal.subject_removed.connect(self._forget_subject)
        self.removal.photo_removed.connect(self._forget_photo)
        self.strip.results_requested.connect(self.importing.show_results)
        self.importing.subject_requested.connect(self.show_external_id)
        self._splitter.splitterMoved.connect(
            lambda: self.desk.preferences.set_state(_SPLITTER, self._splitter.saveState())
        )
        self.desk.gallery_changed.connect(self._outdate)
        self.desk.bundle_changed.connect(self._outdate)
        self.desk.library_changed.connect(self._change_library)

    def _add_shortcuts(self) -> None:
        for keys, action in (
            (QKeySequence(QKeySequence.StandardKey.Find), self.toolbar.search.setFocus),
            (QKeySequence("Ctrl+I"), self.importing.choose_folder),
            (QKeySequence("Ctrl+Shift+I"), self.importing.choose_file),
            (QKeySequence(QKeySequence.StandardKey.Undo), self.edits.stack.undo),
            (QKeySequence(QKeySequence.StandardKey.Redo), self.edits.stack.redo),
            (QKeySequence(QKeySequence.StandardKey.Delete), self._request_removal),
            (QKeySequence(Qt.Key.Key_Escape), self._step_back),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
