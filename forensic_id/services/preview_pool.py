"""What a search would go through, told while the filters are still being chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from forensic_id.core.ports import Library
from forensic_id.core.records import Filter, PoolSize, RecordedValue
from forensic_id.core.rights import Right
from forensic_id.services.search_pool import gallery_obstacle, nothing_passes, pool_warnings

LISTED_FIELDS = ("sex", "ethnicity", "source")
"""Fields whose recorded values are offered one by one."""
RANGE_FIELDS = ("birth_year", "booking_date")
"""Fields of which a range is chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolPreview:
    """Counts before and after the filters; `obstacle` says why nothing can be searched, empty when it can."""

    gallery: PoolSize
    pool: PoolSize
    warnings: tuple[str, ...]
    obstacle: str

    @property
    def excluded_share(self) -> float:
        """Share of the gallery's people whom the filters leave out, from 0 to 1."""
        return 1.0 - self.pool.subjects / self.gallery.subjects if self.gallery.subjects else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChoice:
    """A filter field and what the gallery has recorded in it, in order."""

    field: str
    values: tuple[RecordedValue, ...]


def preview_pool(library: Library, bundle_id: str, filters: Sequence[Filter]) -> PoolPreview:
    """Count the pool under a bundle without reading it. Raises InvalidInputError for a malformed filter."""
    library.require(Right.BROWSE)
    gallery = library.gallery
    counts = gallery.statistics(bundle_id)
    pool = gallery.pool_size(bundle_id, filters=filters)
    obstacle = gallery_obstacle(counts)
    if not obstacle and pool.photos == 0:
        obstacle = nothing_passes(filters)
    return PoolPreview(
        gallery=PoolSize(subjects=counts.subjects, photos=counts.photos),
        pool=pool,
        warnings=() if obstacle else pool_warnings(counts, pool.photos),
        obstacle=obstacle,
    )


def filter_choices(library: Library) -> tuple[FieldChoice, ...]:
    """What can be filtered by: fields in which the gallery has recorded something."""
    library.require(Right.BROWSE)
    gallery = library.gallery
    found = (
        FieldChoice(field=field, values=gallery.recorded_values(field)) for field in (*LISTED_FIELDS, *RANGE_FIELDS)
    )
    return tuple(choice for choice in found if choice.values)
