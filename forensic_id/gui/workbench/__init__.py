"""Preparing sketches for a search."""
