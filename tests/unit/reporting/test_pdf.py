"""The printed report, read back."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pypdf import PdfReader

from forensic_id.core.errors import LibraryError
from forensic_id.core.report import (
    LEAD_BANNER,
    Bullets,
    CandidateLine,
    CandidateTable,
    Facts,
    Grid,
    PaperSize,
    Paragraph,
    PictureRow,
    Plate,
    ReportDocument,
    ReportPicture,
    Section,
    document_hash,
)
from forensic_id.reporting.pdf import PdfRenderer
from tests.unit.reporting.conftest import FONTS
from tests.unit.reporting.drawn_faces import drawn_face

CANDIDATES = 30


def picture(seed: int, *, exact: bool = False) -> ReportPicture:
    return ReportPicture(caption=f"picture {seed}", pixels=drawn_face(seed), exact=exact)


def candidate(rank: int, name: str = "Anna Berger") -> CandidateLine:
    return CandidateLine(
        rank=rank,
        thumbnail=picture(rank % 3) if rank % 4 else ReportPicture(caption="", missing="Removed"),
        subject=f"S-{rank:04d}",
        name=name,
        recorded="female, born 1980",
        photo="front.jpg",
        log_density=f"{-rank / 7:.4f}",
    )


def document(*, name: str = "Anna Berger", text: str = "All is said here.") -> ReportDocument:
    two = PictureRow(pictures=(picture(1), picture(2, exact=True)))
    return ReportDocument(
        title="Report on a sketch search",
        reference="Case 7 · Search 3",
        produced_at="2025-03-02T09:00:00+01:00",
        sections=(
            Section(
                title="First", blocks=(Paragraph(text=text), Facts(rows=(("Label", "value"), ("Empty", ""))), two)
            ),
            Section(title="Warnings", blocks=(Bullets(items=("Careful.",), alert=True), Bullets(items=("Plain.",)))),
            Section(
                title="Candidates",
                blocks=(CandidateTable(lines=tuple(candidate(n, name) for n in range(1, CANDIDATES + 1))),),
                new_page=True,
            ),
            Section(
                title="Plate",
                blocks=(Plate(facts=Facts(rows=(("a", "b"),)), originals=two, crops=two),),
                new_page=True,
            ),
            Section(title="Figures", blocks=(Grid(header=("Set", "Value"), rows=(("cufs", "0.666"),)),)),
        ),
    )


@pytest.fixture(scope="module")
def renderer() -> PdfRenderer:
    return PdfRenderer(FONTS)


def read(renderer: PdfRenderer, made: ReportDocument, paper: PaperSize = "a4") -> PdfReader:
    return PdfReader(io.BytesIO(renderer.pdf_bytes(made, paper=paper)))


def words(reader: PdfReader, page: int) -> str:
    return " ".join(reader.pages[page].extract_text().split())


@pytest.fixture(scope="module")
def printed(renderer: PdfRenderer) -> PdfReader:
    return read(renderer, document())


def test_every_page_carries_banner_number_reference_and_document_hash(printed: PdfReader) -> None:
    count = len(printed.pages)
    assert count > 4
    for number in range(count):
        text = words(printed, number)
        assert LEAD_BANNER in text
        assert f"Page {number + 1} of {count}" in text
        assert "Case 7 · Search 3" in text
        assert document_hash(document()) in text


def test_the_whole_list_is_printed_and_every_page_of_it_has_the_header(printed: PdfReader) -> None:
    pages = [text for text in (words(printed, number) for number in range(len(printed.pages))) if "S-00" in text]
    assert len(pages) > 1
    assert all("Best-matching photo Log density" in text for text in pages)
    assert re.findall(r"S-\d{4}", " ".join(pages)) == [f"S-{rank:04d}" for rank in range(1, CANDIDATES + 1)]


def test_the_metadata_hold_title_date_and_hash(printed: PdfReader) -> None:
    metadata = printed.metadata
    assert metadata is not None
    assert metadata.title == "Report on a sketch search: Case 7 · Search 3"
    assert str(metadata["/Keywords"]) == f"document-sha256:{document_hash(document())}"
    assert str(metadata["/CreationDate"]) == "D:20250302080000Z"
    assert metadata.subject == LEAD_BANNER


def test_the_sections_are_bookmarks(printed: PdfReader) -> None:
    titles = [entry.title for entry in printed.outline if not isinstance(entry, list)]
    assert titles == ["1  First", "2  Warnings", "3  Candidates", "4  Plate", "5  Figures"]


def test_the_same_document_is_printed_to_the_same_bytes(renderer: PdfRenderer) -> None:
    renderer.pdf_bytes(document(name="другой محمد"))
    first = renderer.pdf_bytes(document(name="محمد"))
    renderer.pdf_bytes(document(name="خالد"))
    assert renderer.pdf_bytes(document(name="محمد")) == first


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_both_papers_are_served(renderer: PdfRenderer, paper: PaperSize, size: tuple[int, int]) -> None:
    box = read(renderer, document(), paper).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_markup_and_addresses_in_a_name_are_printed_as_they_are(renderer: PdfRenderer) -> None:
    name = "<b>R</b> & <img src='http://x/y.png'/>"
    reader = read(renderer, document(name=name))
    text = " ".join(words(reader, number) for number in range(len(reader.pages)))
    assert "<b>R</b> & <img src='http://x/y.png'/>" in text
    assert all("/URI" not in str(page.get_object()) for page in reader.pages)


def test_a_name_that_cannot_be_printed_says_so(renderer: PdfRenderer) -> None:
    reader = read(renderer, document(name="Jo 😀"))
    text = " ".join(words(reader, number) for number in range(len(reader.pages)))
    assert "could not be printed: U+1F600" in text


def test_a_text_of_several_pages_goes_on_where_the_page_ends(renderer: PdfRenderer) -> None:
    reader = read(renderer, document(text="\n".join(f"line {number:03d}" for number in range(150))))
    text = " ".join(words(reader, number) for number in range(len(reader.pages)))
    assert re.findall(r"line (\d{3})", text) == [f"{number:03d}" for number in range(150)]


def test_a_short_grid_stays_on_one_page_and_a_long_one_repeats_its_header(renderer: PdfRenderer) -> None:
    def made(lines: int, rows: int) -> PdfReader:
        text = Paragraph(text="\n".join(["line"] * lines))
        grid = Grid(header=("Set", "Value"), rows=tuple((f"row {number:02d}", "1") for number in range(rows)))
        return read(renderer, replace(document(), sections=(Section(title="One", blocks=(text, grid)),)))

    short = [words(page, number) for page in [made(42, 6)] for number in range(2)]
    assert "row" not in short[0]
    assert "Set Value row 00" in short[1]
    long = made(42, 60)
    assert all("Set Value row" in words(long, number) for number in range(len(long.pages)))


def test_all_fonts_are_embedded(printed: PdfReader) -> None:
    for page in printed.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def test_exact_pictures_keep_every_pixel(printed: PdfReader) -> None:
    shown = [np.asarray(image.image) for page in printed.pages for image in page.images if image.image is not None]
    assert any(pixels.shape == (300, 240, 3) and (pixels == drawn_face(2)).all() for pixels in shown)


def test_a_report_is_written_whole_with_the_folders_it_needs(renderer: PdfRenderer, tmp_path: Path) -> None:
    path = tmp_path / "new" / "Bericht é.pdf"
    renderer.render(document(), path, paper="letter")
    assert path.read_bytes() == renderer.pdf_bytes(document(), paper="letter")
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_place_that_cannot_be_written_is_named(renderer: PdfRenderer, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(LibraryError, match=r"report\.pdf cannot be written"):
        renderer.render(document(), tmp_path / "file" / "report.pdf")


def test_a_disk_that_fills_up_leaves_the_old_report_and_no_rest(
    renderer: PdfRenderer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(LibraryError, match="No space left on device"):
        renderer.render(document(), path)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.pdf"]


def test_another_picture_or_word_is_another_document() -> None:
    made = document()
    first = made.sections[0]
    changed = replace(first, blocks=(first.blocks[0], first.blocks[1], PictureRow(pictures=(picture(1), picture(3)))))
    hashes = {
        document_hash(made),
        document_hash(replace(made, reference="Case 8")),
        document_hash(replace(made, sections=(changed, *made.sections[1:]))),
    }
    assert len(hashes) == 3
