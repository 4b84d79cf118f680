"""Direction of text: the parts of the Unicode Bidirectional Algorithm (UAX #9) that names and remarks need.

Explicit embeddings and isolates are left out on purpose: their control characters never reach the page (fonts.py).
Bracket pairs (rule N0) take the direction of the neutrals around them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")

_OPENING = "([{<\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}"
_CLOSING = ")]}>\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
_MIRRORED = str.maketrans(_OPENING + _CLOSING, _CLOSING + _OPENING)
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "ES", "ET", "CS", "BN", ""})


def base_level(text: str) -> int:
    """0 for left to right, 1 for right to left: the first strong character decides (rules P2, P3)."""
    strong = (unicodedata.bidirectional(character) for character in text)
    first = next((kind for kind in strong if kind in {"L", "R", "AL"}), "L")
    return 0 if first == "L" else 1


def levels(text: str) -> list[int]:
    """The embedding level of every character of one paragraph: even reads left to right, odd right to left."""
    base = base_level(text)
    kinds = _resolve_weak([unicodedata.bidirectional(character) for character in text], "L" if base == 0 else "R")
    kinds = _resolve_neutral(kinds, "L" if base == 0 else "R")
    return [_implicit_level(kind, base) for kind in kinds]


def visual_order(items: Sequence[Item], item_levels: Sequence[int]) -> list[Item]:
    """Reorder the items of one line from reading order to left-to-right order on the page (rule L2)."""
    ordered = list(zip(items, item_levels, strict=True))
    for level in range(max(item_levels, default=0), 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and ordered[end][1] >= level:
                end += 1
            ordered[start:end] = ordered[start:end][::-1]
            start = end + 1
    return [item for item, _level in ordered]


def mirrored(text: str) -> str:
    """Text without strong letters as it stands in a right-to-left run: reversed, brackets turned round (rule L4)."""
    return text[::-1].translate(_MIRRORED)


def _resolve_weak(kinds: list[str], start: str) -> list[str]:
    """Rules W1 to W7."""
    resolved: list[str] = []
    strong = start
    for kind in kinds:
        if kind == "NSM":
            kind = resolved[-1] if resolved else start  # noqa: PLW2901
        if kind == "EN" and strong == "AL":
            kind = "AN"  # noqa: PLW2901
        if kind in {"L", "R", "AL"}:
            strong = kind
        resolved.append(kind)
    _join_numbers(resolved)
    return _numbers_after_latin(["R" if kind == "AL" else kind for kind in resolved], start)


def _join_numbers(kinds: list[str]) -> None:
    """Rules W4 and W5: a single separator inside a number, and terminators beside one, belong to it."""
    for index in range(1, len(kinds) - 1):
        before, after = kinds[index - 1], kinds[index + 1]
        common = kinds[index] == "CS" or (kinds[index] == "ES" and before == "EN")
        if common and before == after and before in {"EN", "AN"}:
            kinds[index] = before
    for indices in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        step = 1 if indices.step > 0 else -1
        for index in indices:
            if kinds[index] == "ET" and kinds[index - step] == "EN":
                kinds[index] = "EN"


def _numbers_after_latin(kinds: list[str], start: str) -> list[str]:
    """Rule W7."""
    strong = start
    resolved = []
    for kind in kinds:
        if kind in {"L", "R"}:
            strong = kind
        resolved.append("L" if kind == "EN" and strong == "L" else kind)
    return resolved


def _resolve_neutral(kinds: list[str], base: str) -> list[str]:
    """Rules N1 and N2: neutrals between two of one direction take it (numbers count as R), others the paragraph's."""
    resolved = list(kinds)
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        before = _side(kinds[start - 1]) if start else base
        after = _side(kinds[end]) if end < len(kinds) else base
        resolved[start:end] = [before if before == after else base] * (end - start)
        start = end + 1
    return resolved


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"


def _implicit_level(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if base == 0:
        return {"L": 0, "R": 1}.get(kind, 2)
    return {"R": 1}.get(kind, 2)
