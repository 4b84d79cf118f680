"""Second reviews in case packages: every step, except conclusions that are not submitted; and that changes show."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forensic_id.core.review import Decision
from forensic_id.services.create_package import PackageRequest, PackageTools, create_package
from forensic_id.services.review_candidates import save_review
from forensic_id.services.second_review import resolve_difference, withdraw_second_review
from forensic_id.services.verify_package import verify_package
from tests.fakes.fake_report_renderer import FakeReportRenderer
from tests.fakes.fake_signer import FakeSigner, fake_check
from tests.fakes.in_memory_packages import InMemoryPackages
from tests.unit.services.office import AT, EARS, SAME, Office
from tests.unit.services.stored_search import DrawnImageLoader
from tests.unit.services.test_case_packages import PATH, Made

NAME = "searches/1/second_reviews.json"


def packed(office: Office) -> Made:
    files = InMemoryPackages()
    tools = PackageTools(
        library=office.library,
        loader=DrawnImageLoader(),
        renderer=FakeReportRenderer(),
        files=files,
        signer=FakeSigner(),
    )
    request = PackageRequest(case_number="2025-117", created_at=AT, app_version="0.1.0", plates=0)
    with office.acting("anna"):
        create_package(request, tools, PATH)
    return Made(library=office.library, files=files, tools=tools)


def told(package: Made) -> str:
    found = package.verify()
    assert found.sound, found.broken
    return " ".join(each for each in found.notes if "second review" in each)


def disputed() -> Office:
    office = Office()
    office.assign()
    office.submit(first=EARS)
    return office


def test_a_submitted_review_and_what_was_agreed_are_in_the_package_and_told() -> None:
    office = disputed()
    given = "Search 1 was given to carla for a second review by anna, at rank 1, 2"
    assert told(packed(office)) == f"{given}: submitted, 0 of 1 differences resolved."
    with office.acting("anna"):
        resolve_difference(office.library, 1, 1, decision=Decision.EXCLUDED, reason="Both saw the ears.")
    package = packed(office)
    assert "1 of 1 differences resolved" in told(package)
    steps = json.loads(package.members[NAME])
    assert [each["step"] for each in steps] == ["assign", "find", "find", "submit", "resolve"]
    assert steps[4]["content"]["reason"] == "Both saw the ears."


def test_two_who_agree_differ_in_nothing_and_a_withdrawn_one_is_told() -> None:
    office = Office()
    office.assign("dora")
    with office.acting("anna"):
        withdraw_second_review(office.library, 1, 1, "on leave")
    office.assign()
    office.submit()
    assert "dora for a second review by anna, at rank 1, 2: withdrawn." in told(packed(office))
    assert "submitted, no difference." in told(packed(office))


def test_conclusions_that_are_not_submitted_are_in_no_package() -> None:
    office = Office()
    office.assign()
    with office.acting("carla"):
        save_review(office.library, 1, 1, SAME, based_on=0)
    package = packed(office)
    assert "not submitted yet" in told(package)
    assert [each["step"] for each in json.loads(package.members[NAME])] == ["assign"]


Change = Callable[[list[dict[str, Any]]], Any]


def _other_reason(steps: list[dict[str, Any]]) -> Any:
    steps[1]["content"]["review"]["reason"] = "I never said that."
    return steps


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("second reviews of search 1 are not those in the audit log", _other_reason),
        ("second reviews of search 1 are not those in the audit log", lambda steps: steps[:-1]),
        ("second reviews of search 1 cannot be read", lambda _steps: {"a": 1}),
        ("second reviews of search 1 cannot be read", lambda steps: [{"step": "x"}, *steps]),
    ],
)
def test_a_changed_or_unreadable_step_is_named(sentence: str, change: Change) -> None:
    package = packed(disputed())
    package.members[NAME] = json.dumps(change(json.loads(package.members[NAME]))).encode()
    package.sign_again()
    assert sentence in " ".join(package.verify().broken)


def test_a_package_without_the_steps_that_its_log_names_is_broken_and_without_any_it_is_sound() -> None:
    package = packed(disputed())
    del package.members[NAME]
    manifest = json.loads(package.members["manifest.json"])
    package.put_manifest({**manifest, "members": [each for each in manifest["members"] if each["name"] != NAME]})
    found = verify_package(Path(PATH), package.files, fake_check)
    assert found.broken == ("The second reviews of search 1 are not in the package: the audit log names some.",)
    older = packed(Office())
    del older.members[NAME]
    manifest = json.loads(older.members["manifest.json"])
    older.put_manifest({**manifest, "members": [each for each in manifest["members"] if each["name"] != NAME]})
    assert older.verify().sound
