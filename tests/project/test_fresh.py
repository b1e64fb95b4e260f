"""What is written by a command and kept in the tree is what that command writes now."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MADE = {
    "docs.checks": ("checks.md", "make docs"),
    "docs.screens": ("screens.md", "make docs"),
    "docs.man": ("workbook.1", "make docs"),
    "docs.pictures": ("pictures", "make pictures"),
}
"""Each module that writes a file or a folder, what it writes in docs/, and what has it written."""


@pytest.mark.parametrize("module", MADE)
def test_it_is_fresh(tmp_path: Path, module: str):
    name, way = MADE[module]
    fresh = tmp_path / name
    command = [sys.executable, "-m", module, str(fresh)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert files(fresh) == files(ROOT / "docs" / name), f"{way} writes it anew"


def files(made: Path) -> dict[str, str]:
    """The files at a place, each with what it holds."""
    found = sorted(made.iterdir()) if made.is_dir() else [made]
    return {one.name: one.read_text(encoding="utf-8") for one in found}
