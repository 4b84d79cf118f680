"""Accounts from the command line: the first administrator, an examiner, what each may do, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from forensic_id.commands import hidden_input
from forensic_id.core.settings import NEW_PASSWORD_VARIABLE, PASSWORD_VARIABLE
from forensic_id.security import passwords
from tests.end_to_end.conftest import Outcome, Place

BOSS, ANNA, ANNAS_OWN = "five quiet owls at dawn", "green kites over the bay", "seven slow trains to Riga"


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = passwords.Argon2Hasher
    cheap = passwords.Cost(passes=1, kibibytes=8, lanes=1)
    monkeypatch.setattr(passwords, "Argon2Hasher", lambda: usual(cheap))


class People:
    """Runs commands as somebody, with the passwords in the environment as scripts do."""

    def __init__(self, place: Place, environment: pytest.MonkeyPatch) -> None:
        self._place, self._environment = place, environment

    def __call__(self, who: str, password: str, *command: str | Path, new: str = "") -> Outcome:
        self._environment.setenv(PASSWORD_VARIABLE, password)
        self._environment.setenv(NEW_PASSWORD_VARIABLE, new)
        return self._place("--user", who, *command)


@pytest.fixture
def people(place: Place, monkeypatch: pytest.MonkeyPatch) -> People:
    monkeypatch.setenv(NEW_PASSWORD_VARIABLE, BOSS)
    started = place("account", "start", "boss")
    assert "boss (administrator)" in started.out
    return People(place, monkeypatch)


def test_a_library_with_accounts_refuses_without_signing_in(place: Place, people: People) -> None:
    refused = place("case", "list")
    assert (refused.status, "--user NAME" in refused.err) == (1, True)
    assert people("boss", "wrong", "case", "list").err.strip() == "The name or the password is wrong."
    assert people("boss", BOSS, "case", "list").status == 0


def test_an_examiner_chooses_a_password_then_searches_and_manages_nobody(place: Place, people: People) -> None:
    added = people("boss", BOSS, "account", "add", "anna", "--role", "examiner", new=ANNA)
    assert added.out.strip() == "Added anna (examiner)."
    assert "choose a new password first" in people("anna", ANNA, "case", "list").err
    assert people("anna", ANNA, "account", "password", new=ANNAS_OWN).status == 0
    searched = people("anna", ANNAS_OWN, "identify", place.sketch, "--case", "7", "--top", "2")
    assert searched.status == 0
    refused = people("anna", ANNAS_OWN, "account", "list")
    assert (refused.status, "that takes the role administrator" in refused.err) == (1, True)
    log = people("boss", BOSS, "audit", "export", place.folder / "audit.csv")
    assert log.status == 0
    written = (place.folder / "audit.csv").read_text(encoding="utf-8")
    assert "access.refuse" in written
    assert not any(password in written for password in (BOSS, ANNA, ANNAS_OWN))


def test_roles_disabling_and_the_list(people: People) -> None:
    people("boss", BOSS, "account", "add", "anna", "--role", "examiner", new=ANNA)
    assert "examiner, reviewer" in people("boss", BOSS, "account", "role", "anna", "reviewer", "examiner").out
    assert people("boss", BOSS, "account", "disable", "anna").status == 0
    assert "anna is disabled" in people("anna", ANNA, "case", "list").err
    listed = people("boss", BOSS, "account", "list").out
    assert "disabled" in listed
    assert people("boss", BOSS, "account", "enable", "anna").status == 0
    assert people("boss", BOSS, "account", "password", "anna", new=ANNAS_OWN).status == 0
    told = ("--full-name", "Dr Anna Osei", "--unit", "Imaging")
    assert "Dr Anna Osei, Imaging." in people("boss", BOSS, "account", "describe", "anna", *told).out
    (anna, boss) = people("boss", BOSS, "account", "list", "--json").json()
    assert anna["details"] == {"full_name": "Dr Anna Osei", "qualification": "", "unit": "Imaging"}
    assert (anna["name"], anna["roles"], boss["disabled"]) == ("anna", ["examiner", "reviewer"], False)
    assert "last administrator" in people("boss", BOSS, "account", "disable", "boss").err


def test_one_person_works_alone_before_and_after(place: Place, people: People) -> None:
    stopped = people("boss", BOSS, "account", "stop", "--reason", "only one examiner is left")
    assert "works in it alone" in stopped.out
    assert place("account", "who", "--json").json()["mode"] == "single-user"
    assert "single-user" in place("account", "who").out


def test_a_new_password_is_asked_twice_on_a_terminal(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    without = place("account", "start", "boss")
    assert (without.status, NEW_PASSWORD_VARIABLE in without.err) == (1, True)
    monkeypatch.setattr(hidden_input, "_somebody_is_there", lambda: True)
    answers = iter([BOSS, "another", BOSS, BOSS])
    monkeypatch.setattr(hidden_input, "getpass", lambda _prompt: next(answers))
    assert "differ" in place("account", "start", "boss").err
    assert place("account", "start", "boss").status == 0


def test_two_people_review_a_search_one_of_them_blind(place: Place, people: People) -> None:
    """From the first conclusion to a final report."""
    for name, role in (("anna", "examiner"), ("carl", "reviewer")):
        people("boss", BOSS, "account", "add", name, "--role", role, new=ANNA)
        people(name, ANNA, "account", "password", new=ANNAS_OWN)
    people("boss", BOSS, "policy", "use", "strict")

    def anna(*command: str | Path) -> Outcome:
        return people("anna", ANNAS_OWN, *command)

    def carl(*command: str | Path) -> Outcome:
        return people("carl", ANNAS_OWN, *command)

    assert anna("review", "set", "1", "1", "--decision", "possible").status == 0
    assert "carl reviews search 1 blind, rank 1" in anna("review", "assign", "1", "carl").out
    assert carl("review", "waiting", "--json").json()[0]["ranks"] == [1]
    assert "anna" in carl("review", "waiting").out
    assert carl("review", "list", "1", "--json").json() == []
    assert "blind" in carl("review", "differences", "1").err
    chosen = ("--decision", "excluded", "--reason", "The ears differ.", "--feature", "ears=dissimilar")
    assert carl("review", "set", "1", "1", *chosen).status == 0
    assert carl("review", "submit", "1").status == 0
    assert carl("review", "differences", "1", "--json").json()[0]["decisions_differ"]
    assert anna("review", "asked", "--json").json()[0]["differing"] == [1]
    assert "submitted" in anna("review", "asked").out
    draft, final = place.folder / "draft.pdf", place.folder / "final.pdf"
    assert anna("report", "1", "--pdf", draft).status == 0
    assert all("DRAFT" in page.extract_text() for page in PdfReader(draft).pages)
    agreed = ("--decision", "excluded", "--reason", "Both saw the ears.")
    assert anna("review", "resolve", "1", "1", *agreed).status == 0
    assert "complete" in anna("review", "differences", "1").out
    assert anna("review", "asked", "--json").json() == []
    assert anna("report", "1", "--pdf", final).status == 0
    text = "".join(page.extract_text() for page in PdfReader(final).pages)
    assert "DRAFT" not in text
    assert "Both saw the" in text
    assert people("boss", BOSS, "audit", "verify").status == 0


def test_a_second_review_is_withdrawn_and_a_reason_makes_a_report_final(place: Place, people: People) -> None:
    people("boss", BOSS, "account", "add", "carl", "--role", "reviewer", new=ANNA)
    people("boss", BOSS, "account", "role", "boss", "administrator", "examiner")
    people("boss", BOSS, "policy", "use", "strict")
    people("boss", BOSS, "review", "set", "1", "2", "--decision", "possible")
    assert people("boss", BOSS, "review", "assign", "1", "carl", "--rank", "2").status == 0
    assert people("boss", BOSS, "review", "withdraw", "1", "1", "--reason", "on leave").status == 0
    report = place.folder / "report.pdf"
    done = people("boss", BOSS, "report", "1", "--pdf", report, "--final-reason", "The court asks for it.")
    assert done.status == 0
    assert "The court asks for it." in "".join(page.extract_text() for page in PdfReader(report).pages)
