"""Rows of accounts as no program of ours writes them: whoever signs in gets a sentence, and nobody gets in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from forensic_id.core.rights import Role
from forensic_id.security.passwords import Argon2Hasher, Cost
from forensic_id.services.manage_accounts import NewAccount, use_accounts
from forensic_id.services.sign_in import PasswordTools, sign_in
from forensic_id.storage.library import open_library, utc_now
from tests.hostile.verdicts import Case

_PASSWORD = "five quiet owls at dawn"
_COSTS = ("m=4294967295,t=3,p=4", "m=8,t=4294967295,p=1", "m=8,t=1,p=16777215", "m=-1,t=1,p=1", "m=x,t=1,p=1", "m=8")
_ROLES = (
    "{",
    "",
    "null",
    '["emperor"]',
    '"administrator"',
    "[" * 100_000,
    '[["administrator"]]',
    "[1e999]",
    "[null]",
)
_HASHES = ("", "$argon2id$", "$2b$12$x", "a" * 1_000_000, "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA", "\x00")
_NAMES = ("", " ", "a" * 100_000, "boss\x00", "a\nb", "\u202eboss")
_TIMES = ("never", "9999-99-99", "2025-03-01" * 1000)


def account_cases(folder: Path) -> Iterator[Case]:
    """Hashes of absurd cost, roles that are none, names and times of any kind."""
    tools = PasswordTools(hasher=Argon2Hasher(Cost(passes=1, kibibytes=8, lanes=1)), clock=utc_now)
    library = open_library(folder, actor="tester")
    use_accounts(library, NewAccount(name="boss", password=_PASSWORD, roles=frozenset({Role.ADMINISTRATOR})), tools)
    library.close()
    sound = tools.hasher.hashed(_PASSWORD)
    planted: dict[str, tuple[str, ...]] = {
        "password_hash": (*_HASHES, *(sound.replace("m=8,t=1,p=1", cost) for cost in _COSTS)),
        "roles": _ROLES,
        "created_at": _TIMES,
        "locked_at": _TIMES,
        "name": _NAMES,
        "full_name": _NAMES[2:],
    }
    for column, values in planted.items():
        for number, value in enumerate(values):
            row = {"password_hash": sound, column: value}
            yield Case(name=f"account {column} {number}", run=partial(_sign_in, folder, tools, row))


def _sign_in(folder: Path, tools: PasswordTools, planted: dict[str, str]) -> object:
    """Sign in under the planted account; to come in is harmful, whatever it looks like."""
    row: dict[str, object] = {
        "account_id": 7,
        "folded": planted.get("name", "").casefold() or "eve",
        "name": "eve",
        "roles": '["examiner"]',
        "created_at": "2025-03-01T12:00:00+00:00",
        "disabled": 0,
        "must_change_password": 0,
        "failures": 0,
        "locked_at": "",
        "lock_seconds": 10**17,
        **planted,
    }
    with closing(sqlite3.connect(folder / "library.sqlite3", isolation_level=None)) as raw:
        (guard,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'accounts_never_vanish'").fetchone()
        raw.execute("DROP TRIGGER accounts_never_vanish")
        raw.execute("DELETE FROM accounts WHERE account_id = 7")
        raw.execute(guard)
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        raw.execute(f"INSERT INTO accounts ({names}) VALUES ({marks})", list(row.values()))  # noqa: S608
    library = open_library(folder, actor="tester")
    try:
        return sign_in(library, str(row["folded"]), _PASSWORD, tools)
    finally:
        library.close()
