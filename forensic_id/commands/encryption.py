"""forensic-id library encrypt and what belongs to it: encryption at rest.

The passphrase is asked for on the terminal wherever a library is locked; scripts put it into FORENSIC_ID_PASSPHRASE.
"""

from __future__ import annotations

from pathlib import Path

import typer

from forensic_id.commands.hidden_input import asked, asked_twice
from forensic_id.commands.session import Session, session_of
from forensic_id.core.sealing import NEW_PASSPHRASE_VARIABLE, PASSPHRASE_VARIABLE, RECOVERY_VARIABLE

_SCRIPTS = (
    f"For scripts, {PASSPHRASE_VARIABLE}, {NEW_PASSPHRASE_VARIABLE} and {RECOVERY_VARIABLE} hold what people are "
    "asked for."
)
_KEEP = (
    "Write it down and keep it away from this computer. It is shown this once; without passphrase and recovery key "
    "nobody can read the library any more."
)


def asked_passphrase(folder: Path) -> str:
    """The passphrase of a locked library. Raises InvalidInputError when nobody can be asked."""
    return asked(f"Passphrase of {folder}", PASSPHRASE_VARIABLE)


def encrypt(context: typer.Context) -> None:
    """Encrypt the library in place: the database, all originals, the list of batches.

    Prints the recovery key first. A run that is killed leaves the library as it was; do it again with the same
    passphrase to go on.
    """
    from forensic_id.services.encrypt_library import encrypt_library, prepare_encryption

    session = session_of(context)
    encryption = session.workplace.encryption
    passphrase = asked_twice("New passphrase", NEW_PASSPHRASE_VARIABLE)
    made = prepare_encryption(encryption, passphrase)
    _print_recovery_key(session, made.recovery_code)
    with session.progress() as progress, session.interruptible() as cancelled:
        originals = encrypt_library(encryption, made.key, progress=progress, cancelled=cancelled)
    session.say(f"The library is encrypted: the database and {originals} originals.")


def decrypt(context: typer.Context) -> None:
    """Write the library without encryption again; the drive should be encrypted then."""
    from forensic_id.services.encrypt_library import decrypt_library

    session = session_of(context)
    encryption = session.workplace.encryption
    passphrase = _unlocked_by(session)
    with session.progress() as progress, session.interruptible() as cancelled:
        originals = decrypt_library(encryption, passphrase, progress=progress, cancelled=cancelled)
    session.say(f"The library is not encrypted any more: the database and {originals} originals.")


def rekey(context: typer.Context) -> None:
    """Encrypt everything anew under another key, after the old one may have become known."""
    from forensic_id.services.encrypt_library import rekey_library

    session = session_of(context)
    encryption = session.workplace.encryption
    passphrase = _unlocked_by(session)
    with session.progress() as progress, session.interruptible() as cancelled:
        originals = rekey_library(
            encryption,
            passphrase,
            show_recovery_code=lambda code: _print_recovery_key(session, code),
            progress=progress,
            cancelled=cancelled,
        )
    session.say(f"The library has another key: the database and {originals} originals.")


def passphrase(context: typer.Context) -> None:
    """Set another passphrase; nothing is encrypted anew, and the recovery key goes on to hold."""
    from forensic_id.services.encrypt_library import change_passphrase

    session = session_of(context)
    current = _unlocked_by(session)
    new = asked_twice("New passphrase", NEW_PASSPHRASE_VARIABLE)
    change_passphrase(session.workplace.encryption, current=current, new=new)
    session.say("The passphrase was changed.")


def recovery_key(context: typer.Context) -> None:
    """Print a new recovery key; the one before does not hold any more."""
    from forensic_id.services.encrypt_library import change_recovery_code

    session = session_of(context)
    current = _unlocked_by(session)
    _print_recovery_key(session, change_recovery_code(session.workplace.encryption, passphrase=current))


def recover(context: typer.Context) -> None:
    """Unlock the library by its recovery key, and set a new passphrase."""
    from forensic_id.services.encrypt_library import recover_access

    session = session_of(context)
    code = asked("Recovery key", RECOVERY_VARIABLE)
    new = asked_twice("New passphrase", NEW_PASSPHRASE_VARIABLE)
    recover_access(session.workplace.encryption, recovery_code=code, new=new)
    session.say("The passphrase was changed. The recovery key goes on to hold.")


def _unlocked_by(session: Session) -> str:
    """The passphrase, asked for once: what follows finds the library unlocked."""
    from forensic_id.services.encrypt_library import unlock_library

    place = session.workplace
    given = asked_passphrase(place.library_folder)
    unlock_library(place.encryption, given)
    return given


def _print_recovery_key(session: Session, code: str) -> None:
    """Even when quiet: it is the result."""
    session.out.print(f"Recovery key: {code}")
    session.say(_KEEP)


def register(library: typer.Typer) -> None:
    """Add the commands to the group `library`."""
    library.command(epilog=f"Example: forensic-id library encrypt. {_SCRIPTS}")(encrypt)
    library.command(epilog="Example: forensic-id library decrypt")(decrypt)
    library.command(epilog="Example: forensic-id library rekey")(rekey)
    library.command(epilog=f"Example: forensic-id library passphrase. {_SCRIPTS}")(passphrase)
    library.command("recovery-key", epilog="Example: forensic-id library recovery-key")(recovery_key)
    library.command(epilog=f"Example: forensic-id library recover. {_SCRIPTS}")(recover)
