"""Recipes: functions that return a whole run configuration."""

from collections.abc import Callable

from forensic_id.core.errors import InvalidInputError
from trainer.config import RunConfig
from trainer.recipes.compact import compact
from trainer.recipes.compact_continued import compact_continued
from trainer.recipes.compact_taught import compact_taught
from trainer.recipes.gradients import gradients
from trainer.recipes.recogniser import recogniser
from trainer.recipes.resnet50 import resnet50
from trainer.recipes.tiny import tiny
from trainer.recipes.wsgan_paper import wsgan_paper

RECIPES: dict[str, Callable[[], RunConfig]] = {
    "compact": compact,
    "compact_continued": compact_continued,
    "compact_taught": compact_taught,
    "gradients": gradients,
    "recogniser": recogniser,
    "resnet50": resnet50,
    "tiny": tiny,
    "wsgan_paper": wsgan_paper,
}


def recipe(name: str) -> RunConfig:
    """Return the recipe of that name. Raises InvalidInputError listing the known ones."""
    if name not in RECIPES:
        raise InvalidInputError(f"There is no recipe “{name}”. Known: {', '.join(sorted(RECIPES))}.")
    return RECIPES[name]()
