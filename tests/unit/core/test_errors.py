"""The tree of exceptions drawn in the module is the tree in the code."""

from __future__ import annotations

import inspect
import re

from forensic_id.core import errors


def test_the_drawn_tree_matches_the_classes() -> None:
    drawn: dict[str, str] = {}
    parents = {0: "Exception"}
    for line in (errors.__doc__ or "").splitlines():
        if match := re.match(r"([│├└─\s]*)(\w+Error)\b", line):
            depth = len(match[1]) // 4
            drawn[match[2]] = parents[depth]
            parents[depth + 1] = match[2]
    actual = {name: cls.__bases__[0].__name__ for name, cls in inspect.getmembers(errors, inspect.isclass)}
    assert drawn == actual


def test_a_user_facing_error_prints_its_sentence() -> None:
    assert str(errors.NotFoundError("There is no case 7.")) == "There is no case 7."
