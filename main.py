"""Start of the program, frozen or not; for now the command line."""

from __future__ import annotations

from multiprocessing import freeze_support

from forensic_id.cli import main

if __name__ == "__main__":
    freeze_support()
    main()
