"""A word to avoid is met where somebody wrote it, and nowhere else."""

import pytest

from workbook.curriculum import Curriculum
from workbook.curriculum.language import Sought
from workbook.reasoning.language import meetings

POOR = Sought("poor", ("the poor(?! (quality|design))", "poor (people|families)"))
MINORITY = Sought("minority", ("minority",))
VALUE = Sought("value", ("don't value",))
OFF = Sought("off", ())

MET = {
    "vulnerable": "programs for vulnerable populations",
    "at-risk": "Our at-risk youth meet on Tuesdays.",
    "high-risk": "a list of high-risk groups",
    "marginalized": "for marginalized communities",
    "hard-to-reach": "people who are hard to reach",
    "underserved": "an under-served county",
    "disadvantaged": "the most disadvantaged",
    "the-needy": "help for the less fortunate",
    "the-poor": "what the poor need",
    "impoverished": "an impoverished area",
    "welfare": "mothers on welfare",
    "the-homeless": "The homeless were moved on.",
    "lift-out": "to lift two hundred families out of poverty",
    "culture-of-poverty": "break the cycle of poverty",
    "generational-poverty": "multi-generational poverty",
    "war-on-poverty": "our fight against poverty",
    "distressed": "in distressed neighborhoods",
    "high-crime": "a high-crime area",
    "concentrated-poverty": "areas of concentrated poverty",
    "inner-city": "inner-city schools",
    "bad-neighborhood": "the wrong side of the tracks",
    "infested": "a gang-infested block",
    "minorities": "jobs for minorities",
    "voiceless": "we give a voice to renters",
    "empower": "which empowers residents",
    "illegals": "an illegal immigrant",
    "those-people": "We have tried with those people.",
    "disparities-behavior": "disparities in health that are caused by their lifestyle choices",
    "target-population": "our target population",
    "clients": "forty clients a week",
    "resilient": "a resilient community",
    "lack-motivation": "they lack the drive: a lack of motivation",
    "lack-education": "due to a lack of education",
    "educate-them": "we must educate parents",
    "dropouts": "high school dropouts",
    "achievement-gap": "close the achievement gap",
    "unskilled": "low-skill jobs",
    "unemployable": "people who are hard to employ",
    "broken-homes": "children from broken homes",
    "offenders": "housing for ex-offenders",
    "addicts": "recovering addicts",
    "leverage": "leveraging our assets",
    "stakeholder": "all stakeholders",
}
NOT_MET = [
    "The poor quality of the air, and poor design.",
    "Families at risk of eviction because the rent rose.",
    "the homeless student liaison",
    "a minority of the votes, and a minority report",
    "a criminal record that was sealed",
    "The county saves families money.",
    "Empty shelves are hard to stock.",
    "The projects that we fund this year",
    "Those people who came to the gym decided.",
    "She refused to sign the lease.",
    "Schools do not offer tutoring after three.",
    "A delinquent tax bill",
    "in the hood of the car",
]


def test_it_is_found_in_any_case_with_its_place():
    text = "Because The Poor\npay more, poor\n  families move."
    first, second = meetings(text, [POOR])
    assert text[first.start : first.end] == "The Poor"
    assert text[second.start : second.end] == "poor\n  families"
    assert first.entry is second.entry is POOR


def test_only_whole_words_are_found_and_a_hyphen_binds_them():
    text = "the poorest, the poor-quality paint, the poor design, minority-owned, non-minority"
    assert meetings(text, [POOR, MINORITY]) == []


def test_either_apostrophe_is_found():
    assert len(meetings("They don't value it. They don’t value it.", [VALUE])) == 2


def test_what_is_switched_off_is_never_found():
    assert meetings("anything, even nothing: ", [OFF]) == []
    assert meetings("", [POOR, OFF]) == []


def test_several_entries_come_in_the_order_of_the_text():
    found = meetings("A minority of the poor", [POOR, MINORITY])
    assert [one.entry for one in found] == [MINORITY, POOR]


def test_every_word_of_the_content_is_tried_here(curriculum: Curriculum):
    assert list(curriculum.language.avoid) == list(MET)


@pytest.mark.parametrize("id", MET)
def test_a_word_to_avoid_is_met_in_a_sentence_with_it(curriculum: Curriculum, id: str):
    found = meetings(MET[id], curriculum.language.avoid.values())
    assert id in [one.entry.id for one in found]


@pytest.mark.parametrize("text", NOT_MET)
def test_a_sentence_that_only_looks_like_it_is_left_alone(curriculum: Curriculum, text: str):
    assert meetings(text, curriculum.language.avoid.values()) == []
