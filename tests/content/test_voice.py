"""The texts are our own, unlike each other, and speak of causes and not of groups' faults."""

import os
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from screens.welcome import INDEPENDENT
from tests.content.chapters import Chapters, prompts, steps, tables
from tests.content.sayings import Saying, runs, words
from workbook.curriculum import Curriculum
from workbook.reasoning.language import meetings

BRITISH = re.compile(
    r"\b(flats?(?! \$)|pupils?|neighbours?|organis\w+|programmes?|enrolment|behaviours?|judgements?"
    r"|colours?|labour|centres?|whilst)\b",
    re.IGNORECASE,
)
SHAPES = {
    r"^Without\b": 1,
    r"^If\b": 3,
    r"^(Nobody|No one|Somebody|Someone) who\b": 0,
    r"^(A|An|The) \w+ (that|who|with no) .+ (is|are) ": 3,
    r"\bcosts? (you|an?|less|more|that)\b|\bcheap": 1,
    r"^[A-Z]\w+ [^,;]+; \w+ [^,;]+\.$": 6,
    r"\bis (easier|better|worse|worth) .*\bthan\b": 1,
    r"\b(somebody|someone|\w+) will ask\b": 2,
}
"""Turns of phrase that wear out, and how often all reasons together may use them."""
KEYS = {
    "id",
    "of",
    "called",
    "done",
    "who",
    "topic",
    "unless",
    "explain",
    "columns",
    "list",
    "map",
    "kind",
    "to",
    "each",
    "principle",
}
"""Keys whose values are names of the program, which nobody reads."""
NAMES = {"title", "name", "place", "source"}
"""Keys whose values are titles and names, which carry over as they are."""
NAMED = {
    "power and autonomy and dignity and",
    "and autonomy and dignity and belonging",
    "and publish a mobility action plan",
}
"""Six words of the toolkit's that are names and nothing else."""


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


def sentences(text: str) -> list[str]:
    """The sentences of a reason."""
    return re.split(r"(?<=[.!?])[\"”]?\s+", text.strip())


def test_no_two_reasons_or_guides_begin_alike(chapters: Chapters):
    begun = defaultdict(list)
    for place, text in reasons(chapters).items():
        begun[tuple(words(text)[:3])].append(place)
    assert [places for places in begun.values() if len(places) > 1] == []


def test_no_two_reasons_or_guides_end_alike(chapters: Chapters):
    ended = defaultdict(list)
    for place, text in reasons(chapters).items():
        ended[tuple(words(text)[-3:])].append(place)
    assert [places for places in ended.values() if len(places) > 1] == []


def test_no_opening_of_two_words_becomes_a_habit(chapters: Chapters):
    begun = Counter(tuple(words(text)[:2]) for text in reasons(chapters).values())
    assert [(start, count) for start, count in begun.items() if count > 3] == []


@pytest.mark.parametrize(("shape", "often"), SHAPES.items())
def test_no_shape_of_a_sentence_becomes_a_habit(chapters: Chapters, shape: str, often: int):
    found = [
        (place, one)
        for place, text in reasons(chapters).items() if not place.endswith(" guide")
        for one in sentences(text) if re.search(shape, one)
    ]  # fmt: skip
    assert len(found) <= often, found


def test_what_a_good_answer_is_is_not_told_by_the_same_turn_each_time(chapters: Chapters):
    texts = [step["good"] for step in steps(chapters)]
    assert [one for one in texts if "Weak:" in one] == []
    ended = Counter(tuple(words(one)[-2:]) for one in texts)
    assert [end for end, count in ended.items() if count > 1] == []


def test_no_run_of_five_words_is_used_more_than_a_few_times(chapters: Chapters):
    found = Counter(run for text in reasons(chapters).values() for run in runs(text, 5))
    assert [(" ".join(run), count) for run, count in found.items() if count > 3] == []


def test_no_reason_repeats_its_question(chapters: Chapters):
    for one in prompts(chapters):
        shared = runs(one["why"], 6) & runs(one["ask"], 6)
        assert not shared, one["id"]


@pytest.mark.parametrize("kind", ["case", "mistake"])
def test_no_case_and_no_mistake_is_told_twice(chapters: Chapters, kind: str):
    told = Counter(
        run
        for step in steps(chapters)
        for one in step.get(kind, [])
        for run in runs(one["text"], 6)
    )
    assert [" ".join(run) for run, count in told.items() if count > 1] == []


def test_mistakes_do_not_all_open_with_the_same_form_of_a_verb(chapters: Chapters):
    texts = [one["text"] for step in steps(chapters) for one in step["mistake"]]
    opened = [one for one in texts if one.split()[0].endswith("ing")]
    assert len(opened) <= len(texts) / 2


def test_guides_are_not_all_built_alike(chapters: Chapters):
    guides = [step["guide"] for step in steps(chapters)]
    assert sum("\n- " in one for one in guides) <= len(guides) * 3 / 4
    marked = [one for one in guides if re.search(r"^\*\*", one, re.MULTILINE)]
    assert len(marked) <= len(guides) / 2


def test_nothing_is_pasted_from_the_toolkit(
    said: list[Saying], told: list[Saying], reported: list[Saying]
):
    file = toolkit()
    if file is None:
        pytest.skip("the toolkit's text is not here; WORKBOOK_TOOLKIT_TEXT names it")
    theirs = runs(file.read_text(encoding="utf-8"), 6)
    assert len(theirs) > 1000
    pasted = {
        (one.place, " ".join(run))
        for one in said + told + reported if one.key not in NAMES
        for run in runs(one.text, 6) & theirs
    }  # fmt: skip
    assert {run for _, run in pasted} <= NAMED, pasted


def test_a_mistake_that_names_a_blaming_word_speaks_against_it(
    chapters: Chapters, curriculum: Curriculum
):
    strong = [one for one in curriculum.language.avoid.values() if one.severity == "A"]
    texts = [one["text"] for step in steps(chapters) for one in step.get("mistake", [])]
    begun = [one.partition(".")[0] for one in texts if meetings(one, strong)]
    assert begun == ["Naming people by what they lack", "Calling people hard to reach"]


def test_spelling_and_words_are_american(
    said: list[Saying], told: list[Saying], reported: list[Saying]
):
    spoken = [one for one in said if one.key not in KEYS]
    spoken += [one for one in told + reported if one.key not in KEYS and " " in one.text]
    found = [(one.place, match[0]) for one in spoken if (match := BRITISH.search(one.text))]
    assert found == []


def test_the_workbook_says_once_whose_toolkit_it_follows_and_that_it_is_not_endorsed(
    said: list[Saying], files: dict[str, Any]
):
    for part in ("independent", "Urban Institute", "toolkit", "2025", "does not endorse"):
        assert part in INDEPENDENT, part
    assert [one.place for one in said if re.search("endorse[sd]? (it|by)", one.text)] == []
    assert files["readings.toml"]["reading"][0]["id"] == "toolkit"
