"""Protocols, retrieval figures, choice of sigma."""
