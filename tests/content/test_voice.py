"""The texts are our own, unlike each other, and speak of causes and not of groups' faults."""

import os
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.content.chapters import Chapters, prompts, steps, tables
from tests.content.sayings import Saying, runs, words

BLAMING = re.compile(
    r"\bthe poor\b|\bat[- ]risk\b|\bhard[- ]to[- ]reach\b|\bvulnerable\b|\bempower\w*"
    r"|\bunderserved\b|\bdisadvantaged\b|\btarget population\w*",
    re.IGNORECASE,
)
BRITISH = re.compile(
    r"\b(flats?(?! \$)|pupils?|neighbours?|organis\w+|programmes?|enrolment|behaviours?|judgements?"
    r"|colours?|labour|centres?|whilst)\b",
    re.IGNORECASE,
)
KEYS = {"id", "of", "columns", "list", "map", "kind", "to", "each", "principle"}
"""Keys whose values are names of the program, which nobody reads."""


def reasons(chapters: Chapters) -> dict[str, str]:
    """Every guide and every reason, by its place."""
    found: dict[str, str] = {}
    for one in steps(chapters):
        found |= {f"{one['id']} why": one["why"], f"{one['id']} guide": one["guide"]}
    found |= {one["id"]: one["why"] for one in prompts(chapters)}
    for table in tables(chapters):
        place = table.get("id", table["name"])
        for field in table["field"]:
            if field.get("why"):
                found[f"{place} {field.get('of', field.get('id'))}"] = field["why"]
    return found


def toolkit() -> Path | None:
    """The toolkit's first chapter as text, where somebody has it."""
    file, data = os.environ.get("WORKBOOK_TOOLKIT_TEXT"), os.environ.get("WORKBOOK_TEST_DATA")
    if not file and data:
        file = f"{data}/../design/toolkit-chapter-1.txt"
    return Path(file) if file and Path(file).is_file() else None


def test_no_two_reasons_or_guides_begin_alike(chapters: Chapters):
    begun = defaultdict(list)
    for place, text in reasons(chapters).items():
        begun[tuple(words(text)[:4])].append(place)
    assert [places for places in begun.values() if len(places) > 1] == []


def test_no_opening_of_two_words_becomes_a_habit(chapters: Chapters):
    begun = Counter(tuple(words(text)[:2]) for text in reasons(chapters).values())
    assert [(start, count) for start, count in begun.items() if count > 3] == []


def test_no_run_of_five_words_is_used_more_than_a_few_times(chapters: Chapters):
    found = Counter(run for text in reasons(chapters).values() for run in runs(text, 5))
    assert [(" ".join(run), count) for run, count in found.items() if count > 3] == []


def test_no_reason_repeats_its_question(chapters: Chapters):
    for one in prompts(chapters):
        shared = runs(one["why"], 6) & runs(one["ask"], 6)
        assert not shared, one["id"]


def test_nothing_is_pasted_from_the_toolkit(said: list[Saying], told: list[Saying]):
    file = toolkit()
    if file is None:
        pytest.skip("the toolkit's text is not here; WORKBOOK_TOOLKIT_TEXT names it")
    theirs = runs(file.read_text(encoding="utf-8"), 10)
    assert len(theirs) > 1000
    pasted = {
        one.place: " ".join(run) for one in said + told for run in runs(one.text, 10) & theirs
    }
    assert pasted == {}


def test_our_own_text_blames_no_group(said: list[Saying], told: list[Saying]):
    spoken = [one for one in said + told if not one.place.endswith("/mistake")]
    found = [(one.place, match[0]) for one in spoken if (match := BLAMING.search(one.own))]
    assert found == []


def test_a_mistake_that_names_a_blaming_word_speaks_against_it(chapters: Chapters):
    texts = [one["text"] for step in steps(chapters) for one in step.get("mistake", [])]
    named = [one for one in texts if BLAMING.search(one)]
    assert len(named) == 1
    assert named[0].startswith("Calling people hard to reach.")


def test_spelling_and_words_are_american(said: list[Saying], told: list[Saying]):
    spoken = [one for one in said if one.key not in KEYS]
    spoken += [one for one in told if one.key not in KEYS and " " in one.text]
    found = [(one.place, match[0]) for one in spoken if (match := BRITISH.search(one.text))]
    assert found == []


def test_the_workbook_says_whose_toolkit_it_follows_and_that_it_is_not_endorsed(
    chapters: Chapters, files: dict[str, Any]
):
    purpose = chapters[0]["purpose"]
    for part in ("independent", "Urban Institute", "toolkit", "2025", "not endorsed"):
        assert part in purpose, part
    assert "not endorsed by the Urban Institute" in files["map.toml"]["words"]["made_with"]
