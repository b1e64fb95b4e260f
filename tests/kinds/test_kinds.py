"""What each kind of value keeps, refuses and gives back."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbook.kinds import (
    Choice,
    Date,
    Invalid,
    Line,
    Lines,
    Long,
    Money,
    Number,
    Scale,
    Several,
    Who,
)
from workbook.kinds.numbers import last_day
from workbook.kinds.text import removed, tidy, unmarked, visible
from workbook.kinds.words import LINE_LIMIT
from workbook.plan import Plan


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2027-06-30", "2027-06-30"),
        ("2027-06", "2027-06"),
        ("2027-q3", "2027-Q3"),
        ("2027", "2027"),
        ("June 2027", "2027-06"),
        ("June, 2027", "2027-06"),
        ("6/2027", "2027-06"),
        ("June 30, 2027", "2027-06-30"),
        ("JUNE 30TH,2027", "2027-06-30"),
        ("30 jun 2027", "2027-06-30"),
        ("6/30/2027", "2027-06-30"),
        ("06/30/2027", "2027-06-30"),
        ("3/4/2027", "2027-03-04"),
        ("3-4-2027", "2027-03-04"),
        ("Sept 9 2027", "2027-09-09"),
        ("Sept.  9,  2027", "2027-09-09"),
        ("2027-6-3", "2027-06-03"),
        ("2027-6", "2027-06"),
        ("Q3 2027", "2027-Q3"),
        ("  ", None),
    ],
)
def test_a_date_is_kept_in_one_of_four_forms(plan: Plan, typed: str, kept: str | None):
    assert Date().parse(typed, plan) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "2027-02-30", "2027-13", "soon", "2027-Q5", "30", "30/6/2027", "6/30/27", "6/30", "June 30",
        "2/29/2027", "6/30-2027", "30.6.2027", "Juno 30, 2027", "June 31, 2027", "0/1/2027",
        "June 302027", "1/1/0027",
    ],
)  # fmt: skip
def test_what_is_no_date_or_could_be_two_is_refused_with_what_to_write(plan: Plan, typed: str):
    with pytest.raises(Invalid) as refused:
        Date().parse(typed, plan)
    forms = "Write a date such as June 30, 2027, 6/30/2027, June 2027, or 2027."
    assert str(refused.value) == f"“{typed}” is not a date. {forms}"


DAYS = (
    "{0:%Y-%m-%d}", "{0.year}-{0.month}-{0.day}", "{0:%m/%d/%Y}", "{0.month}/{0.day}/{0.year}",
    "{0.month}-{0.day}-{0.year}", "{0:%B} {0.day}, {0.year}", "{0:%B} {0.day} {0.year}",
    "{0:%b} {0.day}, {0.year}", "{0:%b}. {0:%d} {0.year}", "{0.day} {0:%B} {0.year}",
    "{0.day} {0:%b} {0.year}", "{0.year} {0:%B} {0.day}",
)  # fmt: skip
MONTHS = (
    "{0:%Y-%m}", "{0.year}-{0.month}", "{0:%m/%Y}", "{0.month}/{0.year}", "{0:%B} {0.year}",
    "{0:%B}, {0.year}", "{0:%b} {0.year}", "{0:%b}. {0.year}", "{0.year} {0:%B}",
)  # fmt: skip
QUARTERS = ("{0.year}-Q{1}", "{0.year}-q{1}", "Q{1} {0.year}", "q{1}, {0.year}", "{0.year} Q{1}")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the plan is only read
@given(day=st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)))
def test_a_date_written_in_any_form_is_the_same_date(plan: Plan, day: datetime.date):
    quarter = (day.month + 2) // 3
    written = {
        f"{day:%Y-%m-%d}": [one.format(day) for one in DAYS],
        f"{day:%Y-%m}": [one.format(day) for one in MONTHS],
        f"{day.year}-Q{quarter}": [one.format(day, quarter) for one in QUARTERS],
        f"{day.year}": [f"{day.year}"],
    }
    for kept, forms in written.items():
        forms = [kept, Date().show(kept, plan), *forms, *map(str.upper, forms)]
        assert {Date().parse(one, plan) for one in forms} == {kept}


def test_a_date_means_its_last_day_when_asked_whether_it_is_past():
    days = [str(last_day(one)) for one in ("2027", "2027-Q1", "2027-02", "2027-02-03")]
    assert days == ["2027-12-31", "2027-03-31", "2027-02-28", "2027-02-03"]
    assert last_day("nonsense") is None


@pytest.mark.parametrize(
    ("typed", "kept"), [("$45,000", 45000), ("4000", 4000), ("45k", 45000), ("-5", -5), ("", None)]
)
def test_money_is_kept_in_whole_units(plan: Plan, typed: str, kept: int | None):
    assert Money().parse(typed, plan) == kept


@pytest.mark.parametrize("typed", ["12.50", "a lot", "1,00", "٣", "9" * 30])
def test_what_is_no_amount_is_refused(plan: Plan, typed: str):
    with pytest.raises(Invalid):
        Money().parse(typed, plan)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**70, True, "12"])
def test_a_number_is_finite_and_fits_64_bits(plan: Plan, value: object):
    with pytest.raises(Invalid):
        Number().clean(value, plan)


def test_a_number_keeps_within_its_ends(plan: Plan):
    with pytest.raises(Invalid, match="The most here is 100"):
        Number(max=100).parse("101", plan)
    assert Number(max=100).parse("4.1%", plan) == 4.1


@pytest.mark.parametrize("kind", [Number(), Number(decimals=False), Money()])
@pytest.mark.parametrize(("typed", "kept"), [("1,030", 1030), ("-12,345,678", -12345678)])
def test_a_comma_stands_before_three_digits(
    plan: Plan, kind: Number | Money, typed: str, kept: int
):
    assert kind.parse(typed, plan) == kept


@pytest.mark.parametrize("kind", [Number(), Number(decimals=False), Money()])
@pytest.mark.parametrize("typed", ["3,5", "1,00", "12,3456", ",500", "1234,567", "1,,000", "5,"])
def test_a_comma_anywhere_else_is_refused(plan: Plan, kind: Number | Money, typed: str):
    with pytest.raises(Invalid, match="Write"):
        kind.parse(typed, plan)


def test_a_comma_stands_beside_decimals_too(plan: Plan):
    assert Number().parse("1,030.25%", plan) == 1030.25
    with pytest.raises(Invalid):
        Number().parse("1.030,25", plan)


@pytest.mark.parametrize(
    ("kind", "advice"),
    [
        (Number(min=0), "Write one such as 12 or 3.5."),
        (Number(min=0, decimals=False), "Write a whole number such as 12."),
        (Number(min=1990, max=2199), "Write a year such as 2027."),
    ],
)
def test_what_is_no_number_is_refused_with_what_to_write(plan: Plan, kind: Number, advice: str):
    with pytest.raises(Invalid) as refused:
        kind.parse("many", plan)
    assert str(refused.value) == f"“many” is not a number. {advice}"


@pytest.mark.parametrize("kind", [Number(decimals=False), Number(min=1990, max=2199)])
def test_what_is_counted_in_whole_ones_takes_no_decimals(plan: Plan, kind: Number):
    assert repr(kind.parse("2027.0", plan)) == "2027"
    with pytest.raises(Invalid, match="This takes no decimals. Write a"):
        kind.parse("2027.5", plan)


def test_a_line_has_no_line_ends_and_at_most_200_characters(plan: Plan):
    assert Line().parse("one\ntwo", plan) == "one two"
    with pytest.raises(Invalid, match="200 characters; this one has 10,000"):
        Line().parse("x" * 10_000, plan)


LINES = ["a choir; two orchards", "64 families, no landlord", "- first:", "[x] é\tז"]


def test_a_list_is_one_entry_a_line_and_a_semicolon_is_text(plan: Plan):
    assert Lines().parse(f"\n{LINES[0]} \r\n\r {LINES[1]}\n", plan) == LINES[:2]


@given(st.lists(st.text(max_size=LINE_LIMIT // 4), max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the plan is only read
def test_a_list_comes_back_as_it_was_written(plan: Plan, lines: list[str]):
    kept = Lines().clean([*lines, *LINES], plan)
    assert kept is not None
    assert Lines().parse(Lines().write(kept, plan), plan) == kept


def test_a_long_text_comes_back_as_it_was_written(plan: Plan):
    text = "- one\n\n[red]two[/] | three\n\tfour 🎈 שלום"
    assert Long().parse(text, plan) == text


def test_a_long_text_holds_100_kilobytes(plan: Plan):
    assert Long().parse("é" * 50_000, plan)
    with pytest.raises(Invalid, match="100 kB"):
        Long().parse("é" * 50_001, plan)


def test_control_characters_leave_a_text_and_are_counted():
    hostile = "a\x1b[2Jb\x00c\u0085d\ud800e\r\nf"
    assert tidy(hostile) == "a[2Jbcde\nf"
    assert removed(hostile) == 4


def test_what_cannot_be_shown_gets_a_mark_and_back():
    assert visible("a\x1bb\u202ec") == "a␛b⟨RLO⟩c"
    assert unmarked("a␛b⟨RLO⟩c ⟨ABC⟩") == "a\x1bb\u202ec ⟨ABC⟩"


@given(st.text())
def test_tidy_twice_is_tidy_once_and_nothing_reaches_a_terminal(text: str):
    once = tidy(text)
    assert tidy(once) == once
    assert not any(ord(one) < 32 and one not in "\t\n" for one in visible(text))


def test_a_choice_is_found_by_name_number_or_beginning(plan: Plan):
    kind = Choice("sectors")
    assert kind.parse("Government", plan) == "government"
    assert kind.parse("gov", plan) == "government"
    with pytest.raises(Invalid, match="not in the list. Choose from: "):
        kind.parse("martians", plan)
    with pytest.raises(Invalid, match=r"not in the list. Did you mean Government\? Choose from: "):
        kind.parse("Goverment", plan)


def test_several_are_kept_once_in_the_order_of_the_list(plan: Plan):
    names = list(plan.options("sectors"))
    kind = Several("sectors")
    assert kind.clean([names[2], names[0], names[2]], plan) == [names[0], names[2]]


@pytest.mark.parametrize("value", [0, 6, "high", 3.0, True, "3"])
def test_a_scale_takes_whole_numbers_between_its_ends(plan: Plan, value: object):
    with pytest.raises(Invalid, match="whole number from 1 to 5"):
        Scale(1, 5).clean(value, plan)


def test_dont_know_is_an_answer_where_a_scale_says_so(plan: Plan):
    assert Scale(0, 4, unknown=True).parse("?", plan) == "unknown"
    with pytest.raises(Invalid):
        Scale(0, 4).parse("?", plan)


def test_people_are_found_in_the_register_or_kept_by_name(plan: Plan):
    ana = plan.add("stakeholder", {"name": "Ana Ortiz"})
    assert Who().parse("ana ortiz; Bob", plan) == [ana, "Bob"]
    assert Who().show([ana, "Bob"], plan) == "Ana Ortiz; Bob"
