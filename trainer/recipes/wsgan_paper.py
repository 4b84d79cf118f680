"""The settings of the paper (Technical Details and Experimental Settings).

They are its as far as it gives them. What is not:
- Pretraining, of which the paper tells nothing but the learning rate .005 of “all settings”, has a margin softmax
  with margin 0, which is plain cross entropy on normalised features, and begins at .1.
- ResNet-50 has a 5x5 stem without pooling, and its head averages over a 4x4 grid instead of the whole map.
- The weak set holds photos drawn synthetically beside real drawings (`real_share`); the paper has 10,000 drawings.
- The photos that sketches were drawn from are in the strong set too; the paper leaves them out.
"""

from __future__ import annotations

from trainer.config import AdversarialConfig, EncoderConfig, MixConfig, Phase, PretrainingConfig, RunConfig


def wsgan_paper() -> RunConfig:
    """ResNet-50, plain softmax on photos, then all of J_G and J_D end to end with weight clipping."""
    return RunConfig(
        name="wsgan_paper",
        encoder=EncoderConfig(kind="resnet50"),
        pretraining=PretrainingConfig(
            phases=(
                Phase(
                    size=112,
                    steps=30_000,
                    batch=512,
                    learning_rate=0.1,
                    final_rate=0.001,
                    warmup=1000,
                    mix=MixConfig(photos=1.0, synthetic_sketches=0.0, real_pairs=0.0),
                ),
            ),
            margin=0.0,
        ),
        adversarial=AdversarialConfig(steps=20_000, batch=512, class_scale=1.0, clip=0.01),
    )
