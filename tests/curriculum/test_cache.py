"""The curriculum that is kept is never older than what it was made of."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workbook.curriculum import ContentError, load, recall

ROOT = Path(__file__).parents[2]
ASKED = "print(recall().tables['activities'].field('place').kind.private)"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program, whose code may be changed."""
    for name in ("workbook", "content"):
        hidden = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / "program" / name, ignore=hidden)
    return tmp_path / "program"


def is_private(program: Path) -> str:
    """Whether that program takes the place of an activity for private."""
    done = subprocess.run(
        [sys.executable, "-c", f"from workbook.curriculum import recall\n{ASKED}"],
        env={**os.environ, "PYTHONPATH": str(program), "XDG_CACHE_HOME": str(program / "cache")},
        cwd=program, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


def test_a_field_that_changed_in_its_record_class_is_read_anew(program: Path):
    assert is_private(program) == "False"
    file = program / "workbook" / "records" / "engagement.py"
    text = file.read_text(encoding="utf-8")
    changed = text.replace("    place = Line(", "    place = Line(private=True, doc=")
    assert changed != text
    file.write_text(changed, encoding="utf-8")
    assert is_private(program) == "True"


def test_a_file_that_changed_in_a_folder_laid_over_is_read_anew(tmp_path: Path):
    file = tmp_path / "1-ours.toml"
    for short in ("Begin", "Set out"):
        file.write_text(f'id = "embarking"\nshort = "{short}"\n')
        assert recall(tmp_path).chapters[0].short == recall(tmp_path).chapters[0].short == short


def test_what_an_editor_leaves_in_a_folder_laid_over_is_no_content(tmp_path: Path):
    (tmp_path / "1-ours.toml").write_text('id = "embarking"\nshort = "Begin"\n')
    (tmp_path / ".#1-ours.toml").symlink_to("ana@host.4711:1790000000")
    (tmp_path / ".1-ours.toml").write_text("half a line = ")
    assert recall(tmp_path).chapters[0].short == "Begin"


def test_a_chapter_that_is_a_link_to_nowhere_is_refused_by_its_name(tmp_path: Path):
    (tmp_path / "8-weather.toml").symlink_to(tmp_path / "gone.toml")
    for read in (load, recall):
        with pytest.raises(ContentError, match="8-weather.toml: cannot be read"):
            read(tmp_path)
