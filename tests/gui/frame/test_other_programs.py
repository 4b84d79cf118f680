"""Pages learn of what another program wrote into the library, and are left alone otherwise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.core.records import Case
from forensic_id.gui.desk import Desk
from forensic_id.gui.other_programs import OtherPrograms
from forensic_id.gui.tasks import Lane
from forensic_id.services.manage_cases import open_case
from tests.gui.conftest import PATIENCE

FACTS = {"offence": "theft", "authority": "consent of the owner", "requester": "officer"}


def test_a_case_opened_elsewhere_is_noticed_once_and_an_own_one_never(
    make_desk: Callable[[Path], Desk], tmp_path: Path, qtbot: QtBot, settled: Callable[[Desk], None]
) -> None:
    other = Workplace(library=tmp_path / "library")
    other.library(create=True)
    desk, parent = make_desk(tmp_path / "library"), QObject()
    watch = OtherPrograms(desk, parent)
    told: list[str] = []
    made: list[Case] = []
    desk.cases_changed.connect(lambda: told.append("cases"))
    watch.look()
    settled(desk)
    desk.run(
        Lane.WORK,
        lambda place, _task: open_case(place.library(), number="1", **FACTS),
        owner=desk,
        on_done=made.append,
    )
    settled(desk)
    watch.look()
    settled(desk)
    assert told == []
    open_case(other.library(), number="2", **FACTS)
    with qtbot.waitSignal(desk.cases_changed, timeout=PATIENCE):
        watch.look()
    settled(desk)
    watch.look()
    settled(desk)
    assert told == ["cases"]
    other.close()
    desk.use_library(tmp_path / "nowhere")
    watch.look()
    settled(desk)
    watch.look()
    settled(desk)
    assert told == ["cases"]
    parent.deleteLater()
