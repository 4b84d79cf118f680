"""One file a loss; each docstring names the paper's equation."""
