"""The SQL of the migrations.

Ids come from AUTOINCREMENT where rows can be removed: a stored ranking names subjects and photos by id, and an id
must never come to mean somebody else. The audit log is stored without hidden row ids, so that every byte of an entry
counts.
"""

from __future__ import annotations

AUDIT = """
CREATE TABLE audit_entries (
    sequence INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    entry_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER audit_entries_only_grow BEFORE INSERT ON audit_entries
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM audit_entries)
BEGIN SELECT RAISE(ABORT, 'the audit log only grows at its end'); END;
CREATE TRIGGER audit_entries_never_change BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
CREATE TRIGGER audit_entries_never_vanish BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'the audit log is never cut'); END;
"""

GALLERY = """
CREATE TABLE subjects (
    subject_id INTEGER PRIMARY KEY AUTOINCREMENT,
    external_id TEXT NOT NULL UNIQUE CHECK (external_id <> ''),
    name TEXT NOT NULL,
    sex TEXT NOT NULL,
    birth_year INTEGER,
    ethnicity TEXT NOT NULL
) STRICT;
CREATE TABLE photos (
    photo_id INTEGER PRIMARY KEY AUTOINCREMENT,
    subject_id INTEGER NOT NULL REFERENCES subjects (subject_id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL UNIQUE,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    image_bytes INTEGER NOT NULL,
    booking_date TEXT NOT NULL,
    source TEXT NOT NULL,
    retention_date TEXT NOT NULL,
    box TEXT NOT NULL,
    landmarks TEXT NOT NULL,
    landmark_source TEXT NOT NULL,
    findings TEXT NOT NULL,
    perceptual_hash INTEGER NOT NULL
) STRICT;
CREATE INDEX photos_by_subject ON photos (subject_id);
CREATE TABLE pictures (
    photo_id INTEGER PRIMARY KEY REFERENCES photos (photo_id) ON DELETE CASCADE,
    crop_png BLOB NOT NULL,
    thumbnail_jpeg BLOB NOT NULL
) STRICT;
CREATE TABLE bundles (
    bundle_key INTEGER PRIMARY KEY,
    bundle_id TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE features (
    bundle_key INTEGER NOT NULL REFERENCES bundles (bundle_key),
    photo_id INTEGER NOT NULL REFERENCES photos (photo_id) ON DELETE CASCADE,
    feature BLOB NOT NULL,
    PRIMARY KEY (bundle_key, photo_id)
) STRICT;
CREATE INDEX features_by_photo ON features (photo_id);
"""

BROWSING = """
ALTER TABLE subjects ADD COLUMN searched_text TEXT NOT NULL DEFAULT '';
UPDATE subjects SET searched_text = searched_text(external_id, name);
CREATE INDEX subjects_by_searched_text ON subjects (searched_text);
CREATE INDEX photos_for_browsing ON photos (subject_id, booking_date, source);
CREATE INDEX candidates_by_subject ON candidates (subject_id);
CREATE INDEX audit_entries_by_subject ON audit_entries (subject, action);
"""

CASES_AND_SEARCHES = """
CREATE TABLE cases (
    case_id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE CHECK (number <> ''),
    offence TEXT NOT NULL,
    authority TEXT NOT NULL,
    requester TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    closed_at TEXT
) STRICT;
CREATE TRIGGER cases_never_vanish BEFORE DELETE ON cases
BEGIN SELECT RAISE(ABORT, 'a case is never removed'); END;
CREATE TRIGGER cases_only_close BEFORE UPDATE ON cases
WHEN OLD.closed_at IS NOT NULL OR NEW.closed_at IS NULL
    OR (NEW.case_id, NEW.number, NEW.offence, NEW.authority, NEW.requester, NEW.opened_at)
    IS NOT (OLD.case_id, OLD.number, OLD.offence, OLD.authority, OLD.requester, OLD.opened_at)
BEGIN SELECT RAISE(ABORT, 'a case can only be closed'); END;
CREATE TABLE searches (
    search_id INTEGER PRIMARY KEY,
    case_number TEXT NOT NULL REFERENCES cases (number),
    sketch_sha256 TEXT NOT NULL,
    sketch_crop_png BLOB NOT NULL,
    record TEXT NOT NULL,
    audit_sequence INTEGER NOT NULL UNIQUE REFERENCES audit_entries (sequence)
) STRICT;
CREATE INDEX searches_by_case ON searches (case_number);
CREATE INDEX searches_by_sketch ON searches (sketch_sha256);
CREATE TRIGGER searches_never_change BEFORE UPDATE ON searches
BEGIN SELECT RAISE(ABORT, 'a search record is never changed'); END;
CREATE TRIGGER searches_never_vanish BEFORE DELETE ON searches
BEGIN SELECT RAISE(ABORT, 'a search record is never removed'); END;
CREATE TABLE candidates (
    search_id INTEGER NOT NULL REFERENCES searches (search_id),
    rank INTEGER NOT NULL,
    subject_id INTEGER NOT NULL,
    photo_id INTEGER NOT NULL,
    log_density REAL NOT NULL,
    PRIMARY KEY (search_id, rank)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER candidates_never_change BEFORE UPDATE ON candidates
BEGIN SELECT RAISE(ABORT, 'a ranking is never changed'); END;
CREATE TRIGGER candidates_never_vanish BEFORE DELETE ON candidates
BEGIN SELECT RAISE(ABORT, 'a ranking is never removed'); END;
"""

AUDIT_INDEXES = """
CREATE INDEX audit_entries_by_action ON audit_entries (action);
CREATE INDEX audit_entries_by_actor ON audit_entries (actor);
"""

REVIEWS = """
CREATE TABLE reviews (
    review_id INTEGER PRIMARY KEY,
    search_id INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    examiner TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL,
    audit_sequence INTEGER NOT NULL UNIQUE REFERENCES audit_entries (sequence),
    UNIQUE (search_id, rank, version),
    FOREIGN KEY (search_id, rank) REFERENCES candidates (search_id, rank)
) STRICT;
CREATE INDEX reviews_by_examiner ON reviews (search_id, examiner);
CREATE TRIGGER reviews_never_change BEFORE UPDATE ON reviews
BEGIN SELECT RAISE(ABORT, 'a review is never changed'); END;
CREATE TRIGGER reviews_never_vanish BEFORE DELETE ON reviews
BEGIN SELECT RAISE(ABORT, 'a review is never removed'); END;
"""

POLICIES = """
CREATE TABLE policies (
    choice INTEGER PRIMARY KEY,
    chosen_at TEXT NOT NULL,
    policy TEXT NOT NULL
) STRICT;
CREATE TRIGGER policies_never_change BEFORE UPDATE ON policies
BEGIN SELECT RAISE(ABORT, 'the choice of a policy is never changed'); END;
CREATE TRIGGER policies_never_vanish BEFORE DELETE ON policies
BEGIN SELECT RAISE(ABORT, 'the choice of a policy is never removed'); END;
"""

RETENTION = """
CREATE TABLE subject_retention (
    subject_id INTEGER PRIMARY KEY REFERENCES subjects (subject_id) ON DELETE CASCADE,
    kept_until TEXT NOT NULL
) STRICT;
CREATE TABLE holds (
    hold_id INTEGER PRIMARY KEY AUTOINCREMENT,
    subject_id INTEGER REFERENCES subjects (subject_id) ON DELETE RESTRICT,
    case_number TEXT REFERENCES cases (number),
    reason TEXT NOT NULL CHECK (reason <> ''),
    reference TEXT NOT NULL,
    placed_by TEXT NOT NULL,
    placed_at TEXT NOT NULL,
    CHECK ((subject_id IS NULL) <> (case_number IS NULL))
) STRICT;
CREATE INDEX holds_by_subject ON holds (subject_id);
CREATE INDEX holds_by_case ON holds (case_number);
CREATE TABLE erased_subjects (
    subject_id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL
) STRICT;
CREATE TABLE erased_photos (
    photo_id INTEGER PRIMARY KEY,
    subject_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL
) STRICT;
CREATE TABLE unscrubbed (
    since TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TABLE redactions (
    sequence INTEGER PRIMARY KEY REFERENCES audit_entries (sequence),
    subject TEXT NOT NULL,
    details TEXT NOT NULL
) STRICT;
DROP TRIGGER audit_entries_never_change;
CREATE TRIGGER audit_entries_never_change BEFORE UPDATE ON audit_entries
WHEN (NEW.sequence, NEW.at, NEW.actor, NEW.action, NEW.previous_hash, NEW.entry_hash)
    IS NOT (OLD.sequence, OLD.at, OLD.actor, OLD.action, OLD.previous_hash, OLD.entry_hash)
    OR NOT EXISTS (
        SELECT 1 FROM redactions r
        WHERE r.sequence = OLD.sequence AND r.subject = NEW.subject AND r.details = NEW.details
    )
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
"""
