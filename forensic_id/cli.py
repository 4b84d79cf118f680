"""The command line: options of the whole program, its commands, and how errors end it.

Exit statuses: 0 done, 1 refused or failed with a sentence on standard error, 2 wrong usage, 3 partly failed,
4 verification failed, 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from forensic_id.commands import (
    accounts,
    batch,
    cases,
    compare,
    demo,
    encryption,
    gallery,
    identify,
    keys,
    packages,
    policies,
    retention,
    reviews,
    searches,
    verification,
)
from forensic_id.commands.session import (
    CANCELLED,
    FAILED,
    VERIFICATION_FAILED,
    Session,
    stdout_is_safe,
    visible,
)
from forensic_id.composition import Workplace, library_vault
from forensic_id.core.errors import CancelledError, TamperedError, UserFacingError
from forensic_id.core.program import Program
from forensic_id.core.settings import BUNDLE_VARIABLE, LIBRARY_VARIABLE, USER_VARIABLE
from forensic_id.surroundings import app_version

_EPILOG = (
    "Examples: forensic-id gallery import mugshots.csv ·"
    " forensic-id case open 2024-117 --offence robbery --authority 'court order 12' --requester 'Det. Moreau' ·"
    " forensic-id identify sketch.png --case 2024-117 --pdf report.pdf"
)


class SentenceGroup(TyperGroup):
    """Ends the program with a sentence and an exit status where a user can act, instead of a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except UserFacingError as error:
            _complain(str(error))
            raise typer.Exit(VERIFICATION_FAILED if isinstance(error, TamperedError) else FAILED) from error
        except (CancelledError, KeyboardInterrupt) as error:
            _complain(str(error) or "Stopped.")
            raise typer.Exit(CANCELLED) from error


app = typer.Typer(
    cls=SentenceGroup,
    no_args_is_help=True,
    add_completion=False,
    epilog=_EPILOG,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(value: bool) -> None:  # noqa: FBT001 - typer calls it so
    if value:
        typer.echo(f"forensic-id {app_version()}")
        raise typer.Exit


@app.callback()
def program(
    context: typer.Context,
    *,
    library: Annotated[
        Path | None,
        typer.Option(envvar=LIBRARY_VARIABLE, metavar="DIR", help="The library; made when it is missing."),
    ] = None,
    bundle: Annotated[
        Path | None,
        typer.Option(envvar=BUNDLE_VARIABLE, metavar="DIR", help="The model; the shipped one by default."),
    ] = None,
    user: Annotated[
        str | None,
        typer.Option(
            envvar=USER_VARIABLE,
            metavar="NAME",
            help="The account to sign in with, where the library has accounts; the password is asked for.",
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no messages, only results.")] = False,
    version: Annotated[  # noqa: ARG001 - handled by its callback
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Search a face sketch among the mugshots of a local gallery.

    What comes out is an investigative lead, never an identification.
    """
    run = Program(library_vault, encryption.asked_passphrase)
    workplace = Workplace(
        library=library, bundle=bundle, on_open=accounts.SignIn(user), on_close=accounts.end_session, program=run
    )
    context.call_on_close(workplace.close)
    context.obj = Session(workplace=workplace, quiet=quiet)


app.add_typer(gallery.app, name="gallery")
app.add_typer(cases.app, name="case")
app.add_typer(reviews.app, name="review")
app.add_typer(policies.app, name="policy")
app.add_typer(accounts.app, name="account")
identify.register(app)
batch.register(app)
compare.register(app)
searches.register(app)
retention.register(app)
verification.register(app)
packages.register(app)
keys.register(app)
demo.register(app)


def _complain(sentence: str) -> None:
    typer.echo(visible(sentence), err=True)


def main() -> None:
    """Run the command line and end the process with its status."""
    stdout_is_safe()
    app(args=sys.argv[1:], prog_name="forensic-id")


if __name__ == "__main__":
    main()
