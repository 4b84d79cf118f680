"""The SQL by which evidence is never replaced, and goes with a case that is erased on the record.

`INSERT OR REPLACE` removes the row in its way without asking the triggers of removal, unless the connection has
`recursive_triggers` set: that of another program need not. So the insertion itself is refused.
"""

from __future__ import annotations


def _never_replaced(table: str, *keys: str) -> str:
    """A trigger that refuses a new row in the place of one that is there; `keys` are conditions on OLD and NEW."""
    return f"""
CREATE TRIGGER {table}_never_replaced BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {" OR ".join(keys)})
BEGIN SELECT RAISE(ABORT, 'what is kept in {table} is never replaced'); END;
"""  # noqa: S608 - our own text


NEVER_REPLACED = "".join(
    (
        _never_replaced("cases", "case_id = NEW.case_id", "number = NEW.number"),
        _never_replaced("searches", "search_id = NEW.search_id", "audit_sequence = NEW.audit_sequence"),
        _never_replaced("candidates", "(search_id, rank) = (NEW.search_id, NEW.rank)"),
        _never_replaced(
            "reviews",
            "review_id = NEW.review_id",
            "audit_sequence = NEW.audit_sequence",
            "(search_id, rank, version) = (NEW.search_id, NEW.rank, NEW.version)",
        ),
        _never_replaced("second_review_events", "event_id = NEW.event_id", "audit_sequence = NEW.audit_sequence"),
        _never_replaced("policies", "choice = NEW.choice"),
        _never_replaced("library_modes", "choice = NEW.choice"),
        _never_replaced("accounts", "account_id = NEW.account_id", "folded = NEW.folded"),
    )
)


def _vanishes_when_erased(table: str, what: str) -> str:
    """The trigger that keeps rows of searches lets those go that are declared as erased."""
    return f"""
DROP TRIGGER {table}_never_vanish;
CREATE TRIGGER {table}_never_vanish BEFORE DELETE ON {table}
WHEN NOT EXISTS (SELECT 1 FROM erased_searches e WHERE e.search_id = OLD.search_id)
BEGIN SELECT RAISE(ABORT, '{what} is never removed'); END;
"""  # noqa: S608 - our own text


CASE_ERASURE = f"""
CREATE TABLE erased_cases (
    case_id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('purge', 'expunge'))
) STRICT;
CREATE TABLE erased_searches (
    search_id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('purge', 'expunge'))
) STRICT;
CREATE INDEX erased_searches_by_case ON erased_searches (case_id);
CREATE TABLE highest_numbers (
    name TEXT PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
{_vanishes_when_erased("searches", "a search record")}
{_vanishes_when_erased("candidates", "a ranking")}
{_vanishes_when_erased("reviews", "a review")}
{_vanishes_when_erased("second_review_events", "a second review")}
DROP TRIGGER cases_never_vanish;
CREATE TRIGGER cases_never_vanish BEFORE DELETE ON cases
WHEN NOT EXISTS (SELECT 1 FROM erased_cases e WHERE e.case_id = OLD.case_id AND e.kind = 'expunge')
BEGIN SELECT RAISE(ABORT, 'a case is never removed'); END;
"""  # noqa: S608 - our own text
