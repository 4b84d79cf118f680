"""Rows of the rights table for services that keep, erase, check and log, and for accounts; see `rights_rows`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from forensic_id.core.accounts import LibraryMode, PersonDetails
from forensic_id.core.audit_filter import AuditFilter
from forensic_id.core.rights import Right, Role
from forensic_id.services import (
    backup_library,
    browse_audit,
    check_library,
    erase_cases,
    erase_subjects,
    export_audit,
    export_searches,
    keep_subjects,
    manage_accounts,
    summarise_audit,
    summarise_years,
    verify_audit,
)
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import BUNDLE_ID
from tests.unit.services.rights_place import Place
from tests.unit.services.rights_rows import Row
from tests.unit.services.search_desk import CASE, NOW


def _plan(place: Place) -> erase_subjects.ErasurePlan:
    """To expunge somebody."""
    named = (place.library.retention.named(place.library.gallery.subject("boris").subject_id),)
    return erase_subjects.ErasurePlan(
        kind="expunge", day="", reference="order 1", subjects=named, refused=(), unfinished=False
    )


def _case_plan(place: Place) -> erase_cases.CaseErasurePlan:
    """To expunge a case."""
    case = place.library.case_retention.named(CASE)
    return erase_cases.CaseErasurePlan(kind="expunge", day="", reference="order 1", cases=(case,), refused=())


def _row(call: Callable[[Place], object], *rights: Right) -> Row:
    return Row(rights=rights, call=call)


def _add_account(place: Place) -> None:
    if place.library.principal.may(Right.MANAGE_ACCOUNTS):  # what a refused call finds has to stay as it was
        place.library.accounts.choose_mode(LibraryMode.ACCOUNTS, "")
    manage_accounts.add_account(place.library, place.accounts, place.passwords)


def _use_single_user(place: Place) -> object:
    if place.library.principal.may(Right.MANAGE_ACCOUNTS):  # what a refused call finds has to stay as it was
        place.library.accounts.choose_mode(LibraryMode.ACCOUNTS, "")
    return manage_accounts.use_single_user(place.library, "only one is left")


UPKEEP: Mapping[str, Row] = {
    "backup_library.backup_is_due": _row(lambda p: backup_library.backup_is_due(p.library, NOW), Right.BROWSE),
    "backup_library.backup_library": _row(lambda p: backup_library.backup_library(p.library, p.out), Right.BACKUP),
    "backup_library.last_backup": _row(lambda p: backup_library.last_backup(p.library), Right.BROWSE),
    "browse_audit.audit_choices": _row(lambda p: browse_audit.audit_choices(p.library), Right.READ_AUDIT),
    "browse_audit.find_entries": _row(
        lambda p: browse_audit.find_entries(p.library, AuditFilter()), Right.READ_AUDIT
    ),
    "browse_audit.read_entries": _row(lambda p: browse_audit.read_entries(p.library, [1]), Right.READ_AUDIT),
    "check_library.check_library": _row(
        lambda p: check_library.check_library(p.library, bundle_id=BUNDLE_ID), Right.READ_AUDIT
    ),
    "check_library.repair_library": _row(
        lambda p: check_library.repair_library(
            p.library,
            check_library.RepairTools(loader=p.loader, aligner=FakeFaceAligner(), encoder=p.encoder),
        ),
        Right.BACKUP,
        Right.MANAGE_BUNDLES,
        Right.READ_AUDIT,
    ),
    "erase_cases.carry_out_cases": _row(
        lambda p: erase_cases.carry_out_cases(p.library, _case_plan(p), p.folder), Right.PURGE
    ),
    "erase_cases.plan_case_expungement": _row(
        lambda p: erase_cases.plan_case_expungement(p.library, [CASE], reference="order 1"), Right.PURGE
    ),
    "erase_cases.plan_case_purge": _row(
        lambda p: erase_cases.plan_case_purge(p.library, today=NOW.date()), Right.PURGE
    ),
    "erase_subjects.carry_out": _row(lambda p: erase_subjects.carry_out(p.library, _plan(p)), Right.PURGE),
    "erase_subjects.finish_erasure": _row(lambda p: erase_subjects.finish_erasure(p.library), Right.PURGE),
    "erase_subjects.plan_expungement": _row(
        lambda p: erase_subjects.plan_expungement(p.library, ["boris"], reference="order 1"), Right.PURGE
    ),
    "erase_subjects.plan_purge": _row(lambda p: erase_subjects.plan_purge(p.library, today=NOW.date()), Right.PURGE),
    "keep_subjects.hold_subjects": _row(
        lambda p: keep_subjects.hold_subjects(p.library, [1], reason="appeal"), Right.HOLD
    ),
    "keep_subjects.lift_hold": _row(lambda p: keep_subjects.lift_hold(p.library, 1, reason="decided"), Right.HOLD),
    "keep_subjects.list_due_cases": _row(lambda p: keep_subjects.list_due_cases(p.library, NOW.date()), Right.BROWSE),
    "keep_subjects.list_due": _row(lambda p: keep_subjects.list_due(p.library, NOW.date()), Right.BROWSE),
    "keep_subjects.list_holds": _row(lambda p: keep_subjects.list_holds(p.library), Right.BROWSE),
    "keep_subjects.place_hold": _row(
        lambda p: keep_subjects.place_hold(p.library, external_id="boris", reason="appeal"), Right.HOLD
    ),
    "keep_subjects.release_subjects": _row(
        lambda p: keep_subjects.release_subjects(p.library, [1], reason="decided"), Right.HOLD
    ),
    "keep_subjects.retention_of": _row(lambda p: keep_subjects.retention_of(p.library, 1), Right.BROWSE),
    "keep_subjects.set_retention": _row(
        lambda p: keep_subjects.set_retention(p.library, "anna", "2030-01-01"), Right.PURGE
    ),
    "keep_subjects.show_retention": _row(lambda p: keep_subjects.show_retention(p.library, "anna"), Right.BROWSE),
    "export_audit.export_audit": _row(
        lambda p: export_audit.export_audit(p.library, p.out / "audit.csv"), Right.READ_AUDIT
    ),
    "manage_accounts.add_account": _row(_add_account, Right.MANAGE_ACCOUNTS),
    "manage_accounts.colleagues": _row(
        lambda p: manage_accounts.colleagues(p.library, Right.SECOND_REVIEW), Right.BROWSE
    ),
    "manage_accounts.disable_account": _row(
        lambda p: manage_accounts.disable_account(p.library, "anna"), Right.MANAGE_ACCOUNTS
    ),
    "manage_accounts.enable_account": _row(
        lambda p: manage_accounts.enable_account(p.library, "anna"), Right.MANAGE_ACCOUNTS
    ),
    "manage_accounts.list_accounts": _row(
        lambda p: manage_accounts.list_accounts(p.library, p.passwords), Right.MANAGE_ACCOUNTS
    ),
    "manage_accounts.reset_password": _row(
        lambda p: manage_accounts.reset_password(p.library, "anna", p.accounts.password, p.passwords),
        Right.MANAGE_ACCOUNTS,
    ),
    "manage_accounts.account_details": _row(
        lambda p: manage_accounts.account_details(p.library, "anna"), Right.MANAGE_ACCOUNTS
    ),
    "manage_accounts.set_details": _row(
        lambda p: manage_accounts.set_details(p.library, "anna", PersonDetails(unit="Imaging")), Right.MANAGE_ACCOUNTS
    ),
    "manage_accounts.set_roles": _row(
        lambda p: manage_accounts.set_roles(p.library, "anna", [Role.AUDITOR]), Right.MANAGE_ACCOUNTS
    ),
    "manage_accounts.unlock_account": _row(
        lambda p: manage_accounts.unlock_account(p.library, "anna"), Right.MANAGE_ACCOUNTS
    ),
    "manage_accounts.use_accounts": _row(
        lambda p: manage_accounts.use_accounts(p.library, p.accounts, p.passwords), Right.MANAGE_ACCOUNTS
    ),
    "manage_accounts.use_single_user": _row(_use_single_user, Right.MANAGE_ACCOUNTS),
    "summarise_years.export_years": _row(
        lambda p: summarise_years.export_years(p.library, p.out / "years.csv"), Right.READ_AUDIT
    ),
    "summarise_years.summarise_years": _row(lambda p: summarise_years.summarise_years(p.library), Right.READ_AUDIT),
    "export_searches.export_searches": _row(
        lambda p: export_searches.export_searches(p.library, p.out / "searches.csv"), Right.REPORT
    ),
    "summarise_audit.export_summary": _row(
        lambda p: summarise_audit.export_summary(p.library, p.out / "summary.csv"), Right.READ_AUDIT
    ),
    "summarise_audit.summarise_audit": _row(lambda p: summarise_audit.summarise_audit(p.library), Right.READ_AUDIT),
    "verify_audit.verify_library": _row(lambda p: verify_audit.verify_library(p.library), Right.READ_AUDIT),
}
