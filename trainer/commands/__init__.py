"""One file a command of `python -m trainer`: `add_arguments(parser)` and `run(options)`."""
