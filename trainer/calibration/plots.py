"""Plots of a calibration: Tippett, empirical cross-entropy, reliability, error rates of the list's threshold."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from trainer.calibration.bundle import Calibrated
from trainer.calibration.comparisons import Numbers
from trainer.calibration.likelihood import log10
from trainer.calibration.measures import WeightedScores, pool_adjacent_violators, shares_above

_GENUINE, _IMPOSTOR, _BEST = "#0072b2", "#d55e00", "#555555"
_PRIORS = np.linspace(-3, 3, 121)


def write_plots(calibrated: Calibrated, folder: Path) -> tuple[Path, ...]:
    """Write tippett.png, cross_entropy.png, reliability.png and list_threshold.png into the folder."""
    drawings = {
        "tippett.png": tippett,
        "cross_entropy.png": cross_entropy,
        "reliability.png": reliability,
        "list_threshold.png": list_threshold,
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in drawings.items():
        figure = Figure(figsize=(6.4, 4.4), dpi=150, layout="constrained")
        draw(figure.add_subplot(), calibrated)
        figure.savefig(folder / name)
    return tuple(folder / name for name in drawings)


def tippett(axes: Axes, calibrated: Calibrated) -> None:
    """Share of pairs with a log10 LR above each value, by class, with the supported range."""
    held_out, found = calibrated.held_out, calibrated.calibration.likelihood
    every = log10(np.concatenate([held_out.genuine.values, held_out.impostor.values]))
    grid = np.linspace(every.min(), every.max(), 500)
    for part, colour, label in (
        (held_out.genuine, _GENUINE, f"same person ({found.genuine_pairs:,} pairs of people)"),
        (held_out.impostor, _IMPOSTOR, f"different people ({found.impostor_pairs:,})"),
    ):
        axes.plot(grid, shares_above(part.weighted(), grid * np.log(10)), color=colour, label=label)
    for bound in (found.lowest, found.highest):
        axes.axvline(bound, color=_BEST, linestyle=":")
    axes.axvline(0, color="black", linewidth=0.6)
    axes.set(xlabel="log10 LR", ylabel="share of pairs above", ylim=(0, 1.02))
    axes.set_title("Held-out likelihood ratios; dotted: range that the validation supports", fontsize=10)
    axes.legend(fontsize=8, loc="lower left")


def cross_entropy(axes: Axes, calibrated: Calibrated) -> None:
    """Empirical cross-entropy over prior odds (Ramos et al., Entropy 2018); at odds of 1 it is Cllr."""
    held_out, found = calibrated.held_out, calibrated.calibration.likelihood
    own, other = held_out.genuine.weighted(), held_out.impostor.weighted()
    best = pool_adjacent_violators(own, other)
    lines = {
        "no evidence (LR = 1)": (np.zeros(len(own.values)), np.zeros(len(other.values)), "black", ":"),
        f"calibrated, held out (Cllr {found.cllr.value:.3f})": (own.values, other.values, _IMPOSTOR, "-"),
        f"best monotone map (Cllr_min {found.cllr_min:.3f})": (*best, _GENUINE, "--"),
    }
    for label, (genuine, impostor, colour, style) in lines.items():
        entropy = [_entropy(genuine, own.weights, impostor, other.weights, odds) for odds in _PRIORS]
        axes.plot(_PRIORS, entropy, color=colour, linestyle=style, label=label)
    axes.set(xlabel="log10 prior odds", ylabel="empirical cross-entropy (bits)", ylim=(0, None))
    axes.set_title("How much uncertainty the likelihood ratios leave", fontsize=10)
    axes.legend(fontsize=8, loc="upper right")


def reliability(axes: Axes, calibrated: Calibrated) -> None:
    """Stated log10 LR against what the same held-out pairs show: on the diagonal it means what it says."""
    held_out, found = calibrated.held_out, calibrated.calibration.likelihood
    own, other = held_out.genuine.weighted(), held_out.impostor.weighted()
    values = np.concatenate([own.values, other.values])
    best = np.concatenate(pool_adjacent_violators(own, other))
    order = np.argsort(values)
    shown = np.isfinite(best[order])
    axes.plot(log10(values[order][shown]), log10(best[order][shown]), color=_GENUINE, label="held-out pairs (PAV)")
    ends = (found.lowest - 1, found.highest + 1)
    axes.plot(ends, ends, color="black", linewidth=0.8, linestyle=":", label="perfect calibration")
    axes.axvspan(found.lowest, found.highest, color="#dddddd", alpha=0.5, label="range that is reported")
    axes.set(xlabel="log10 LR as stated", ylabel="log10 LR as observed", xlim=ends, ylim=ends)
    axes.set_title("Reliability", fontsize=10)
    axes.legend(fontsize=8, loc="upper left")


def list_threshold(axes: Axes, calibrated: Calibrated) -> None:
    """FPIR and FNIR of the list over its threshold, with the chosen one."""
    searches, found = calibrated.searches, calibrated.calibration.candidate_list
    weights = np.tile(searches.weights, len(searches.mated))
    grid = np.linspace(-1.5, 6.0, 400)
    false = WeightedScores.of(searches.non_mated.ravel(), weights)
    hit = WeightedScores.of(np.where(searches.ranks == 1, searches.mated, -np.inf).ravel(), weights)
    axes.plot(grid, shares_above(false, grid), color=_IMPOSTOR, label="FPIR(N, T): person not in the gallery")
    axes.plot(grid, 1 - shares_above(hit, grid), color=_GENUINE, label="FNIR(N, 1, T): person missed")
    axes.axvline(found.threshold, color=_BEST, linestyle=":", label=f"chosen T = {found.threshold:.2f}")
    axes.set(xlabel="threshold on the list's score", ylabel="share of searches", ylim=(0, 1.02))
    axes.set_title(f"Open-set search of held-out sketches, N = {found.people} people", fontsize=10)
    axes.legend(fontsize=8, loc="lower right")


def _entropy(
    genuine: Numbers, genuine_weights: Numbers, impostor: Numbers, impostor_weights: Numbers, log10_odds: float
) -> float:
    odds = log10_odds * np.log(10)
    prior = 1 / (1 + np.exp(-odds))
    lost_genuine = genuine_weights @ np.logaddexp(0.0, -(genuine + odds))
    lost_impostor = impostor_weights @ np.logaddexp(0.0, impostor + odds)
    return float((prior * lost_genuine + (1 - prior) * lost_impostor) / np.log(2))
