"""`status` and `check`: where the plan stands, and what in it cannot be right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook.cli.problem import FOUND
from workbook.cli.settings import here
from workbook.cli.streams import publish, publish_json
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import reading

if TYPE_CHECKING:
    from workbook.reasoning.checks import Finding

AS_JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON.")
GRAVITY = ("note", "warning", "error")
"""How much a finding matters, the least first."""


@verb("status", "workbook status our.workbook.json", "workbook status our.workbook.json --json")
@FILE
@AS_JSON
def status_(file: Path, as_json: bool) -> None:
    """Say what is done, what is next and what lacks."""
    from workbook.kinds.text import visible
    from workbook.reasoning.status import status

    with reading(file) as session:
        found = status(session.plan)
    if as_json:
        publish_json(found)
    else:
        publish(visible("\n".join(_told(found))) + "\n")


def _told(found: dict[str, Any]) -> Iterator[str]:
    """The state in lines, one thing a line."""
    names = {one["id"]: one["name"] for one in found["steps"]}
    yield found["community"] or "A workbook without a name"
    yield ""
    for one in found["chapters"]:
        steps = "step" if one["of"] == 1 else "steps"
        yield f"Chapter {one['number']}, {one['name']}: {one['done']} of {one['of']} {steps}"
    if following := found["next"]:
        yield ""
        yield f"Next ({names[following['step']]}): {following['text']}. {following['reason']}"
    else:
        yield ""
        yield "Every step that your door leads to holds enough."
    if found["lacks"]:
        yield ""
        yield "Not yet written in the MAP:"
        numbers = {one["id"]: one["number"] for one in found["chapters"]}
        for one in found["lacks"]:
            where = f"chapter {numbers[one['chapter']]}, {names[one['step']]}"
            yield f"- {one['title']} ({where})"


@verb(
    "check",
    "workbook check our.workbook.json",
    "workbook check our.workbook.json --fail-on error     for a script: exit code 1",
)
@FILE
@AS_JSON
@click.option("--fail-on", type=click.Choice(GRAVITY), help="Exit with 1 from this on.")
def check_(file: Path, as_json: bool, fail_on: str | None) -> int:
    """Hold the plan against its own rules.

    It finds broken references, values that cannot be right, dates that run backwards, records
    without a name, and what this version does not know.
    """
    from workbook.map.public import Public
    from workbook.reasoning.checks import check

    with reading(file) as session:
        found = check(session.plan, Public(session.plan))
    if as_json:
        publish_json({"schema": "check/1", "findings": [asdict(one) for one in found]})
    else:
        _tell(found)
    return FOUND if fail_on and any(_reaches(one, fail_on) for one in found) else 0


def _tell(found: list[Finding]) -> None:
    from workbook.kinds.text import brief, visible

    lines = (f"{one.severity}: {one.text} [{one.code}, {one.id}]" for one in found)
    publish("".join(visible(brief(line, 400)) + "\n" for line in lines))
    if not found:
        here().note("Nothing was found.")


def _reaches(finding: Finding, least: str) -> bool:
    return GRAVITY.index(finding.severity) >= GRAVITY.index(least)
