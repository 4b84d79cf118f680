"""The residual blocks both encoders are built of."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional as F

_FEW_CHANNELS = 16
"""What oneDNN's strided 1x1 convolution needs at least on processors with AVX-512."""


class BasicBlock(nn.Module):
    """Two 3x3 convolutions with batch norm and PReLU around a shortcut (He et al. 2015)."""

    def __init__(self, channels_in: int, channels_out: int, stride: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(channels_in, channels_out, 3, stride, 1, bias=False),
            nn.BatchNorm2d(channels_out),
            nn.PReLU(channels_out),
            nn.Conv2d(channels_out, channels_out, 3, 1, 1, bias=False),
            nn.BatchNorm2d(channels_out),
        )
        self.shortcut = shortcut(channels_in, channels_out, stride)
        self.activation = nn.PReLU(channels_out)

    def forward(self, x: Tensor) -> Tensor:
        """(N, C_in, H, W) -> (N, C_out, H / stride, W / stride)."""
        activated: Tensor = self.activation(self.body(x) + self.shortcut(x))
        return activated


class BottleneckBlock(nn.Module):
    """1x1, 3x3 (with the stride), 1x1 expanding by four: the block of ResNet-50 in its v1.5 form."""

    expansion = 4

    def __init__(self, channels_in: int, width: int, stride: int) -> None:
        super().__init__()
        channels_out = width * self.expansion
        self.body = nn.Sequential(
            nn.Conv2d(channels_in, width, 1, bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(inplace=True),
            nn.Conv2d(width, width, 3, stride, 1, bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(inplace=True),
            nn.Conv2d(width, channels_out, 1, bias=False),
            nn.BatchNorm2d(channels_out),
        )
        self.shortcut = shortcut(channels_in, channels_out, stride)
        self.activation = nn.ReLU(inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        """(N, C_in, H, W) -> (N, 4 width, H / stride, W / stride)."""
        activated: Tensor = self.activation(self.body(x) + self.shortcut(x))
        return activated


def shortcut(channels_in: int, channels_out: int, stride: int) -> nn.Module:
    """Return the identity where shapes agree, else a strided 1x1 projection."""
    if stride == 1 and channels_in == channels_out:
        return nn.Identity()
    projection = SlicedProjection if channels_in < _FEW_CHANNELS else nn.Conv2d
    return nn.Sequential(projection(channels_in, channels_out, 1, stride, bias=False), nn.BatchNorm2d(channels_out))


class SlicedProjection(nn.Conv2d):
    """A strided 1x1 convolution that drops the pixels between before it computes.

    oneDNN 3.12 does so too, but its gradient of the weights writes past the memory it set aside when the channels are
    fewer than its block, and the process dies (oneDNN issue 6035).
    """

    def forward(self, x: Tensor) -> Tensor:
        """(N, C_in, H, W) -> (N, C_out, H / stride, W / stride)."""
        rows, columns = self.stride
        return F.conv2d(x[:, :, ::rows, ::columns], self.weight, self.bias)
