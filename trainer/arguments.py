"""Types of numbers on the command line: argparse says which option is wrong before any work is done."""

from __future__ import annotations

import argparse


def positive(text: str) -> int:
    """A whole number of 1 or more. Raises ArgumentTypeError."""
    return _whole(text, least=1)


def natural(text: str) -> int:
    """A whole number of 0 or more. Raises ArgumentTypeError."""
    return _whole(text, least=0)


def share(text: str) -> float:
    """A number from 0 to 1. Raises ArgumentTypeError."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no number from 0 to 1")
    return number


def _whole(text: str, *, least: int) -> int:
    try:
        number = int(text)
    except ValueError:
        number = least - 1
    if number < least:
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number of {least} or more")
    return number
