from __future__ import annotations

import dataclasses

import pytest

from forensic_id.core.errors import InvalidInputError
from trainer.config import with_settings
from trainer.recipes import RECIPES, recipe


@pytest.mark.parametrize("name", sorted(RECIPES))
def test_every_recipe_is_whole_and_its_mixes_sum_to_one(name: str) -> None:
    config = recipe(name)
    assert config.name == name
    for mix in (phase.mix for phase in config.pretraining.phases):
        assert sum(dataclasses.astuple(mix)) == pytest.approx(1)
        assert config.sketcher is not None or not mix.learned_sketches


def test_the_papers_recipe_has_the_papers_settings() -> None:
    stage = recipe("wsgan_paper").adversarial
    assert (stage.batch, stage.critic_steps, stage.learning_rate, stage.clip) == (512, 5, 0.005, 0.01)
    assert (stage.lambda_class, stage.nu_class, stage.mu_noise) == (0.1, 0.1, 0.01)
    assert stage.train_encoder
    assert not stage.residual
    assert stage.pair_weight == 0
    assert recipe("wsgan_paper").encoder.kind == "resnet50"
    assert recipe("wsgan_paper").encoder.feature_size == 256


def test_an_unknown_recipe_lists_the_known_ones() -> None:
    known = "compact, compact_continued, compact_taught, gradients, recogniser, resnet50"
    with pytest.raises(InvalidInputError, match=known):
        recipe("huge")


def test_settings_reach_nested_fields_and_tuples() -> None:
    config = with_settings(
        recipe("compact"), ["seed=3", "adversarial.clip=0", "pretraining.phases.1.steps=7", "encoder.blocks=[2,2,2]"]
    )
    assert (config.seed, config.adversarial.clip) == (3, 0.0)
    assert isinstance(config.adversarial.clip, float)
    assert config.pretraining.phases[1].steps == 7
    assert config.encoder.blocks == (2, 2, 2)


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("seed", "no “=”"),
        ("speed=3", "names no field"),
        ("pretraining.phases.9.steps=1", "names no field"),
        ("seed=fast", "needs a value like 0"),
        ("adversarial.train_encoder=1", "needs a value like False"),
    ],
)
def test_a_wrong_setting_is_named(setting: str, message: str) -> None:
    with pytest.raises(InvalidInputError, match=message):
        with_settings(recipe("compact"), [setting])


def test_the_first_stage_does_not_depend_on_the_second() -> None:
    changed = with_settings(recipe("compact"), ["adversarial.steps=5"])
    assert changed.encoder_stage_json() == recipe("compact").encoder_stage_json()
    assert changed.to_json() != recipe("compact").to_json()
