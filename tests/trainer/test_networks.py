from __future__ import annotations

import cv2
import numpy as np
import pytest
import torch
from torch.nn import functional as F

from trainer.config import EncoderConfig
from trainer.networks.contrast import LocalContrast, box_mean
from trainer.networks.encoder import AreaResize, DeployedEncoder, Encoder, RegionPool
from trainer.networks.perceptron import Critic, DeployedGenerator, Generator, LatentEncoder
from trainer.networks.residual import shortcut
from trainer.networks.weighed_generator import WeighedGenerator
from trainer.onnx_graph import deployable

SMALL = EncoderConfig(kind="compact", feature_size=16, widths=(8, 16, 16, 16))


@pytest.mark.parametrize("side", [4, 5, 7, 8])
def test_region_pool_equals_adaptive_average_pooling(side: int) -> None:
    maps = torch.rand(2, 3, side, side)
    assert torch.allclose(RegionPool(4)(maps), F.adaptive_avg_pool2d(maps, 4).flatten(1), atol=1e-6)


def test_box_mean_averages_the_pixels_that_exist() -> None:
    image = torch.arange(16.0).reshape(1, 1, 4, 4)
    mean = box_mean(image, 1)
    assert mean[0, 0, 0, 0].item() == pytest.approx((0 + 1 + 4 + 5) / 4)
    assert mean[0, 0, 1, 1].item() == pytest.approx(image[0, 0, :3, :3].mean().item())


def test_local_contrast_hardly_sees_light_and_contrast() -> None:
    image = torch.rand(1, 1, 112, 112) * 2 - 1
    front = LocalContrast()
    plain, changed = front(image)[:, 1:], front(image * 0.6 + 0.2)[:, 1:]
    assert F.cosine_similarity(plain.flatten(1), changed.flatten(1)).item() > 0.99


@pytest.mark.parametrize("size", [64, 112])
@pytest.mark.parametrize("config", [SMALL, EncoderConfig(kind="resnet50")], ids=["compact", "resnet50"])
def test_encoders_give_one_feature_a_crop_at_both_resolutions(size: int, config: EncoderConfig) -> None:
    encoder = Encoder(config).eval()
    with torch.no_grad():
        assert encoder(torch.rand(2, 1, size, size)).shape == (2, config.feature_size)


def test_resnet50_has_the_depth_of_its_name() -> None:
    encoder = Encoder(EncoderConfig(kind="resnet50"))
    body = [layer for name, layer in encoder.named_modules() if "shortcut" not in name]
    assert sum(isinstance(layer, torch.nn.Conv2d | torch.nn.Linear) for layer in body) == 50


@pytest.mark.parametrize("channels", [1, 4, 8, 12, 15])
@pytest.mark.parametrize("side", [55, 56])
def test_a_shortcut_of_few_channels_learns_as_a_strided_convolution_does(channels: int, side: int) -> None:
    maps = torch.randn(2, channels, side, side).contiguous(memory_format=torch.channels_last)
    projection = shortcut(channels, 16, 2).get_submodule("0")
    (weight,) = projection.parameters()
    plain = weight.detach().clone().requires_grad_()
    expected = torch.einsum("nchw,dc->ndhw", maps[:, :, ::2, ::2], plain[:, :, 0, 0])
    assert torch.allclose(projection(maps), expected, atol=1e-5)
    ours, theirs = (
        torch.autograd.grad(each.square().sum(), of)[0]
        for each, of in ((projection(maps), weight), (expected, plain))
    )
    assert torch.allclose(ours, theirs, rtol=1e-3, atol=1e-3 * float(theirs.abs().max()))


@pytest.mark.parametrize(("side_in", "side_out"), [(112, 80), (112, 64), (112, 56), (10, 7)])
def test_area_resizing_is_that_of_opencv(side_in: int, side_out: int) -> None:
    image = np.random.default_rng(0).uniform(-1, 1, (side_in, side_in)).astype(np.float32)
    expected = cv2.resize(image, (side_out, side_out), interpolation=cv2.INTER_AREA)
    resized = AreaResize(side_in, side_out)(torch.from_numpy(image)[None, None])
    assert np.abs(resized[0, 0].numpy() - expected).max() < 1e-4


def test_area_resizing_keeps_the_mean_tone() -> None:
    images = torch.rand(2, 1, 112, 112)
    assert torch.allclose(AreaResize(112, 80)(images).mean((2, 3)), images.mean((2, 3)), atol=1e-5)


@pytest.mark.parametrize("working_side", [64, 80, 112])
def test_a_deployed_encoder_gives_unit_features_that_ignore_mirroring(working_side: int) -> None:
    encoder = DeployedEncoder(Encoder(SMALL), working_side).eval()
    crops = torch.rand(3, 1, 112, 112)
    with torch.no_grad():
        features, mirrored = encoder(crops), encoder(crops.flip(3))
    assert torch.allclose(features.norm(dim=1), torch.ones(3), atol=1e-5)
    assert torch.allclose(features, mirrored, atol=1e-5)


def test_a_residual_generator_starts_near_the_identity_and_a_plain_one_does_not() -> None:
    feature, noise = F.normalize(torch.randn(4, 16)), torch.randn(4, 3)
    near = Generator(16, 3, 8, residual=True).eval()(feature, noise)
    far = Generator(16, 3, 8, residual=False).eval()(feature, noise)
    assert (near - feature).norm(dim=1).max() < 0.1
    assert (far - feature).norm(dim=1).min() > 0.1


def test_noise_on_the_condition_is_for_training_alone() -> None:
    torch.manual_seed(0)
    generator = Generator(16, 3, 8, residual=False, condition_noise=1.0)
    feature, noise = F.normalize(torch.randn(4, 16)), torch.randn(4, 3)
    assert not torch.allclose(generator.train()(feature, noise), generator(feature, noise))
    assert torch.equal(generator.eval()(feature, noise), generator(feature, noise))


def test_a_generator_gives_different_features_for_different_noise() -> None:
    feature = torch.randn(1, 16).expand(2, -1)
    generated = DeployedGenerator(Generator(16, 3, 8, residual=False)).eval()(feature, torch.randn(2, 3))
    assert not torch.allclose(generated[0], generated[1])


def test_weights_share_a_change_into_what_every_draw_has_and_what_differs() -> None:
    generator = Generator(16, 3, 8, residual=True).eval()
    torch.nn.init.normal_(list(generator.body.parameters())[-2])
    feature, noise = torch.randn(4, 16), torch.randn(4, 3)
    weighed = WeighedGenerator(generator, noise_size=3, shift=0.2, spread=0.5).eval()
    with torch.no_grad():
        for row in range(4):
            change = generator(feature[row : row + 1], noise[row : row + 1])[0] - feature[row]
            drawn = [generator(feature[row : row + 1], fixed[None])[0] - feature[row] for fixed in weighed.noise]
            mean = sum(drawn) / len(drawn)
            expected = feature[row] + 0.2 * mean + 0.5 * (change - mean)
            assert torch.allclose(weighed(feature, noise)[row], expected, atol=1e-5)


def test_with_full_weights_a_generator_is_what_it_was() -> None:
    generator = Generator(16, 3, 8, residual=True).eval()
    torch.nn.init.normal_(list(generator.body.parameters())[-2])
    feature, noise = torch.randn(4, 16), torch.randn(4, 3)
    weighed = WeighedGenerator(generator, noise_size=3, shift=1.0, spread=1.0).eval()
    with torch.no_grad():
        assert torch.allclose(weighed(feature, noise), generator(feature, noise), atol=1e-5)


def test_critic_and_latent_encoder_shapes() -> None:
    assert Critic(16, 8)(torch.randn(5, 16)).shape == (5,)
    assert LatentEncoder(16, 3, 8)(torch.randn(5, 16)).shape == (5, 3)


def test_a_deployable_copy_computes_the_same_up_to_half_precision_and_leaves_the_original_alone() -> None:
    encoder = Encoder(SMALL)
    encoder.train()(torch.rand(8, 1, 64, 64))  # gives batch norm statistics to fold
    encoder.eval()
    before = {name: tensor.clone() for name, tensor in encoder.state_dict().items()}
    crops = torch.rand(3, 1, 64, 64)
    with torch.no_grad():
        expected, ready = encoder(crops), deployable(encoder)
        assert torch.allclose(ready(crops), expected, atol=2e-2 * expected.abs().max().item())
    assert not any(isinstance(layer, torch.nn.BatchNorm2d) for layer in ready.modules())
    assert all(torch.equal(tensor, before[name]) for name, tensor in encoder.state_dict().items())
