"""The rows of the method comparison (paper, Table 1), one file a method, in the table's order.

All of them get the same data, the same augmentation and the same head, and all but two the same start and budget:
Pretraining is the start alone, `Budget.steps` fewer; Jointly Training has no start, and takes its steps on top.
"""

from __future__ import annotations

from trainer.methods.contract import Budget, MatchingModel, Method, Start, Task
from trainer.methods.cross_modal import cross_modal_a, cross_modal_ab
from trainer.methods.dann import dann_supervised, dann_unsupervised
from trainer.methods.end_to_end_finetuning import end_to_end_finetuning
from trainer.methods.fixed_finetuning import fixed_finetuning
from trainer.methods.jan import jan_supervised, jan_unsupervised
from trainer.methods.joint_finetuning import joint_finetuning
from trainer.methods.joint_training import joint_training
from trainer.methods.pretraining import pretraining
from trainer.methods.sdt import sdt
from trainer.methods.start import train_start
from trainer.methods.wsgan import wsgan, wsgan_class_only, wsgan_dagger

__all__ = ["METHODS", "OBJECTIVES", "TITLES", "Budget", "MatchingModel", "Method", "Start", "Task", "train_start"]

METHODS: dict[str, Method] = {
    "pretraining": pretraining,
    "joint_training": joint_training,
    "fixed_finetuning": fixed_finetuning,
    "end_to_end_finetuning": end_to_end_finetuning,
    "joint_finetuning": joint_finetuning,
    "dann_u": dann_unsupervised,
    "dann_s": dann_supervised,
    "sdt": sdt,
    "jan_u": jan_unsupervised,
    "jan_s": jan_supervised,
    "cross_modal_a": cross_modal_a,
    "cross_modal_ab": cross_modal_ab,
    "wsgan_dagger": wsgan_dagger,
    "wsgan": wsgan,
}

TITLES: dict[str, str] = {
    "pretraining": "Pretraining",
    "joint_training": "Jointly Training",
    "fixed_finetuning": "Fixed Fine-tuning",
    "end_to_end_finetuning": "End-to-End Fine-tuning",
    "joint_finetuning": "Jointly Fine-tuning",
    "dann_u": "DANN(U)",
    "dann_s": "DANN(S)",
    "sdt": "SDT",
    "jan_u": "JAN(U)",
    "jan_s": "JAN(S)",
    "cross_modal_a": "Cross-modal(A)",
    "cross_modal_ab": "Cross-modal(A+B)",
    "wsgan_dagger": "WSGAN†",
    "wsgan": "WSGAN",
}
"""Names of the rows as the paper prints them."""

OBJECTIVES: dict[str, Method] = {
    "L_C": wsgan_class_only,
    "L_A + L_C": wsgan_dagger,
    "L_A + L_C + L_E": wsgan,
}
"""The rows of the paper's Table 3: the same functions as above where Table 1 has them."""
