"""`check`: what in the plan cannot be right, where its line breaks, what is overdue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook.cli.problem import FOUND, Problem
from workbook.cli.settings import here
from workbook.cli.streams import publish, publish_json
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import changing, reading
from workbook.nearest import meant
from workbook.reasoning.gravity import GRAVITY

if TYPE_CHECKING:
    from workbook.plan import Plan
    from workbook.reasoning.checks import Finding

SCHEMA = "check/1"


@verb(
    "check",
    "workbook check our.workbook.json",
    "workbook check our.workbook.json --fail-on error     for a script: exit code 1",
    'workbook check our.workbook.json --set-aside step-overdue prp-7k3m9q2d --reason "It waits"',
    "workbook check our.workbook.json --take-up step-overdue prp-7k3m9q2d",
)
@FILE
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@click.option("--fail-on", type=click.Choice(GRAVITY), help="Exit with 1 from this on.")
@click.option("--set-aside", type=(str, str), metavar="CODE ID", help="Leave a finding as it is.")
@click.option("--reason", help="Why it is set aside.")
@click.option("--take-up", type=(str, str), metavar="CODE ID", help="Undo a setting aside.")
def check_(
    file: Path,
    as_json: bool,
    fail_on: str | None,
    set_aside: tuple[str, str] | None,
    reason: str | None,
    take_up: tuple[str, str] | None,
) -> int:
    """Hold the plan against its own rules.

    It finds broken references, breaks in the line from what was heard to who keeps it up, what
    is overdue, and dates that run backward. docs/checks.md says what to do about each. What the
    team set aside with a reason comes last, and fails nothing.
    """
    if (set_aside or take_up) and (as_json or fail_on):
        raise Problem("--set-aside and --take-up write; ask for the findings by themselves.")
    if set_aside and take_up:
        raise Problem("Give --set-aside or --take-up, not both.")
    if reason is not None and not set_aside:
        raise Problem("--reason says why something is set aside: give --set-aside CODE ID too.")
    if set_aside:
        _put(file, *set_aside, reason or "")
        return 0
    if take_up:
        _put(file, *take_up, None)
        return 0
    return _report(file, fail_on, as_json=as_json)


def _report(file: Path, fail_on: str | None, *, as_json: bool) -> int:
    """Writes what is found; gives the exit code."""
    with reading(file) as session:
        found = _found(session.plan)
    if as_json:
        publish_json(_data(found))
    else:
        _tell(found)
    standing = (one for one in found if not one.aside)
    return FOUND if fail_on and any(_reaches(one, fail_on) for one in standing) else 0


def _found(plan: Plan) -> list[Finding]:
    from workbook.map.public import Public
    from workbook.reasoning.checks import examine

    return examine(plan, Public(plan))


def _put(file: Path, code: str, id: str, reason: str | None) -> None:
    """Sets a finding aside, or takes it up again where there is no reason. Raises Problem."""
    with changing(file) as session:
        one = _one(session.plan, code, id)
        if reason is not None and not reason.strip():
            raise Problem("Say why it is left as it is: --reason TEXT.")
        if reason is None and not one.aside:
            raise Problem(f"{code} is not set aside at {id}.")
        session.plan.put_text(one.reason_id, reason or "")
        here().note(f"{'Set aside' if reason else 'Taken up again'}: {one.text}")


def _one(plan: Plan, code: str, id: str) -> Finding:
    """The finding of a check at a place, given as ID or as ID.FIELD. Raises Problem."""
    from workbook.kinds.text import brief
    from workbook.reasoning.checks import BY_CODE

    here = [one for one in _found(plan) if one.code == code and id in (one.id, _place(one))]
    if len(here) > 1:
        places = ", ".join(map(_place, here))
        raise Problem(f"{code} is found {len(here)} times there; give one of {brief(places, 200)}.")
    if here:
        return here[0]
    if code not in BY_CODE:
        hint = meant(code, BY_CODE, else_=" docs/checks.md lists them all.")
        raise Problem(f"No check has the code “{brief(code, 40)}”.{hint}")
    raise Problem(f"{code} finds nothing at “{brief(id, 40)}”; workbook check lists what it finds.")


def _place(one: Finding) -> str:
    return f"{one.id}.{one.field}" if one.field else one.id


def _data(found: list[Finding]) -> dict[str, Any]:
    """The findings as `--json` writes them; those that are set aside stand apart."""
    return {
        "schema": SCHEMA,
        "findings": [_entry(one) for one in found if not one.aside],
        "set_aside": [_entry(one) | {"reason": one.aside} for one in found if one.aside],
    }


def _entry(one: Finding) -> dict[str, Any]:
    """where: the record, answer or step; field: of a record, else null (of somebody who is not in
    the register, the first record that names them); step: null for none; mend: what to do."""
    return {
        "code": one.code,
        "severity": one.severity,
        "where": one.id,
        "field": one.field or None,
        "step": one.step or None,
        "text": one.text,
        "mend": one.mend,
    }


def _tell(found: list[Finding]) -> None:
    from workbook.kinds.text import visible

    lines = (line for one in found for line in _lines(one))
    publish("".join(visible(line) + "\n" for line in lines))
    if not found:
        here().note("Nothing was found.")


def _lines(one: Finding) -> tuple[str, str]:
    """What is found, and under it why it is set aside, or what to do about it."""
    from workbook.kinds.text import brief

    word = "set aside" if one.aside else one.severity
    below = f"Why: {brief(one.aside, 300)}" if one.aside else f"→ {one.mend}"
    return f"{word}: {brief(one.text, 500)} [{one.code}, {one.id}]", f"    {below}"


def _reaches(finding: Finding, least: str) -> bool:
    return GRAVITY.index(finding.severity) >= GRAVITY.index(least)
