"""The assistant that stands before an empty desk: library, accounts, policy profile, first people."""
