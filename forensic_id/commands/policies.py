"""forensic-id policy: the rules that hold in a library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from forensic_id.commands.output import JsonFlag, print_facts, print_json, print_table
from forensic_id.commands.session import Session, session_of

if TYPE_CHECKING:
    from forensic_id.core.policy import Policy
    from forensic_id.services.choose_policy import PolicyShelf

app = typer.Typer(no_args_is_help=True, help="List, show and choose the policy profile of a library.")

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The profile's name, such as strict.")]


@app.command("list", epilog="Example: forensic-id policy list")
def list_all(context: typer.Context, *, as_json: JsonFlag = False) -> None:
    """List the shipped profiles and those in the library's folder policies."""
    from forensic_id.core.policy import plain_policy
    from forensic_id.services.choose_policy import policy_in_force

    session = session_of(context)
    shelf, used = _shelf(session), policy_in_force(session.workplace.library(create=True))
    if as_json:
        print_json([{**plain_policy(policy), "in_use": policy.name == used.name} for policy in shelf.policies])
        return
    rows = (
        ("*" if policy.name == used.name else "", policy.name, policy.title, policy.summary)
        for policy in shelf.policies
    )
    print_table(session, ("in use", "name", "title", "what it means"), rows)
    for problem in shelf.problems:
        session.say(problem)


@app.command(epilog="Example: forensic-id policy show strict")
def show(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="The profile; left out: the one in use.")] = None,
    *,
    as_json: JsonFlag = False,
) -> None:
    """Show a profile and its rules."""
    from forensic_id.services.choose_policy import policy_in_force

    session = session_of(context)
    used = policy_in_force(session.workplace.library(create=True))
    _print_policy(session, used if name is None else _shelf(session).named(name), as_json=as_json)


@app.command(epilog="Example: forensic-id policy use strict")
def use(context: typer.Context, name: NameArgument, *, as_json: JsonFlag = False) -> None:
    """Have a profile hold in the library from now on; the audit log keeps what held before."""
    from forensic_id.services.choose_policy import choose_policy

    session = session_of(context)
    policy = choose_policy(session.workplace.library(create=True), _shelf(session).named(name))
    _print_policy(session, policy, as_json=as_json)


def _shelf(session: Session) -> PolicyShelf:
    from forensic_id.composition import shipped_policies
    from forensic_id.services.choose_policy import load_policies

    return load_policies(shipped_policies(), session.workplace.library_folder)


def _print_policy(session: Session, policy: Policy, *, as_json: bool) -> None:
    if as_json:
        from forensic_id.core.policy import plain_policy

        print_json(plain_policy(policy))
        return
    print_facts(session, (("name", policy.name), ("title", policy.title), ("what it means", policy.summary)))
    for rule in policy.rules():
        session.out.print(f"- {rule}")
    for place, text in policy.wording():
        session.out.print(f"In reports, {place}: {text}")
