"""Invented people: mugshots and sketches rendered from numbers, without a photo of any real person.

``invent_person`` draws an identity, ``sample_appearance`` a sitting, ``render_photo`` and ``render_sketch`` a picture
with its true landmarks; ``python -m trainer.people`` writes a whole gallery.
"""

from trainer.people.appearance import Appearance, neutral, sample_appearance
from trainer.people.hands import HANDS
from trainer.people.person import Person, invent_person
from trainer.people.renderer import Render, render_photo
from trainer.people.sketch import render_sketch

__all__ = [
    "HANDS",
    "Appearance",
    "Person",
    "Render",
    "invent_person",
    "neutral",
    "render_photo",
    "render_sketch",
    "sample_appearance",
]
