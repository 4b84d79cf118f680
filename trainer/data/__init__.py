"""Training data: crops in memory, splits, batch sampling, augmentation, sketch synthesis."""
