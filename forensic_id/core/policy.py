"""Policy profiles: the rules of a place, which the services enforce.

Number, offence, legal authority and requester of a case are mandatory under every profile; a profile adds to that and
never takes away.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, Protocol, get_args

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.report import PaperSize

SketchField = Literal["kind", "artist", "interview_date", "incident_date", "witness", "description"]
SKETCH_FIELDS: tuple[SketchField, ...] = get_args(SketchField)
"""What a profile can make mandatory of a sketch."""
MOST_CANDIDATES = 10_000
"""The longest list that any profile allows."""
MOST_DAYS = 36_525
"""The longest retention, a hundred years."""
MOST_BANNER = 90
"""Characters that a profile may add to the banner: they stand in one line on every page."""
MOST_MINUTES = 480
"""The longest time without input before a session is locked, a working day."""
_PAPERS: tuple[PaperSize, ...] = get_args(PaperSize)
_SHOWN = {
    "kind": "kind of sketch",
    "artist": "artist or system",
    "interview_date": "interview date",
    "incident_date": "date of the incident",
    "witness": "witness",
    "description": "the witness's description",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One profile. The defaults are those of the profile `default`.

    `name` is the name of its file; `refusal` is what users read where `sketch_search` is off. In reports: `agency`
    and `address` head the first page, `banner` stands below the banner and `footer` at the foot of each page, `note`
    is a paragraph beside the rules, `limits` are added to the limits of the method. `second_examiner`: a report is
    final only after a second examiner, or with a written reason where `final_with_reason` allows it.
    `photo_retention_days` count from the enrolment of a photo, `case_retention_days` from the closing of a case;
    None: nothing is ever due. `idle_lock_minutes`: of a session in a library with accounts.
    """

    name: str = "default"
    title: str = "Default"
    summary: str = "Purpose and authority are recorded for every search; nothing is restricted beyond that."
    authorisation_reference: bool = False
    sketch_search: bool = True
    refusal: str = ""
    mandatory_sketch_fields: tuple[SketchField, ...] = ()
    most_candidates: int = MOST_CANDIDATES
    second_examiner: bool = False
    final_with_reason: bool = True
    photo_retention_days: int | None = None
    case_retention_days: int | None = None
    idle_lock_minutes: int = 15
    paper: PaperSize = "a4"
    note: str = ""
    footer: str = ""
    banner: str = ""
    limits: tuple[str, ...] = ()
    agency: str = ""
    address: tuple[str, ...] = ()

    def check_authority(self, authority: str) -> None:
        """Raise InvalidInputError when a reference is asked for and the legal authority holds no number."""
        if self.authorisation_reference and not any(character.isdigit() for character in authority):
            raise InvalidInputError(
                f"The policy profile {self.title!r} asks for the reference of the authorisation: write its number"
                " into the legal authority, for example 'court order 12/2026'."
            )

    def check_list(self, *, top: int) -> None:
        """Raise InvalidInputError when the profile does not allow searching sketches, or a list of that length."""
        if not self.sketch_search:
            reason = self.refusal or "Ask whoever is responsible for this library."
            raise InvalidInputError(f"The policy profile {self.title!r} does not allow searching sketches. {reason}")
        if top > self.most_candidates:
            raise InvalidInputError(
                f"The policy profile {self.title!r} allows at most {self.most_candidates} candidates, not {top}."
                " Ask for a shorter list."
            )

    def missing_details(self, sketch: Mapping[str, str]) -> tuple[SketchField, ...]:
        """What the profile asks for and is not told of a sketch; `sketch` holds SKETCH_FIELDS."""
        return tuple(name for name in self.mandatory_sketch_fields if not sketch.get(name, "").strip())

    def check_search(self, *, top: int, sketch: Mapping[str, str]) -> None:
        """Raise InvalidInputError when the profile does not allow this search; `sketch` holds SKETCH_FIELDS."""
        self.check_list(top=top)
        if missing := self.missing_details(sketch):
            shown = ", ".join(_SHOWN[name] for name in missing)
            raise InvalidInputError(
                f"The policy profile {self.title!r} asks for these details of the sketch: {shown}."
            )

    def rules(self) -> tuple[str, ...]:
        """What the profile means, a sentence each."""
        if not self.sketch_search:
            return (" ".join(filter(None, ("Sketches are not searched.", self.refusal))),)
        said = ["Every case needs its number, offence, legal authority and requester."]
        if self.authorisation_reference:
            said.append("The legal authority names the reference of the authorisation.")
        if self.mandatory_sketch_fields:
            names = ", ".join(_SHOWN[name] for name in self.mandatory_sketch_fields)
            said.append(f"Every search says of its sketch: {names}.")
        said.append(f"A list holds at most {self.most_candidates:,} candidates.")
        if self.second_examiner:
            said.append("A report is final only after a second examiner's review.")
            if not self.final_with_reason:
                said.append("No reason makes it final without one.")
        return (*said, *self._retention())

    def wording(self) -> tuple[tuple[str, str], ...]:
        """What the profile adds to reports: where it stands, and the text; empty ones left out."""
        every = (
            ("head of the first page", "\n".join((self.agency, *self.address)).strip()),
            ("below the banner of each page", self.banner),
            ("beside the rules", self.note),
            *(("limits of the method", each) for each in self.limits),
            ("foot of each page", self.footer),
        )
        return tuple((place, text) for place, text in every if text)

    def _retention(self) -> Iterator[str]:
        if self.photo_retention_days is not None:
            yield f"Photos are due for removal {self.photo_retention_days:,} days after they were enrolled."
        if self.case_retention_days is not None:
            days = f"{self.case_retention_days:,} days"
            yield f"Sketches, searches and reviews are due for removal {days} after their case was closed."


DEFAULT_POLICY = Policy()
"""What holds in a library for which none was chosen."""


class PolicyStore(Protocol):
    """Which policy profile holds in the library (storage.policies); every choice is kept."""

    def current(self) -> Policy:
        """The profile that holds now; the default one when none was chosen."""
        ...

    def at(self, moment: str) -> Policy:
        """The profile that held at a moment (ISO 8601, UTC)."""
        ...

    def choose(self, policy: Policy) -> None:
        """Have a profile hold from now on. The caller logs it."""
        ...


def plain_policy(policy: Policy) -> dict[str, Any]:
    """The policy as JSON can hold it."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(policy).items()}


def policy_from_plain(plain: Mapping[str, Any]) -> Policy:
    """What `plain_policy` gave; fields that came later have their defaults."""
    known = {each.name for each in fields(Policy)}
    kept: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in plain.items() if name in known
    }
    return Policy(**kept)


_SECTIONS: Mapping[str, Mapping[str, str]] = {
    "case": {"authorisation_reference": "yes"},
    "search": {
        "sketch_search": "yes",
        "refusal": "text",
        "mandatory_sketch_fields": "fields",
        "most_candidates": "count",
    },
    "review": {"second_examiner": "yes", "final_with_reason": "yes"},
    "retention": {"photo_retention_days": "days", "case_retention_days": "days"},
    "accounts": {"idle_lock_minutes": "minutes"},
    "report": {
        "paper": "paper",
        "agency": "text",
        "address": "texts",
        "banner": "line",
        "limits": "texts",
        "note": "text",
        "footer": "text",
    },
}
_MOST = {"count": MOST_CANDIDATES, "days": MOST_DAYS, "minutes": MOST_MINUTES}
_TOP = {"title": "text", "summary": "text"}
_EXPECTED = {
    "yes": "true or false",
    "text": "text between quotation marks",
    "line": f"one line of text of at most {MOST_BANNER} characters",
    "texts": "a list of texts between quotation marks",
    "count": f"a whole number from 1 to {MOST_CANDIDATES}",
    "days": f"a whole number from 1 to {MOST_DAYS}",
    "minutes": f"a whole number from 1 to {MOST_MINUTES}",
    "paper": " or ".join(f'"{name}"' for name in _PAPERS),
    "fields": f"a list of {', '.join(SKETCH_FIELDS)}",
}


def parse_policy(text: str, *, name: str, file: str) -> Policy:
    """Read a profile from TOML. Raises InvalidInputError with the file and the field that cannot be used."""
    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # no TOML, numbers of thousands of digits, endless brackets
        raise InvalidInputError(f"The policy profile {file} is no TOML: {error}. Mend the file.") from error
    given: dict[str, Any] = {}
    for key, value in content.items():
        if key in _TOP:
            given[key] = _checked(key, value, _TOP[key], file)
        elif key in _SECTIONS and isinstance(value, dict):
            given |= {inner: _field(key, inner, each, file) for inner, each in value.items()}
        else:
            raise InvalidInputError(f"The policy profile {file} has an unknown field {key!r}. Remove it.")
    if not given.get("title", "").strip():
        raise InvalidInputError(f"The policy profile {file} lacks its title.")
    return Policy(name=name, **given)


def _field(section: str, key: str, value: object, file: str) -> object:
    if key not in _SECTIONS[section]:
        raise InvalidInputError(f"The policy profile {file} has an unknown field '{section}.{key}'. Remove it.")
    return _checked(f"{section}.{key}", value, _SECTIONS[section][key], file)


def _checked(where: str, value: object, kind: str, file: str) -> object:
    if not _fits(value, kind):
        raise InvalidInputError(f"In the policy profile {file}, {where!r} must be {_EXPECTED[kind]}, not {value!r}.")
    return tuple(value) if isinstance(value, list) else value


def _fits(value: object, kind: str) -> bool:
    if kind in _MOST:
        return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= _MOST[kind]
    return _FITTING[kind](value)


_FITTING: Mapping[str, Callable[[Any], bool]] = {
    "yes": lambda value: isinstance(value, bool),
    "paper": lambda value: value in _PAPERS,
    "texts": lambda value: isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value),
    "line": lambda value: isinstance(value, str) and len(value) <= MOST_BANNER and "\n" not in value,
    "fields": lambda value: isinstance(value, list) and all(each in SKETCH_FIELDS for each in value),
    "text": lambda value: isinstance(value, str),
}
