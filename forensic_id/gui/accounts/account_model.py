"""The table of accounts."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from forensic_id.gui.access.words import shown_roles
from forensic_id.gui.widgets.tables import NO_PARENT, Index, short_time
from forensic_id.services.manage_accounts import AccountState


class Column(IntEnum):
    """The columns in their order."""

    NAME = 0
    PERSON = 1
    ROLES = 2
    STATE = 3
    LAST = 4


class AccountModel(QAbstractTableModel):
    """Holds what a service found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.accounts: tuple[AccountState, ...] = ()

    def show(self, accounts: tuple[AccountState, ...]) -> None:
        """Show other accounts, or the same ones as they are now."""
        self.beginResetModel()
        self.accounts = accounts
        self.endResetModel()

    def row_of(self, name: str) -> int:
        """The row of an account, -1 when there is none of that name."""
        names = [each.name for each in self.accounts]
        return names.index(name) if name in names else -1

    def state_text(self, account: AccountState) -> str:
        """Whether somebody can sign in, in words."""
        if account.disabled:
            return self.tr("Disabled")
        if account.locked_until:
            time = short_time(account.locked_until).rpartition(" ")[2]  # no lock lasts longer than an hour
            return self.tr("Locked until {} UTC").format(time)
        if account.must_change_password:
            return self.tr("Has to choose a password")
        return self.tr("Active")

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.accounts)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = {
            Column.NAME: self.tr("Name"),
            Column.PERSON: self.tr("Full name"),
            Column.ROLES: self.tr("Roles"),
            Column.STATE: self.tr("State"),
            Column.LAST: self.tr("Last sign-in (UTC)"),
        }
        return heads[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        account = self.accounts[index.row()]
        texts = {
            Column.NAME: account.name,
            Column.PERSON: account.details.full_name,
            Column.ROLES: shown_roles(account.roles),
            Column.STATE: self.state_text(account),
            Column.LAST: short_time(account.last_sign_in) or self.tr("never"),
        }
        return texts[Column(index.column())]
