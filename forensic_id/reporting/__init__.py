"""Search records as PDF, CSV and JSON."""
