"""Cuts of hair as numbers: how far the hair stands off the head, where it ends and how it is combed."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, kw_only=True)
class HairStyle:
    """A cut. Lengths in cm.

    ``hairline`` is the height of the hairline over the eyes, ``recess`` how far the temples are bare, ``end`` where
    hair at the sides ends below the eyes, ``back`` the same behind the neck (0 for none), ``part`` the place of the
    parting, ``fringe`` the level to which hair falls on the forehead (0 for none), ``comb`` is ``back``, ``side``,
    ``down``, ``up``, ``cornrows``. ``curl`` runs from 0 (straight) over 1 (curls) to 2 (afro); ``cover`` thins
    cropped hair.
    """

    name: str
    top: float
    sides: float
    hairline: float = 6.4
    recess: float = 0.4
    end: float = 1.6
    back: float = 0.0
    part: float = 0.0
    fringe: float = 0.0
    comb: str = "back"
    curl: float = 0.0
    cover: float = 1.0
    bun: bool = False
    bald_top: bool = False
    ragged: float = 0.5


MALE_STYLES = (
    HairStyle(name="buzz", top=0.15, sides=0.02, cover=0.72, end=0.6, comb="up", ragged=0.15),
    HairStyle(name="crew", top=0.7, sides=0.1, end=0.8, comb="up", ragged=0.5),
    HairStyle(name="side part", top=1.2, sides=0.25, part=-2.6, comb="side", end=1.4),
    HairStyle(name="other part", top=1.0, sides=0.3, part=2.8, comb="side", end=1.8),
    HairStyle(name="swept back", top=1.3, sides=0.3, recess=0.9, comb="back"),
    HairStyle(name="quiff", top=2.3, sides=0.1, hairline=6.2, comb="up", ragged=0.7, end=1.0),
    HairStyle(name="messy", top=1.6, sides=0.6, fringe=4.9, comb="down", curl=0.45, ragged=1.2, end=2.2),
    HairStyle(name="bowl", top=1.0, sides=0.7, fringe=3.7, comb="down", end=2.6, ragged=0.4),
    HairStyle(name="curly", top=1.8, sides=0.8, hairline=5.9, curl=1.0, ragged=1.2, end=2.2),
    HairStyle(name="wavy long", top=1.3, sides=1.2, comb="side", part=0.6, end=9.0, back=12.0, curl=0.4, ragged=0.9),
    HairStyle(name="long straight", top=0.6, sides=0.8, comb="side", part=0.0, end=12.5, back=14.0),
    HairStyle(name="tied back", top=0.4, sides=0.1, comb="back", end=1.2, hairline=6.9),
    HairStyle(name="short crop", top=0.5, sides=0.15, hairline=5.7, fringe=5.6, comb="down", ragged=0.5, end=1.2),
)
BALDING_STYLES = (
    HairStyle(name="receding", top=0.7, sides=0.3, hairline=7.9, recess=2.6, comb="back", cover=0.85),
    HairStyle(name="widow's peak", top=0.8, sides=0.3, hairline=6.5, recess=3.2, comb="back"),
    HairStyle(name="bald top", top=0.0, sides=0.35, bald_top=True, end=2.0, comb="down"),
    HairStyle(name="shaved", top=0.0, sides=0.0, bald_top=True, cover=0.3, comb="down", end=1.0),
    HairStyle(name="thin combed", top=0.5, sides=0.3, hairline=8.2, recess=1.8, comb="side", part=-3.2, cover=0.62),
)
AFRO_STYLES = (
    HairStyle(name="fade", top=0.7, sides=0.05, hairline=5.9, curl=1.7, cover=0.95, end=0.6, ragged=0.4),
    HairStyle(name="short afro", top=1.6, sides=0.9, hairline=6.0, curl=1.8, ragged=0.6, end=1.6),
    HairStyle(name="afro", top=3.0, sides=2.3, hairline=6.0, curl=2.0, ragged=0.8, end=3.2),
    HairStyle(
        name="cropped", top=0.15, sides=0.05, hairline=6.0, cover=0.85, comb="up", curl=1.6, ragged=0.15, end=0.8
    ),
    HairStyle(name="cornrows", top=0.3, sides=0.05, hairline=6.4, comb="cornrows", end=1.4, ragged=0.1),
    HairStyle(name="locks", top=0.9, sides=1.0, hairline=6.3, comb="side", end=10.0, back=12.0, curl=0.6, ragged=1.3),
)
FEMALE_STYLES = (
    HairStyle(name="long centre", top=0.7, sides=0.9, comb="side", part=0.0, end=15.5, back=16.5),
    HairStyle(name="long side", top=1.1, sides=1.1, comb="side", part=-2.2, end=15.0, back=16.5, curl=0.2),
    HairStyle(
        name="long wavy", top=1.3, sides=1.5, comb="side", part=1.5, end=14.5, back=16.0, curl=0.55, ragged=0.9
    ),
    HairStyle(name="long fringe", top=0.9, sides=0.9, comb="down", fringe=2.8, end=15.0, back=16.0, ragged=0.4),
    HairStyle(name="bob", top=0.9, sides=1.3, comb="side", part=-1.6, end=8.4, back=8.0, ragged=0.4),
    HairStyle(name="bob fringe", top=0.9, sides=1.2, comb="down", fringe=2.6, end=7.6, back=7.5, ragged=0.4),
    HairStyle(name="chin wavy", top=1.4, sides=1.9, comb="side", part=2.0, end=9.8, back=10.0, curl=0.6, ragged=0.9),
    HairStyle(name="pixie", top=1.2, sides=0.5, comb="side", part=2.4, fringe=4.1, end=2.6, ragged=0.9),
    HairStyle(name="tied back", top=0.4, sides=0.1, comb="back", end=1.5, hairline=6.3),
    HairStyle(name="bun", top=0.5, sides=0.15, comb="back", end=1.5, hairline=6.4, bun=True),
    HairStyle(name="curly long", top=2.0, sides=2.6, hairline=6.0, curl=1.0, end=13.0, back=14.0, ragged=1.3),
    HairStyle(name="curly short", top=2.0, sides=1.6, hairline=5.9, curl=1.0, end=4.8, ragged=1.2),
    HairStyle(name="swept short", top=1.5, sides=0.7, comb="back", end=3.0, ragged=0.7),
    HairStyle(name="shoulder", top=0.9, sides=1.0, comb="side", part=0.8, end=12.0, back=12.5, curl=0.12),
)


def with_hairline(style: HairStyle, *, raised: float, recess: float) -> HairStyle:
    """The cut on a head whose hairline is ``raised`` cm higher and recedes ``recess`` cm more at the temples."""
    if style.bald_top:
        return style
    return replace(style, hairline=style.hairline + raised, recess=max(0.0, style.recess + recess))
