from __future__ import annotations

import pytest

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.policy import (
    DEFAULT_POLICY,
    MOST_CANDIDATES,
    Policy,
    parse_policy,
    plain_policy,
    policy_from_plain,
)

FILE = "shelf/mine.toml"
WHOLE = """
title = "Mine"
summary = "Ours."
[case]
authorisation_reference = true
[search]
sketch_search = true
refusal = "Never."
mandatory_sketch_fields = ["kind", "interview_date"]
most_candidates = 25
[review]
second_examiner = true
final_with_reason = false
[retention]
photo_retention_days = 365
[accounts]
idle_lock_minutes = 5
[report]
paper = "letter"
note = "A note."
footer = "A footer"
banner = "For official use only."
limits = ["Nothing may rest on this list alone."]
agency = "Section 32"
address = ["1 Example Street"]
"""
MINE = Policy(
    name="mine",
    title="Mine",
    summary="Ours.",
    authorisation_reference=True,
    refusal="Never.",
    mandatory_sketch_fields=("kind", "interview_date"),
    most_candidates=25,
    second_examiner=True,
    final_with_reason=False,
    photo_retention_days=365,
    idle_lock_minutes=5,
    paper="letter",
    note="A note.",
    footer="A footer",
    banner="For official use only.",
    limits=("Nothing may rest on this list alone.",),
    agency="Section 32",
    address=("1 Example Street",),
)


def parsed(text: str) -> Policy:
    return parse_policy(text, name="mine", file=FILE)


def test_every_field_of_a_profile_is_read_and_what_is_left_out_is_the_default_profiles() -> None:
    assert parsed(WHOLE) == MINE
    assert parsed('title = "T"') == Policy(name="mine", title="T")


def test_a_profile_stored_as_json_comes_back_and_unknown_fields_of_a_later_version_are_left_out() -> None:
    assert policy_from_plain(plain_policy(MINE)) == MINE
    assert policy_from_plain({**plain_policy(MINE), "from_the_future": 1}) == MINE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = ", "is no TOML"),
        ("[case]", "lacks its title"),
        ('title = " "', "lacks its title"),
        ('titel = "T"', "unknown field 'titel'"),
        ('title = "T"\nsearch = 3', "unknown field 'search'"),
        ('title = "T"\n[search]\nmost = 3', "unknown field 'search.most'"),
        ("title = 3", "'title' must be text between quotation marks, not 3"),
        ('title = "T"\n[search]\nmost_candidates = 0', "'search.most_candidates' must be a whole number from 1"),
        ('title = "T"\n[search]\nmost_candidates = true', "'search.most_candidates'"),
        ('title = "T"\n[search]\nmost_candidates = 10001', "'search.most_candidates'"),
        ('title = "T"\n[search]\nmost_candidates = "5"', "'search.most_candidates'"),
        ('title = "T"\n[search]\nsketch_search = "yes"', "'search.sketch_search' must be true or false"),
        ('title = "T"\n[search]\nmandatory_sketch_fields = ["colour"]', "must be a list of"),
        ('title = "T"\n[search]\nmandatory_sketch_fields = "kind"', "must be a list of"),
        ('title = "T"\n[retention]\nphoto_retention_days = 0', "must be a whole number from 1 to 36525"),
        ('title = "T"\n[accounts]\nidle_lock_minutes = 481', "must be a whole number from 1 to 480"),
        ('title = "T"\n[report]\npaper = "a3"', "'report.paper' must be"),
        (f'title = "T"\n[report]\nbanner = "{"x" * 91}"', "one line of text of at most 90 characters"),
        ('title = "T"\n[report]\nbanner = "a\\nb"', "'report.banner' must be one line"),
        ('title = "T"\n[report]\nbanner = 3', "'report.banner' must be one line"),
        ('title = "T"\n[report]\nlimits = [""]', "'report.limits' must be a list of texts"),
        ('title = "T"\n[report]\nlimits = [3]', "'report.limits' must be a list of texts"),
        ('title = "T"\n[report]\naddress = "street"', "'report.address' must be a list of texts"),
    ],
)
def test_a_malformed_profile_is_refused_with_its_file_and_the_field(text: str, said: str) -> None:
    with pytest.raises(InvalidInputError, match="mine") as refusal:
        parsed(text)
    assert said in str(refusal.value)


def test_an_authority_without_a_number_is_refused_only_where_a_reference_is_asked_for() -> None:
    DEFAULT_POLICY.check_authority("consent")
    MINE.check_authority("court order 12/2026")
    with pytest.raises(InvalidInputError, match="reference of the authorisation"):
        MINE.check_authority("consent")


def test_a_list_longer_than_the_profile_allows_is_refused_and_never_cut() -> None:
    sketch = {"kind": "drawn", "interview_date": "2026-01-02"}
    MINE.check_search(top=25, sketch=sketch)
    with pytest.raises(InvalidInputError, match="at most 25 candidates, not 26"):
        MINE.check_search(top=26, sketch=sketch)
    DEFAULT_POLICY.check_search(top=MOST_CANDIDATES, sketch={})


def test_details_of_the_sketch_that_are_missing_are_named() -> None:
    with pytest.raises(InvalidInputError, match="kind of sketch, interview date"):
        MINE.check_search(top=1, sketch={"kind": " "})


@pytest.mark.parametrize(("refusal", "said"), [("State law bars it.", "State law bars it."), ("", "Ask whoever")])
def test_where_sketch_search_is_off_the_reason_is_told(refusal: str, said: str) -> None:
    policy = Policy(title="Closed", sketch_search=False, refusal=refusal)
    with pytest.raises(InvalidInputError, match="'Closed' does not allow searching sketches") as refused:
        policy.check_search(top=1, sketch={})
    assert said in str(refused.value)


def test_what_a_profile_adds_to_reports_is_told_with_its_place() -> None:
    assert DEFAULT_POLICY.wording() == ()
    assert MINE.wording() == (
        ("head of the first page", "Section 32\n1 Example Street"),
        ("below the banner of each page", "For official use only."),
        ("beside the rules", "A note."),
        ("limits of the method", "Nothing may rest on this list alone."),
        ("foot of each page", "A footer"),
    )


def test_the_rules_of_a_profile_are_told_in_sentences() -> None:
    assert DEFAULT_POLICY.rules() == (
        "Every case needs its number, offence, legal authority and requester.",
        "A list holds at most 10,000 candidates.",
    )
    assert MINE.rules()[-3:] == (
        "A report is final only after a second examiner's review.",
        "No reason makes it final without one.",
        "Photos are due for removal 365 days after they were enrolled.",
    )
    assert len(Policy(second_examiner=True).rules()) == 3
    assert Policy(sketch_search=False).rules() == ("Sketches are not searched.",)


def test_the_term_of_closed_cases_is_read_and_told() -> None:
    text = 'title = "T"\n[retention]\ncase_retention_days = 1825\n'
    policy = parse_policy(text, name="t", file="t.toml")
    assert policy.case_retention_days == 1825
    said = "Sketches, searches and reviews are due for removal 1,825 days after their case was closed."
    assert policy.rules()[-1] == said
    with pytest.raises(InvalidInputError, match=r"retention\.case_retention_days"):
        parse_policy(text.replace("1825", "0"), name="t", file="t.toml")
