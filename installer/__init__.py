"""Setting up the project on a bare machine; standard library only."""
