"""Input that means harm: every case ends in a refusal or in something harmless, never in a crash.

`python -m tests.hostile` runs the whole suite (ten thousand pictures among it) and prints what was tried;
`test_hostile.py` runs a few hundred cases of each kind.
"""
