"""Erasing and holding people and cases: dialogs and work that more than one page offers."""
