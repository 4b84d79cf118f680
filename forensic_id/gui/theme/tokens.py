"""The values of the design language: colours of both themes, spacing, radii, type scale.

Neutral greys carry the interface, so that nothing competes with the faces; one accent marks what can be acted on, and
the status colours are told apart by lightness too. Contrast of text is at least 4.5:1 (WCAG 2.2, 1.4.3).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Colours of one theme as #rrggbb."""

    window: str
    surface: str
    """Cards, tables, inputs."""
    raised: str
    """What lies on a surface: hovered rows, headers."""
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    """Behind selected rows; text keeps its colour on it."""
    rail: str
    """The navigation at the left."""
    on_rail: str
    warning: str
    """Text and icons of warnings."""
    warning_back: str
    danger: str
    success: str
    lead: str
    """Behind the banner that says what a candidate list is."""
    on_lead: str


LIGHT = Colours(
    window="#f4f5f7",
    surface="#ffffff",
    raised="#eceef1",
    line="#d3d7dd",
    text="#1b1f24",
    muted="#58616c",
    accent="#1f5fa8",
    on_accent="#ffffff",
    selection="#d7e5f5",
    rail="#20262e",
    on_rail="#c9d1da",
    warning="#7a4b00",
    warning_back="#fdf0d3",
    danger="#b3261e",
    success="#1d6b3a",
    lead="#fff1c2",
    on_lead="#4a3500",
)

DARK = Colours(
    window="#16191d",
    surface="#1e2227",
    raised="#282d34",
    line="#3a4048",
    text="#e6e9ed",
    muted="#9ba5b1",
    accent="#6aa9ee",
    on_accent="#0c1a2a",
    selection="#24405f",
    rail="#101316",
    on_rail="#aab4bf",
    warning="#f0c274",
    warning_back="#3a2f18",
    danger="#f2938c",
    success="#7fcf9c",
    lead="#3f3411",
    on_lead="#f7dfa0",
)

SPACE = {"xs": 4, "s": 8, "m": 12, "l": 16, "xl": 24, "xxl": 40}
"""Margins and gaps in device-independent pixels."""

RADIUS = {"s": 4, "m": 6, "l": 10}
"""Rounded corners in device-independent pixels."""

TYPE = {"small": 9.0, "body": 10.0, "lead": 12.0, "title": 15.0, "display": 20.0}
"""Font sizes in points."""

MARKERS = ("#56b4e9", "#e69f00", "#f0e442", "#009e73", "#cc79a7")
"""Marks on pictures in both themes, for right eye, left eye, nose, right and left mouth corner.

Okabe and Ito's colours, which people with any colour vision tell apart; shapes and names do so too.
"""
