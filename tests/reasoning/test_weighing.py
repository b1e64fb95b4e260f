"""What comes first, and the exact change of one weight that changes it: by example and property."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from workbook.plan import Plan
from workbook.reasoning.weighing import HIGHEST, Weighed, leaders, scale, swings

NAMES = ("gap", "voice", "lever")
SCORE = st.integers(1, 5)
WEIGHTS = st.fixed_dictionaries({one: SCORE.map(Fraction) for one in NAMES})
ITEMS = st.lists(st.fixed_dictionaries(dict.fromkeys(NAMES, SCORE)), min_size=1, max_size=5).map(
    lambda all: [Weighed(f"p{number}", one) for number, one in enumerate(all)]
)


def ids(items: list[Weighed], weights: dict[str, Fraction]) -> set[str]:
    return {one.id for one in leaders(items, weights)}


@given(ITEMS, WEIGHTS)
def test_at_a_swing_others_draw_level_and_a_hair_further_they_come_first(items, weights):
    first = ids(items, weights)
    for one in swings(items, weights):
        assert 0 <= one.level <= HIGHEST
        assert ids(items, {**weights, one.criterion: one.level}) == first | set(one.others)
        hair = Fraction(1, 10**9) * (1 if one.change > 0 else -1)
        after = ids(items, {**weights, one.criterion: one.level + hair})
        assert after
        assert after <= set(one.others)


@given(ITEMS, WEIGHTS, st.sampled_from(NAMES), st.fractions(0, HIGHEST))
def test_no_smaller_change_of_one_weight_changes_what_comes_first(items, weights, name, level):
    first, found = ids(items, weights), swings(items, weights)
    if len(first) > 1:
        assert found == []
        return
    least = min((abs(one.change) for one in found), default=None)
    if least is None or abs(level - weights[name]) < least:
        after = ids(items, {**weights, name: level})
        assert first <= after  # at the very end of the scale others may draw level, never pass
        assert after == first or level in (0, HIGHEST)


@given(ITEMS, WEIGHTS, st.integers(2, 4))
def test_it_does_not_depend_on_the_unit_of_the_weights_or_the_order(items, weights, times):
    wide = {name: one * times for name, one in weights.items()}
    mine = {(one.criterion, one.change) for one in swings(items, weights)}
    other = {(one.criterion, one.change / times) for one in swings(items[::-1], wide, 5 * times)}
    assert mine == other


def test_the_example_by_hand():
    items = [
        Weighed("homes", {"gap": 5, "voice": 3, "lever": 2}),
        Weighed("reading", {"gap": 3, "voice": 4, "lever": 5}),
    ]
    weights = {"gap": Fraction(5), "voice": Fraction(3), "lever": Fraction(1)}
    assert [one.total(weights) for one in items] == [36, 32]
    [least] = swings(items, weights)
    assert (least.criterion, least.level, least.others) == ("lever", Fraction(7, 3), ("reading",))


def test_one_priority_or_a_shared_first_place_has_no_swing():
    one = Weighed("a", {"gap": 5})
    assert swings([one], {"gap": Fraction(3)}) == []
    assert swings([one, Weighed("b", {"gap": 5})], {"gap": Fraction(3)}) == []
    assert swings([], {"gap": Fraction(3)}) == []


def test_a_plan_is_weighed_on_what_it_has(plan: Plan):
    assert (scale(plan).items, scale(plan).weighed) == ([], False)
    all_ = dict.fromkeys(plan.options("priority-criteria"), 3)
    homes = plan.add("priority", {"title": "Homes", "scores": all_})
    reading = plan.add("priority", {"title": "Reading", "scores": all_ | {"leverage": 4}})
    jobs = plan.add("priority", {"title": "Jobs", "scores": {"leverage": 5}})
    found = scale(plan)
    assert [one.id for one in found.items] == [reading, homes]
    assert set(found.weights.values()) == {1}
    assert found.first == [reading]
    assert "leverage" not in found.unscored[jobs]
    plan.put("data.weights", {"leverage": 2})
    found = scale(plan)
    assert [one.id for one in found.items] == [jobs, reading, homes]
    assert (found.weights, found.unscored) == ({"leverage": 2}, {})
    plan.db.of("priority").change(jobs, lambda one: one.update(scores={"leverage": 99}))
    assert scale(plan).first == [reading]
