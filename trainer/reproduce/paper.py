"""The paper's own figures (Tables 1 to 4), printed beside ours; measured on other photos and other sketches."""

from __future__ import annotations

TABLE_1: dict[str, tuple[float, float, float, float]] = {
    "pretraining": (0.382, 0.677, 0.387, 0.671),
    "joint_training": (0.538, 0.796, 0.538, 0.791),
    "fixed_finetuning": (0.510, 0.777, 0.486, 0.761),
    "end_to_end_finetuning": (0.483, 0.738, 0.448, 0.721),
    "joint_finetuning": (0.430, 0.718, 0.433, 0.718),
    "dann_u": (0.413, 0.695, 0.389, 0.675),
    "dann_s": (0.502, 0.771, 0.513, 0.768),
    "sdt": (0.549, 0.786, 0.531, 0.780),
    "jan_u": (0.486, 0.757, 0.457, 0.738),
    "jan_s": (0.545, 0.802, 0.536, 0.792),
    "cross_modal_a": (0.548, 0.797, 0.531, 0.789),
    "cross_modal_ab": (0.545, 0.801, 0.534, 0.793),
    "wsgan_dagger": (0.567, 0.816, 0.542, 0.803),
    "wsgan": (0.561, 0.821, 0.545, 0.803),
}
TABLE_1_METRICS = ("recall@5", "recall@50", "tpr@1e-3", "tpr@1e-2")
"""Of Tables 1 and 3."""

TABLE_2: dict[str, dict[str, tuple[float, float]]] = {
    "pretraining": {"prip-hdc": (0.15, 0.34), "cufs": (0.63, 0.83), "cufsf": (0.393, 0.585)},
    "sdt": {"prip-hdc": (0.19, 0.404), "cufs": (0.79, 0.92), "cufsf": (0.493, 0.706)},
    "jan_s": {"prip-hdc": (0.19, 0.447), "cufs": (0.75, 0.94), "cufsf": (0.499, 0.708)},
    "cross_modal_ab": {"prip-hdc": (0.17, 0.458), "cufs": (0.73, 0.92), "cufsf": (0.478, 0.689)},
    "wsgan": {"prip-hdc": (0.21, 0.443), "cufs": (0.87, 0.98), "cufsf": (0.502, 0.721)},
}
"""Recall@1 and @5. The paper does not say which of its two Cross-modal rows it means."""

TABLE_3: dict[tuple[str, int], tuple[float, float, float, float]] = {
    ("L_C", 1): (0.552, 0.781, 0.534, 0.785),
    ("L_A + L_C", 1): (0.563, 0.816, 0.541, 0.802),
    ("L_A + L_C", 10): (0.567, 0.816, 0.542, 0.803),
    ("L_A + L_C + L_E", 1): (0.554, 0.815, 0.538, 0.796),
    ("L_A + L_C + L_E", 10): (0.561, 0.821, 0.545, 0.803),
}

TABLE_4: dict[str, tuple[str, str]] = {
    "pretraining": ("-", "0.159±0.11"),
    "wsgan_dagger": ("0.972±0.009", "0.037±8e-5"),
    "wsgan": ("0.755±0.054", "0.048±0.002"),
    "real": ("0.696±0.068", "0.054±0.002"),
}
"""Intra-sim and inter-sim as printed."""
