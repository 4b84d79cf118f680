#!/usr/bin/env python3
"""Set the project up and run one of its parts: `python3 installer/bootstrap.py demo|gui|test|bench|freeze|train`.

This file keeps to syntax that any Python 3 reads, so that an old interpreter gets a sentence instead of a syntax
error; everything else lives beside it and may use Python 3.11.
"""

import sys

OLDEST_PYTHON = (3, 11)


def refusal(version: "tuple[int, ...]", executable: str) -> "str | None":
    """Return the sentence for an interpreter that is too old, None for one that will do."""
    if tuple(version[:2]) >= OLDEST_PYTHON:
        return None
    message = "forensic_id needs Python {}.{} or newer; this is Python {}.{} ({}). Start this file with a newer one."
    return message.format(*(OLDEST_PYTHON + tuple(version[:2]) + (executable,)))


if __name__ == "__main__":
    problem = refusal(tuple(sys.version_info[:3]), sys.executable)
    if problem:
        sys.exit(problem)

    from pathlib import Path

    sys.path[0] = str(Path(__file__).resolve().parent.parent)  # the checkout instead of this folder

    from installer.commands import main

    sys.exit(main(sys.argv[1:]))
