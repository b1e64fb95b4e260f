"""Every command of the guides for pairs and for offices runs, in the order in which it stands."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.conftest import held
from workbook.cli.publishing import export_
from workbook.export import shape
from workbook.plan import Plan

DOCS = Path(__file__).parents[2] / "docs"


def done(guide: str, folder: Path) -> str:
    """Runs a guide's commands as one shell; gives what they said."""
    blocks = re.findall(r"```sh\n(.*?)```", (DOCS / guide).read_text(), re.DOTALL)
    assert len(blocks) > 2
    env = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "HOME": str(folder),
        "GIT_AUTHOR_NAME": "Ana", "GIT_AUTHOR_EMAIL": "ana@example.org", "LANG": "C.UTF-8",
        "GIT_COMMITTER_NAME": "Ana", "GIT_COMMITTER_EMAIL": "ana@example.org",
        "GIT_CONFIG_NOSYSTEM": "1", "WORKBOOK_AS": "Ana",
    }  # fmt: skip
    ran = subprocess.run(
        ["bash", "-euxc", "".join(blocks)], cwd=folder, env=env, stdin=subprocess.DEVNULL,
        capture_output=True, text=True,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-3000:]
    return ran.stdout + ran.stderr


def answers(file: Path) -> dict[str, str]:
    return {id: one["value"] for id, one in held(file)["answers"].items()}


def test_two_people_at_one_workbook(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        assert "Nothing waits to be settled." in done("pairing.md", tmp_path)
    finally:
        os.umask(before)
    file = tmp_path / "our-plan/our.workbook.json"
    assert answers(file)["workbook.place"] == "The river towns"
    assert (file.stat().st_mode & 0o777, file.stat().st_gid) == (0o660, file.parent.stat().st_gid)


def test_a_coalition_in_three_offices(tmp_path: Path) -> None:
    said = done("three-offices.md", tmp_path)
    assert "1 place waits to be settled" in said
    assert "put together from git's own versions: 1 place was written by both" in said
    river, hill = (
        answers(tmp_path / office / "our.workbook.json")
        for office in ("river-office", "hill-office")
    )
    assert river["workbook.place"] == "The three river towns"
    assert hill["embarking.why-now"] == "The board voted in May"


def test_every_export_of_the_guide_to_publishing_is_one_that_there_is(plan: Plan) -> None:
    """That each works, and what other programs make of it, is tried by `make test-publishing`."""
    found = re.findall(r"^workbook export (.+)", (DOCS / "publishing.md").read_text(), re.MULTILINE)
    assert len(found) > 10
    for words in found:
        with export_.make_context("export", shlex.split(words)) as context:
            names = {one: context.params[one] for one in ("flavor", "document", "form")}
        assert shape(plan, **names)


@pytest.mark.parametrize("guide", ["pairing.md", "three-offices.md"])
def test_what_a_guide_names_is_there(guide: str) -> None:
    text = (DOCS / guide).read_text()
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    assert links
    assert all((DOCS / one).exists() for one in links)
