"""What somebody does to the database with another program: it is refused, or found and named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from forensic_id.core.accounts import Account, LibraryMode, PersonDetails
from forensic_id.core.errors import CancelledError, DefectError
from forensic_id.core.policy import Policy
from forensic_id.core.progress import ignore_progress, never_cancelled
from forensic_id.core.review import Decision, ReviewContent
from forensic_id.core.rights import Role
from forensic_id.core.second_review import Step
from forensic_id.services.check_library import RepairTools, check_library, repair_library
from forensic_id.services.choose_policy import choose_policy
from forensic_id.services.keep_subjects import lift_hold, place_hold
from forensic_id.services.manage_accounts import (
    NewAccount,
    disable_account,
    enable_account,
    set_details,
    set_roles,
    use_accounts,
)
from forensic_id.services.manage_cases import close_case, open_case
from forensic_id.services.sign_in import PasswordTools
from forensic_id.services.verify_audit import verify_library
from forensic_id.storage.guards import broken_guards, expected_guards
from forensic_id.storage.library import SqliteLibrary, open_library
from forensic_id.storage.migrations import MIGRATIONS
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import BUNDLE_ID, FakeFaceEncoder
from tests.fakes.fake_image_loader import FakeImageLoader
from tests.fakes.fake_password_hasher import FakePasswordHasher
from tests.fakes.sample_records import CASE, enrol, image, search_record
from tests.unit.storage.conftest import fixed_clock

TOOLS = RepairTools(loader=FakeImageLoader(), aligner=FakeFaceAligner(), encoder=FakeFaceEncoder())
PASSWORDS = PasswordTools(hasher=FakePasswordHasher(), clock=fixed_clock)


@pytest.fixture
def lived_in(stored: SqliteLibrary) -> SqliteLibrary:
    """A library in which everything that the log tells of in words was changed more than once."""
    with stored.transaction():
        for name in ("anna", "boris", "carla"):
            enrol(stored.gallery, name)
        stored.gallery.remove_subject("carla")
        stored.cases.open_case(CASE)
        open_case(stored, number="8", offence="theft", authority="law", requester="officer")
        sketch, crop = image("sketch"), FakeFaceAligner().align(image("sketch")).crop
        stored.cases.add_search(search_record(sketch), sketch=sketch, crop=crop)
        stored.reviews.save(1, 1, ReviewContent(decision=Decision.POSSIBLE), based_on=0)
        review = stored.second_reviews.assign(1, (1, 2), "moreau")
        stored.second_reviews.add(review, Step.WITHDRAW, {"reason": "ill"})
        close_case(stored, "8")
        choose_policy(stored, Policy(name="strict", title="Strict"))
        for reason in ("appeal", "order", "letter"):
            place_hold(stored, external_id="anna", reason=reason)
        lift_hold(stored, 3, reason="withdrawn")
        examiner, administrator = frozenset({Role.EXAMINER}), frozenset({Role.ADMINISTRATOR})
        account = NewAccount(name="moreau", password="five quiet owls at dawn", roles=administrator)
        use_accounts(stored, account, PASSWORDS)
    stored.act_as("moreau")
    with stored.transaction():
        stored.accounts.add(Account(name="Zoë", roles=examiner, password_hash="", created_at="2025-03-01"))
        stored.audit.append("account.add", "account Zoë", {"roles": ["examiner"]})
        set_details(stored, "Zoë", PersonDetails(full_name="Zoë Moreau"))
        set_roles(stored, "Zoë", [Role.EXAMINER, Role.AUDITOR])
        disable_account(stored, "Zoë")
        enable_account(stored, "Zoë")
    return stored


@pytest.fixture
def raw(lived_in: SqliteLibrary, folder: Path) -> Iterator[sqlite3.Connection]:
    """The database as another program opens it."""
    assert lived_in.principal.name == "moreau"
    with closing(sqlite3.connect(folder / "library.sqlite3", isolation_level=None)) as connection:
        yield connection


def without_guards(raw: sqlite3.Connection, *statements: str) -> None:
    """Take the guards away, change something, and put them back as they were."""
    guards = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        raw.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        raw.execute(statement)
    for _, sql in guards:
        raw.execute(sql)


REPLACED = {
    "cases": "REPLACE INTO cases SELECT case_id, number, 'other', authority, requester, opened_at, closed_at"
    " FROM cases WHERE case_id = 1",
    "searches": "INSERT OR REPLACE INTO searches SELECT * FROM searches",
    "candidates": "REPLACE INTO candidates VALUES (1, 1, 9, 9, 0.0)",
    "reviews": "INSERT OR REPLACE INTO reviews SELECT * FROM reviews",
    "second_review_events": "REPLACE INTO second_review_events SELECT * FROM second_review_events",
    "policies": "REPLACE INTO policies SELECT choice, chosen_at, '{}' FROM policies",
    "library_modes": "REPLACE INTO library_modes SELECT choice, chosen_at, 'single-user', '' FROM library_modes",
    "accounts": "REPLACE INTO accounts SELECT * FROM accounts",
}


@pytest.mark.parametrize("table", REPLACED)
def test_rows_of_evidence_are_not_replaced(raw: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"kept in {table} is never replaced"):
        raw.execute(REPLACED[table])
    with pytest.raises(sqlite3.IntegrityError, match="only grows at its end"):
        raw.execute("REPLACE INTO audit_entries SELECT * FROM audit_entries WHERE sequence = 2")


def test_the_librarys_own_connection_asks_the_guards_of_removal_when_it_replaces(lived_in: SqliteLibrary) -> None:
    database = lived_in._database
    with database.transaction():
        database.execute("DROP TRIGGER searches_never_replaced")
    with pytest.raises(DefectError, match="a search record is never removed"), database.transaction():
        database.execute("REPLACE INTO searches SELECT * FROM searches")


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (REPLACED["cases"], "The record of case 2025-17 is not the one in the audit log"),
        ("UPDATE cases SET closed_at = NULL", "The record of case 8 is not the one in the audit log"),
        ("DELETE FROM cases WHERE case_id = 2", "The record of case 8 is missing"),
        ("UPDATE photos SET subject_id = 2 WHERE photo_id = 1", "The record of photo 1 is not the one"),
        ("UPDATE photos SET sha256 = 'x' WHERE photo_id = 2", "The record of photo 2 is not the one"),
        ("UPDATE photos SET photo_id = 9 WHERE photo_id = 2", "The record of photo 9 is not the one"),
        ("DELETE FROM photos WHERE photo_id = 2", "The record of photo 2 is missing"),
        ("DELETE FROM holds WHERE hold_id = 2", "Hold 2 is missing although the audit log has it"),
        ("UPDATE holds SET subject_id = 2 WHERE hold_id = 1", "Hold 1 is not the one in the audit log"),
        ("INSERT INTO holds SELECT 7, subject_id, case_number, reason, '', placed_by, placed_at FROM holds LIMIT 1",
         "Hold 7 is not the one in the audit log"),
        ("UPDATE accounts SET roles = '[\"administrator\"]' WHERE name = 'Zoë'", "The account Zoë is not what"),
        ("UPDATE accounts SET disabled = 1 WHERE name = 'Zoë'", "The account Zoë is not what"),
        ("UPDATE accounts SET unit = 'Board' WHERE name = 'Zoë'", "How reports name the account Zoë is not"),
        ("DELETE FROM accounts WHERE name = 'Zoë'", "The account Zoë is missing"),
        (REPLACED["policies"], "The choices of the policy profile are not those"),
        ("DELETE FROM library_modes", "The choices of the mode of the library are not those"),
        ("UPDATE searches SET record = '{}'", "search 1 was altered"),
        ("UPDATE reviews SET content = '{}'", "review of the candidate at rank 1 of search 1 was altered"),
        ("DELETE FROM second_review_events WHERE step = 'withdraw'", "Steps of second reviews of search 1"),
    ],
)  # fmt: skip
def test_what_was_changed_past_the_guards_is_found(
    raw: sqlite3.Connection, lived_in: SqliteLibrary, statement: str, said: str
) -> None:
    lived_in.act_as("moreau")
    assert verify_library(lived_in).problems == ()
    raw.create_function("searched_text", 2, lambda external_id, name: f"{name}\n{external_id}")
    without_guards(raw, statement)
    assert said in " ".join(problems_of(lived_in, raw))


def problems_of(library: SqliteLibrary, raw: sqlite3.Connection) -> tuple[str, ...]:
    """Whatever the manipulation made of the mode and the accounts, somebody reads the log."""
    del raw
    mode = library.accounts.mode()
    if mode is LibraryMode.SINGLE_USER:
        library.act_as(None)
    return verify_library(library).problems


def test_guards_that_are_missing_altered_or_strange_are_named_and_put_back_on_the_record(
    raw: sqlite3.Connection, lived_in: SqliteLibrary
) -> None:
    raw.execute("DROP TRIGGER reviews_never_change")
    raw.execute("DROP TRIGGER cases_never_vanish")
    weak = "CREATE TRIGGER cases_never_vanish BEFORE DELETE ON cases BEGIN SELECT 1; END"
    raw.execute(weak)
    raw.execute('CREATE TRIGGER "odd ""one" AFTER INSERT ON photos BEGIN DELETE FROM holds; END')
    assert verify_library(lived_in).guards == (
        "The guard cases_never_vanish of the table cases was altered.",
        'The table photos has a trigger that this program did not make: odd "one.',
        "The guard reviews_never_change of the table reviews was removed.",
    )
    assert all(each.repairable for each in check_library(lived_in, bundle_id=BUNDLE_ID).findings)
    assert repair_library(lived_in, TOOLS).sound
    entry = next(each for each in lived_in.audit.entries() if each.subject == "guards")
    assert (entry.action, entry.actor) == ("library.repair", "moreau")
    assert [each["found"] == weak for each in entry.details["guards"]] == [True, False, False]
    with pytest.raises(sqlite3.IntegrityError, match="never removed"):
        raw.execute("DELETE FROM cases WHERE case_id = 2")


def test_the_expected_guards_are_those_of_a_new_library_and_of_every_earlier_form(lived_in: SqliteLibrary) -> None:
    database = lived_in._database
    assert broken_guards(database) == ()
    sizes = [len(expected_guards(form)) for form in range(1, len(MIGRATIONS) + 1)]
    assert sizes == sorted(sizes)
    assert sizes[0] == 3
    assert expected_guards(9)["audit_entries_never_change"] != expected_guards(10)["audit_entries_never_change"]


def test_a_comparison_can_be_stopped(lived_in: SqliteLibrary) -> None:
    with pytest.raises(CancelledError):
        lived_in.inspector.altered_rows(progress=ignore_progress, cancelled=lambda: True)
    assert lived_in.inspector.altered_rows(progress=ignore_progress, cancelled=never_cancelled) == ()


def test_an_erased_person_among_the_words_of_a_case_is_no_alteration(stored: SqliteLibrary, folder: Path) -> None:
    enrol(stored.gallery, "anna")
    stored.cases.open_case(CASE)
    place_hold(stored, case_number=CASE.number, reason="anna")
    stored.retention.erase([stored.retention.named(1)], kind="expunge", reference="order 1")
    assert next(each for each in stored.audit.entries() if each.action == "hold.place").details["reason"] != "anna"
    assert verify_library(stored).problems == ()
    open_library(folder, actor="a", clock=fixed_clock).close()
