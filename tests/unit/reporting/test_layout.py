"""What belongs together on a page, and what the office and its rules add to it."""

from __future__ import annotations

import io

import numpy as np
import pytest
from pypdf import PdfReader

from forensic_id.core.report import (
    LEAD_BANNER,
    Block,
    Bullets,
    Facts,
    Grid,
    PaperSize,
    Paragraph,
    PictureRow,
    ReportDocument,
    ReportPicture,
    Section,
    Subheading,
)
from forensic_id.reporting.blocks import document_strips
from forensic_id.reporting.pages import paginate
from forensic_id.reporting.pdf import PdfRenderer
from forensic_id.reporting.pictures import picture_row
from forensic_id.reporting.strips import Setter, Strip, row_strips
from forensic_id.reporting.theme import BODY
from tests.unit.reporting.conftest import FONTS

WIDTH = 480.0


def document(*blocks: Block, office: tuple[str, ...] = (), note: str = "") -> ReportDocument:
    return ReportDocument(
        title="Report",
        reference="Case 7",
        produced_at="2025-03-02T09:00:00+01:00",
        banner_note=note,
        office=office,
        sections=(Section(title="First", blocks=blocks),),
    )


def pages(made: ReportDocument, paper: PaperSize = "a4") -> list[str]:
    data = PdfRenderer(FONTS).pdf_bytes(made, paper=paper)
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def strips(setter: Setter, *blocks: Block) -> list[Strip]:
    return document_strips(setter, document(*blocks), WIDTH)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_office_and_banner_note_stand_where_they_belong(paper: PaperSize) -> None:
    long = Paragraph(text="word " * 3000)
    first, *others = pages(document(long, office=("Section 32", "1 Street"), note="For official use."), paper)
    assert first.index("Section 32") < first.index("1 Street") < first.index("1  First")
    assert others
    for text in (first, *others):
        assert LEAD_BANNER in text
        assert "For official use." in text
    assert not any("Section 32" in text for text in others)


@pytest.mark.parametrize("height", [60.0, 73.0, 86.0, 99.0])
def test_no_page_begins_or_ends_with_a_single_line_of_a_paragraph(setter: Setter, height: float) -> None:
    lines = setter.strips("word " * 200, BODY, 200)
    counts = [len(page.placed) for page in paginate(lines, height)]
    assert sum(counts) == len(lines)
    assert min(counts) >= 2


def test_short_values_stay_together_and_long_ones_may_be_parted(setter: Setter) -> None:
    few = strips(setter, Facts(rows=(("A", "1"), ("B", "2"), ("C", "3"))))
    values = few[-7:-1]  # a row and its rule each, and the room below
    assert [strip.keep_with_next for strip in values] == [True, True, True, True, True, False]
    many = strips(setter, Facts(rows=tuple((str(number), "x") for number in range(60))))
    assert not all(strip.keep_with_next for strip in many[5:-2])


def test_a_row_of_a_few_lines_is_not_parted(setter: Setter) -> None:
    long = Facts(rows=(("A", "word " * 60), *((str(number), "x") for number in range(60))))
    row = [strip.keep_with_next for strip in strips(setter, long)[5:]]  # after title, reference and heading
    assert row.index(False) > 3  # its lines, then the rule below them


def test_a_subheading_stays_with_its_table(setter: Setter) -> None:
    table = Grid(header=("Component",), rows=(("Nose",),))
    made = strips(setter, Subheading(text="Rank 1 " * 200), table)
    found = paginate([Strip(height=600, draw=lambda *_: None), *made], 700)
    assert len(found) == 2
    assert all(strip.height < 200 for strip in made)


def test_rows_to_be_signed_leave_room_for_a_pen(setter: Setter) -> None:
    rows = (("Anna", ""), ("Carla", ""))
    printed = strips(setter, Grid(header=("Name", "Signature"), rows=rows))
    by_hand = strips(setter, Grid(header=("Name", "Signature"), rows=rows, by_hand=True))
    assert by_hand[-2].height > 2 * printed[-2].height


def test_rows_to_be_signed_stand_on_one_page_with_what_is_signed(setter: Setter) -> None:
    rows = (("Anna", ""), ("Carla", ""))
    table = Grid(header=("Name", "Signature"), rows=rows, by_hand=True)
    made = strips(setter, Paragraph(text="Whoever signs confirms the conclusions."), table)
    section = made[2:]  # after title and reference
    assert [strip.keep_with_next for strip in section] == [True] * (len(section) - 1) + [False]


def test_a_few_warnings_stay_together(setter: Setter) -> None:
    made = strips(setter, Bullets(items=("One.", "Two.", "Three."), alert=True))
    assert all(strip.keep_with_next for strip in made[3:-2])
    many = strips(setter, Bullets(items=("One.",) * 60, alert=True))
    assert not all(strip.keep_with_next for strip in many[3:-2])


@pytest.mark.parametrize("height", [60.0, 73.0, 86.0, 99.0])
def test_no_page_begins_or_ends_with_a_single_line_of_a_long_value(setter: Setter, height: float) -> None:
    lines = row_strips(((0, setter.cell("Notes", BODY, 50)), (60, setter.cell("word " * 200, BODY, 200))))
    counts = [len(page.placed) for page in paginate(lines, height)]
    assert sum(counts) == len(lines)
    assert min(counts) >= 2


def test_boxes_are_no_higher_than_their_pictures(setter: Setter) -> None:
    wide = ReportPicture(caption="", pixels=np.zeros((10, 20, 3), np.uint8))
    missing = ReportPicture(caption="", missing="Removed")
    low = picture_row(setter, (wide, missing), width=200, height=300)
    assert low.height < 80
    assert picture_row(setter, (missing,), width=200, height=300).height > 300


def test_everything_can_stand_in_one_section() -> None:
    row = PictureRow(pictures=(ReportPicture(caption="sketch", missing="Removed"),))
    (text,) = pages(document(Subheading(text="Rank 1"), row, Facts(rows=(("A", "1"),))))
    assert "Rank 1" in text
