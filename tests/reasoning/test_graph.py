"""The graph: what joins what, both ways, true after every edit, whole where the file is not."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb.storages import MemoryStorage

from tests.conftest import TODAY
from workbook.curriculum import Curriculum
from workbook.plan import ChangedSince, Plan
from workbook.reasoning.graph import LINKS, STATIONS, Graph, station
from workbook.records import TYPES
from workbook.store.tables import Tables


def joined(plan: Plan) -> dict[str, str]:
    """A record of each kind from a resident's words to the money, each joined to the one before."""
    ids = {"activity": plan.add("activity", {"title": "Data walk"})}
    ids["heard"] = plan.add("heard", {"text": "No bus", "activity": ids["activity"]})
    ids["reading"] = plan.add("metric_reading", {"predictor": "housing-stability"})
    ids["finding"] = plan.add(
        "finding",
        {"claim": "C", "evidence_for": [ids["heard"]], "predictors": ["housing-stability"]},
    )
    ids["priority"] = plan.add("priority", {"title": "P", "findings": [ids["finding"]]})
    ids["cause"] = plan.add("root_cause", {"because": "B", "priority": ids["priority"]})
    ids["deeper"] = plan.add("root_cause", {"because": "D", "parent": ids["cause"]})
    ids["action"] = plan.add("strategic_action", {"title": "A", "causes": [ids["deeper"]]})
    ids["outcome"] = plan.add("logic_item", {"text": "O", "column": "short"})
    ids["output"] = plan.add(
        "logic_item",
        {"text": "T", "column": "output", "action": ids["action"],
         "leads_to": [{"item": ids["outcome"]}]},
    )  # fmt: skip
    ids["measure"] = plan.add("measure", {"text": "M", "about": ids["outcome"]})
    ids["steward"] = plan.add("stewardship", {"action": ids["action"], "steward": ["Ana"]})
    ids["source"] = plan.add("funding_source", {"name": "Fund"})
    ids["money"] = plan.add("allocation", {"action": ids["action"], "source": ids["source"]})
    return ids


JOINS = [
    ("activity", "heard", "activity", "heard"),
    ("activity", "insight", "activity", "insight"),
    ("heard", "heard", "changed", "finding"),
    ("heard", "heard", "changed", "priority"),
    ("heard", "heard", "changed", "root_cause"),
    ("heard", "heard", "changed", "strategic_action"),
    ("heard", "heard", "changed", "measure"),
    ("heard", "finding", "evidence_for", "finding"),
    ("insight", "finding", "evidence_for", "finding"),
    ("metric_series", "finding", "evidence_for", "finding"),
    ("metric_reading", "finding", "evidence_for", "finding"),
    ("data_source", "finding", "evidence_for", "finding"),
    ("insight", "finding", "evidence_against", "finding"),
    ("finding", "priority", "findings", "priority"),
    ("priority", "root_cause", "priority", "root_cause"),
    ("root_cause", "root_cause", "parent", "root_cause"),
    ("finding", "root_cause", "evidence", "root_cause"),
    ("insight", "root_cause", "evidence", "root_cause"),
    ("root_cause", "strategic_action", "causes", "strategic_action"),
    ("priority", "strategic_action", "priority", "strategic_action"),
    ("strategic_action", "logic_item", "action", "logic_item"),
    ("logic_item", "logic_item", "leads_to", "logic_item"),
    ("logic_item", "measure", "about", "measure"),
    ("strategic_action", "measure", "about", "measure"),
    ("strategic_action", "stewardship", "action", "stewardship"),
    ("strategic_action", "allocation", "action", "allocation"),
    ("allocation", "allocation", "source", "funding_source"),
]
"""What comes first, the record and its field that join the two, and what comes after."""


@pytest.mark.parametrize(("first", "holder", "field", "then"), JOINS)
def test_a_field_joins_what_comes_first_to_what_comes_after(
    plan: Plan, first: str, holder: str, field: str, then: str
) -> None:
    ends = [plan.add(first), plan.add(then)]
    ahead = field in ("changed", "leads_to", "source")
    here, there = ends if ahead else ends[::-1]
    assert plan.type_of(here) == holder
    kind = plan.kind(here, field)
    value: Any = [{"item": there}] if kind.word == "links" else there
    plan.put(here, [value] if kind.word == "refs" else value, field)
    assert Graph(plan).edges() == {(*ends, field)}


def test_every_link_is_joined_in_these_tests() -> None:
    joins = {(holder, field) for _, holder, field, _ in JOINS}
    assert joins == {(one.type, one.field) for one in LINKS if not one.by_value}


def test_neighbours_come_type_by_type_in_the_order_of_their_tables(plan: Plan) -> None:
    priority = plan.add("priority", {"title": "P"})
    action = plan.add("strategic_action", {"priority": priority})
    causes = [plan.add("root_cause", {"priority": priority}) for _ in range(6)]
    graph = Graph(plan)
    plan.subscribe(graph.update)
    plan.move(causes[5], -5, causes)
    ordered = [causes[5], *causes[:5], action]
    assert [id for id, _ in graph.after(priority)] == ordered
    assert graph.downstream(priority) == tuple(ordered)


def test_what_was_heard_leads_to_who_keeps_it_up_and_back(plan: Plan) -> None:
    ids = joined(plan)
    graph = Graph(plan)
    names = {id: name for name, id in ids.items()}
    after = {names[id] for id in graph.downstream(ids["heard"])}
    assert after == set(ids) - {"heard", "activity", "reading"}
    assert graph.upstream(ids["source"])[:2] == (ids["money"], ids["action"])
    assert {names[id] for id in graph.upstream(ids["measure"])} == {
        "outcome", "output", "action", "deeper", "cause", "priority", "finding", "heard",
        "activity", "reading",
    }  # fmt: skip
    assert graph.before(ids["deeper"]) == ((ids["cause"], "parent"),)
    assert graph.after(ids["reading"]) == ((ids["finding"], "predictor"),)
    for id in ids.values():
        assert all((id, role) in graph.before(to) for to, role in graph.after(id))


def test_what_speaks_against_a_finding_is_a_link_in_a_role_of_its_own(plan: Plan) -> None:
    heard = plan.add("heard", {"text": "It is not so here"})
    finding = plan.add("finding", {"claim": "C", "evidence_against": [heard]})
    graph = Graph(plan)
    assert graph.before(finding) == ((heard, "evidence_against"),)
    assert graph.upstream(finding, without=("evidence_against",)) == ()


def test_a_station_is_that_of_the_record_and_an_item_stands_at_none_before_it_is_an_outcome(
    plan: Plan,
) -> None:
    ids = joined(plan)
    line = ("heard", "finding", "deeper", "action", "outcome", "measure", "steward")
    records = {name: plan.record(id) for name, id in ids.items()}
    assert tuple(station(records[one]) for one in line) == STATIONS
    assert not any(station(records[one]) for one in ("activity", "priority", "output"))


def test_a_removed_record_stays_as_an_end_that_is_gone(plan: Plan) -> None:
    ids = joined(plan)
    graph = Graph(plan)
    plan.subscribe(graph.update)
    plan.remove(ids["deeper"])
    assert graph.is_gone(ids["deeper"])
    assert not graph.is_gone(ids["action"])
    assert graph.before(ids["action"]) == ((ids["deeper"], "causes"),)
    assert graph.station(ids["deeper"]) == "cause"
    plan.undo()
    assert not graph.is_gone(ids["deeper"])
    assert ids["cause"] in graph.upstream(ids["action"])


def raw(plan: Plan, type: str, id: str, **fields: Any) -> None:
    """A record as somebody wrote it into the file by hand."""
    plan.db.of(type).keep(id, fields)


def test_a_circle_ends_and_says_that_it_is_one(plan: Plan) -> None:
    raw(plan, "root_cause", "cau-00000001", parent="cau-00000002")
    raw(plan, "root_cause", "cau-00000002", parent="cau-00000003")
    raw(plan, "root_cause", "cau-00000003", parent="cau-00000001")
    raw(plan, "root_cause", "cau-00000004", parent="cau-00000004")
    graph = Graph(plan)
    assert sorted(graph.upstream("cau-00000001")) == [f"cau-0000000{one}" for one in (1, 2, 3)]
    assert graph.upstream("cau-00000004") == ("cau-00000004",)


def test_an_outcome_that_leads_back_to_an_input_is_walked_once(plan: Plan) -> None:
    raw(plan, "logic_item", "lgc-00000001", column="input", leads_to=[{"item": "lgc-00000002"}])
    raw(plan, "logic_item", "lgc-00000002", column="long", leads_to=[{"item": "lgc-00000001"}])
    assert len(Graph(plan).downstream("lgc-00000001")) == 2


NONSENSE = [None, 0, -1.5, True, "", "nobody", "=", {}, [], [[]], [None], {"item": 3}, [{}], "\0",
            [{"item": "lgc-00000001", "rationale": None}], ["", "x.y", "stk-00000001"]]  # fmt: skip


@pytest.mark.parametrize("value", NONSENSE, ids=repr)
def test_nonsense_written_by_hand_stops_nothing(plan: Plan, value: object) -> None:
    for type, record in TYPES.items():
        raw(plan, type, f"{record.prefix}-00000001", **dict.fromkeys(record.fields, value))
    graph = Graph(plan)
    for type, record in TYPES.items():
        id = f"{record.prefix}-00000001"
        assert not graph.is_gone(id), type
        graph.downstream(id), graph.upstream(id), graph.after(id), graph.before(id)
    for start, end, _ in graph.edges():
        assert start in graph.upstream(end)


LINKED = sorted({one.type for one in LINKS} | {"activity", "data_source", "funding_source"})
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["add", "put", "remove", "move", "undo", "redo", "settle"]),
        st.integers(0, 40), st.integers(0, 40), st.integers(0, 40),
    ),
    max_size=40,
)  # fmt: skip


def _edit(plan: Plan, ids: list[str], what: str, one: int, two: int, three: int) -> None:
    here = [id for id in ids if plan.type_of(id)]
    if what == "add" or not here:
        ids.append(plan.add(LINKED[one % len(LINKED)]))
        return
    id = here[one % len(here)]
    deeds: dict[str, Callable[[], object]] = {
        "put": lambda: _put(plan, here, id, two, three),
        "remove": lambda: plan.remove(id),
        "move": lambda: plan.move(id, two - 20, [one for one in here if one[:3] == id[:3]]),
        "undo": plan.undo,
        "redo": plan.redo,
        "settle": plan.settle,
    }
    deeds[what]()


def _put(plan: Plan, here: list[str], id: str, two: int, three: int) -> None:
    """Puts a reference to what is there, or nothing, into one of a record's links."""
    links = [one for one in LINKS if one.type == plan.type_of(id)]
    if not links:
        return
    link = links[two % len(links)]
    kind = plan.kind(id, link.field)
    fitting = [one for one in here if plan.type_of(one) in getattr(kind, "to", ())]
    value: Any = fitting[three % len(fitting)] if fitting and three % 5 else None
    if link.by_value:
        value = ["housing-stability", "social-capital"][three % 2]
    if value and kind.word in ("refs", "several"):
        value = [value]
    plan.put(id, [{"item": value}] if value and kind.word == "links" else value, link.field)


@settings(max_examples=150)
@given(edits=EDITS)
def test_after_any_edits_undo_and_redo_the_graph_is_the_one_built_anew(
    curriculum: Curriculum, edits: list[tuple[str, int, int, int]]
) -> None:
    plan = Plan(Tables(storage=MemoryStorage), curriculum, today=TODAY)
    graph, ids = Graph(plan), list[str]()
    plan.subscribe(graph.update)
    for edit in edits:
        try:
            _edit(plan, ids, *edit)
        except ChangedSince:
            continue
    anew = Graph(plan)
    assert graph.edges() == anew.edges()
    for id in ids:
        assert graph.is_gone(id) == anew.is_gone(id)
        assert graph.station(id) == anew.station(id)
        assert graph.after(id) == anew.after(id)
        assert graph.before(id) == anew.before(id)
        assert graph.downstream(id) == anew.downstream(id)


def test_another_sessions_edits_are_followed_too(plan: Plan) -> None:
    ids = joined(plan)
    graph = Graph(plan)
    other = Plan(plan.db, plan.curriculum, today=TODAY, who="Ben")
    other.subscribe(graph.update)
    other.put(ids["deeper"], None, "parent")
    other.put(ids["deeper"], ids["priority"], "priority")
    assert graph.before(ids["deeper"]) == ((ids["priority"], "priority"),)
    assert json.dumps(sorted(graph.edges())) == json.dumps(sorted(Graph(plan).edges()))
