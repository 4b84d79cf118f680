"""forensic-id account: who may work in a library; and how every command signs in where it has accounts."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from forensic_id.commands.hidden_input import asked, asked_twice
from forensic_id.commands.output import JsonFlag, print_facts, print_json, print_table
from forensic_id.commands.session import session_of, visible
from forensic_id.core.errors import NotPermittedError
from forensic_id.core.moments import shown_time
from forensic_id.core.rights import parse_roles, shown_roles
from forensic_id.core.settings import NEW_PASSWORD_VARIABLE, PASSWORD_VARIABLE, USER_VARIABLE

if TYPE_CHECKING:
    from forensic_id.core.ports import Library
    from forensic_id.services.manage_accounts import AccountState

app = typer.Typer(
    no_args_is_help=True,
    help="Accounts: who may work in the library, in which roles. Without accounts, one person works in it alone.",
)

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The account's name.")]
RoleOption = Annotated[
    list[str],
    typer.Option("--role", metavar="ROLE", help="examiner, reviewer, administrator or auditor; may be given again."),
]
_SCRIPTS = (
    f"For scripts, {PASSWORD_VARIABLE} and {NEW_PASSWORD_VARIABLE} hold the passwords that people are asked for."
)


@dataclass(frozen=True)
class SignIn:
    """Signs in when a command opens a library that has accounts."""

    user: str | None

    def __call__(self, library: Library) -> None:
        """Raises NotPermittedError when no account was named or its password is wrong."""
        from forensic_id.composition import password_tools
        from forensic_id.core.accounts import LibraryMode
        from forensic_id.services.sign_in import look_at_access, sign_in

        if look_at_access(library).mode is LibraryMode.SINGLE_USER:
            return
        if not self.user:
            raise NotPermittedError(
                "This library has accounts: say who you are with --user NAME before the command, or with the variable"
                f" {USER_VARIABLE}."
            )
        sign_in(library, self.user, asked(f"Password of {self.user}", PASSWORD_VARIABLE), password_tools())


def end_session(library: Library) -> None:
    """Log that whoever a command signed in is out again."""
    from forensic_id.services.sign_in import sign_out

    sign_out(library, why="the command ended")


@app.command(epilog="Example: forensic-id account start k.osei --role examiner")
def start(context: typer.Context, name: NameArgument, roles: RoleOption = []) -> None:  # noqa: B006 - typer copies it
    """Have everybody sign in from now on; NAME becomes the first administrator, with further roles if given."""
    from forensic_id.services.manage_accounts import NewAccount, use_accounts

    place = session_of(context).workplace
    library = place.library(create=True)
    held = parse_roles([*roles, "administrator"])
    first = NewAccount(name=name, password=_new_password(name), roles=held)
    principal = use_accounts(library, first, place.passwords)
    session_of(context).out.print(f"This library has accounts from now on. {principal.shown} is its administrator.")


@app.command(epilog="Example: forensic-id --user k.osei account stop --reason 'only one examiner is left'")
def stop(
    context: typer.Context, *, reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; kept in the log.")]
) -> None:
    """Have one person work alone from now on, without signing in; the accounts are kept."""
    from forensic_id.services.manage_accounts import use_single_user

    session = session_of(context)
    principal = use_single_user(session.workplace.library(), reason)
    session.out.print(f"This library has no accounts from now on: {principal.name} works in it alone.")


@app.command(epilog=f"Example: forensic-id --user boss account add k.osei --role examiner. {_SCRIPTS}")
def add(context: typer.Context, name: NameArgument, roles: RoleOption) -> None:
    """Add an account; its owner has to choose another password before anything else."""
    from forensic_id.services.manage_accounts import NewAccount, add_account

    session = session_of(context)
    place = session.workplace
    library = place.library()
    new = NewAccount(name=name, password=_new_password(name), roles=parse_roles(roles))
    add_account(library, new, place.passwords)
    session.out.print(f"Added {name} ({shown_roles(new.roles)}).")


@app.command("list", epilog="Example: forensic-id --user boss account list")
def list_all(context: typer.Context, *, as_json: JsonFlag = False) -> None:
    """List all accounts, disabled ones too."""
    from forensic_id.services.manage_accounts import list_accounts

    session = session_of(context)
    place = session.workplace
    accounts = list_accounts(place.library(), place.passwords)
    if as_json:
        print_json([{**asdict(each), "roles": sorted(each.roles)} for each in accounts])
        return
    rows = (
        (
            each.name,
            each.details.shown("-"),
            shown_roles(each.roles),
            _state(each),
            _time(each.last_sign_in),
            shown_time(each.created_at),
        )
        for each in accounts
    )
    print_table(session, ("name", "in reports", "roles", "state", "last sign-in", "since"), rows)


@app.command(epilog="Example: forensic-id account who")
def who(context: typer.Context, *, as_json: JsonFlag = False) -> None:
    """Say who works in the library now, and with which rights."""
    from forensic_id.services.sign_in import look_at_access

    session = session_of(context)
    access = look_at_access(session.workplace.library())
    principal = access.principal
    rights = sorted(principal.rights)
    if as_json:
        plain = {"mode": str(access.mode), "name": principal.name, "roles": sorted(principal.roles), "rights": rights}
        print_json(plain)
        return
    print_facts(session, (("Library", str(access.mode)), ("Acting", principal.shown), ("Rights", ", ".join(rights))))


@app.command(
    epilog='Example: forensic-id --user boss account describe k.osei --full-name "Dr Kofi Osei" --unit "Imaging"'
)
def describe(
    context: typer.Context,
    name: NameArgument,
    *,
    full_name: Annotated[str | None, typer.Option(metavar="TEXT", help="The full name that reports print.")] = None,
    qualification: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Title, training or appointment, as it is to be read in court.")
    ] = None,
    unit: Annotated[str | None, typer.Option(metavar="TEXT", help="Where the person works.")] = None,
) -> None:
    """Tell how reports name the owner of an account; what is not given stays, an empty text takes it away."""
    from forensic_id.services.manage_accounts import account_details, set_details

    session = session_of(context)
    library = session.workplace.library()
    told = {"full_name": full_name, "qualification": qualification, "unit": unit}
    given = {field: value for field, value in told.items() if value is not None}
    set_details(library, name, replace(account_details(library, name), **given))
    session.out.print(visible(f"Reports name {name}: {account_details(library, name).shown(name)}."))


@app.command(epilog="Example: forensic-id --user boss account disable k.osei")
def disable(context: typer.Context, name: NameArgument) -> None:
    """Keep somebody out from now on; what was done under the account stays as it is."""
    from forensic_id.services.manage_accounts import disable_account

    session = session_of(context)
    disable_account(session.workplace.library(), name)
    session.out.print(f"{name} is disabled.")


@app.command(epilog="Example: forensic-id --user boss account enable k.osei")
def enable(context: typer.Context, name: NameArgument) -> None:
    """Let somebody in again."""
    from forensic_id.services.manage_accounts import enable_account

    session = session_of(context)
    enable_account(session.workplace.library(), name)
    session.out.print(f"{name} may sign in again.")


@app.command(epilog="Example: forensic-id --user boss account unlock k.osei")
def unlock(context: typer.Context, name: NameArgument) -> None:
    """Forget somebody's wrong passwords, so that they need not wait."""
    from forensic_id.services.manage_accounts import unlock_account

    session = session_of(context)
    unlock_account(session.workplace.library(), name)
    session.out.print(f"{name} may try again.")


@app.command(epilog="Example: forensic-id --user boss account role k.osei examiner reviewer")
def role(
    context: typer.Context,
    name: NameArgument,
    roles: Annotated[list[str], typer.Argument(metavar="ROLE...", help="All roles that the account is to have.")],
) -> None:
    """Give an account these roles and no others; they hold at once."""
    from forensic_id.services.manage_accounts import set_roles

    session = session_of(context)
    wanted = parse_roles(roles)
    set_roles(session.workplace.library(), name, wanted)
    session.out.print(f"{name} is now {shown_roles(wanted)}.")


@app.command(epilog=f"Example: forensic-id --user k.osei account password. {_SCRIPTS}")
def password(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Whose, as an administrator; left out: your own.")
    ] = None,
) -> None:
    """Change your own password, or set that of somebody who then has to replace it."""
    from forensic_id.services.manage_accounts import reset_password
    from forensic_id.services.sign_in import change_own_password

    session = session_of(context)
    place = session.workplace
    library = place.library()
    own = library.principal.name
    if name is None or name == own:
        old = asked("Present password", PASSWORD_VARIABLE)
        change_own_password(library, old, _new_password(own), place.passwords)
        session.out.print("The password was changed.")
        return
    reset_password(library, name, _new_password(name), place.passwords)
    session.out.print(f"{name} has to choose another password at the next sign-in.")


def _state(account: AccountState) -> str:
    locked = f"locked until {shown_time(account.locked_until)}" if account.locked_until else ""
    disabled = "disabled" if account.disabled else ""
    new = "has to choose a password" if account.must_change_password else ""
    return ", ".join(filter(None, (disabled, locked, new))) or "active"


def _time(moment: str) -> str:
    return shown_time(moment) if moment else "never"


def _new_password(name: str) -> str:
    return asked_twice(f"New password of {name}", NEW_PASSWORD_VARIABLE)
