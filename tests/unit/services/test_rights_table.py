"""Every public service against everybody who could call it: each cell of the table is really called."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import pickle
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from forensic_id import services
from forensic_id.core.errors import NotPermittedError
from forensic_id.core.rights import RIGHTS, Principal, Role, alone
from tests.unit.services import rights_rows
from tests.unit.services.rights_of_encryption import ENCRYPTION
from tests.unit.services.rights_of_exchange import EXCHANGE
from tests.unit.services.rights_of_second_review import SECOND_REVIEW
from tests.unit.services.rights_of_upkeep import UPKEEP
from tests.unit.services.rights_place import OPEN, STEPS, Place

ROWS = {**rights_rows.ROWS, **UPKEEP, **ENCRYPTION, **EXCHANGE, **SECOND_REVIEW}
ROOT = Path(__file__).resolve().parents[3]
STORES = r"\w+Store|GalleryBrowser|AuditLog"
DIRECT = re.compile(
    r"\blibrary(\([^()]*\))?\.(gallery|browser|cases|reviews|policies|retention|case_retention|inspector|backups|accounts|second_reviews|audit|transaction|\w*original)\b"
)
OTHERS = {"_audit", "_cases", "_gallery", "_retention"}
"""What a store refers to and does not hold itself."""
PEOPLE = {
    **{str(role): Principal(name="moreau", roles=frozenset({role})) for role in Role},
    "single user": alone("moreau"),
    "nobody": Principal(name="moreau"),
    "with a password to change": Principal(name="moreau", roles=frozenset(Role), must_change_password=True),
}


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(services.__path__):
        yield importlib.import_module(f"{services.__name__}.{found.name}")


def carriers() -> str:
    """A pattern of the types through which a service reaches a library: the ports, and records that carry one."""
    carrying = {
        name
        for module in modules()
        for name, kind in inspect.getmembers(module, dataclasses.is_dataclass)
        if any(re.search(rf"\b(Library|{STORES})\b", str(each.type)) for each in dataclasses.fields(kind))
    }
    return rf"\b({'|'.join(['Library', 'Encryption', STORES, *sorted(carrying)])})\b"


def public_services() -> set[str]:
    pattern = carriers()
    return {
        f"{module.__name__.rpartition('.')[2]}.{name}"
        for module in modules()
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and any(re.search(pattern, str(each.annotation)) for each in inspect.signature(function).parameters.values())
    }


def state(place: Place) -> list[bytes]:
    """All that the library holds beside its audit log."""
    library = place.library
    stores = (
        library.gallery,
        library.cases,
        library.reviews,
        library.second_reviews,
        library.policies,
        library.accounts,
        library.retention,
        library.case_retention,
    )
    return [
        pickle.dumps({name: value for name, value in vars(store).items() if name not in OTHERS}) for store in stores
    ]


def test_every_public_service_stands_in_the_table() -> None:
    assert public_services() == {*ROWS, *STEPS, *OPEN}


CELLS = [(service, who) for service in ROWS for who in PEOPLE]
PERMITTED = [
    (service, who) for service, who in CELLS if all(PEOPLE[who].may(right) for right in ROWS[service].rights)
]


@pytest.mark.parametrize(("service", "who"), PERMITTED)
def test_whoever_may_can(service: str, who: str, tmp_path: Path) -> None:
    place = Place(tmp_path)
    before = state(place) if who == Role.AUDITOR else None
    place.act_as(PEOPLE[who])
    ROWS[service].call(place)
    assert before is None or state(place) == before


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """One place for everybody who is refused: each of them leaves it as it was."""
    return Place(tmp_path_factory.mktemp("refused"))


@pytest.mark.parametrize(("service", "who"), [cell for cell in CELLS if cell not in PERMITTED])
def test_whoever_may_not_is_refused_and_changes_nothing(service: str, who: str, unchanged: Place) -> None:
    place, row = unchanged, ROWS[service]
    before, entries = state(place), len(place.library.audit.list)
    place.act_as(PEOPLE[who])
    with pytest.raises(NotPermittedError):
        row.call(place)
    assert state(place) == before
    (refused,) = place.library.audit.list[entries:]
    assert (refused.action, refused.actor) == ("access.refuse", "moreau")
    assert refused.subject.removeprefix("right ") in row.rights
    assert list(place.out.iterdir()) == []


def test_an_auditor_reads_and_the_one_who_keeps_accounts_concludes_nothing() -> None:
    assert {str(right) for right in RIGHTS[Role.AUDITOR]} == {"browse", "read audit"}
    conclusions = {"search", "review", "second review"}
    assert not conclusions & {str(right) for right in RIGHTS[Role.ADMINISTRATOR]}


def test_pages_and_commands_reach_the_library_through_services_alone() -> None:
    steps = {tuple(step.split(".")) for step in STEPS}
    for folder in ("gui", "commands"):
        for path in sorted((ROOT / "forensic_id" / folder).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            assert not DIRECT.search(text), f"{path.name} reaches past the services: {DIRECT.search(text)}"
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("forensic_id.services."):
                    module = str(node.module).rpartition(".")[2]
                    assert not {(module, each.name) for each in node.names} & steps, f"{path.name} imports a step"
