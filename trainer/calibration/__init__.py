"""Calibration of a bundle on held-out people: likelihood ratio of a pair; when a candidate list is informative."""
