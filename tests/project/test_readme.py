"""What README and CONTRIBUTING say is there, is there."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from workbook.curriculum import load
from workbook.reasoning.language import meetings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def part(title: str) -> str:
    """A part of the README, by its heading."""
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def block(title: str, language: str) -> str:
    """The first block of code in a part."""
    return part(title).partition(f"```{language}\n")[2].partition("```")[0]


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


def test_the_added_question_is_read_from_a_folder_laid_over(tmp_path: Path) -> None:
    toml = block("Add a question", "toml")
    (prompt,) = tomllib.loads(toml)["step"][0]["prompt"]
    step = next(one for one in load().steps.values() if one.id == "activities")
    chapter = next((ROOT / "content").glob(f"{load().chapter_of(step).number}-*.toml"))
    (tmp_path / chapter.name).write_text(f'id = "{load().chapter_of(step).id}"\n{toml}')
    assert load(tmp_path).prompts[prompt["id"]].ask == prompt["ask"]


def test_the_added_metric_is_read_from_a_folder_laid_over(tmp_path: Path) -> None:
    toml = block("Add a metric", "toml")
    (metric,) = tomllib.loads(toml)["metric"]
    (tmp_path / "framework.toml").write_text(toml, encoding="utf-8")
    found = load(tmp_path).framework["metric"]
    assert found[metric["id"]]["trap"] == metric["trap"]
    assert len(found) == len(load().framework["metric"]) + 1


def test_the_added_word_is_found_in_a_text(tmp_path: Path) -> None:
    (tmp_path / "language.toml").write_text(block("Add a word to avoid", "toml"), encoding="utf-8")
    text = "Our Frequent Flyers come on Mondays."
    assert meetings(text, load().language.avoid.values()) == []
    (found,) = meetings(text, load(tmp_path).language.avoid.values())
    assert text[found.start : found.end] == "Frequent Flyers"


def test_the_translation_is_asked_in_its_language_and_the_rest_in_ours(tmp_path: Path) -> None:
    (tmp_path / "es").mkdir()
    file = tmp_path / "es" / "1-embarking.toml"
    file.write_text(block("Translate", "toml"), encoding="utf-8")
    command = f'workbook() {{ "{sys.executable}" -m workbook "$@"; }}'
    done = subprocess.run(
        ["bash", "-euc", f"{command}\n{block('Translate', 'sh')}"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "¿Cómo se llama su comunidad o coalición?" in done.stdout
    assert load().prompts["workbook.community"].why in " ".join(done.stdout.split())


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
