"""`python -m workbook`, and the command `workbook`."""

import sys

from workbook.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
