"""Reports name people by full name, qualification and unit where an account tells them, and by the account."""

from __future__ import annotations

from dataclasses import replace

from forensic_id.core.accounts import LibraryMode, PersonDetails
from forensic_id.core.report import Grid, Subheading
from forensic_id.services.report_people import described_producer, full_name, producer_name
from tests.unit.services.office import Office
from tests.unit.services.test_build_report import block, section

ANNA = PersonDetails(full_name="Dr Anna Osei", qualification="facial examiner", unit="Imaging Unit")


def known(office: Office, name: str, details: PersonDetails) -> None:
    account = office.library.accounts.account(name)
    assert account is not None
    office.library.accounts.change(replace(account, details=details))


def test_both_examiners_and_the_producer_stand_in_the_report_with_qualification_and_unit() -> None:
    office = Office()
    known(office, "anna", ANNA)
    known(office, "carla", PersonDetails(unit="Review Board"))
    office.assign()
    office.submit()
    document = office.report()
    told = office.standing()
    assert told["First examiner"] == "Dr Anna Osei, facial examiner, Imaging Unit (account anna: examiner)"
    assert told["Second examiner"] == "carla, Review Board (account carla: reviewer)"
    assert told["Report produced by"] == told["First examiner"]
    signing = block(document, "Signatures by hand", Grid)
    assert [row[0] for row in signing.rows] == ["Dr Anna Osei, facial examiner, Imaging Unit", "carla, Review Board"]
    second = section(document, "Second review").blocks
    assert any(isinstance(each, Subheading) and each.text.startswith("Conclusions of carla,") for each in second)
    assert block(document, "Second review", Grid).rows[0][0] == told["Second examiner"]


def test_whoever_has_no_account_is_named_by_the_login() -> None:
    office = Office()
    known(office, "anna", ANNA)
    with office.acting("anna"):
        assert producer_name(office.library) == "Dr Anna Osei (anna)"
    assert full_name(office.library, "carla") == "carla"
    assert full_name(office.library, "nobody") == "nobody"
    office.library.accounts.choose_mode(LibraryMode.SINGLE_USER, "alone")
    alone = office.library.principal.name
    assert (producer_name(office.library), described_producer(office.library)) == (alone, alone)
