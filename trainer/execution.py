"""How steps are computed: device, precision, compilation. What is learned depends on it by rounding only."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor, nn
from torch.optim import SGD

from trainer.networks.on_processors import suited_to_processors

Choice = Literal["auto", "on", "off"]
"""“auto”: on where there is a GPU that has what it takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Execution:
    """The choices made for one device."""

    device: torch.device
    mixed: bool = False
    """Networks compute in bfloat16, weights and losses stay float32."""
    compiled: bool = False
    """torch.compile: minutes at the start of each resolution, for fewer passes over memory."""

    @classmethod
    def on(cls, device: torch.device, *, mixed: Choice = "auto", compiled: Choice = "auto") -> Execution:
        """Choose for a device. On a processor “auto” is off: few have bfloat16 units, and compiling hardly pays."""
        graphics = device.type == "cuda"
        return cls(
            device=device,
            mixed=_chosen(mixed, graphics and torch.cuda.is_bf16_supported()),
            compiled=_chosen(compiled, graphics and importlib.util.find_spec("triton") is not None),
        )

    def prepare(self) -> None:
        """Let the GPU's libraries search for fast convolutions and use TF32 where float32 is asked for."""
        if self.device.type == "cuda":
            torch.backends.cudnn.benchmark = True
            torch.set_float32_matmul_precision("high")

    def precision(self) -> torch.autocast:
        """Return the context in which networks run."""
        return torch.autocast(self.device.type, dtype=torch.bfloat16, enabled=self.mixed)

    def suited(self, network: nn.Module) -> nn.Module:
        """Return the network with layers that train fast on the device, under the same names, to be used instead.

        On a processor convolutions are by Winograd's algorithm: in float32, and where no compiler sees them.
        """
        plain = self.device.type != "cpu" or self.mixed or self.compiled
        return network if plain else suited_to_processors(network)

    def network(self, module: nn.Module) -> nn.Module:
        """Return the module to call; it shares its weights with `module`."""
        if not self.compiled:
            return module
        compiled: nn.Module = torch.compile(module, dynamic=False)  # type: ignore[assignment]
        return compiled

    def momentum_descent(
        self, parameters: list[nn.Parameter], *, momentum: float, weight_decay: float
    ) -> torch.optim.Optimizer:
        """SGD with Nesterov momentum; the rate is set step by step. One kernel for all weights on a GPU."""
        fused = True if self.device.type == "cuda" else None
        return SGD(parameters, lr=0.1, momentum=momentum, weight_decay=weight_decay, nesterov=True, fused=fused)


def _chosen(choice: Choice, possible: bool) -> bool:  # noqa: FBT001 - two plain values
    return possible if choice == "auto" else choice == "on"


def sent(tensor: Tensor, device: torch.device) -> Tensor:
    """Copy to the device without waiting for it: a GPU fetches from pinned memory while the host goes on."""
    if device.type != "cuda" or tensor.device.type == "cuda":
        return tensor.to(device)
    return tensor.pin_memory().to(device, non_blocking=True)
