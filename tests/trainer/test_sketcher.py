"""The sketcher learns to draw from pairs; its drawings train the encoder beside the photos they were made of."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch

from forensic_id.core.errors import DataError
from tests.trainer.conftest import blob_face
from trainer.config import MixConfig
from trainer.data.faces import LEARNED, PHOTO, SKETCH, FaceSet
from trainer.data.sampling import BatchSampler, step_generator
from trainer.data.sketch_pairs import ARTISTS, at_side, find_pairs
from trainer.sketcher import training
from trainer.sketcher.config import SketcherConfig
from trainer.sketcher.drawing import draw_photos, hands_by_lot, with_drawings
from trainer.sketcher.network import Sketcher
from trainer.sketcher.training import SketcherTraining, doubt_loss, edge_difference, judgement_loss

CPU = torch.device("cpu")
TINY = SketcherConfig(steps=6, batch=4, width=4, critic_width=4)


@pytest.fixture(scope="module")
def faces() -> FaceSet:
    """Six people with a photo and its negative as the sketch, the last two in another hand; one without a sketch."""
    photos = np.stack([blob_face(person, 0) for person in range(7)])
    return FaceSet(
        images=torch.from_numpy(np.concatenate([photos, 255 - photos[:6] // 2]))[:, None],
        identities=np.array([f"p:{person}" for person in [*range(7), *range(6)]]),
        sources=np.array([*(["fs2k-1"] * 4 + ["xm2vts"] * 2), "lfw", *(["fs2k-1"] * 4 + ["xm2vts"] * 2)]),
        modalities=np.array([PHOTO] * 7 + [SKETCH] * 6),
        csv_sha256="0" * 64,
    )


def trained(faces: FaceSet, folder: Path, config: SketcherConfig = TINY) -> Sketcher:
    run = SketcherTraining(config, faces, seed=0, device=CPU)
    return run.run(folder / "sketcher.safetensors", config_json="{}", quiet=True)


def test_a_photo_is_paired_with_its_sketch_and_the_hand_that_drew_it(faces: FaceSet) -> None:
    pairs = find_pairs(faces)
    assert pairs.photos.tolist() == [0, 1, 2, 3, 4, 5]
    assert pairs.sketches.tolist() == [7, 8, 9, 10, 11, 12]
    assert [ARTISTS[style] for style in pairs.styles] == ["fs2k-1"] * 4 + ["xm2vts"] * 2


def test_a_set_without_pairs_is_refused_with_a_sentence(faces: FaceSet) -> None:
    with pytest.raises(DataError, match="no photo-sketch pairs"):
        find_pairs(faces.subset(np.arange(7)))


def test_rare_hands_are_drawn_more_often_than_their_share(faces: FaceSet) -> None:
    styles = find_pairs(faces).draw(4000, torch.Generator().manual_seed(0))[2]
    expected = np.sqrt(2) / (np.sqrt(2) + np.sqrt(4))
    assert (styles == ARTISTS.index("xm2vts")).float().mean() == pytest.approx(expected, abs=0.03)


def test_drawings_have_the_photos_form_and_depend_on_the_style() -> None:
    torch.manual_seed(0)
    sketcher = Sketcher(styles=2, width=4).eval()
    photos = torch.rand(2, 1, 48, 48)
    first, second = sketcher(photos, torch.tensor([0, 0])), sketcher(photos, torch.tensor([1, 1]))
    assert first.shape == photos.shape
    assert first.min() >= 0
    assert first.max() <= 1
    assert (first - second).abs().max() > 1e-3


def test_a_blend_that_is_all_of_one_hand_is_that_hand() -> None:
    torch.manual_seed(0)
    sketcher = Sketcher(styles=2, width=4).eval()
    photos = torch.rand(2, 1, 48, 48)
    alone, shares = sketcher(photos, torch.tensor([1, 0])), sketcher(photos, torch.tensor([[0.0, 1.0], [1.0, 0.0]]))
    assert torch.allclose(alone, shares, atol=1e-6)
    blend = sketcher(photos, torch.full((2, 2), 0.5))
    assert min((blend - alone).abs().max(), (blend - alone.flip(0)).abs().max()) > 1e-3


@pytest.mark.parametrize("blended", [0.0, 0.25, 1.0])
def test_as_many_hands_are_blends_of_two_as_asked_for_and_all_artists_draw(blended: float) -> None:
    shares = hands_by_lot(2000, blended, torch.Generator().manual_seed(0))
    assert torch.allclose(shares.sum(1), torch.ones(2000))
    hands = (shares > 0).sum(1)
    assert hands.max() <= 2
    assert (hands == 2).float().mean() == pytest.approx(blended, abs=0.04)
    assert torch.allclose(shares.mean(0), torch.full((len(ARTISTS),), 1 / len(ARTISTS)), atol=0.04)


def test_drawing_at_a_smaller_side_gives_the_size_asked_for_and_nearly_the_same_picture(faces: FaceSet) -> None:
    torch.manual_seed(0)
    sketcher, photos = Sketcher(styles=len(ARTISTS), width=4), faces.images[:4].float() / 255
    drawn = [
        draw_photos(sketcher, photos, SketcherConfig(side=side, exaggeration=(0, 0)), step_generator(0, 0))
        for side in (96, 128)
    ]
    assert drawn[0].shape == photos.shape
    coarse = [at_side(part, 16) for part in drawn]
    assert 0 < (coarse[0] - coarse[1]).abs().mean() < 0.03


def test_exaggeration_differs_between_photos_within_its_bounds(faces: FaceSet) -> None:
    torch.manual_seed(0)
    sketcher, photos = Sketcher(styles=len(ARTISTS), width=4), faces.images[:1].expand(40, -1, -1, -1).float() / 255
    moved = [
        draw_photos(sketcher, photos, SketcherConfig(exaggeration=bounds), step_generator(0, 0))
        for bounds in ((0.0, 0.0), (0.0, 0.04), (0.04, 0.04))
    ]
    far = [(part - moved[0]).abs().mean((1, 2, 3)) for part in moved[1:]]
    assert (far[0] <= far[1] * 1.1 + 1e-3).float().mean() > 0.9
    assert far[0].min() < 0.3 * far[1].min()


def test_edge_difference_equals_a_loop() -> None:
    torch.manual_seed(0)
    drawn, sketch = torch.rand(2, 1, 4, 5), torch.rand(2, 1, 4, 5)
    across, down = [], []
    for n in range(2):
        for y in range(4):
            for x in range(5):
                if x < 4:
                    steps = [float(image[n, 0, y, x + 1] - image[n, 0, y, x]) for image in (drawn, sketch)]
                    across.append(abs(steps[0] - steps[1]))
                if y < 3:
                    steps = [float(image[n, 0, y + 1, x] - image[n, 0, y, x]) for image in (drawn, sketch)]
                    down.append(abs(steps[0] - steps[1]))
    assert edge_difference(drawn, sketch).item() == pytest.approx(np.mean(across) + np.mean(down), rel=1e-5)


def test_the_losses_of_critic_and_sketcher_equal_a_loop() -> None:
    torch.manual_seed(0)
    real, drawn = torch.randn(3, 1, 2, 2), torch.randn(3, 1, 2, 2)
    of_real = [(float(score) - 1) ** 2 for score in real.flatten()]
    of_drawn = [float(score) ** 2 for score in drawn.flatten()]
    assert judgement_loss(real, drawn).item() == pytest.approx((np.mean(of_real) + np.mean(of_drawn)) / 2, rel=1e-5)
    assert doubt_loss(real).item() == pytest.approx(np.mean(of_real), rel=1e-5)


def test_the_sketcher_learns_what_the_pairs_show(faces: FaceSet, tmp_path: Path) -> None:
    config = SketcherConfig(steps=60, batch=4, width=8, critic_width=4, warp=0.0, learning_rate=3e-3)
    run = SketcherTraining(config, faces, seed=0, device=CPU)
    before = np.mean([run.train_step()["tones"] for _ in range(5)])
    after = np.mean([run.train_step()["tones"] for _ in range(50)][-5:])
    assert after < 0.6 * before


def test_a_sketcher_stopped_and_resumed_equals_one_that_was_not(
    faces: FaceSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = trained(faces, tmp_path / "whole").state_dict()
    monkeypatch.setattr(training, "CHECKPOINT_EVERY", 1)
    original = SketcherTraining.train_step

    def stop_at_three(self: SketcherTraining) -> dict[str, float]:
        if self.step == 3:
            raise KeyboardInterrupt
        return original(self)

    with monkeypatch.context() as patch:
        patch.setattr(SketcherTraining, "train_step", stop_at_three)
        with pytest.raises(KeyboardInterrupt):
            trained(faces, tmp_path / "parts")
    resumed = trained(faces, tmp_path / "parts").state_dict()
    assert [name for name in whole if not torch.equal(whole[name], resumed[name])] == []


def test_drawings_join_the_set_as_sketches_of_their_identities(faces: FaceSet, tmp_path: Path) -> None:
    sketcher = trained(faces, tmp_path)
    cache = tmp_path / "drawings.safetensors"
    twice = dataclasses.replace(TINY, passes=2)
    both = [
        with_drawings(sketcher, faces, twice, seed=0, cache=cache, config_json="{}", quiet=True) for _ in range(2)
    ]
    assert torch.equal(both[0].images, both[1].images)
    added = both[0].sources == LEARNED
    assert np.count_nonzero(added) == 14
    assert both[0].identities[added].tolist() == [f"p:{person}" for person in range(7)] * 2
    assert set(both[0].modalities[added]) == {SKETCH}
    other = dataclasses.replace(faces, csv_sha256="11" * 32)
    with pytest.raises(DataError, match=r"drawings\.safetensors belongs to another configuration \(table"):
        with_drawings(sketcher, other, twice, seed=0, cache=cache, config_json="{}", quiet=True)


def test_a_mix_takes_its_share_of_learned_drawings_and_no_real_pair_is_one(faces: FaceSet, tmp_path: Path) -> None:
    sketcher = trained(faces, tmp_path)
    drawn = with_drawings(sketcher, faces, TINY, seed=0, cache=tmp_path / "d", config_json="{}", quiet=True)
    mix = MixConfig(photos=0.25, synthetic_sketches=0.0, learned_sketches=0.25, real_pairs=0.5)
    batch = BatchSampler(drawn, mix).draw(32, step_generator(0, 0))
    assert np.count_nonzero(drawn.sources[batch.rows] == LEARNED) == 8
    with pytest.raises(DataError, match="no sketcher"):
        BatchSampler(faces, mix)
