"""A teacher: a recogniser of photos that learned elsewhere from millions, and whose descriptions ours learns to give.

Hinton et al. 2015 call this distillation. Only the descriptions of the training photos are used: nothing of the
teacher is in a bundle.
"""
