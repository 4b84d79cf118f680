"""Folders of sketches: set up, follow, go on with, look through."""
