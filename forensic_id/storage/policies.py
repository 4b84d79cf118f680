"""Which policy profile holds in the library: every choice is kept, the last one counts."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

from forensic_id.core.canonical_json import canonical_json
from forensic_id.core.policy import DEFAULT_POLICY, Policy, plain_policy, policy_from_plain
from forensic_id.storage.database import Database
from forensic_id.storage.numbers import next_number


class SqlitePolicyStore:
    """The port PolicyStore over the table `policies`."""

    def __init__(self, database: Database, *, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def current(self) -> Policy:
        """The profile that holds now; the default one when none was chosen."""
        row = self._database.row("SELECT policy FROM policies ORDER BY choice DESC LIMIT 1")
        return DEFAULT_POLICY if row is None else policy_from_plain(json.loads(row[0]))

    def at(self, moment: str) -> Policy:
        """The profile that held at a moment (ISO 8601, UTC)."""
        row = self._database.row(
            "SELECT policy FROM policies WHERE chosen_at <= ? ORDER BY choice DESC LIMIT 1", (moment,)
        )
        return DEFAULT_POLICY if row is None else policy_from_plain(json.loads(row[0]))

    def choose(self, policy: Policy) -> None:
        """Have a profile hold from now on."""
        with self._database.transaction():
            self._database.execute(
                "INSERT INTO policies VALUES (?, ?, ?)",
                (
                    next_number(self._database, "policies", "choice"),
                    self._clock().isoformat(timespec="milliseconds"),
                    canonical_json(plain_policy(policy)),
                ),
            )
