"""Looking through the gallery: what is asked for, the short rows that a list of subjects shows, and their port."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.records import Filter, SubjectDetails

SortField = Literal["external_id", "name", "sex", "birth_year", "ethnicity", "photos", "booking_date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryQuery:
    """Which subjects, in which order. Every word of `text` has to occur in the external id or the name.

    Values that are not recorded stand last in either direction; ties are in order of external id.
    """

    text: str = ""
    filters: tuple[Filter, ...] = ()
    order: SortField = "external_id"
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectRow:
    """A subject in a list: what is recorded, how many photos, the newest photo and its booking date.

    `photo_id` is 0 when there is no photo.
    """

    subject_id: int
    details: SubjectDetails
    photos: int
    photo_id: int
    booking_date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedValues:
    """What filters can be set to, because it is recorded of somebody; None and empty: of nobody."""

    sexes: tuple[str, ...]
    ethnicities: tuple[str, ...]
    sources: tuple[str, ...]
    birth_years: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A stored search that had a subject among its candidates, at which rank."""

    search_id: int
    case_number: str
    created_at: str
    rank: int


def search_key(text: str) -> str:
    """The form in which names and ids are searched and ordered: without case, accents and differences of width.

    Looser than `filters.folded`: whoever types "theo" finds Théo, and reads whom they have found.
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def search_words(text: str) -> tuple[str, ...]:
    """The words of a search, each to be looked for by itself."""
    return tuple(search_key(text).split())


def searched_text(external_id: str, name: str) -> str:
    """What the words are looked for in; in the order of names, and of external ids among equal names."""
    return f"{search_key(name)}\n{search_key(external_id)}"


class GalleryBrowser(Protocol):
    """Lists of subjects for the eye (storage.browsing): ids in order at once, rows by the screenful."""

    def matching(self, query: GalleryQuery) -> NDArray[np.int64]:
        """Ids of the subjects (N,), in order. Raises InvalidInputError for a filter that cannot be used."""

    def rows(self, subject_ids: Iterable[int]) -> tuple[SubjectRow, ...]:
        """Rows in the order of the ids; those removed meanwhile are left out."""

    def filter_values(self) -> RecordedValues:
        """The values that occur, found without counting who has them."""

    def enrolled_at(self, photo_id: int) -> str | None:
        """When the photo was enrolled, by the audit log (ISO 8601); None when the log does not say."""

    def database_bytes(self) -> int:
        """What the database takes on the disk, without the originals."""

    def appearances(self, subject_id: int) -> tuple[Appearance, ...]:
        """Stored searches with the subject among the candidates, newest first."""
