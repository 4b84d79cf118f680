"""Scoring gallery features under the sampled density."""
