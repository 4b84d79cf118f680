"""The SQL of second reviews: events that are only ever added."""

from __future__ import annotations

SECOND_REVIEWS = """
CREATE TABLE second_review_events (
    event_id INTEGER PRIMARY KEY,
    assignment INTEGER NOT NULL REFERENCES second_review_events (event_id),
    search_id INTEGER NOT NULL REFERENCES searches (search_id),
    step TEXT NOT NULL CHECK (step IN ('assign', 'find', 'submit', 'resolve', 'withdraw')),
    examiner TEXT NOT NULL,
    content TEXT NOT NULL,
    audit_sequence INTEGER NOT NULL UNIQUE REFERENCES audit_entries (sequence)
) STRICT;
CREATE INDEX second_review_events_by_search ON second_review_events (search_id);
CREATE INDEX second_review_events_by_examiner ON second_review_events (examiner);
CREATE TRIGGER second_review_events_never_change BEFORE UPDATE ON second_review_events
BEGIN SELECT RAISE(ABORT, 'a second review is never changed'); END;
CREATE TRIGGER second_review_events_never_vanish BEFORE DELETE ON second_review_events
BEGIN SELECT RAISE(ABORT, 'a second review is never removed'); END;
"""
