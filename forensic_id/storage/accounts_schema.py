"""The SQL of accounts. A name is somebody in the audit log and in reviews: it is never removed and never changes."""

from __future__ import annotations

ACCOUNTS = """
CREATE TABLE library_modes (
    choice INTEGER PRIMARY KEY,
    chosen_at TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('single-user', 'accounts')),
    reason TEXT NOT NULL
) STRICT;
CREATE TRIGGER library_modes_never_change BEFORE UPDATE ON library_modes
BEGIN SELECT RAISE(ABORT, 'the choice of a mode is never changed'); END;
CREATE TRIGGER library_modes_never_vanish BEFORE DELETE ON library_modes
BEGIN SELECT RAISE(ABORT, 'the choice of a mode is never removed'); END;
CREATE TABLE accounts (
    account_id INTEGER PRIMARY KEY,
    folded TEXT NOT NULL UNIQUE CHECK (folded <> ''),
    name TEXT NOT NULL,
    roles TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at TEXT NOT NULL,
    disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
    must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)),
    failures INTEGER NOT NULL CHECK (failures >= 0),
    locked_at TEXT NOT NULL,
    lock_seconds INTEGER NOT NULL CHECK (lock_seconds >= 0)
) STRICT;
CREATE TRIGGER accounts_keep_their_names BEFORE UPDATE ON accounts
WHEN (OLD.account_id, OLD.folded, OLD.name, OLD.created_at)
    IS NOT (NEW.account_id, NEW.folded, NEW.name, NEW.created_at)
BEGIN SELECT RAISE(ABORT, 'an account keeps its name'); END;
CREATE TRIGGER accounts_never_vanish BEFORE DELETE ON accounts
BEGIN SELECT RAISE(ABORT, 'an account is never removed'); END;
"""

PEOPLE = """
ALTER TABLE accounts ADD COLUMN full_name TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN qualification TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN unit TEXT NOT NULL DEFAULT '';
"""
