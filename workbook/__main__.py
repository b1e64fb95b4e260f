"""`python -m workbook`, and the command `workbook`."""

import gc
import sys

gc.set_threshold(50_000)  # starting makes objects by the ten thousand, and no garbage

from workbook.cli.main import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
