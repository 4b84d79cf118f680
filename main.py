"""Start of the desktop application, frozen or not."""

from __future__ import annotations

import sys
from multiprocessing import freeze_support

from forensic_id.app import main

if __name__ == "__main__":
    freeze_support()
    sys.exit(main())
