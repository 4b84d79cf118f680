"""Roles, rights and refusals in the language of the interface; what is logged stays English."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from forensic_id.core.rights import Principal, Right, Role, roles_with


def role_name(role: Role) -> str:
    """What a role is called."""
    return {
        Role.EXAMINER: QCoreApplication.translate("AccessWords", "examiner"),
        Role.REVIEWER: QCoreApplication.translate("AccessWords", "reviewer"),
        Role.ADMINISTRATOR: QCoreApplication.translate("AccessWords", "administrator"),
        Role.AUDITOR: QCoreApplication.translate("AccessWords", "auditor"),
    }[role]


def role_meaning(role: Role) -> str:
    """What somebody in this role does."""
    return {
        Role.EXAMINER: QCoreApplication.translate(
            "AccessWords", "opens cases, imports photos, searches sketches, reviews candidates, writes reports"
        ),
        Role.REVIEWER: QCoreApplication.translate(
            "AccessWords", "reviews a second time, without seeing what the first examiner found"
        ),
        Role.ADMINISTRATOR: QCoreApplication.translate(
            "AccessWords", "manages accounts, rules, models, retention, backups and encryption"
        ),
        Role.AUDITOR: QCoreApplication.translate("AccessWords", "sees everything and changes nothing"),
    }[role]


def shown_roles(roles: Iterable[Role]) -> str:
    """Roles in their order."""
    held = frozenset(roles)
    return ", ".join(role_name(role) for role in Role if role in held)


def shown_principal(principal: Principal) -> str:
    """Name and roles of whoever acts."""
    if principal.single_user or not principal.roles:
        return principal.name
    return f"{principal.name} ({shown_roles(principal.roles)})"


def act_text(right: Right) -> str:
    """What the right allows, as it stands after “may not”."""
    return {
        Right.BROWSE: QCoreApplication.translate("AccessWords", "look through this library"),
        Right.SEARCH: QCoreApplication.translate("AccessWords", "search sketches"),
        Right.REVIEW: QCoreApplication.translate("AccessWords", "review candidates"),
        Right.SECOND_REVIEW: QCoreApplication.translate("AccessWords", "make a second review"),
        Right.REPORT: QCoreApplication.translate("AccessWords", "produce reports and exports"),
        Right.MANAGE_CASES: QCoreApplication.translate("AccessWords", "open and close cases"),
        Right.IMPORT: QCoreApplication.translate("AccessWords", "import photos"),
        Right.EDIT_GALLERY: QCoreApplication.translate("AccessWords", "change what is recorded in the gallery"),
        Right.PURGE: QCoreApplication.translate("AccessWords", "set retention or remove anything"),
        Right.HOLD: QCoreApplication.translate("AccessWords", "place or lift a legal hold"),
        Right.BACKUP: QCoreApplication.translate("AccessWords", "back up, restore or encrypt the library"),
        Right.EXCHANGE: QCoreApplication.translate("AccessWords", "exchange records with other systems"),
        Right.SET_POLICY: QCoreApplication.translate("AccessWords", "choose the policy profile"),
        Right.MANAGE_BUNDLES: QCoreApplication.translate("AccessWords", "change the model"),
        Right.MANAGE_ACCOUNTS: QCoreApplication.translate("AccessWords", "manage accounts"),
        Right.READ_AUDIT: QCoreApplication.translate("AccessWords", "read the audit log"),
    }[right]


def only_text(right: Right) -> str:
    """Whose it is to do it, in few words."""
    able = QCoreApplication.translate("AccessWords", " or ").join(map(role_name, roles_with(right)))
    return QCoreApplication.translate("AccessWords", "Only the role {roles} may {act}.").format(
        roles=able, act=act_text(right)
    )


def reason_text(principal: Principal, right: Right) -> str:
    """Why somebody may not do it, and who could help."""
    if principal.single_user:
        return QCoreApplication.translate(
            "AccessWords",
            "This library is used by one person alone, so there is no second examiner. Switch it to accounts in the "
            "settings to have one.",
        )
    if principal.must_change_password or not principal.roles:
        return QCoreApplication.translate("AccessWords", "Sign in first to {}.").format(act_text(right))
    able = QCoreApplication.translate("AccessWords", " or ").join(map(role_name, roles_with(right)))
    sentence = QCoreApplication.translate(
        "AccessWords", "{who} may not {act}: that takes the role {roles}. Ask an administrator of this library."
    )
    return sentence.format(who=shown_principal(principal), act=act_text(right), roles=able)
