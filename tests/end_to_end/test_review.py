"""Reviews from the command line to the report."""

from __future__ import annotations

from pypdf import PdfReader

from tests.end_to_end.conftest import SUBJECTS, Place


def test_a_review_is_set_listed_kept_in_its_history_and_printed_in_the_report(place: Place) -> None:
    chosen = ("--decision", "excluded", "--reason", "The ears differ.", "--feature", "ears=dissimilar:lobe attached")
    first = place("review", "set", "1", "2", *chosen, "--json").json()
    assert [(each["version"], each["content"]["decision"]) for each in first] == [(1, "excluded")]
    assert place("review", "set", "1", "2", "--bookmark", "--notes", "Show to the artist.").status == 0
    listed = place("review", "list", "1")
    assert "excluded" in listed.out
    assert "dissimilar" in listed.out
    history = place("review", "history", "1", "2", "--json").json()
    assert [each["content"]["bookmarked"] for each in history] == [False, True]
    assert place("review", "list", "1", "--examiner", "nobody", "--json").json() == []
    pdf = place.folder / "report.pdf"
    assert place("report", "1", "--pdf", pdf).status == 0
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    for words in ("Examination", "The ears differ.", "lobe attached", "Show to the artist.", "not reviewed"):
        assert words in text
    assert f"3 to {SUBJECTS}" in text
    assert place("audit", "verify").status == 0


def test_a_decision_without_its_reason_and_an_unknown_feature_are_refused(place: Place) -> None:
    without = place("review", "set", "1", "1", "--decision", "inconclusive")
    assert (without.status, "needs a reason" in without.err) == (1, True)
    unknown = place("review", "set", "1", "1", "--feature", "aura=similar")
    assert (unknown.status, "no component" in unknown.err) == (1, True)
    assert place("review", "history", "1", "99").status == 1
    assert place("review", "list", "1", "--json").json() == []
