"""Widgets that several pages use; they know no service."""
