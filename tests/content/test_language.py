"""The words that we advise against are not met in our own text."""

from collections.abc import Iterator

import pytest

from tests.content.plain import shown
from tests.content.sayings import Saying
from workbook.curriculum import Curriculum
from workbook.reasoning.language import meetings
from workbook.reasoning.language.turns import TURNS

KEPT: dict[str, tuple[tuple[str, ...], str]] = {
    "hard-to-reach": (
        ("3-engaging.toml/engaging/who-lives-here/mistake",),
        "the mistake speaks against the word",
    ),
    "stakeholder": (("",), "the field's own word for planners; the glossary has plainer ones"),
    "leverage": (("lists.toml/priority-criteria",), "the criterion's usual name in such grids"),
    "concentrated-poverty": (("glossary.toml",), "the term itself, explained by what makes it"),
    "clients": (("row/", "2-coalition.toml/"), "an agency's own word for its caseload and files"),
}
"""Where a word is kept ("" is anywhere), and why."""
STRONG = "A"
SOURCES = {
    "CDC", "Shelterforce", "SV2", "The Chicago School", "toolkit ch. 1", "common practice",
}  # fmt: skip
"""Who may say that a word is to be avoided."""


def met(curriculum: Curriculum, said: list[Saying]) -> Iterator[tuple[str, str, str]]:
    """Severity, entry and place of every word to avoid outside quotation marks."""
    entries = curriculum.language.avoid.values()
    for one in shown(said):
        if one.place.startswith("language.toml/") or is_cited(one):
            continue
        for found in meetings(one.own, entries):
            places, _ = KEPT.get(found.entry.id, ((), ""))
            if not one.place.startswith(places):
                yield found.entry.severity, found.entry.id, f"{one.place}: {one.text[:80]}"


def is_sourced(source: str) -> bool:
    """Whether everything that a source names is one of ours, with its title and date or none."""
    return all(one.partition(",")[0] in SOURCES for one in source.split("; "))


def is_cited(one: Saying) -> bool:
    """Whether a text is the title of somebody else's, which carries over as it is."""
    return one.place.startswith("readings.toml/") and one.key == "title"


def test_no_word_to_avoid_is_met_in_the_content(curriculum: Curriculum, said: list[Saying]):
    assert list(met(curriculum, said)) == []


def test_none_is_met_in_an_example(
    curriculum: Curriculum, told: list[Saying], reported: list[Saying]
):
    assert list(met(curriculum, told + reported)) == []


def test_nothing_strong_is_kept_but_what_speaks_against_it(curriculum: Curriculum):
    strong = [id for id in KEPT if curriculum.language.avoid[id].severity == STRONG]
    assert strong == ["hard-to-reach"]


def test_every_word_to_avoid_has_a_reason_a_suggestion_and_a_source(curriculum: Curriculum):
    found = curriculum.language.avoid.values()
    assert [one.id for one in found if not one.find] == []
    assert [one.id for one in found if len(one.reason.split()) < 10] == []
    assert len({one.reason for one in found}) == len({one.instead for one in found}) == len(found)
    assert [one.id for one in found if not is_sourced(one.source)] == []


@pytest.mark.parametrize(
    ("source", "known"),
    [("CDC, Guiding Principles, 2021; SV2", True), ("common practice", True),
     ("colleagues", False), ("common knowledge", False), ("SV2; somebody", False)],
)  # fmt: skip
def test_a_source_is_one_that_is_known_by_name(source: str, known: bool):
    assert is_sourced(source) == known


def test_what_is_suggested_holds_no_word_to_avoid(curriculum: Curriculum):
    entries = curriculum.language.avoid.values()
    assert [one.id for one in entries if meetings(one.instead, entries)] == []


def test_there_are_three_severities_four_turns_and_the_word_lists_of_these(curriculum: Curriculum):
    assert list(curriculum.language.severities) == ["A", "B", "C"]
    assert set(curriculum.language.rules) == set(TURNS)
    assert list(curriculum.language.lists) == [
        "groups", "people", "gaps", "causes", "ties", "faults", "yardsticks",
    ]  # fmt: skip
