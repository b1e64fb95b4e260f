"""The profile: one level a condition, by the field paper's calculation, and blind while open."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reasoning.conftest import new_plan
from workbook.plan import Plan
from workbook.reasoning.readiness import Condition, profile
from workbook.records.assessing import Round

LEADERS = ("executive", "community", "amounts", "sectors", "case", "seat")
CHECKED = dict(zip(LEADERS, (4, 4, 2, 1, "unknown", 3), strict=True))


def a_round(plan: Plan, date: str = "2026-05-01", **values: object) -> str:
    return plan.add("round", {"assessment": "readiness", "date": date, **values})


def rate(
    plan: Plan,
    round: str,
    levels: Mapping[str, int | str | None],
    *,
    rater: str | None = None,
    evidence: tuple[str, ...] = (),
) -> None:
    for name, level in levels.items():
        values = {"round": round, "rater": rater, "indicator": f"readiness.{name}", "level": level}
        plan.add("rating", values | ({"evidence": "A letter"} if name in evidence else {}))


def agree(plan: Plan, round: str, name: str, level: int | str) -> None:
    plan.add("consensus", {"round": round, "indicator": f"readiness.{name}", "level": level})


def raters(plan: Plan, *names: str) -> list[str]:
    return [plan.add("rater", {"alias": one}) for one in names]


def leaders(plan: Plan) -> Condition:
    return profile(plan, "readiness")[0]


def test_the_worked_check_of_the_field_paper(small: Plan):
    evidence = ("executive", "community", "amounts", "seat")
    rate(small, a_round(small), CHECKED, evidence=evidence)
    found = leaders(small)
    assert (found.level, found.word) == (2.8, "under way")
    assert (found.answered, found.of, found.evidence) == (5, 6, 4)
    assert found.lowest is not None
    assert (found.lowest.indicator.name, found.lowest.level, found.lowest.more) == (
        "Two further sectors", 1, 0,
    )  # fmt: skip
    assert found.claims == ()


def test_nothing_rated_is_no_level_and_nothing_to_say(small: Plan):
    found = leaders(small)
    assert (found.level, found.word, found.answered, found.lowest) == (None, "", 0, None)
    assert not found.blind


def test_half_of_the_indicators_known_is_just_enough_for_a_level(small: Plan):
    round = a_round(small)
    rate(small, round, {"executive": 3, "community": 3, "amounts": "unknown", "sectors": None})
    assert (leaders(small).level, leaders(small).answered) == (None, 2)
    rate(small, round, {"case": 3})
    assert (leaders(small).level, leaders(small).answered) == (3.0, 3)


def test_a_level_is_rounded_half_up(small: Plan):
    rate(small, a_round(small), {"executive": 3, "community": 2, "amounts": 2, "sectors": 2})
    assert leaders(small).level == 2.3  # 2.25


def test_a_high_level_without_evidence_counts_and_is_a_claim_to_check(small: Plan):
    rate(
        small, a_round(small), {"executive": 4, "community": 3, "amounts": 2}, evidence=("amounts",)
    )
    found = leaders(small)
    assert [one.id for one in found.claims] == ["readiness.executive", "readiness.community"]
    assert (found.level, round(found.claimed, 2), found.evidence) == (3.0, 2.33, 1)


def test_the_first_of_the_lowest_is_named_and_the_others_counted(small: Plan):
    rate(small, a_round(small), {"seat": 1, "amounts": 1, "executive": 2, "case": 1})
    lowest = leaders(small).lowest
    assert lowest is not None
    assert (lowest.indicator.id, lowest.more) == ("readiness.amounts", 2)


def test_with_two_raters_only_what_the_room_agreed_counts(small: Plan):
    ana, bo = raters(small, "Ana", "Bo")
    round = a_round(small, closed=True)
    rate(small, round, {"executive": 4, "community": 1, "amounts": 2}, rater=ana)
    rate(small, round, {"executive": 1, "community": 3}, rater=bo)
    agree(small, round, "executive", 3)
    found = leaders(small)
    assert (found.level, found.answered) == (None, 1)
    second = found.indicators[1]
    assert (second.level, second.median, second.low, second.high) == (None, 2, 1, 3)
    assert found.spread == (2.0, 2.3)


def test_the_rooms_word_wins_over_a_single_rater_also_when_it_is_unknown(small: Plan):
    round = a_round(small)
    rate(small, round, {"executive": 4, "community": 3, "amounts": 3, "sectors": 2})
    agree(small, round, "executive", 2)
    agree(small, round, "community", "unknown")
    found = leaders(small)
    assert [one.level for one in found.indicators][:4] == [2, None, 3, 2]
    assert found.answered == 3


def test_the_first_vote_of_several_is_no_level_yet(small: Plan):
    ana, bo = raters(small, "Ana", "Bo")
    rate(small, a_round(small, raters=[ana, bo], closed=True), CHECKED, rater=ana)
    assert (leaders(small).level, leaders(small).answered) == (None, 0)
    small.remove(bo)
    assert leaders(small).answered == 5


def test_one_rater_has_no_spread(small: Plan):
    rate(small, a_round(small), {"executive": 4})
    assert leaders(small).spread is None


@pytest.mark.parametrize("expected", [0, 1])
def test_a_round_is_open_to_others_while_somebody_rates_whom_it_does_not_expect(
    small: Plan, expected: int
):
    ana, bo = raters(small, "Ana", "Bo")
    rate(small, a_round(small, raters=[bo][:expected]), CHECKED, rater=ana)
    assert leaders(small).blind


def test_a_round_of_one_is_open_to_others_while_somebody_rates_without_a_name(small: Plan):
    (ana,) = raters(small, "Ana")
    round = a_round(small, raters=[ana])
    rate(small, round, CHECKED, rater=ana)
    assert not leaders(small).blind
    rate(small, round, {"executive": 0})
    assert leaders(small).blind


@pytest.mark.parametrize("expected", [0, 2])
def test_while_a_round_of_several_is_open_nothing_is_shown(small: Plan, expected: int):
    ana, bo = raters(small, "Ana", "Bo")
    round = a_round(small, raters=[ana, bo][:expected])
    rate(small, round, CHECKED, rater=ana)
    if not expected:
        rate(small, round, {"executive": 0}, rater=bo)
    found = leaders(small)
    assert found == Condition(found.dimension, 6, blind=True)
    small.put(round, True, "closed")
    assert not leaders(small).blind


def test_a_single_rater_sees_the_profile_grow(small: Plan):
    [ana] = raters(small, "Ana")
    rate(small, a_round(small, raters=[ana]), CHECKED, rater=ana)
    assert leaders(small).level == 2.8


def test_the_newest_round_counts_by_date_and_then_by_order(small: Plan):
    rate(small, a_round(small, "2026-05"), {"executive": 4, "community": 4, "amounts": 4})
    rate(small, a_round(small, "2025-05"), {"executive": 1, "community": 1, "amounts": 1})
    assert leaders(small).level == 4.0
    rate(small, a_round(small, "2026-05"), {"executive": 2, "community": 2, "amounts": 2})
    assert leaders(small).level == 2.0


def test_an_earlier_round_can_be_looked_at_again(small: Plan):
    before = a_round(small, "2025-05")
    rate(small, before, {"executive": 1, "community": 1, "amounts": 1})
    rate(small, a_round(small, "2026-05"), {"executive": 4, "community": 4, "amounts": 4})
    record = small.record(before)
    assert isinstance(record, Round)
    assert profile(small, "readiness", record)[0].level == 1.0


def test_the_teams_own_line_makes_the_gaps_else_the_three_lowest(small: Plan):
    rate(small, a_round(small), CHECKED)
    assert [one.id for one in leaders(small).gaps] == [
        "readiness.sectors", "readiness.amounts", "readiness.seat",
    ]  # fmt: skip
    small.add("team_line", {"dimension": "readiness.leaders", "level": 2, "date": "2026-01"})
    assert leaders(small).line == 2
    assert [one.id for one in leaders(small).gaps] == ["readiness.sectors"]


@pytest.mark.parametrize(
    ("levels", "word"),
    [
        ((0, 1, 1, 1, 1), "not there yet"),
        ((1, 1, 1, 1, 1), "being talked about"),
        ((2, 2, 3, 3, 4), "under way"),
        ((3, 3, 3, 3, 3), "in place"),
        ((3, 3, 4, 4, 4), "holding"),
    ],
)
def test_a_level_has_words_that_describe_it(small: Plan, levels: tuple[int, ...], word: str):
    rate(small, a_round(small), dict(zip(LEADERS, levels, strict=False)))
    assert leaders(small).word == word


_RATINGS = st.dictionaries(
    st.tuples(st.integers(0, 2), st.sampled_from(LEADERS)),
    st.one_of(st.integers(0, 4), st.just("unknown")),
    max_size=18,
)


def _filled(ratings: list[tuple[tuple[int, str], int | str]], agreed: Mapping[str, int]) -> Plan:
    plan = new_plan()
    people = raters(plan, "Ana", "Bo", "Cy")
    round = a_round(plan, closed=True)
    for (who, name), level in ratings:
        rate(plan, round, {name: level}, rater=people[who])
    for name, level in agreed.items():
        agree(plan, round, name, level)
    return plan


@settings(max_examples=60)
@given(st.data(), _RATINGS, st.dictionaries(st.sampled_from(LEADERS), st.integers(0, 4)))
def test_the_order_of_ratings_does_not_matter(data, ratings, agreed):
    given_ = list(ratings.items())
    shuffled = data.draw(st.permutations(given_))
    assert leaders(_filled(given_, agreed)) == leaders(_filled(shuffled, agreed))


@settings(max_examples=60)
@given(_RATINGS, st.dictionaries(st.sampled_from(LEADERS), st.integers(0, 4)))
def test_a_level_lies_between_the_least_and_the_most_that_was_agreed(ratings, agreed):
    found = leaders(_filled(list(ratings.items()), agreed))
    known = [one.level for one in found.indicators if one.level is not None]
    assert found.answered == len(known)
    assert (found.level is None) == (2 * len(known) < found.of)
    if found.level is not None:
        assert min(known) <= found.level <= max(known)
    if found.spread:
        assert 0 <= found.spread[0] <= found.spread[1] <= 4
