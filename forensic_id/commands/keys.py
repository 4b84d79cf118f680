"""forensic-id key: the key that signs what leaves the program."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from forensic_id.commands.output import JsonFlag, print_facts, print_json
from forensic_id.commands.session import session_of
from forensic_id.core.settings import KEY_PASSPHRASE_VARIABLE

if TYPE_CHECKING:
    from forensic_id.security.signatures import Ed25519Signer

app = typer.Typer(no_args_is_help=True, help="The key of this computer that signs packages and anchors.")

KeyOption = Annotated[
    str,
    typer.Option(
        "--key", metavar="FINGERPRINT|FILE", help="The signer it must be: a fingerprint, or a file with a public key."
    ),
]


@app.command(epilog="Example: forensic-id key show")
def show(context: typer.Context, *, as_json: JsonFlag = False) -> None:
    """Show the fingerprint of the signing key and where its files lie; the key is made when there is none."""
    from forensic_id.composition_exchange import signing_key
    from forensic_id.core.signing import shown_fingerprint

    key, signer = signing_key(), own_signer()
    if as_json:
        print_json(
            {
                "fingerprint": signer.fingerprint,
                "public_key": str(key.public_file),
                "private_key": str(key.private_file),
            }
        )
        return
    session = session_of(context)
    print_facts(
        session,
        (
            ("Fingerprint", shown_fingerprint(signer.fingerprint)),
            ("Public key", key.public_file),
            ("Private key", key.private_file),
        ),
    )
    session.out.print()
    session.out.print(signer.public_pem.decode("ascii").strip())


@app.command(epilog="Example: forensic-id key make --passphrase")
def make(
    context: typer.Context,
    *,
    passphrase: Annotated[bool, typer.Option("--passphrase", help="Ask for a passphrase.")] = False,
) -> None:
    """Make the signing key now, under a passphrase if one is wanted."""
    from forensic_id.composition_exchange import signing_key
    from forensic_id.core.signing import shown_fingerprint

    given = os.environ.get(KEY_PASSPHRASE_VARIABLE) or ""
    if passphrase and not given:
        given = typer.prompt("Passphrase of the new key", hide_input=True, confirmation_prompt=True, err=True)
    signer = signing_key().make(given)
    session_of(context).say(f"Made the signing key {shown_fingerprint(signer.fingerprint)}.")


def own_signer() -> Ed25519Signer:
    """The signer of this computer; asks for the passphrase when its key has one. Raises InvalidInputError."""
    from forensic_id.composition_exchange import signing_key

    return signing_key().signer(asked_passphrase)


def asked_passphrase() -> str:
    """The passphrase of the signing key, from the environment or from the terminal."""
    given = os.environ.get(KEY_PASSPHRASE_VARIABLE)
    return given or str(typer.prompt("Passphrase of the signing key", hide_input=True, err=True))


def own_fingerprint() -> str:
    """The fingerprint of this computer's key; empty when there is none. Needs no passphrase."""
    from forensic_id.composition_exchange import signing_key
    from forensic_id.security.signatures import named_fingerprint

    public = signing_key().public_file
    return named_fingerprint(str(public)) if public.exists() else ""


def expected_fingerprint(named: str) -> str:
    """The fingerprint that `--key` asks for, empty when it asks for none. Raises InvalidInputError."""
    from forensic_id.security.signatures import named_fingerprint

    return named_fingerprint(named) if named else ""


def register(program: typer.Typer) -> None:
    """Add the commands to the program."""
    program.add_typer(app, name="key")


__all__ = ["KeyOption", "asked_passphrase", "expected_fingerprint", "own_fingerprint", "own_signer", "register"]
