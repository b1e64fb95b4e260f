"""What a command loads: the command line stays quick because it leaves the screens alone."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "content/examples/prairie-fork.workbook.json"
PROBE = """
import sys
from workbook.__main__ import main
sys.argv = ["workbook", *sys.argv[1:]]
try:
    sys.exit(main())
finally:
    print("LOADED", *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""
SCREENS = {"textual", "rich", "screens", "questionary", "prompt_toolkit"}


def loaded(here: Path, *arguments: str) -> set[str]:
    """The packages that a command has loaded when it ends."""
    (here / "plan.workbook.json").write_bytes(EXAMPLE.read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        cwd=here,
        env={"PYTHONPATH": str(ROOT), "HOME": str(here), "PATH": "/usr/bin:/bin"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.rpartition("LOADED")[2].split())


@pytest.mark.parametrize(
    "command",
    [
        "--version",
        "--help",
        "export plan.workbook.json -o -",
        "status plan.workbook.json",
        "get plan.workbook.json workbook.community",
        "list plan.workbook.json stakeholder",
        "find plan.workbook.json bus",
        "ask plan.workbook.json --plain",
    ],
)
def test_a_command_without_a_screen_loads_none(tmp_path: Path, command: str) -> None:
    assert not loaded(tmp_path, *command.split()) & SCREENS


def test_version_reads_no_workbook_and_no_content(tmp_path: Path) -> None:
    assert not loaded(tmp_path, "--version") & {"tinydb", "markdown", "orjson"}
