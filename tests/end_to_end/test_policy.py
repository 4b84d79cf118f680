"""Policy profiles from the command line, to the refusal and the report."""

from __future__ import annotations

from pypdf import PdfReader

from tests.end_to_end.conftest import Place

COUNTY = """
title = "County"
[case]
authorisation_reference = true
[search]
mandatory_sketch_fields = ["artist"]
most_candidates = 3
[report]
footer = "County rules"
"""


def test_a_profile_of_the_library_is_listed_chosen_enforced_and_printed(place: Place) -> None:
    own = place.library / "policies"
    own.mkdir()
    (own / "county.toml").write_text(COUNTY, encoding="utf-8")
    (own / "broken.toml").write_text("title = 3", encoding="utf-8")
    listed = place("policy", "list")
    assert "county" in listed.out
    assert "broken.toml" in listed.err
    assert place("policy", "use", "county", "--json").json()["most_candidates"] == 3
    assert [each["name"] for each in place("policy", "list", "--json").json() if each["in_use"]] == ["county"]
    assert "at most 3 candidates" in place("policy", "show").out
    case = ("--offence", "theft", "--requester", "officer")
    assert "reference of the authorisation" in place("case", "open", "8", *case, "--authority", "consent").err
    refused = place("identify", place.sketch, "--case", "7", "--top", "4", "--artist", "Osei")
    assert (refused.status, "at most 3 candidates, not 4" in refused.err) == (1, True)
    assert "artist or system" in place("identify", place.sketch, "--case", "7", "--top", "3").err
    report = place.folder / "report.pdf"
    done = place("identify", place.sketch, "--case", "7", "--top", "3", "--artist", "Osei", "--pdf", report)
    assert done.status == 0
    pages = [page.extract_text() for page in PdfReader(report).pages]
    assert "County (county)" in "".join(pages)
    assert all("County rules" in page for page in pages)


def test_a_profile_that_does_not_exist_is_refused_with_those_that_do(place: Place) -> None:
    refused = place("policy", "use", "federal")
    assert refused.status == 1
    assert "default, strict, training" in refused.err
    assert "In reports, foot of each page: Exercise" in place("policy", "show", "training").out
