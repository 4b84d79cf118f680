"""Who acts in a library, over the real one and the stand-in."""

from __future__ import annotations

import pytest

from forensic_id.core.errors import NotPermittedError
from forensic_id.core.ports import Library
from forensic_id.core.rights import Right


def test_who_opened_it_acts_alone_and_a_refusal_is_logged(library: Library) -> None:
    library.require(Right.SEARCH)
    entries = library.audit.last_sequence()
    with pytest.raises(NotPermittedError, match="no second examiner"):
        library.require(Right.SECOND_REVIEW)
    (entry,) = library.audit.page([entries + 1])
    assert (entry.action, entry.subject, entry.actor) == (
        "access.refuse",
        "right second review",
        library.principal.name,
    )
    assert "no second examiner" in entry.details["said"]
