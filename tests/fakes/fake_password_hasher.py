"""A password hasher for tests: it hides nothing and takes no time."""

from __future__ import annotations


class FakePasswordHasher:
    """Hashes are the password with a mark; `asked` lists what was compared, None for no account."""

    def __init__(self, *, mark: str = "h1:") -> None:
        self.mark = mark
        self.asked: list[str | None] = []

    def hashed(self, password: str) -> str:
        """Marked."""
        return self.mark + password

    def is_password(self, password: str, stored: str | None) -> bool:
        """Whether it is."""
        self.asked.append(stored)
        return stored is not None and stored.partition(":")[2] == password

    def outdated(self, stored: str) -> bool:
        """With another mark."""
        return not stored.startswith(self.mark)
