"""One wheel with all that is needed, which finds its own content wherever the user stands."""

import subprocess
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARTS = ("workbook", "screens", "content")
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def run(installed: Path, here: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command of the installed environment, with nothing of ours around it."""
    return subprocess.run(
        [str(installed / command[0]), *command[1:]],
        cwd=here,
        env={"PATH": f"{installed}:/usr/bin:/bin", "HOME": str(here), "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_wheel_holds_every_file_of_the_three_packages_and_nothing_else(wheel: Path) -> None:
    ours = {
        path.relative_to(ROOT).as_posix()
        for part in PARTS
        for path in (ROOT / part).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert {name for name in held if ".data/" not in name} == ours


def test_the_wheel_puts_the_man_page_where_man_looks(installed: Path) -> None:
    page = installed.parent / "share" / "man" / "man1" / "workbook.1"
    assert page.read_bytes() == (ROOT / "docs" / "workbook.1").read_bytes()


def test_the_wheel_carries_licence_and_notice(wheel: Path) -> None:
    held = {Path(name).name for name in zipfile.ZipFile(wheel).namelist()}
    assert {"LICENSE", "NOTICE"} <= held


@pytest.mark.parametrize("package", PARTS)
def test_the_installed_packages_are_the_wheels_own(
    installed: Path, tmp_path: Path, package: str
) -> None:
    asked = run(installed, tmp_path, "python", "-c", f"print(__import__({package!r}).__file__)")
    assert Path(asked.stdout.strip()).is_relative_to(installed.parent)


SITES = {
    "a Hugo site": {"content/_index.md": "# Our site\n", "content/1-embarking.toml": "not ours"},
    "a package of that name": {"content/__init__.py": "raise SystemExit('the wrong content')\n"},
}


@pytest.mark.parametrize("files", SITES.values(), ids=SITES)
@pytest.mark.parametrize("command", [("workbook",), ("python", "-m", "workbook")], ids=" ".join)
def test_a_folder_named_content_where_the_user_stands_is_left_alone(
    installed: Path, tmp_path: Path, files: dict[str, str], command: tuple[str, ...]
) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    made = run(installed, tmp_path, *command, "demo", "plan.workbook.json")
    assert (made.returncode, (tmp_path / "plan.workbook.json").is_file()) == (0, True), made.stderr
    plan = run(installed, tmp_path, *command, "export", "plan.workbook.json", "-o", "-")
    assert plan.returncode == 0, plan.stderr
    assert plan.stdout.startswith("# ")
    assert "Prairie Fork County" in plan.stdout
    assert {name: (tmp_path / name).read_text() for name in files} == files
