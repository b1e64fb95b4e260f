"""Cutting any one link of the worked example gives the checks that it should, and no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from tests.content.conftest import EXAMPLE, TODAY_OF_EXAMPLE, opened
from workbook.curriculum import Curriculum, load
from workbook.plan import Plan
from workbook.reasoning.checks import Kept, check, kept
from workbook.reasoning.graph import Graph
from workbook.reasoning.places import Places

EMPTIED = {
    ("preparedness_step", "who"): "step-without-owner",
    ("stakeholder", "owner"): "invitation-without-owner",
    ("work_item", "accountable"): "work-without-one-accountable",
    ("work_item", "responsible"): "work-without-responsible",
    ("workgroup", "lead"): "workgroup-without-lead",
    ("activity", "decision"): "activity-without-decision",
    ("activity", "owner"): "activity-without-owner",
    ("cost_line", "about"): "cost-of-nothing",
    ("heard", "activity"): "heard-from-nowhere",
    ("heard", "group"): "heard-from-nowhere",
    ("heard", "changed"): "heard-without-answer",
    ("finding", "evidence_for"): "finding-without-evidence",
    ("priority", "findings"): "priority-without-finding",
    ("root_cause", "priority"): "cause-without-priority",
    ("root_cause", "evidence"): "cause-without-evidence",
    ("strategic_action", "causes"): "action-without-cause",
    ("strategic_action", "lead"): "action-without-lead",
    ("strategic_action", "priority"): "action-without-priority",
    ("logic_item", "action"): "item-without-action",
    ("assumption", "about"): "assumption-of-nothing",
    ("measure", "about"): "measure-of-nothing",
    ("measure", "collects"): "measure-without-owner",
    ("observation", "measure"): "observation-of-nothing",
    ("audience", "owner"): "audience-without-owner",
    ("stewardship", "action"): "stewardship-of-nothing",
    ("stewardship", "steward"): "stewardship-without-steward",
    ("allocation", "action"): "allocation-of-nothing",
    ("allocation", "source"): "allocation-without-source",
    ("risk", "owner"): "risk-without-owner",
    ("milestone", "owner"): "milestone-without-owner",
}
"""What is said of a record when a field of it loses its last link. Fields that are not here may
be empty: who came, who is told, what a data walk showed."""

OVER = {
    ("preparedness_step", "who"): ("status", ("in-place",)),
    ("stakeholder", "owner"): ("status", ("active", "joined")),
    ("activity", "owner"): ("status", ("reported-back",)),
    ("milestone", "owner"): ("done", (True,)),
}
"""Of these nobody need see to what is over."""

UNLESS = {
    ("heard", "activity"): "group",
    ("heard", "group"): "activity",
    ("measure", "about"): "condition",
}
"""Of these another field says as much: who said it where nobody says at what activity, and the
condition of systems change that a measure watches."""

STEPS = ("input", "output", "short", "medium")

ALSO = """
act-377d7hb7 decision opn-rqpzbyp1 open-decision-without-activity
act-pqk4evnv decision opn-epjfeyvb open-decision-without-activity
act-m5en2p78 decision opn-q94tzg0j open-decision-without-activity
act-421p48rn decision opn-90qpmag3 decision-promises-more

fnd-ekhqejxt evidence_for ins-0jzffjde insight-unused
fnd-ekhqejxt evidence_for ins-rxgdf930 insight-unused
fnd-b3wznfab evidence_for ins-ngjyv1kq finding-without-voice=
fnd-ms8pvyvb evidence_for hrd-68ynn6n6 finding-without-voice=
pri-pr97vv51 findings fnd-t9khjpyg finding-unused

stg-bm3gswyc causes cau-njx76vev cause-unreached
stg-bm3gswyc causes cau-tfcjk374 cause-unreached
stg-xtsqd91c causes cau-fac3bph2 cause-unreached
stg-p9ehgdk7 causes cau-j6at7rv9 cause-unreached
stg-2na5zpn4 causes cau-zm6mfwpp cause-unreached

lgc-ssbg8cjt leads_to lgc-wqrd49zv activity-without-output=
lgc-dq75906j leads_to lgc-9tncbg7p activity-without-output=
lgc-t3y94gnj leads_to lgc-eheczr4b activity-without-output=
lgc-ysxwz26h leads_to lgc-a5q67njc activity-without-output=
lgc-q9kzw13m leads_to lgc-3q1h6211 activity-without-output=
lgc-ssbg8cjt leads_to lgc-wqrd49zv output-without-activity
lgc-dq75906j leads_to lgc-9tncbg7p output-without-activity
lgc-t3y94gnj leads_to lgc-eheczr4b output-without-activity
lgc-ysxwz26h leads_to lgc-a5q67njc output-without-activity
lgc-q9kzw13m leads_to lgc-3q1h6211 output-without-activity
lgc-4452f4fb leads_to lgc-n32dbhep outcome-without-activity
lgc-pb7sc5xq leads_to lgc-47rckmq8 outcome-without-activity
lgc-a5q67njc leads_to lgc-52nnfqdz outcome-without-activity
lgc-52nnfqdz leads_to lgc-ze2dw3fn outcome-without-activity
lgc-3q1h6211 leads_to lgc-5wwccw95 outcome-without-activity
lgc-g7jgyywb leads_to lgc-k9yvhn68 outcome-without-activity
lgc-9tncbg7p leads_to lgc-5pwdat34 outcome-without-activity
lgc-9tncbg7p leads_to lgc-6tng5vzt outcome-without-activity
lgc-5wwccw95 leads_to lgc-g7jgyywb outcome-without-activity

msr-1jtybeps about lgc-pb7sc5xq action-without-measure>stg-7pdxyxvj
msr-522m87nv about lgc-a5q67njc action-without-measure>stg-p9ehgdk7

obs-g59c5vwk measure msr-d88qt6my measure-not-taken
obs-h6j0gfth measure msr-55gd570b measure-not-taken
obs-qxhn3sz6 measure msr-1jtybeps measure-not-taken

stw-0n1f5wx2 action stg-2na5zpn4 action-without-steward
stw-78wrwkbd action stg-7pdxyxvj action-without-steward
stw-8zwv65ws action stg-xtsqd91c action-without-steward
stw-q79nw22f action stg-bm3gswyc action-without-steward
stw-tkrv7hkm action stg-p9ehgdk7 action-without-steward
alc-9td7vzcg action stg-bm3gswyc action-short-of-money
alc-3r1ra1sq action stg-bm3gswyc action-short-of-money
alc-9kwgc4tz action stg-xtsqd91c action-without-money

row-aqkw2nm8 who stk-35hdv77r release-late>release.date
row-hdgjphkm who stk-g7vfnajg release-late>release.date
row-sq9adgq1 who stk-g7vfnajg release-late>release.date
row-q3dwsev4 who stk-g7vfnajg release-late>release.date

rtg-dwqa701z round rnd-haw9gpez claim-without-evidence>cns-est3r75p
rtg-7r9sqanp round rnd-haw9gpez claim-without-evidence>cns-rr634h1v
rtg-p3b2mvyd round rnd-haw9gpez claim-without-evidence>cns-303bj3d9
rtg-52ba06cw round rnd-haw9gpez claim-without-evidence>cns-xdmm2eyt
rtg-rz80de9g round rnd-haw9gpez claim-without-evidence>cns-qd0z2cty
rtg-yf5peyc2 round rnd-haw9gpez claim-without-evidence>cns-rgqnkc3k
rtg-sh9fb738 round rnd-haw9gpez claim-without-evidence>cns-2qrm6nhx
rtg-qd828hpq round rnd-qhxcb2c4 claim-without-evidence>cns-814pzj3z
rtg-rsbw6wj9 round rnd-bxzfrkt6 claim-without-evidence>cns-33394cgr
rtg-75ehjxp8 round rnd-bxzfrkt6 claim-without-evidence>cns-a3svg3pc
"""
"""Links that something else rests on alone: record, field, what it pointed to, and the check that
finds it there; with `=` at the record itself, with `>` at a third."""


class Link(NamedTuple):
    """One reference of one record."""

    type: str
    id: str
    field: str
    to: str


Said = set[tuple[str, str]]
"""Codes, each with the record that it is said of."""


def links(plan: Plan) -> Iterator[Link]:
    """Every reference of every record, and of every row."""
    for one in (value for written in Places(plan).all() for value in written.values):
        if one.field and one.kind is not None:
            for to in one.kind.points(one.value):
                yield Link(plan.type_of(one.id) or "", one.id, one.field, to)


def without(value: Any, to: str) -> Any:
    """A field's value with one link cut."""
    if isinstance(value, str):
        return None
    return [one for one in value if to not in (one, one["item"] if isinstance(one, dict) else "")]


def also() -> dict[Link, Said]:
    found: dict[Link, Said] = defaultdict(set)
    for line in filter(None, ALSO.splitlines()):
        id, field, to, said = line.split()
        code, _, third = said.partition(">")
        where = third or (id if code.endswith("=") else to)
        found[Link("", id, field, to)].add((code.rstrip("="), where))
    return found


THERE = also()


def expected(plan: Plan, link: Link, left: Any) -> Said:
    """What cutting a link should give. left: what the field then holds."""
    found = set(THERE.get(link._replace(type=""), ()))
    if left:
        return found
    record = plan.record(link.id)
    assert record is not None
    place = (link.type, link.field)
    name, ended = OVER.get(place, ("", ()))
    code = EMPTIED.get(place, "")
    if link.type == "row":
        table = plan.curriculum.home(record)
        code = "no-name" if table and table.columns[0] == link.field else ""
    if place == ("logic_item", "leads_to") and record.data["column"] in STEPS:
        code = "item-leads-nowhere"
    if record.data.get(UNLESS.get(place, "")):
        code = ""
    if code and record.data.get(name) not in ended:
        found.add((code, link.id))
    return found


def places() -> list[tuple[str, str]]:
    """Every field of a type that links, to test them one by one."""
    return sorted({(one.type, one.field) for one in links(_example(load()))})


def _example(curriculum: Curriculum) -> Plan:
    return opened(EXAMPLE, curriculum, TODAY_OF_EXAMPLE)


def followed(plan: Plan) -> Kept:
    """What the checks find, kept true from each cut."""
    graph = Graph(plan)
    checks = kept(plan, graph)
    plan.subscribe(graph.update)
    plan.subscribe(checks.update)
    return checks


def test_whole_it_has_nothing_that_is_not_explained(example: Plan):
    assert check(example) == []


@pytest.mark.slow
@pytest.mark.parametrize(("type", "field"), places(), ids=".".join)
def test_a_link_that_is_cut_is_found_and_nothing_else(example: Plan, type: str, field: str):
    cut = [one for one in links(example) if (one.type, one.field) == (type, field)]
    assert cut
    checks = followed(example)
    for one in cut:
        left = without(example.raw(one.id, field), one.to)
        example.put(one.id, left, field)
        found = {(said.code, said.id) for said in checks.standing}
        example.undo()
        assert found == expected(example, one, left), one
    assert check(example) == []


def test_every_link_that_the_table_names_is_there(example: Plan):
    there = {one._replace(type="") for one in links(example)}
    assert [one for one in THERE if one not in there] == []
    assert {(one.type, one.field) for one in links(example)} >= set(EMPTIED)
