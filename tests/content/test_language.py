"""The words that we advise against are not met in our own text."""

from collections.abc import Iterator

from tests.content.plain import shown
from tests.content.sayings import Saying
from workbook.curriculum import Curriculum
from workbook.reasoning.language import meetings

KEPT = {
    "hard-to-reach": ("3-engaging.toml/engaging/who-lives-here/mistake", "it speaks against it"),
    "stakeholder": ("", "the field's own word for planners; the glossary offers plainer ones"),
    "leverage": ("lists.toml/priority-criteria", "the name that prioritization grids give it"),
    "concentrated-poverty": ("glossary.toml", "the term itself, explained by what makes it"),
    "clients": ("row/", "how an intake worker speaks of her own caseload, in the example"),
}
"""Where a word is kept (any place for ""), and why."""
STRONG = "A"


def met(curriculum: Curriculum, said: list[Saying]) -> Iterator[tuple[str, str, str]]:
    """Severity, entry and place of every word to avoid outside quotation marks."""
    entries = curriculum.language.avoid.values()
    for one in shown(said):
        if not one.place.startswith("language.toml/"):
            for found in meetings(one.own, entries):
                if not one.place.startswith(KEPT.get(found.entry.id, ("none", ""))[0]):
                    yield found.entry.severity, found.entry.id, f"{one.place}: {one.text[:80]}"


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
    for one in found:
        assert one.source.startswith(("CDC", "Shelterforce", "SV2", "The Chicago", "toolkit", "co"))


def test_what_is_suggested_holds_no_word_to_avoid(curriculum: Curriculum):
    entries = curriculum.language.avoid.values()
    assert [one.id for one in entries if meetings(one.instead, entries)] == []


def test_there_are_three_severities_and_five_word_lists(curriculum: Curriculum):
    assert list(curriculum.language.severities) == ["A", "B", "C"]
    assert list(curriculum.language.lists) == ["groups", "gaps", "causes", "faults", "yardsticks"]
