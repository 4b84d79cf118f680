"""One training in several processes, a GPU each (started by torchrun): batches, norms and classes are shared out."""
