"""The photos a search goes through, counted before and after the filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.ports import GalleryStore
from forensic_id.core.records import FeatureTable, Filter, GalleryStatistics

LARGEST_EXCLUDED_SHARE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SearchPool:
    """Features of the photos that pass the filters; gallery counts are before filters."""

    table: FeatureTable
    gallery_photos: int
    gallery_subjects: int
    warnings: tuple[str, ...]

    @property
    def photos(self) -> int:
        """Photos after filters."""
        return len(self.table.photo_ids)

    @property
    def subjects(self) -> int:
        """Subjects after filters."""
        return len(np.unique(self.table.subject_ids))


def load_pool(gallery: GalleryStore, bundle_id: str, filters: Sequence[Filter]) -> SearchPool:
    """Read the pool under a bundle.

    Raises InvalidInputError, saying what to do, when the gallery or the pool is empty, when no photo has a feature of
    the bundle yet, or for an unknown filter field.
    """
    counts = gallery.statistics(bundle_id)
    if obstacle := gallery_obstacle(counts):
        raise InvalidInputError(obstacle)
    table = gallery.features(bundle_id, filters=filters)
    pool = len(table.photo_ids)
    if pool == 0:
        raise InvalidInputError(nothing_passes(filters))
    warnings = pool_warnings(counts, pool)
    return SearchPool(table=table, gallery_photos=counts.photos, gallery_subjects=counts.subjects, warnings=warnings)


def gallery_obstacle(counts: GalleryStatistics) -> str:
    """Why the gallery cannot be searched at all, and what to do; empty: it can."""
    if counts.photos == 0:
        return "The gallery holds no photos. Import some first: gallery import FOLDER."
    if counts.photos_without_feature == counts.photos:
        return (
            f"None of the {counts.photos:,} photos has a feature of the model bundle in use. "
            "Compute the features first: gallery embed."
        )
    return ""


def nothing_passes(filters: Sequence[Filter]) -> str:
    """That no photo is left after the filters."""
    chosen = ", ".join(str(filter_) for filter_ in filters)
    return f"No photo passes the filters {chosen}. Widen or remove a filter."


def pool_warnings(counts: GalleryStatistics, pool: int) -> tuple[str, ...]:
    """What to be wary of in a pool of so many photos."""
    warnings = []
    lacking = counts.photos_without_feature
    if lacking:
        warnings.append(
            f"{lacking:,} of {counts.photos:,} photos have no feature of the model bundle in use and were not"
            " searched. Compute the features: gallery embed."
        )
    embedded = counts.photos - lacking
    if pool < (1 - LARGEST_EXCLUDED_SHARE) * embedded:
        warnings.append(
            f"The filters exclude {embedded - pool:,} of {embedded:,} photos, more than nine in ten. "
            "The person sought may be among them: filters rest on recorded values, which may be wrong."
        )
    return tuple(warnings)
