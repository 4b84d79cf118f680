"""Faults put on a real library: kill -9, full disk, read-only folder, no file handles, clock set back, two writers.

`python -m tests.faults` tries all points and prints how many and what was lost; the tests try some of them.
"""
