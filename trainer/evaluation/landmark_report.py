"""The table of landmark errors by set as Markdown and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from trainer.evaluation.eye_centres import EyeScatter
from trainer.evaluation.landmark_errors import FAILED, LandmarkErrors
from trainer.landmarks.data import POINT_COLUMNS

_HEADINGS = (
    ("images", "images"),
    ("found", "face found"),
    ("elsewhere", "another face"),
    ("mean", "mean"),
    ("median", "median"),
    ("error_95", "95th"),
    ("failed", f"above {FAILED:.0%} or lost"),
    ("without_bias", "mean without bias"),
)


def figures(one: LandmarkErrors) -> dict[str, float]:
    """All figures of a set by their CSV column; errors and offsets over the eye distance."""
    columns = {
        "images": one.images,
        "found": one.found,
        "elsewhere": one.elsewhere,
        "mean": one.mean_error,
        "median": one.median_error,
        "error_95": one.error_95,
        "failed": one.failed_share,
        "without_bias": one.error_without_bias,
    }
    columns |= {f"{point}_mean": float(error) for point, error in zip(POINT_COLUMNS, one.point_errors, strict=True)}
    for point, (along, across) in zip(POINT_COLUMNS, one.bias, strict=True):
        columns |= {f"{point}_bias_x": float(along), f"{point}_bias_y": float(across)}
    return columns


def as_csv(results: Sequence[tuple[str, LandmarkErrors]]) -> str:
    """One line a network and set."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for number, (network, one) in enumerate(results):
        columns = figures(one)
        if number == 0:
            writer.writerow(["network", "set", *columns])
        writer.writerow([network, one.name, *(_plain(value) for value in columns.values())])
    return text.getvalue()


def as_markdown(results: Sequence[tuple[str, LandmarkErrors]], scatter: Sequence[tuple[str, EyeScatter]]) -> str:
    """The tables and what their columns mean."""
    errors = [
        ["network", "set", *(heading for _, heading in _HEADINGS)],
        *([network, one.name, *(_told(key, figures(one)[key]) for key, _ in _HEADINGS)] for network, one in results),
    ]
    points = [
        ["network", "set", *(name.replace("_", " ") for name in POINT_COLUMNS)],
        *(
            [
                network,
                one.name,
                *(
                    f"{error:.1%} ({100 * along:+.1f}, {100 * across:+.1f})"
                    for error, (along, across) in zip(one.point_errors, one.bias, strict=True)
                ),
            ]
            for network, one in results
        ),
    ]
    eyes = [
        [
            "network",
            "set",
            "eyes",
            "reference's own",
            "network's own",
            "iris finder's own",
            "floor of the eyes' mean",
        ],
        *(
            [network, one.name, str(one.eyes)]
            + [f"{value:.1%}" for value in (one.reference, one.network, one.iris, one.floor)]
            for network, one in scatter
        ),
    ]
    return "\n".join([_HEAD, _table(errors), "", _POINTS, _table(points), "", _EYES, _table(eyes), ""])


_HEAD = """# Landmark errors

Distances between the five points that the pipeline finds by itself in raw images and the reference points, over the
reference's distance between the eyes; mean of the five points. Held-out images look like the training images and were
never trained on; all other sets are for testing alone. Written by `python -m trainer landmark-errors`.
"""

_POINTS = """By point: mean error, and in brackets the mean offset along and across the eye line (%), which is where
network and reference put the point differently every time.
"""

_EYES = """How exact the reference is itself: standard deviations of the eye points along one axis, told apart by a
third rater (the dark discs of the irises). Even points without any error would lie as far from this reference as the
last column says.
"""


def _told(key: str, value: float) -> str:
    return f"{value:.2%}" if key not in {"images", "found", "elsewhere"} else f"{value:.0f}"


def _plain(value: float) -> str:
    return f"{value:.5g}"


def _table(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])
