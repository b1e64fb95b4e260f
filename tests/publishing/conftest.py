"""A plan, the tools that it is published with, and what each of them said of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.conftest import prairie_fork
from tests.map.citing import cite
from tests.map.test_any_text import TRAPS
from tests.publishing.tools import Missing, Tool, find
from workbook.curriculum import Curriculum
from workbook.plan import Plan

Result = tuple[str, str, str]
"""A tool's name, what it was to show, and how that went."""
RESULTS = pytest.StashKey[list[Result]]()
VERSIONS = pytest.StashKey[dict[str, str]]()
BEGIN, END = "<!-- result -->\n", "<!-- end -->\n"
"""Between these stands the last result, in a file of documentation."""
_HEAD = ("| Tool | Version | What was asked | Result |", "|---|---|---|---|")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--result", type=Path, help="the page that the result is written into")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[RESULTS], config.stash[VERSIONS] = [], {}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Function) -> Iterator[None]:
    report = yield
    if report.when == "call" or (report.outcome != "passed" and report.when == "setup"):
        name = item.callspec.params["tool"]
        said = item.originalname.removeprefix("test_").replace("_", " ")
        why = report.longrepr[2].removeprefix("Skipped: ") if report.skipped else ""
        outcome = f"skipped: {why}" if why else report.outcome
        item.config.stash[RESULTS].append((name, said, outcome))
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Writes the result into the page that is named."""
    page: Path | None = session.config.getoption("--result")
    if page is None:
        return
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    assert begin, page
    assert end, page
    found, versions = session.config.stash[RESULTS], session.config.stash[VERSIONS]
    today = datetime.datetime.now(tz=datetime.UTC).date()
    lines = [f"Last run on {today:%B} {today.day}, {today.year}.", "", *_HEAD]
    for name, said in dict.fromkeys((name, said) for name, said, _ in found):
        went = _worst(outcome for of, what, outcome in found if (of, what) == (name, said))
        lines.append(f"| {name} | {versions.get(name, '–')} | {said} | {went} |")
    page.write_text(f"{before}{begin}\n{chr(10).join(lines)}\n\n{end}{after}", encoding="utf-8")


def _worst(outcomes: Iterable[str]) -> str:
    """How it went with several plans."""
    return next((one for one in outcomes if one != "passed"), "passed")


@pytest.fixture
def tool(request: pytest.FixtureRequest) -> Tool:
    """The tool that a test is for. Skips it where that is not here."""
    try:
        found = find(request.param)
    except Missing as missing:
        pytest.skip(str(missing))
    request.config.stash[VERSIONS][found.name] = found.version
    return found


@pytest.fixture(scope="session")
def published(curriculum: Curriculum) -> Plan:
    """The worked example, which also cites figures and holds what tools would take for theirs."""
    plan = cite(prairie_fork(curriculum))
    plan.put("embarking.strengths-first", [TRAPS])
    plan.add("term", {"word": TRAPS, "meaning": TRAPS})
    return plan
