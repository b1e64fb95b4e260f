"""The team's own judgment, then how the answers lie: no total, nothing of an open round."""

import pytest

from tests.map.conftest import read
from workbook.plan import Plan

HEADING = "How we judged our readiness"


def rate(plan: Plan, *, raters: int, closed: bool, level: int = 2, apart: int = 0) -> None:
    people = [plan.add("rater", {"alias": f"Heron {at}"}) for at in range(raters)]
    round = plan.add("round", {"assessment": "readiness", "name": "Now", "raters": people,
                               "closed": closed, "date": "2027-01"})  # fmt: skip
    indicators = plan.curriculum.assessments["readiness"].dimensions[0].indicators
    for one in indicators:
        for at, person in enumerate(people):
            plan.add("rating", {"round": round, "rater": person, "indicator": one.id,
                                "level": level - apart * at, "evidence": "a letter"})  # fmt: skip
        if closed:
            plan.add("consensus", {"round": round, "indicator": one.id, "level": level})


def test_the_judgment_stands_first(plan: Plan):
    rate(plan, raters=1, closed=True)
    plan.put("embarking.disagreement", "Over hours.")
    plan.add("judgement", {"dimension": "readiness.leaders", "judgement": "partly",
                           "reason": "They voted.", "gap": "A seat."})  # fmt: skip
    found = read(plan).under(HEADING)
    assert found.tables[0][1] == ["Leaders", "Partly in place", "They voted.", "A seat."]
    assert found.tables[1][0] == ["Condition", "Level", "With evidence", "Lowest answer"]
    assert found.text.index("They voted.") < found.text.index("under way")
    assert found.text.index("under way") < found.text.index("Over hours.")


@pytest.mark.parametrize(("raters", "closed"), [(1, False), (1, True), (3, True)])
def test_a_closed_round_and_one_rater_are_shown_in_words(plan: Plan, raters: int, closed: bool):
    rate(plan, raters=raters, closed=closed)
    table = read(plan).under(HEADING).tables[0]
    lowest = "Government executive committed (2) and 5 more"
    assert table[1][:4] == ["Leaders", "under way (2.0)", "6 of 6", lowest]
    assert table[1][4:] == (["2.0"] if raters > 1 else [])
    assert table[2][1:4] == ["too few answers to say; 0 of 6 answered", "0 of 0", ""]
    assert len(table) == 6
    assert "total" not in read(plan).text.lower().replace("no total", "")


def test_nothing_of_an_open_round_is_shown(plan: Plan):
    rate(plan, raters=2, closed=False)
    assert read(plan).tables == []
    assert "Leaders" not in read(plan).text


def test_no_ratings_no_table(plan: Plan):
    plan.put("embarking.disagreement", "Over hours.")
    assert read(plan).under(HEADING).tables == []


def test_raters_who_differ_are_told_by_their_means(plan: Plan):
    rate(plan, raters=3, closed=True, level=3, apart=1)
    table = read(plan).under(HEADING).tables[0]
    assert table[0][-1] == "Raters"
    assert table[1][-1] == "1.0 to 3.0"


def test_prairie_fork_in_its_plan_as_on_the_screens_and_in_status(example: Plan):
    table = read(example).under(HEADING).tables[1]
    assert [row[1:3] for row in table[1:]] == [
        ["under way (2.2)", "4 of 6"],
        ["under way (2.0); 5 of 6 answered", "3 of 5"],
        ["being talked about (1.8)", "3 of 6"],
        ["under way (2.0)", "4 of 6"],
        ["being talked about (1.8)", "4 of 6"],
    ]
    assert [row[3] for row in table[1:]] == [
        "Leaders stay after the launch (1)", "Residents hold real seats (1)",
        "Willing to change their own rules (1) and 1 more",
        "Somebody who can take over (1) and 1 more",
        "Trusted hosts are funded (1) and 1 more",
    ]  # fmt: skip
    assert [row[4] for row in table[1:]][2] == "1.2 to 2.7"


@pytest.mark.parametrize(
    ("heading", "assessment"),
    [
        ("How we check on ourselves", "coalition-health"),
        ("What the work rests on", "building-blocks"),
        ("Signs of systems change", "systems-change"),
    ],
)
def test_every_assessment_stands_where_its_chapter_has_a_place(
    example: Plan, heading: str, assessment: str
):
    short = [one.short for one in example.curriculum.assessments[assessment].dimensions]
    tables = read(example).under(heading).tables
    assert short in [[row[0] for row in table[1:]] for table in tables]


def test_what_is_judged_now_stands_before_what_was_judged_before(plan: Plan):
    for date, judgement in (("2026-02", "not-yet"), ("2026-08", "partly"), ("2026-01", "in-place")):
        plan.add("judgement", {"dimension": "readiness.leaders", "judgement": judgement,
                               "date": date, "reason": date, "gap": "A seat."})  # fmt: skip
    column = [row[1] for row in read(plan).under(HEADING).tables[0][1:]]
    assert column == ["Partly in place", "Not yet in place", "In place"]
