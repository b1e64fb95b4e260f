"""Rating through the one machine: levels, rounds, what a room agrees, gaps that become steps."""

from __future__ import annotations

from workbook import rating
from workbook.plan import Plan
from workbook.rating import Sheet, Turnout
from workbook.reasoning import judging
from workbook.reasoning.readiness import profile
from workbook.records.assessing import Round

EXECUTIVE = "readiness.leaders.executive"


def a_round(plan: Plan, *names: str, apart: bool = True) -> Round:
    people = [plan.add("rater", {"alias": one}) for one in names]
    id = rating.begin(plan, plan.curriculum.assessments["readiness"], people, apart=apart)
    found = plan.record(id)
    assert isinstance(found, Round)
    return found


def test_a_round_has_a_name_with_its_day(plan: Plan):
    found = a_round(plan, "Heron", "Maple")
    assert (found.name, found.date, found.closed) == ("Readiness, May 20", "2026-05-20", False)


def test_a_level_is_kept_once_a_rater_and_each_is_a_change_of_its_own(plan: Plan):
    round = a_round(plan, "Heron", "Maple")
    heron, maple = (Sheet(plan, round.id, one) for one in round.raters or ())
    heron.give(EXECUTIVE, 3)
    heron.give(EXECUTIVE, 1)
    maple.give(EXECUTIVE, "unknown")
    first, second = heron.rating(EXECUTIVE), maple.rating(EXECUTIVE)
    assert first
    assert second
    assert (first.level, first.date, second.level) == (1, "2026-05-20", "unknown")
    plan.undo()
    plan.undo()
    again = heron.rating(EXECUTIVE)
    assert again
    assert again.level == 3
    assert maple.rating(EXECUTIVE) is None


def test_one_who_rates_in_the_open_sees_the_profile_grow(plan: Plan):
    round = a_round(plan, apart=False)
    for one in plan.curriculum.assessments["readiness"].dimensions[0].indicators[:3]:
        Sheet(plan, round.id).give(one.id, 2)
    assert profile(plan, "readiness")[0].level == 2.0


def test_a_round_says_how_far_it_is_in_counts(plan: Plan):
    round = a_round(plan, "Heron", "Maple", "Lantern", "Gone")
    *others, gone = round.raters or ()
    for one in plan.curriculum.assessments["readiness"].indicators:
        Sheet(plan, round.id, others[0]).give(one.id, 2)
    Sheet(plan, round.id, others[1]).give(EXECUTIVE, "unknown")
    plan.remove(gone)
    assert rating.turnout(plan, round) == Turnout(expected=3, done=1, begun=1, of=30)


def test_seats_are_made_once(plan: Plan):
    first = rating.seats(plan, 2)
    assert rating.seats(plan, 3)[:2] == first
    assert [plan.label(one) for one in rating.seats(plan, 3)] == ["Seat 1", "Seat 2", "Seat 3"]


def test_what_a_room_agrees_takes_the_place_of_what_it_agreed(plan: Plan):
    round = a_round(plan, "Heron", "Maple")
    rating.agree(plan, round.id, EXECUTIVE, 3)
    rating.agree(plan, round.id, EXECUTIVE, "unknown")
    found = rating.agreed(plan, round.id, EXECUTIVE)
    assert found
    assert found.level == "unknown"
    assert len(plan.db.of("consensus")) == 1


def test_a_gap_becomes_one_step_of_its_condition(plan: Plan):
    leaders = plan.curriculum.assessments["readiness"].dimensions[0]
    id = rating.prepare(plan, leaders, leaders.indicators[0])
    assert rating.prepare(plan, leaders, leaders.indicators[0]) == id
    row = plan.record(id)
    assert row
    assert plan.shown(row, "missing") == "Government executive committed"
    assert plan.shown(row, "condition") == "Leaders"
    assert [one.id for one in plan.rows(plan.curriculum.tables["preparedness"])] == [id]
    plan.undo()
    assert rating.step_of(plan, leaders, leaders.indicators[0]) is None


def test_a_judgment_belongs_to_the_round_that_it_followed(plan: Plan):
    assessment = plan.curriculum.assessments["readiness"]
    rounds = []
    for date in ("2026-02-05", "2026-08-04"):
        id = rating.begin(plan, assessment, [], apart=False)
        plan.put(id, date, "date")
        found = plan.record(id)
        assert isinstance(found, Round)
        rounds.append(found)
    for date, word in (("2026-02-12", "not-yet"), ("2026-08-11", "partly")):
        plan.add("judgement", {"dimension": "readiness.leaders", "judgement": word, "date": date})
    words = [judging.of_round(plan, one)["readiness.leaders"].judgement for one in rounds]
    assert words == ["not-yet", "partly"]
    last = judging.newest(plan)["readiness.leaders"]
    assert [judging.is_of(last, one) for one in rounds] == [True, True]
    first = judging.of_round(plan, rounds[0])["readiness.leaders"]
    assert [judging.is_of(first, one) for one in rounds] == [True, False]


def test_levels_are_said_in_the_words_of_their_own_scale(plan: Plan):
    for indicator, word in ((EXECUTIVE, "3 In place"),
                            ("systems-change.policies.adopted", "3 Taking hold")):  # fmt: skip
        row = plan.record(plan.add("rating", {"indicator": indicator, "level": 3}))
        assert row
        assert plan.shown(row, "level") == word
        row = plan.record(plan.add("consensus", {"indicator": indicator, "level": 3}))
        assert row
        assert plan.shown(row, "level") == word
