"""How far the audit chain had come, kept in a file of its own beside the database.

A hash chain alone does not show that its last entries were cut off. The head file holds the sequence and hash of the
last committed entry. It is written after the commit, so a killed program leaves it behind the chain, never ahead of
it; a chain that is shorter than its head, or that holds another entry there, has been tampered with. The head only
moves on when the chain still holds the entry it names: evidence of a cut is not overwritten by the next entry.

What this does not show: someone who rewrites the whole chain *and* the head leaves a consistent pair. Keep the last
hash (`audit verify` prints it) where the library's writers cannot reach it to exclude that too.
"""

from __future__ import annotations

import json
from pathlib import Path

from forensic_id.core.audit_chain import ChainHead
from forensic_id.files.replacing import replace_file


def read_head(path: Path) -> ChainHead | None:
    """The head, or None when the file is missing or not readable as one."""
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        head = ChainHead(sequence=fields["sequence"], entry_hash=fields["entry_hash"])
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return head if isinstance(head.sequence, int) and isinstance(head.entry_hash, str) else None


def write_head(path: Path, head: ChainHead) -> None:
    """Replace the file in one step. Raises OSError."""
    text = json.dumps({"sequence": head.sequence, "entry_hash": head.entry_hash}) + "\n"
    replace_file(path, text.encode("utf-8"))
