"""The audit log: what was done, by whom, and proof that nothing of it was changed."""
