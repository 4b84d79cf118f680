"""Records, ports, ranking and errors: standard library and numpy only, no input or output."""
