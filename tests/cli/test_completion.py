"""Tab in a shell: what is offered after the words that stand there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run, environment

EXAMPLE = Path(__file__).parents[2] / "content/examples/prairie-fork.workbook.json"


def offered(run: Run, *words: str) -> dict[str, str]:
    """What zsh is told: each word that may stand last, with what it is called. words: as typed, the
    last one begun or empty."""
    done = run(
        _WORKBOOK_COMPLETE="zsh_complete",
        COMP_WORDS=" ".join(["workbook", *words]),
        COMP_CWORD=str(len(words)),
    )
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    return dict(zip(lines[1::3], lines[2::3], strict=True))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the worked example."""
    path = tmp_path / "plan.workbook.json"
    path.write_bytes(EXAMPLE.read_bytes())
    return path


def test_first_stand_the_commands_and_files(run: Run):
    assert "status" in offered(run, "st")
    assert "import metrics" not in offered(run, "import")
    assert {"metrics", "worksheet"} <= offered(run, "import", "").keys()
    assert "metrics" in offered(run, "import", "met")


def test_names_of_the_content_are_offered_with_what_they_are_called(run: Run):
    assert offered(run, "ask", "x.json", "--step", "visi")["vision"]
    assert offered(run, "export", "x.json", "--flavor", "mk").keys() == {"mkdocs"}
    assert offered(run, "export", "x.json", "--document", "char")["charter"]
    assert offered(run, "list", "x.json", "strategic").keys() == {"strategic_action"}
    assert offered(run, "check", "x.json", "--fail-on", "w").keys() == {"warning"}


def test_of_the_workbook_its_answers_and_records_are_offered(run: Run, book: Path):
    actions = offered(run, "trace", book.name, "act-")
    assert len(actions) > 3
    assert all(actions.values())
    assert offered(run, "get", book.name, "workbook.pl").keys() == {"workbook.place"}
    assert not offered(run, "trace", book.name, "workbook.pl")


def test_what_somebody_rated_is_not_offered(run: Run, book: Path):
    given = {line.split("\t")[0] for line in run("list", book.name, "rating").stdout.splitlines()}
    assert len(given) > 10
    assert not given & offered(run, "get", book.name, "").keys()


@pytest.mark.parametrize("name", ["none.json", "torn.json"])
def test_a_file_that_cannot_be_read_offers_nothing_and_says_nothing(
    run: Run, tmp_path: Path, name: str
):
    (tmp_path / "torn.json").write_text('{"_meta"')
    assert offered(run, "get", name, "stk") == {}
    assert not list(tmp_path.glob("*.d"))


def test_a_mistyped_command_is_no_error_while_one_types(run: Run):
    assert offered(run, "chek", "--") is not None


def test_bash_takes_the_script_as_it_is(tmp_path: Path):
    if not (bash := shutil.which("bash")):
        pytest.skip("there is no bash here")
    script = """
        eval "$(workbook completion bash)"
        COMP_WORDS=(workbook import me); COMP_CWORD=2
        compopt() { :; }  # works only while a key is pressed
        _workbook_completion workbook; echo "${COMPREPLY[@]}"
        complete -p workbook
    """
    env = environment(PATH=f"{Path(sys.executable).parent}:/usr/bin:/bin")
    done = subprocess.run([bash, "-c", script], env=env, capture_output=True, text=True, timeout=60)
    first, second = done.stdout.splitlines()
    assert first == "metrics"
    assert second.endswith("-F _workbook_completion workbook")


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_other_shells_have_their_script(run: Run, shell: str):
    done = run("completion", shell)
    assert done.returncode == 0
    assert f"_WORKBOOK_COMPLETE={shell}_complete" in done.stdout


def test_another_shell_is_refused_in_a_sentence(run: Run):
    done = run("completion", "tcsh")
    assert done.returncode == 2
    assert "bash" in done.stderr
