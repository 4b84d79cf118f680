"""The rows of the services that change how a library is encrypted, and of the lists that are sealed with it."""

from __future__ import annotations

from collections.abc import Mapping

from forensic_id.core.rights import Right
from forensic_id.services import encrypt_library, remember_batches
from tests.fakes.in_memory_encryption import InMemoryEncryption
from tests.unit.services.rights_place import Place
from tests.unit.services.rights_rows import Row

PASSPHRASE = "seven green bottles"


def _plain(place: Place) -> InMemoryEncryption:
    return InMemoryEncryption(place.folder, place.library)


def _encrypted(place: Place) -> InMemoryEncryption:
    encryption = _plain(place)
    encryption.vault.create(PASSPHRASE, path=encryption.vault.path)
    return encryption


def _encrypt(place: Place) -> object:
    encryption = _plain(place)
    key = encryption.vault.create(PASSPHRASE, path=encryption.conversion.keys_in_work).key
    return encrypt_library.encrypt_library(encryption, key)


def _rekey(place: Place) -> object:
    return encrypt_library.rekey_library(_encrypted(place), PASSPHRASE, show_recovery_code=lambda _code: None)


def _change_passphrase(place: Place) -> None:
    encrypt_library.change_passphrase(_encrypted(place), current=PASSPHRASE, new=PASSPHRASE)


ENCRYPTION: Mapping[str, Row] = {
    "encrypt_library.change_passphrase": Row(rights=(Right.BACKUP,), call=_change_passphrase),
    "encrypt_library.change_recovery_code": Row(
        rights=(Right.BACKUP,),
        call=lambda p: encrypt_library.change_recovery_code(_encrypted(p), passphrase=PASSPHRASE),
    ),
    "encrypt_library.decrypt_library": Row(
        rights=(Right.BACKUP,), call=lambda p: encrypt_library.decrypt_library(_encrypted(p), PASSPHRASE)
    ),
    "encrypt_library.encrypt_library": Row(rights=(Right.BACKUP,), call=_encrypt),
    "encrypt_library.prepare_encryption": Row(
        rights=(Right.BACKUP,), call=lambda p: encrypt_library.prepare_encryption(_plain(p), PASSPHRASE)
    ),
    "encrypt_library.rekey_library": Row(rights=(Right.BACKUP,), call=_rekey),
    "remember_batches.forget_batch": Row(
        rights=(Right.SEARCH,), call=lambda p: remember_batches.forget_batch(p.library, p.folder, p.out)
    ),
    "remember_batches.remembered_batches": Row(
        rights=(Right.BROWSE,), call=lambda p: remember_batches.remembered_batches(p.library, p.folder)
    ),
}
