"""Where the field's own rules draw the line: evidence, logic, words heard, money, measures."""

import pytest

from tests.reasoning.checks.books import Book
from workbook.plan import Plan
from workbook.reasoning.checks import Finding, check, way


@pytest.fixture
def book(plan: Plan) -> Book:
    return Book(plan)


def said(book: Book, code: str) -> list[Finding]:
    return [one for one in check(book.plan) if one.code == code]


# Evidence and what was heard


@pytest.mark.parametrize(
    ("type", "beside"), [("heard", True), ("insight", True), ("data_source", True),
                         ("metric_reading", False)],
)  # fmt: skip
def test_beside_a_weak_figure_stands_whatever_is_no_figure(book: Book, type: str, beside: bool):
    figure = book.add("metric_series", values={"2023": {"value": 0.4, "quality": 3}})
    book.add("finding", claim="Few go", evidence_for=[figure, book.add(type)])
    assert bool(said(book, "finding-only-weak")) is not beside


def test_what_was_reported_back_is_told(book: Book):
    walk = book.add("activity", title="Walk", report_back_date="2026-04", status="held")
    book.add("heard", text="Fees repeat.", activity=walk)
    assert said(book, "heard-not-told")
    book.put(walk, "reported-back", "status")
    assert not said(book, "heard-not-told")


def test_few_strengths_and_none_are_told_apart(book: Book):
    for number in range(2):
        book.add("finding", claim=f"Finding {number}", judged="concern")
    assert not said(book, "few-strengths") + said(book, "no-finding-of-strength")
    for number in range(2):
        book.add("finding", claim=f"More {number}", judged="concern")
    assert [one.text for one in said(book, "no-finding-of-strength")] == [
        "No finding names a strength."
    ]
    book.add("finding", claim="People organize", judged="both")
    assert not said(book, "no-finding-of-strength")
    assert said(book, "few-strengths")


# Logic


def item(book: Book, column: str, action: str, to: str = "") -> str:
    links = [{"item": to}] if to else None
    return book.add("logic_item", text=column, column=column, action=action, leads_to=links)


def test_an_activity_may_lead_to_its_output_through_another(book: Book):
    action = book.add("strategic_action", title="Lease")
    second = item(book, "activity", action, item(book, "output", action))
    item(book, "activity", action, second)
    assert not said(book, "activity-without-output")
    book.put(second, None, "leads_to")
    assert [one.id for one in said(book, "activity-without-output")] == [second]
    assert way(book.plan, said(book, "activity-without-output")[0]) == (second, "leads_to")


@pytest.mark.parametrize(
    ("code", "column", "before"),
    [
        ("output-without-activity", "output", "activity"),
        ("outcome-without-activity", "short", "output"),
        ("outcome-without-activity", "long", "medium"),
    ],
)
def test_what_no_activity_leads_to_is_mended_in_the_column_before(
    book: Book, code: str, column: str, before: str
):
    action, other = (book.add("strategic_action", title=one) for one in ("Lease", "Bus"))
    for one in ("input", before):
        item(book, one, other)
    item(book, "activity", action)
    near = item(book, before, action)
    lost = item(book, column, action)
    (one,) = [one for one in said(book, code) if one.id == lost]
    assert (one.step, way(book.plan, one)) == ("logic", (near, "leads_to"))
    book.put(near, [{"item": lost}], "leads_to")
    assert lost not in [one.id for one in said(book, code)]


def test_where_no_item_could_lead_there_another_is_added(book: Book):
    action = book.add("strategic_action", title="Lease")
    item(book, "input", action)
    lost = item(book, "short", action)
    (one,) = said(book, "outcome-without-activity")
    assert (one.id, way(book.plan, one)) == (lost, ("", "logic"))


# Which of several is meant


def test_two_values_of_one_time_are_told_apart_by_their_measures(book: Book):
    for text in ("Leases", "Hours"):
        book.add("observation", measure=book.add("measure", text=text), period="2026-06")
    assert [one.text for one in said(book, "observation-ahead")] == [
        "“Leases, June 2026” is a value of a time still to come.",
        "“Hours, June 2026” is a value of a time still to come.",
    ]


def test_a_stewardship_is_named_by_its_steward_else_by_its_action(book: Book):
    book.add("stewardship", steward=["The board"])
    book.add("stewardship", action=book.add("strategic_action", title="Bus"))
    assert [one.text for one in said(book, "stewardship-of-nothing")] == [
        "“The board” keeps up no action."
    ]
    assert [one.text for one in said(book, "stewardship-without-steward")] == [
        "“A1 Bus” names no steward."
    ]


def test_a_code_that_two_have_is_said_of_the_second_with_its_title(book: Book):
    ids = [book.add("strategic_action", title=one, code="A1") for one in ("Lease", "Bus", "Fees")]
    assert [(one.id, one.text) for one in said(book, "code-twice")] == [
        (ids[1], "Action A1 “Bus”: another one has the same code."),
        (ids[2], "Action A1 “Fees”: another one has the same code."),
    ]
    book.add("finding", claim="Few go", code="a1")
    assert len(said(book, "code-twice")) == 2


# Money


@pytest.mark.parametrize("amount", [None, 0, 99])
def test_money_that_is_named_and_does_not_reach_is_short(book: Book, amount: int | None):
    action = book.add("strategic_action", title="Lease", cost=100)
    book.add("allocation", amount=100, backbone=True)
    assert not said(book, "action-short-of-money")
    part = book.add("allocation", action=action, amount=amount)
    assert [one.id for one in said(book, "action-short-of-money")] == [action]
    book.put(part, 100, "amount")
    assert not said(book, "action-short-of-money")


@pytest.mark.parametrize(("status", "drawn"), [("secured", 1), ("applied", 1), ("idea", 0)])
def test_an_idea_draws_on_no_source(book: Book, status: str, drawn: int):
    source = book.add("funding_source", name="The county", amount=100)
    for amount, word in ((90, "secured"), (20, status)):
        book.add("allocation", source=source, amount=amount, status=word, backbone=True)
    assert len(said(book, "source-overdrawn")) == drawn


def test_money_that_ends_is_no_matter_where_other_money_goes_on(book: Book):
    action = book.add("strategic_action", title="Lease", ends="2028-06")
    short = book.add("funding_source", name="Grant", ends="2027")
    book.add("allocation", source=short, action=action, year=2027)
    assert [one.text for one in said(book, "funding-ended")] == [
        "“Grant, A1 Lease, 2027”: the source ends before the action does."
    ]
    budget = book.add("funding_source", name="The county")
    book.add("allocation", source=budget, action=action, year=2028)
    assert not said(book, "funding-ended")


# Measures, dates, risks


@pytest.mark.parametrize(
    ("direction", "target", "wrong"),
    [("up", 9, 1), ("up", 10, 0), ("down", 11, 1), ("down", 9, 0), ("hold", 9, 0), (None, 9, 0)],
)
def test_a_target_lies_on_the_better_side(
    book: Book, direction: str | None, target: int, wrong: int
):
    book.add("measure", text="Leases", direction=direction, baseline=10, target=target)
    assert len(said(book, "target-against-direction")) == wrong


def test_a_value_before_the_targets_day_does_not_show_that_it_was_reached(book: Book):
    measure = book.add("measure", text="Leases", target=12, target_date="2026-03-31")
    value = book.add("observation", measure=measure, period="2026-02", value=11)
    assert said(book, "target-passed")
    book.put(value, "2026-03-31", "period")
    assert not said(book, "target-passed")


@pytest.mark.parametrize(
    ("how_often", "last", "missed"),
    [
        ("monthly", "2026-04", 0), ("monthly", "2026-02", 1), ("yearly", "2025", 0),
        ("yearly", "2023", 1), ("as-it-happens", "2023", 0), ("once", "2023", 0),
    ],
)  # fmt: skip
def test_a_measure_is_missed_after_twice_its_time(
    book: Book, how_often: str, last: str, missed: int
):
    measure = book.add("measure", text="Leases", how_often=how_often)
    assert not said(book, "measure-not-taken")
    book.add("observation", measure=measure, period=last, value=1)
    assert len(said(book, "measure-not-taken")) == missed


def test_an_action_that_is_done_before_what_it_waits_for_begins(book: Book):
    first = book.add("strategic_action", title="Formula", starts="2027-01")
    second = book.add("strategic_action", title="Bus", ends="2026-12", depends_on=[first])
    assert [(one.id, one.field) for one in said(book, "action-before-dependency")] == [
        (second, "ends")
    ]
    book.put(second, "2027", "ends")
    assert not said(book, "action-before-dependency")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"likelihood": 4, "effect": 4}, "trigger"),
        ({"likelihood": 5, "effect": 4, "trigger": "A vote"}, "response"),
        ({"likelihood": 3, "effect": 5}, ""),
        ({"likelihood": 4, "effect": 4, "trigger": "A vote", "response": "Ask"}, ""),
    ],
)
def test_a_high_risk_has_a_sign_and_something_to_do(book: Book, values: dict, field: str):
    book.add("risk", event="An election", **values)
    assert [one.field for one in said(book, "risk-unprepared")] == ([field] if field else [])


@pytest.mark.parametrize(
    ("state", "level", "asked"),
    [("open", 1, 1), ("partly-open", 2, 1), ("open", 3, 0), ("fixed", 1, 0), ("open", None, 0)],
)
def test_a_decision_that_is_held_low_says_why(
    book: Book, state: str, level: int | None, asked: int
):
    book.add("open_decision", decision="Lease", state=state, level=level)
    assert len(said(book, "decision-held-low")) == asked
