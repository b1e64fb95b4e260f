"""The seven stops of a line: what is there, what is missing, what only waits."""

from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.reasoning.test_graph import joined, raw
from workbook.curriculum import Curriculum
from workbook.plan import Plan
from workbook.reasoning.checks import check
from workbook.reasoning.graph import STATIONS, Graph
from workbook.reasoning.trace import Line, Stop, action_of, line, lines, money
from workbook.session import open_session

EXAMPLE = Path(__file__).parents[2] / "content/examples/prairie-fork.workbook.json"


def only(plan: Plan) -> Line:
    """The line of the only action."""
    (found,) = lines(plan, Graph(plan))
    return found


def missing(plan: Plan) -> Stop:
    """The only break of the only line."""
    (found,) = only(plan).breaks
    return found


def test_a_whole_line_has_seven_stops_and_no_break(plan: Plan) -> None:
    ids = joined(plan)
    found = only(plan)
    assert found.dots == "●●●●●●●"
    assert [one.station for one in found.stops] == list(STATIONS)
    assert found.breaks == []
    names = ("heard", "finding", "deeper", "action", "outcome", "measure", "steward")
    assert [one.ids[0] for one in found.stops] == [ids[one] for one in names]


CUTS = {
    "heard": ("○●●●●●●", "finding", "evidence_for", "What did people say"),
    "finding": ("·○●●●●●", "priority", "findings", "Which findings does it rest on?"),
    "deeper": ("··○●●●●", "action", "causes", "Which root causes does it reach?"),
    "outcome": ("●●●●○·●", "", "logic", "What is different"),
    "measure": ("●●●●●○●", "", "measurement", "What exactly is counted"),
    "steward": ("●●●●●●○", "", "stewards", "Who keeps it up"),
}
"""What is removed: the line's word then, the record to open with its field or else the step's
table, and the question."""


@pytest.mark.parametrize("cut", CUTS)
def test_one_cut_is_one_break_with_the_question_that_would_fill_it(plan: Plan, cut: str) -> None:
    ids = joined(plan)
    dots, record, field, question = CUTS[cut]
    plan.remove(ids[cut])
    assert only(plan).dots == dots
    gap = missing(plan).gap
    assert gap is not None
    assert (gap.id, gap.field) == (ids.get(record, ""), field)
    assert gap.question.startswith(question)
    assert gap.step in plan.curriculum.steps


@pytest.mark.parametrize("cut", CUTS)
def test_undo_mends_the_line(plan: Plan, cut: str) -> None:
    ids = joined(plan)
    graph = Graph(plan)
    plan.subscribe(graph.update)
    plan.remove(ids[cut])
    assert lines(plan, graph)[0].breaks
    plan.undo()
    assert lines(plan, graph)[0].dots == "●●●●●●●"


def test_what_a_removed_record_leaves_is_named_at_its_stop(plan: Plan) -> None:
    ids = joined(plan)
    plan.remove(ids["deeper"])
    assert missing(plan).gone == (ids["deeper"],)


def test_an_action_that_serves_a_priority_without_findings_lacks_cause_and_finding(
    plan: Plan,
) -> None:
    priority = plan.add("priority", {"title": "P"})
    plan.add("strategic_action", {"title": "A", "priority": priority})
    assert only(plan).dots == "·○○●○·○"
    assert only(plan).breaks[0].gap.id == priority


def test_a_bare_action_has_one_break_on_each_side_of_it_and_no_more(plan: Plan) -> None:
    action = plan.add("strategic_action", {"title": "A"})
    assert only(plan).dots == "··○●○·○"
    assert only(plan).stops[2].gap.id == action


def test_a_steward_who_left_keeps_nothing_up_however_they_are_written(plan: Plan) -> None:
    ids = joined(plan)
    ana = plan.add("stakeholder", {"name": "Ana Ruiz", "status": "left"})
    for one in ([ana], ["ana  RUIZ"]):
        plan.put(ids["steward"], one, "steward")
        assert only(plan).dots == "●●●●●●○"


def test_a_stewardship_without_a_steward_is_opened_at_the_steward(plan: Plan) -> None:
    ids = joined(plan)
    plan.put(ids["steward"], None, "steward")
    gap = missing(plan).gap
    assert gap is not None
    assert (gap.id, gap.field) == (ids["steward"], "steward")


def test_a_steward_who_was_removed_from_the_register_keeps_nothing_up(plan: Plan) -> None:
    ids = joined(plan)
    person = plan.add("stakeholder", {"name": "Ana"})
    plan.put(ids["steward"], [person], "steward")
    assert only(plan).breaks == []
    plan.remove(person)
    assert missing(plan).station == "keeper"


def test_what_speaks_against_a_finding_is_nobody_heard_for_it(plan: Plan) -> None:
    ids = joined(plan)
    plan.put(ids["finding"], None, "evidence_for")
    plan.put(ids["finding"], [ids["heard"]], "evidence_against")
    assert missing(plan).station == "heard"


def test_a_figure_alone_is_no_voice(plan: Plan) -> None:
    ids = joined(plan)
    plan.put(ids["finding"], [ids["reading"]], "evidence_for")
    assert missing(plan).station == "heard"


def test_an_item_leads_to_an_outcome_that_another_action_has_too(plan: Plan) -> None:
    ids = joined(plan)
    plan.add("strategic_action", {"title": "B", "causes": [ids["cause"]]})
    second = plan.records(type(plan.record(ids["action"])))[1].id
    plan.put(ids["outcome"], second, "action")
    assert [one.stops[4].state for one in lines(plan, Graph(plan))] == ["there", "there"]


@pytest.mark.parametrize(
    ("last", "dots", "step"),
    [
        ("heard", "●○·····", "what-we-heard"),
        ("finding", "●●○····", "priorities"),
        ("priority", "●●○····", "root-causes"),
        ("deeper", "●●●○···", "strategic-actions"),
    ],
)
def test_what_no_action_reaches_has_a_line_of_its_own_that_breaks_once(
    plan: Plan, last: str, dots: str, step: str
) -> None:
    ids = joined(plan)
    names = list(ids)
    for name in names[names.index(last) + 1 :]:
        plan.remove(ids[name])
    graph = Graph(plan)
    centre = ids["finding"] if last == "priority" else ids[last]
    assert action_of(graph, centre) == ""
    found = line(plan, graph, centre)
    assert found.dots == dots
    assert [one.gap.step for one in found.breaks if one.gap] == [step]


def test_a_measure_of_nothing_is_asked_what_it_measures(plan: Plan) -> None:
    measure = plan.add("measure", {"text": "M"})
    found = line(plan, Graph(plan), measure)
    assert found.dots == "····○●·"
    assert found.breaks[0].gap.field == "about"


def test_every_record_of_a_line_knows_its_action(plan: Plan) -> None:
    ids = joined(plan)
    graph = Graph(plan)
    assert {action_of(graph, id) for id in ids.values()} == {ids["action"]}


def test_money_is_what_is_secured_of_what_it_costs(plan: Plan) -> None:
    ids = joined(plan)
    plan.put(ids["action"], 38000, "cost")
    plan.put(ids["money"], 19000, "amount")
    assert money(plan, Graph(plan), ids["action"]) == (0, 38000)
    plan.put(ids["money"], "secured", "status")
    assert money(plan, Graph(plan), ids["action"]) == (19000, 38000)


def test_the_trace_and_the_checks_agree_on_what_a_line_lacks(plan: Plan) -> None:
    """An outcome, a measure and a voice that are reached the long way are there for both."""
    ids = joined(plan)
    second = plan.add("strategic_action", {"title": "B", "causes": [ids["cause"]]})
    output = plan.add("logic_item", {"text": "O", "column": "output", "action": second})
    plan.put(output, [{"item": ids["outcome"]}], "leads_to")
    plan.put(ids["finding"], [ids["reading"]], "evidence_for")
    plan.add("heard", {"text": "Said", "changed": [ids["finding"]]})
    (one,) = (each for each in lines(plan, Graph(plan)) if each.id == second)
    assert one.dots == "●●●●●●○"
    said = {each.code for each in check(plan) if each.id in (second, ids["finding"])}
    assert "action-without-steward" in said
    assert not said & {"action-without-outcome", "action-without-measure", "finding-without-voice"}


def test_nobody_keeps_an_action_up_where_all_who_should_have_left(plan: Plan) -> None:
    ids = joined(plan)
    lee, kim = (plan.add("stakeholder", {"name": name}) for name in ("Lee", "Kim"))
    plan.put(ids["steward"], [lee, kim], "steward")
    plan.put(lee, "left", "status")
    assert lines(plan, Graph(plan))[0].stops[6].state == "there"
    plan.put(kim, "left", "status")
    assert missing(plan).station == "keeper"
    gap = missing(plan).gap
    assert gap is not None
    assert (gap.id, gap.field) == (ids["steward"], "steward")


# Bad input, and the worked example


def test_circles_and_nonsense_are_drawn_and_can_be_mended(plan: Plan) -> None:
    raw(plan, "root_cause", "cau-00000001", parent="cau-00000002", priority="pri-gone0000")
    raw(plan, "root_cause", "cau-00000002", parent="cau-00000001")
    raw(plan, "strategic_action", "stg-00000001", causes=["cau-00000001", "cau-00000009"])
    raw(plan, "logic_item", "lgc-00000001", column="long", action="stg-00000001",
        leads_to=[{"item": "lgc-00000002"}])  # fmt: skip
    raw(plan, "logic_item", "lgc-00000002", column="input", leads_to=[{"item": "lgc-00000001"}])
    raw(plan, "measure", "msr-00000001", about=["lgc-00000001"])
    raw(plan, "stewardship", "stw-00000001", action="stg-00000001", steward={"name": "Ana"})
    found = only(plan)
    assert found.dots == "·○●●●○○"
    assert found.stops[2].gone == ("cau-00000009",)
    assert [one.gap.id for one in found.breaks if one.gap] == ["cau-00000001", "", "stw-00000001"]


def test_content_that_asks_for_nothing_leaves_the_break_and_no_way(small: Plan) -> None:
    raw(small, "strategic_action", "stg-00000001", title="A")
    found = only(small)
    assert found.dots == "··○●○·○"
    assert found.breaks[1].gap is None


def test_every_line_of_the_worked_example_holds(curriculum: Curriculum, tmp_path: Path) -> None:
    path = tmp_path / EXAMPLE.name
    path.write_bytes(EXAMPLE.read_bytes())
    session = open_session(path, curriculum, who="Ana", today=TODAY)
    assert [one.dots for one in lines(session.plan, session.graph)] == ["●●●●●●●"] * 5
    session.close()


def test_an_open_workbook_keeps_its_graph_true(curriculum: Curriculum, tmp_path: Path) -> None:
    path = tmp_path / EXAMPLE.name
    path.write_bytes(EXAMPLE.read_bytes())
    session = open_session(path, curriculum, who="Ana", today=TODAY)
    assert session.graph is session.graph
    for link in list(session.graph.edges())[::7]:
        if session.plan.record(link[0]):
            session.plan.remove(link[0])
    assert session.graph.edges() == Graph(session.plan).edges()
    session.close()
