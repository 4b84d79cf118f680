"""The assistant that stands before an empty desk: library, policy profile, first people."""
