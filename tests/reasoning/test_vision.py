"""The drafts of the vision against the five tests: advice that says which words it saw."""

import pytest

from workbook.plan import Plan
from workbook.reasoning.vision import BREATH, chosen, looks
from workbook.records.actions import VisionDraft


def seen(plan: Plan, text: str) -> dict[str, tuple[bool, tuple[str, ...]]]:
    draft = VisionDraft("vis-00000000", {"text": text})
    return {one.test: (one.seems, one.cues) for one in looks(plan, draft)}


def test_people_and_a_place_are_seen_by_their_words(plan: Plan):
    plan.put("workbook.community", "Prairie Fork County")
    assert seen(plan, "Families stay.")["people-place"] == (False, ("Families",))
    assert seen(plan, "Families stay here.")["people-place"][0]
    assert seen(plan, "In Prairie Fork nobody waits.")["people-place"] == (
        True, ("nobody", "Prairie Fork"),
    )  # fmt: skip
    assert not seen(plan, "There the peopled prairie lies.")["people-place"][0]


def test_a_group_of_ones_own_counts_as_people_and_as_for_whom(plan: Plan):
    plan.add("community_group", {"name": "Karen-speaking elders (65+)"})
    found = seen(plan, "Karen-speaking elders (65+) stay in town.")
    assert found["people-place"][0]
    assert found["fair"] == (True, ("Karen-speaking elders (65+)",))


@pytest.mark.parametrize(
    ("text", "test", "cue"),
    [
        ("We STRIVE for homes.", "as-if-there", "STRIVE"),
        ("Children would read.", "as-if-there", "would"),
        ("Our programs help.", "no-program", "programs"),
        ("Thanks to Legal Aid of Halden.", "no-program", "Legal Aid of Halden"),
    ],
)
def test_what_speaks_against_a_draft_is_named(plan: Plan, text: str, test: str, cue: str):
    plan.add("stakeholder", {"organisation": "Legal Aid of Halden"})
    assert seen(plan, text)[test] == (False, (cue,))


def test_a_breath_is_counted_in_words(plan: Plan):
    draft = VisionDraft("vis-00000000", {"text": "word " * BREATH})
    assert [(one.seems, one.words) for one in looks(plan, draft)][-1] == (True, BREATH)
    draft = VisionDraft("vis-00000000", {"text": "word " * (BREATH + 1)})
    assert not looks(plan, draft)[-1].seems


@pytest.mark.parametrize("text", [None, "", "   ", "…!?", 7])
def test_nothing_is_said_of_a_draft_without_words(plan: Plan, text: object):
    assert looks(plan, VisionDraft("vis-00000000", {"text": text})) == []


def test_one_draft_is_chosen_at_a_time(plan: Plan):
    a, b, c = (plan.add("vision_draft", {"text": one}) for one in "abc")
    plan.put(a, True, "chosen")
    plan.put(c, True, "chosen")
    assert dict(chosen(plan, b)) == {a: False, b: True, c: False}
    assert dict(chosen(plan, a)) == {a: False, c: False}
    assert chosen(plan, "vis-00000000") == []


def test_prairie_forks_drafts_are_seen_as_the_team_sees_them(example: Plan):
    found = {
        one.chosen: [look.test for look in looks(example, one) if look.seems]
        for one in example.records(VisionDraft)[:1]
    }
    assert found == {True: example.answer("actions.vision-tests")}
