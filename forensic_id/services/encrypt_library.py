"""Encryption at rest: set it up, take it away, change what unlocks it. The audit log tells of it, and no secret.

A change of the passphrase or the recovery key is logged in a transaction that is committed once the key file has been
replaced: a key file that cannot be written leaves neither change nor entry.
"""

from __future__ import annotations

from collections.abc import Callable

from forensic_id.core.errors import InvalidInputError, LibraryError, WrongPassphraseError
from forensic_id.core.progress import CancelCheck, ProgressListener, ignore_progress, never_cancelled
from forensic_id.core.rights import Right
from forensic_id.core.sealing import Encryption, LibraryKey, NewKey, checked_passphrase


def unlock_library(encryption: Encryption, passphrase: str) -> None:
    """Have this program open the library from now on. Raises WrongPassphraseError, LibraryError."""
    _refuse_plain(encryption)
    encryption.use(encryption.vault.unlock(passphrase))


def prepare_encryption(encryption: Encryption, passphrase: str) -> NewKey:
    """Make the key that `encrypt_library` will use; its recovery key is to be shown before anything is encrypted.

    An encryption that was killed goes on when the passphrase is the same; its recovery key is a new one all the same,
    and the one shown before does not hold. Raises InvalidInputError for a useless passphrase, LibraryError.
    """
    encryption.library().require(Right.BACKUP)
    checked_passphrase(passphrase)
    if encryption.engine_missing:
        raise LibraryError(encryption.engine_missing)
    if encryption.vault.exists():
        raise InvalidInputError("The library is encrypted already. Its passphrase can be changed.")
    return _begun_or_new_key(encryption, passphrase)


def encrypt_library(
    encryption: Encryption,
    key: LibraryKey,
    *,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> int:
    """Encrypt everything under a prepared key; returns the number of originals. Raises like LibraryConversion."""
    encryption.library().require(Right.BACKUP)
    return _convert(
        encryption, before=None, after=key, action="library.encrypt", progress=progress, cancelled=cancelled
    )


def decrypt_library(
    encryption: Encryption,
    passphrase: str,
    *,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> int:
    """Write everything without encryption; returns the number of originals.

    Raises WrongPassphraseError, InvalidInputError for a library that is not encrypted, and like LibraryConversion.
    """
    before = _permitted(encryption, passphrase)
    encryption.conversion.abandon()  # a change of the key that was killed
    return _convert(
        encryption, before=before, after=None, action="library.decrypt", progress=progress, cancelled=cancelled
    )


def rekey_library(
    encryption: Encryption,
    passphrase: str,
    *,
    show_recovery_code: Callable[[str], None],
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> int:
    """Encrypt everything anew under another key and the same passphrase, after the old key may have become known.

    `show_recovery_code` is given the new recovery key before anything is written. Raises like `decrypt_library`.
    """
    before = _permitted(encryption, passphrase)
    after = _begun_or_new_key(encryption, passphrase)
    show_recovery_code(after.recovery_code)
    return _convert(
        encryption, before=before, after=after.key, action="library.rekey", progress=progress, cancelled=cancelled
    )


def change_passphrase(encryption: Encryption, *, current: str, new: str) -> None:
    """Set another passphrase; nothing is encrypted anew.

    Raises WrongPassphraseError, InvalidInputError, LibraryError.
    """
    checked_passphrase(new)
    key, library = _permitted(encryption, current), encryption.library()
    with library.transaction():
        library.audit.append("library.passphrase", "library", {"key": key.key_id, "by": "passphrase"})
        encryption.vault.change_passphrase(key, new)


def change_recovery_code(encryption: Encryption, *, passphrase: str) -> str:
    """A new recovery key, to be shown once; the one before does not hold any more. Raises WrongPassphraseError."""
    key, library = _permitted(encryption, passphrase), encryption.library()
    with library.transaction():
        library.audit.append("library.recovery_key", "library", {"key": key.key_id})
        return encryption.vault.change_recovery_code(key)


def recover_access(encryption: Encryption, *, recovery_code: str, new: str) -> None:
    """Unlock by the recovery key and set a new passphrase; the recovery key goes on to hold.

    Asks for no right: nobody can sign in to a locked library, and whoever has the recovery key has all of it.
    Raises WrongPassphraseError, InvalidInputError, LibraryError.
    """
    checked_passphrase(new)
    _refuse_plain(encryption)
    key = encryption.vault.unlock_by_code(recovery_code)
    encryption.use(key)
    library = encryption.library()
    with library.transaction():
        library.audit.append("library.passphrase", "library", {"key": key.key_id, "by": "recovery key"})
        encryption.vault.change_passphrase(key, new)


def _convert(
    encryption: Encryption,
    *,
    before: LibraryKey | None,
    after: LibraryKey | None,
    action: str,
    progress: ProgressListener,
    cancelled: CancelCheck,
) -> int:
    """By whom it was asked; then the library is closed here, converted, and opened with the other key from now on."""
    actor = encryption.library().principal.name
    encryption.release()
    originals = encryption.conversion.convert(
        before=before, after=after, action=action, actor=actor, progress=progress, cancelled=cancelled
    )
    encryption.use(after)
    return originals


def _begun_or_new_key(encryption: Encryption, passphrase: str) -> NewKey:
    """The key of a conversion that was killed, where the passphrase opens it; else a new one."""
    place = encryption.conversion.keys_in_work
    master = None
    if place.exists():
        try:
            master = encryption.vault.unlock(passphrase, path=place).master
        except (WrongPassphraseError, LibraryError):
            encryption.conversion.abandon()
            place = encryption.conversion.keys_in_work
    return encryption.vault.create(passphrase, path=place, master=master)


def _permitted(encryption: Encryption, passphrase: str) -> LibraryKey:
    """The key of an encrypted library, for somebody who may change how it is encrypted and knows the passphrase."""
    _refuse_plain(encryption)
    encryption.library().require(Right.BACKUP)
    return encryption.vault.unlock(passphrase)


def _refuse_plain(encryption: Encryption) -> None:
    if not encryption.vault.exists():
        raise InvalidInputError("The library is not encrypted.")
