"""The hash of a report's content."""

from __future__ import annotations

import numpy as np

from forensic_id.core.report import Paragraph, PictureRow, ReportDocument, ReportPicture, Section, document_hash


def document(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], text: str = "text") -> ReportDocument:
    picture = ReportPicture(caption="a", pixels=pixels)
    blocks = (Paragraph(text=text), PictureRow(pictures=(picture,)))
    return ReportDocument(
        title="t",
        reference="r",
        produced_at="2025-01-01T00:00:00+00:00",
        sections=(Section(title="s", blocks=blocks),),
    )


def test_equal_content_has_one_hash_however_the_pixels_lie_in_memory() -> None:
    pixels = np.arange(60, dtype=np.uint8).reshape(4, 5, 3)
    strided = np.asfortranarray(pixels)
    assert document_hash(document(pixels)) == document_hash(document(strided))


def test_a_changed_pixel_shape_or_word_changes_the_hash() -> None:
    pixels = np.zeros((4, 5, 3), dtype=np.uint8)
    other = pixels.copy()
    other[0, 0, 0] = 1
    made = [document(pixels), document(other), document(pixels.reshape(5, 4, 3)), document(pixels, text="Text")]
    assert len({document_hash(each) for each in made}) == len(made)


def test_text_that_is_no_valid_unicode_can_be_hashed() -> None:
    assert len(document_hash(document(np.zeros((1, 1, 3), dtype=np.uint8), text="\udc80"))) == 64
