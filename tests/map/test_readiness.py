"""The team's own judgment, then how the answers lie: no total, nothing of an open round."""

import pytest

from tests.map.conftest import read
from workbook.plan import Plan

HEADING = "How we judged our readiness"


def rate(plan: Plan, *, raters: int, closed: bool, level: int = 2) -> None:
    people = [plan.add("rater", {"alias": f"Heron {at}"}) for at in range(raters)]
    round = plan.add("round", {"assessment": "readiness", "name": "Now", "raters": people,
                               "closed": closed, "date": "2027-01"})  # fmt: skip
    indicators = plan.curriculum.assessments["readiness"].dimensions[0].indicators
    for one in indicators:
        for person in people:
            plan.add("rating", {"round": round, "rater": person, "indicator": one.id,
                                "level": level, "evidence": "a letter"})  # fmt: skip
        if closed:
            plan.add("consensus", {"round": round, "indicator": one.id, "level": level})


def test_the_judgment_stands_first(plan: Plan):
    rate(plan, raters=1, closed=True)
    plan.put("embarking.disagreement", "Over hours.")
    plan.add("judgement", {"dimension": "readiness.leaders", "judgement": "partly",
                           "reason": "They voted.", "gap": "A seat."})  # fmt: skip
    found = read(plan).under(HEADING)
    assert found.tables[0][1] == ["Leaders", "Partly in place", "They voted.", "A seat."]
    assert found.tables[1][0] == ["Condition", "Level", "Answered", "With evidence"]
    assert found.text.index("They voted.") < found.text.index("under way")
    assert found.text.index("under way") < found.text.index("Over hours.")


@pytest.mark.parametrize(("raters", "closed"), [(1, False), (1, True), (3, True)])
def test_a_closed_round_and_one_rater_are_shown_in_words(plan: Plan, raters: int, closed: bool):
    rate(plan, raters=raters, closed=closed)
    table = read(plan).under(HEADING).tables[0]
    assert table[1] == ["Leaders", "under way (2.0)", "6 of 6", "6 of 6"]
    assert table[2][1:] == ["too few answers to say", "0 of 6", "0 of 0"]
    assert len(table) == 6
    assert "total" not in read(plan).text.lower().replace("no total", "")


def test_nothing_of_an_open_round_is_shown(plan: Plan):
    rate(plan, raters=2, closed=False)
    assert read(plan).tables == []
    assert "Leaders" not in read(plan).text


def test_no_ratings_no_table(plan: Plan):
    plan.put("embarking.disagreement", "Over hours.")
    assert read(plan).under(HEADING).tables == []
