from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from forensic_id.composition import shipped_policies
from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.policy import DEFAULT_POLICY, Policy
from forensic_id.core.records import SearchParameters
from forensic_id.services.choose_policy import choose_policy, load_policies, read_policy
from forensic_id.services.identify import IdentifyRequest, identify
from forensic_id.services.manage_cases import open_case
from forensic_id.services.match_folder import MatchFolderRequest, match_folder
from forensic_id.services.probe import SketchInput, SketchOrigin
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.unit.services.search_desk import CASE, new_reader, search_desk

STRICT = Policy(name="strict", title="Strict", authorisation_reference=True, most_candidates=5)


def own(folder: Path, name: str, text: str) -> Path:
    file = folder / "policies" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_the_shipped_profiles_can_be_read_and_the_template_is_none_of_them(tmp_path: Path) -> None:
    shelf = load_policies(shipped_policies(), tmp_path)
    assert [policy.name for policy in shelf.policies] == ["default", "strict", "training"]
    assert shelf.problems == ()
    assert shelf.named("default") == DEFAULT_POLICY
    assert shelf.named("strict").mandatory_sketch_fields == ("kind", "artist", "interview_date")


def test_the_template_is_the_default_profile_written_out() -> None:
    template = read_policy(shipped_policies() / "template.toml")
    assert replace(template, name="default", title="Default", summary=DEFAULT_POLICY.summary) == DEFAULT_POLICY


def test_a_library_has_profiles_of_its_own_and_malformed_ones_are_told_with_their_file(tmp_path: Path) -> None:
    own(tmp_path, "county.toml", 'title = "County"')
    own(tmp_path, "broken.toml", "title = 3")
    own(tmp_path, "strict.toml", 'title = "Not so strict"')
    (tmp_path / "policies" / "unreadable.toml").mkdir()
    shelf = load_policies(shipped_policies(), tmp_path)
    assert shelf.named("county").title == "County"
    assert shelf.named("strict").title == "Strict"
    broken, doubled, unreadable = shelf.problems
    assert "broken.toml" in broken
    assert "'title'" in broken
    assert "name of a shipped one" in doubled
    assert "cannot be read" in unreadable
    with pytest.raises(NotFoundError, match="county"):
        shelf.named("federal")


def test_a_choice_is_logged_with_what_held_before_and_choosing_the_same_again_is_not() -> None:
    library = InMemoryLibrary()
    choose_policy(library, STRICT)
    choose_policy(library, STRICT)
    entries = [entry for entry in library.audit.entries() if entry.action == "policy.choose"]
    assert len(entries) == 1
    assert entries[0].details["before"]["name"] == "default"
    assert entries[0].details["after"]["most_candidates"] == 5
    assert library.policies.current() == STRICT


def test_a_case_whose_authority_lacks_its_reference_is_not_opened() -> None:
    library = InMemoryLibrary()
    choose_policy(library, STRICT)
    with pytest.raises(InvalidInputError, match="reference of the authorisation"):
        open_case(library, number="1", offence="theft", authority="consent", requester="officer")
    assert library.cases.cases() == ()


def test_what_the_profile_does_not_allow_is_neither_searched_nor_stored(tmp_path: Path) -> None:
    desk = search_desk(tmp_path)
    sketch = desk.sketch("folder/anna.png", "anna-2019")
    single = IdentifyRequest(
        sketches=(SketchInput(path=sketch),), case_number=CASE, parameters=SearchParameters(top=6)
    )
    folder = MatchFolderRequest(folder=sketch.parent, out=tmp_path / "out", case_number=CASE)
    choose_policy(desk.library, STRICT)
    with pytest.raises(InvalidInputError, match="at most 5"):
        identify(single, desk.tools)
    with pytest.raises(InvalidInputError, match="at most 5"):
        match_folder(folder, desk.tools, new_reader)
    choose_policy(desk.library, Policy(name="closed", title="Closed", sketch_search=False))
    with pytest.raises(InvalidInputError, match="does not allow searching sketches"):
        identify(replace(single, parameters=SearchParameters(top=1)), desk.tools)
    assert desk.library.cases.searches() == ()
    assert not (tmp_path / "out").exists()


def test_a_search_that_the_profile_allows_is_made(tmp_path: Path) -> None:
    desk = search_desk(tmp_path)
    choose_policy(desk.library, replace(STRICT, mandatory_sketch_fields=("kind",)))
    request = IdentifyRequest(
        sketches=(SketchInput(path=desk.sketch("anna.png", "anna-2019"), origin=SketchOrigin(kind="drawn")),),
        case_number=CASE,
        parameters=SearchParameters(top=5),
    )
    assert len(identify(request, desk.tools).candidates) == 5
