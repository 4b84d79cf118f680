"""The peer of the training benchmark: a float32 script as one writes it at first, around `DataLoader`.

Every sample is transformed by itself in a worker process, with OpenCV and NumPy or, on request, with torchvision's
transforms (v2); the network runs in float32 in torch's default layout, and the loss is printed, so read, every step.
The augmentation is this project's, but for the sketches: two cheap styles instead of five. The network is this
project's too, with its contrast front end by pooling along rows and columns.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any, Literal

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, Dataset, WeightedRandomSampler

from trainer.config import EncoderConfig
from trainer.data.faces import CROP_SIDE, PHOTO, TEMPLATE_SIDE, FaceSet
from trainer.networks.contrast import LocalContrast
from trainer.networks.encoder import Encoder

Image = NDArray[np.float32]
Transform = Callable[[Image], Tensor]
Library = Literal["opencv", "torchvision"]


def warped(image: Image, matrix: NDArray[np.float32], strength: float, size: int) -> Image:
    """Sample a view of side `size` by an affine map plus a smooth random displacement."""
    axis = (np.arange(size, dtype=np.float32) + 0.5) * 2 / size - 1
    columns, rows = np.meshgrid(axis, axis)
    waves = np.random.randn(2, 5, 5).astype(np.float32) * strength * 2  # noqa: NPY002 - workers seed this one
    x, y = (cv2.resize(wave, (size, size), interpolation=cv2.INTER_CUBIC) for wave in waves)
    x = x + matrix[0, 0] * columns + matrix[0, 1] * rows + matrix[0, 2]
    y = y + matrix[1, 0] * columns + matrix[1, 1] * rows + matrix[1, 2]
    half = np.float32(image.shape[0] / 2)
    view = cv2.remap(
        image, (x + 1) * half - 0.5, (y + 1) * half - 0.5, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(view, dtype=np.float32)


def uniform(low: float, high: float) -> float:
    """A random number; DataLoader gives every worker another seed of NumPy's global generator."""
    return float(np.random.uniform(low, high))  # noqa: NPY002


def sketched(image: Image) -> Image:
    """Exaggerate the shape, then a pencil or a line drawing."""
    moved = warped(image, np.eye(2, 3, dtype=np.float32), 0.02, image.shape[0])
    if uniform(0, 1) < 0.5:
        blurred = cv2.GaussianBlur(moved, (0, 0), CROP_SIDE / 28)
        return np.asarray(np.clip(moved / (blurred + 0.02), 0, 1) ** uniform(1, 3.5), dtype=np.float32)
    fine, coarse = cv2.GaussianBlur(moved, (0, 0), CROP_SIDE / 130), cv2.GaussianBlur(moved, (0, 0), CROP_SIDE / 75)
    edges = fine + uniform(6, 16) * (fine - coarse) - uniform(0.35, 0.6)
    return np.asarray(1 / (1 + np.exp(-uniform(4, 14) * edges - 1.5)), dtype=np.float32)


def opencv_view(image: Image, size: int) -> Tensor:
    """Warp, light, blur, noise and cover one image in [0, 1]."""
    angle, scale, stretch = uniform(-1, 1) * math.radians(8), 1 + uniform(-0.07, 0.07), 1 + uniform(-0.04, 0.04)
    zoom, flip = TEMPLATE_SIDE / CROP_SIDE, -1.0 if uniform(0, 1) < 0.5 else 1.0
    cos, sin = zoom * math.cos(angle) / scale, zoom * math.sin(angle) / scale
    shift = [uniform(-0.04, 0.04), uniform(-0.04, 0.04)]
    matrix = np.array([[flip * cos * stretch, -sin, shift[0]], [flip * sin * stretch, cos, shift[1]]], np.float32)
    view = np.clip(warped(image, matrix, 0.006, size), 1e-3, 1) ** math.exp(uniform(-0.45, 0.45))
    view = (view - 0.5) * uniform(0.65, 1.3) + 0.5 + uniform(-0.15, 0.15)
    ramp = np.linspace(-1, 1, size, dtype=np.float32)
    view = view + uniform(-0.15, 0.15) * ramp + uniform(-0.1, 0.1) * ramp[:, None]
    share = max(0.0, uniform(-0.3, 1))
    view = (1 - share) * view + share * cv2.blur(view, (3, 3), borderType=cv2.BORDER_REPLICATE)
    view = np.clip(view + uniform(0, 0.04) * np.random.randn(size, size), 0, 1)  # noqa: NPY002
    if uniform(0, 1) < 0.25:
        top, left = int(uniform(0, 0.8) * size), int(uniform(0, 0.7) * size)
        view[top : top + int(uniform(0.1, 0.4) * size), left : left + int(uniform(0.1, 0.5) * size)] = uniform(0, 1)
    return torch.from_numpy((view * 2 - 1).astype(np.float32)).unsqueeze(0)


def torchvision_view(size: int) -> Transform:
    """The nearest that torchvision has, in the same order."""
    from torchvision.transforms import v2  # type: ignore[import-not-found,import-untyped,unused-ignore]

    steps: Any = v2.Compose(
        [
            v2.RandomAffine(8, translate=(0.02, 0.02), scale=(0.93, 1.07)),
            v2.ElasticTransform(alpha=20.0, sigma=12.0),
            v2.CenterCrop(TEMPLATE_SIDE),
            v2.Resize(size, antialias=True),
            v2.RandomHorizontalFlip(),
            v2.ColorJitter(brightness=0.3, contrast=0.35),
            v2.GaussianBlur(3, (0.1, 0.8)),
            v2.GaussianNoise(0.0, 0.02),
            v2.RandomErasing(0.25, scale=(0.02, 0.15)),
            v2.Normalize([0.5], [0.5]),
        ]
    )
    return lambda image: torch.as_tensor(steps(torch.from_numpy(image).unsqueeze(0)))


class PoolingFront(LocalContrast):
    """The fixed front end with its box means by torch's pooling."""

    @staticmethod
    def _normalised(x: Tensor, radius: int) -> Tensor:
        centred = x - pooled(x, radius)
        return centred / (pooled(centred.square(), radius) + 4e-3).sqrt() * 0.7


def pooled(x: Tensor, radius: int) -> Tensor:
    """Mean over the window, borders counted by the pixels that exist."""
    side = 2 * radius + 1
    rows = F.avg_pool2d(x, (1, side), stride=1, padding=(0, radius), count_include_pad=False)
    return F.avg_pool2d(rows, (side, 1), stride=1, padding=(radius, 0), count_include_pad=False)


class PlainFaces(Dataset[tuple[Tensor, int]]):
    """One crop at a time; of the photos a share is drawn."""

    def __init__(self, faces: FaceSet, size: int, drawn: float, library: Library) -> None:
        self._images, self._photo = faces.images.numpy(), faces.modalities == PHOTO
        self._classes = np.unique(faces.identities, return_inverse=True)[1]
        self._drawn = drawn
        self._view: Transform = (
            torchvision_view(size) if library == "torchvision" else lambda image: opencv_view(image, size)
        )

    def __len__(self) -> int:
        return len(self._classes)

    def __getitem__(self, row: int) -> tuple[Tensor, int]:
        image = np.asarray(self._images[row, 0] / np.float32(255), dtype=np.float32)
        if self._photo[row] and uniform(0, 1) < self._drawn:
            image = sketched(image)
        return self._view(image), int(self._classes[row])


class PlainTraining:
    """Loader, network and optimiser; a step is a batch from the loader."""

    def __init__(
        self, faces: FaceSet, encoder: EncoderConfig, *, size: int, batch: int, workers: int, library: Library,
        device: torch.device,
    ) -> None:  # fmt: skip
        cv2.setNumThreads(1)
        data = PlainFaces(faces, size, drawn=0.3, library=library)
        forever = WeightedRandomSampler([1.0] * len(data), 10**6)
        self._loader = DataLoader(
            data, batch, sampler=forever, num_workers=workers, drop_last=True, pin_memory=device.type == "cuda",
            multiprocessing_context="fork" if workers else None,
        )  # fmt: skip
        self._batches: Iterator[list[Tensor]] = iter(self._loader)
        self._device = device
        self.encoder = Encoder(encoder).to(device)
        self.encoder.front = PoolingFront()
        classes = len(np.unique(faces.identities))
        self._classifier = nn.Linear(encoder.feature_size, classes, bias=False).to(device)
        parameters = [*self.encoder.parameters(), *self._classifier.parameters()]
        self._optimiser = torch.optim.SGD(parameters, lr=0.01, momentum=0.9, weight_decay=5e-4, nesterov=True)

    def step(self) -> float:
        """Take one step and return its loss."""
        images, labels = (part.to(self._device, non_blocking=True) for part in next(self._batches))
        features = self.encoder(images)
        cosines = F.linear(F.normalize(features), F.normalize(self._classifier.weight))
        logits = 32.0 * (cosines - 0.2 * F.one_hot(labels, cosines.shape[1]))
        loss = F.cross_entropy(logits, labels)
        self._optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self._optimiser.step()
        return loss.item()
