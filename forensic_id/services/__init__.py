"""Use cases: one file each, written against the ports."""
