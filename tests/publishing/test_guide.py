"""The recipes of docs/publishing.md, each as it stands there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.publishing.tools import Tool

GUIDE = Path(__file__).parents[2] / "docs/publishing.md"
PARTS = dict(
    re.findall(r"^## ([^\n]+)\n\n```sh\n(.*?)```", GUIDE.read_text(), re.MULTILINE | re.DOTALL)
)
MADE = {
    "pandoc": "plan.odt", "LibreOffice": "plan.pdf", "MkDocs": "mkdocs-site/site/index.html",
    "Hugo": "hugo-site/public/index.html", "Jekyll": "jekyll-site/_site/index.html",
}  # fmt: skip
"""What the other program of a part makes; in a part without one all is ours."""


@pytest.mark.parametrize(
    ("tool", "part"),
    [(part if part in MADE else "pandoc", part) for part in PARTS],
    indirect=["tool"],
)
def test_the_recipe_works_as_it_stands_in_the_guide(tool: Tool, part: str, tmp_path: Path) -> None:
    places = [Path(sys.executable).parent, Path(tool.command[0]).parent, os.environ["PATH"]]
    env = os.environ | {"PATH": ":".join(map(str, places)), "HOME": str(tmp_path)}
    script = f"workbook demo our.workbook.json\n{PARTS[part]}"
    ran = subprocess.run(
        ["bash", "-euxc", script], cwd=tmp_path, env=env, capture_output=True, text=True,
        timeout=120,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-3000:]
    assert part not in MADE or (tmp_path / MADE[part]).stat().st_size > 500
