"""What README and CONTRIBUTING say is there, is there."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from workbook.curriculum import load
from workbook.reasoning.language import meetings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
OWN_WORDS = (ROOT / "docs" / "your-own-words.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def part(title: str, page: str = README) -> str:
    """A part of the README or another page, by its heading."""
    return page.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def block(title: str, language: str, page: str = README) -> str:
    """The first block of code in a part."""
    return part(title, page).split(f"```{language}\n")[1].partition("```")[0]


def rows(title: str) -> list[list[str]]:
    """The cells of the table rows of a part, without their heads."""
    lines = [line for line in part(title).splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def helped(*command: str) -> str:
    """What `--help` says."""
    run = [sys.executable, "-m", "workbook", *command, "--help"]
    return subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_every_dependency_has_its_line_of_reason() -> None:
    named = [row[0].strip("`") for row in rows("What it stands on")[1:]]
    assert named == [Requirement(line).name for line in PROJECT["dependencies"]]
    assert all(len(row) == 3 and all(row) for row in rows("What it stands on"))


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_make_target_that_is_named_exists(text: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)\b(?=`| *#|;|$| FILE)", text, re.MULTILINE)) <= targets


def test_the_table_of_commands_has_every_command_and_no_other() -> None:
    named = re.findall(r"^\| `workbook ([a-z-]+)`", part("The command line"), re.MULTILINE)
    listed = re.findall(r"^  ([a-z-]+)  ", helped().partition("Commands:")[2], re.MULTILINE)
    assert sorted(named) == sorted(listed)


def test_every_exit_code_is_also_in_the_help() -> None:
    codes = [
        code for row in rows("The command line") for code in re.findall(r"^\d[\d, ]*$", row[0])
    ]
    said = " ".join(helped().partition("Exit codes: ")[2].split())
    told = set(re.findall(r"\b\d+\b", said))
    assert {one for code in codes for one in code.split(", ")} == told
    assert "70" in told


def asked(folder: Path, *options: str) -> str:
    """What a program in this folder asks on the step of the activities, on one line."""
    run = [sys.executable, "-m", "workbook"]
    more: dict[str, Any] = {
        "cwd": folder, "env": {**os.environ, "PYTHONPATH": str(folder)}, "text": True,
        "input": "\n" * 40, "capture_output": True, "check": True,
    }  # fmt: skip
    (folder / "our.json").unlink(missing_ok=True)
    subprocess.run([*run, "new", "our.json", "--community", "Marten", *options], **more)
    words = [*run, "ask", "our.json", "--step", "activities", "--plain", *options]
    return " ".join(subprocess.run(words, **more).stdout.split())


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program, whose files may be changed."""
    for name in ("workbook", "content"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_the_question_is_added_to_our_own_file(program: Path) -> None:
    file = program / "content" / "3-engaging.toml"
    before, mark, rest = file.read_text(encoding="utf-8").partition('id = "activities"\n')
    inside, following, after = rest.partition("\n[[step]]\n")
    toml = block("Add a question", "toml")
    text = f"{before}{mark}{inside}\n{toml}{following}{after}"
    file.write_text(text, encoding="utf-8")
    assert tomllib.loads(toml)["step"]["prompt"][0]["ask"] in asked(program)


def test_the_question_is_added_in_a_folder_laid_over(program: Path) -> None:
    toml = block("Add a question", "toml", OWN_WORDS)
    (program / "ours").mkdir()
    file = program / "ours" / "3-engaging.toml"
    file.write_text(toml, encoding="utf-8")
    ask = tomllib.loads(toml)["step"][0]["prompt"][0]["ask"]
    next_ = load().prompts["engaging.pay-rate"].ask
    last = asked(program, "--content", "ours")
    assert last.index(ask) > last.index(next_)
    (after,) = re.findall(r"`(after = \"[\w.-]+\")`", part("Add a question", OWN_WORDS))
    file.write_text(f"{toml}{after}\n", encoding="utf-8")
    moved = asked(program, "--content", "ours")
    assert moved.index(ask) < moved.index(next_)


def test_the_added_metric_is_read_from_a_folder_laid_over(tmp_path: Path) -> None:
    toml = block("Add a metric", "toml", OWN_WORDS)
    (metric,) = tomllib.loads(toml)["metric"]
    (tmp_path / "framework.toml").write_text(toml, encoding="utf-8")
    found = load(tmp_path).framework["metric"]
    assert found[metric["id"]]["trap"] == metric["trap"]
    assert len(found) == len(load().framework["metric"]) + 1


def test_the_added_word_is_found_in_a_text(tmp_path: Path) -> None:
    toml = block("Add a word to avoid", "toml", OWN_WORDS)
    (tmp_path / "language.toml").write_text(toml, encoding="utf-8")
    text = "Our Frequent Flyers come on Mondays."
    assert meetings(text, load().language.avoid.values()) == []
    (found,) = meetings(text, load(tmp_path).language.avoid.values())
    assert text[found.start : found.end] == "Frequent Flyers"


@pytest.mark.slow
@pytest.mark.xdist_group("wheel")
def test_the_example_of_the_command_line_runs_as_it_stands(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "example.sh").write_text(block("The command line", "sh"))
    done = subprocess.run(
        ["bash", "-eu", "example.sh"],
        cwd=tmp_path,
        env={"PATH": f"{installed}:{os.defpath}", "HOME": str(tmp_path), "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "Evening at the library" in done.stdout
    assert "Eastside and the river towns" in (tmp_path / "example.map.md").read_text()


def test_the_picture_is_there_and_asks_the_net_for_nothing() -> None:
    (picture,) = re.findall(r"!\[.+\]\((.+)\)", README)
    svg = (ROOT / picture).read_text(encoding="utf-8")
    assert "<svg" in svg
    assert not re.search(r"@font-face|@import|url\(['\"]?http|href=['\"]http", svg)


def test_every_file_that_contributing_names_exists() -> None:
    named = re.findall(r"`([a-z.]+/[\w./-]+)`", CONTRIBUTING)
    fixed = [one for one in named if not re.search(r"[A-Z]{4}|/N-", one)]
    assert [one for one in fixed if not (ROOT / one).exists()] == []
