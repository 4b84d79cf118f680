"""What a review may say, and how it is changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.review import (
    COMPONENTS,
    MOST_NOTES,
    ComponentFinding,
    Decision,
    Finding,
    ReviewContent,
    checked_content,
    content_fields,
    content_from,
)

findings = st.builds(
    ComponentFinding,
    component=st.sampled_from(sorted(COMPONENTS)),
    finding=st.sampled_from(Finding),
    remark=st.sampled_from(["", " left cheek "]),
)
contents = st.builds(
    ReviewContent,
    decision=st.sampled_from(Decision),
    reason=st.just(" the ears differ "),
    notes=st.text("ab \n", max_size=9),
    bookmarked=st.booleans(),
    checklist=st.lists(findings, max_size=6).map(tuple),
)


def test_the_list_has_the_nineteen_components() -> None:
    assert len(COMPONENTS) == 19
    assert list(COMPONENTS)[:3] == ["skin", "outline", "composition"]


@given(contents)
def test_checked_content_is_trimmed_ordered_and_survives_json(content: ReviewContent) -> None:
    checked = checked_content(content)
    assert checked == checked_content(checked)
    assert content_from(content_fields(checked)) == checked
    assert checked.reason == "the ears differ"
    keys = [each.component for each in checked.checklist]
    assert keys == [key for key in COMPONENTS if key in keys]
    assert not any(each.empty for each in checked.checklist)


@pytest.mark.parametrize("decision", [Decision.EXCLUDED, Decision.INCONCLUSIVE])
def test_a_decision_that_needs_a_reason_is_refused_without_one(decision: Decision) -> None:
    with pytest.raises(InvalidInputError, match=f"“{decision}” needs a reason"):
        checked_content(ReviewContent(decision=decision, reason=" \n"))


@pytest.mark.parametrize("decision", [Decision.UNDECIDED, Decision.POSSIBLE])
def test_other_decisions_need_none(decision: Decision) -> None:
    assert checked_content(ReviewContent(decision=decision)).decision is decision


def test_what_cannot_be_stored_is_refused() -> None:
    unknown = ComponentFinding(component="aura", finding=Finding.SIMILAR)
    long_remark = ComponentFinding(component="nose", remark="x" * 1001)
    for content, complaint in (
        (ReviewContent(checklist=(unknown,)), "aura"),
        (ReviewContent(checklist=(long_remark,)), "remark on nose"),
        (ReviewContent(notes="x" * (MOST_NOTES + 1)), "the notes"),
    ):
        with pytest.raises(InvalidInputError, match=complaint):
            checked_content(content)


def test_a_finding_is_changed_counted_and_taken_back() -> None:
    nose = ComponentFinding(component="nose", finding=Finding.SIMILAR, remark="bridge")
    content = ReviewContent().with_finding(nose).with_finding(ComponentFinding(component="skin", remark="tan"))
    assert content.found("nose") == nose
    assert content.found("ears").empty
    assert [each.component for each in content.checklist] == ["skin", "nose"]
    assert (content.count(Finding.SIMILAR), content.count(Finding.DISSIMILAR)) == (1, 0)
    assert content.with_finding(replace(nose, finding=Finding.NOT_SET, remark="")).found("nose").empty
