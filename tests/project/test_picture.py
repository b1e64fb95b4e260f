"""The picture in the README is the screen as it is now."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_picture_is_fresh(tmp_path: Path):
    fresh = tmp_path / "step.svg"
    command = [sys.executable, "-m", "docs.pictures", str(fresh)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    kept = (ROOT / "docs" / "pictures" / "step.svg").read_text(encoding="utf-8")
    assert fresh.read_text(encoding="utf-8") == kept, "make picture takes it anew"
