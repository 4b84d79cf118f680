from __future__ import annotations

import dataclasses
import json

import pytest

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.preprocessing import PhotoTones
from trainer.config import RunConfig, decisive_settings, with_settings
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
    assert (stage.class_scale, stage.unit_features) == (1.0, False), "plain cross entropy (eq. 5)"
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
        ("encoder.widths.0=abc", "needs a value like 32"),
        ("encoder.widths=[]9", "needs a value like"),
        ("encoder.blocks.1=1.5", "needs a value like 1"),
        ("encoder.blocks=[1, true, 1]", "needs a value like 1"),
        ('sketcher.exaggeration=["a", "b"]', "needs a value like 0.012"),
        ("pretraining.phases=[5]", "needs a value like Phase"),
        ("pretraining.phases.0=5", "needs a value like Phase"),
        ("pretraining.phases.\u00b2.steps=5", "names no field"),
        ("sketcher=null", "needs a value like SketcherConfig"),
        ("adversarial.pair_weight=NaN", "needs a value like 3.0"),
        ("adversarial.pair_weight=-Infinity", "needs a value like 3.0"),
        ("adversarial.pair_weight=1e999", "needs a value like 3.0"),
        (f"adversarial.pair_weight=1{'0' * 400}", "needs a value like 3.0"),
        (f"seed=1{'0' * 5000}", "needs a value like 0"),
    ],
)
def test_a_wrong_setting_is_named(setting: str, message: str) -> None:
    with pytest.raises(InvalidInputError, match=message):
        with_settings(recipe("compact"), [setting])


def test_what_is_left_out_may_be_left_out_by_name() -> None:
    assert with_settings(recipe("compact"), ["start_from=null", "photo_tones=null"]) == recipe("compact")


def test_the_first_stage_does_not_depend_on_the_second() -> None:
    changed = with_settings(recipe("compact"), ["adversarial.steps=5"])
    assert changed.encoder_stage_json() == recipe("compact").encoder_stage_json()
    assert changed.to_json() != recipe("compact").to_json()


def other_tones(config: RunConfig) -> RunConfig:
    return dataclasses.replace(config, photo_tones=PhotoTones(exponent=0.9, level=0.9))


def test_photo_tones_belong_to_the_first_stage_where_the_encoder_is_learned_in_them() -> None:
    for name in ("gradients", "recogniser"):
        assert other_tones(recipe(name)).encoder_stage_json() != recipe(name).encoder_stage_json()
    assert other_tones(recipe("tiny")).encoder_stage_json() == recipe("tiny").encoder_stage_json()
    assert "photo_tones" not in json.loads(recipe("tiny").encoder_stage_json())


def test_photo_tones_decide_no_step_before_the_first_phase_in_them() -> None:
    def decided(config: RunConfig, step: int) -> object:
        return decisive_settings(json.loads(config.encoder_stage_json()), step)

    plain = recipe("tiny")
    begin, last = plain.pretraining.steps, len(plain.pretraining.phases)
    longer = other_tones(with_settings(plain, [f"pretraining.phases.{last}.toned_photos=true"]))
    assert decided(longer, begin) == decided(plain, begin)
    assert decided(longer, begin + 1) != decided(dataclasses.replace(longer, photo_tones=None), begin + 1)
    fitted = recipe("gradients")
    assert decided(other_tones(fitted), 1) != decided(fitted, 1)
