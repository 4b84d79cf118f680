"""Encryption at rest in the desktop application: unlocking, setting it up, changing what unlocks it."""
