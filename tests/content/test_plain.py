"""There is enough to read, it reads easily, and no phrase becomes a habit."""

from collections import Counter

import pytest

from tests.content.chapters import Chapters
from tests.content.plain import grade, prose, sentences, shown
from tests.content.sayings import Saying, sayings, words
from workbook.reasoning.language.ease import syllables

ENOUGH = 15_000
HARDEST = 9.5
HABIT = 4
"""How often five words in a row may stand in the content."""


def test_there_are_at_least_15000_words_to_read(said: list[Saying]):
    assert sum(len(words(one.text)) for one in shown(said)) >= ENOUGH


def test_no_chapter_asks_for_more_than_nine_and_a_half_years_of_school(chapters: Chapters):
    found = {
        chapter["id"]: grade(one.text for one in prose(sayings(chapter, "")))
        for chapter in chapters
    }
    assert {id: round(level, 1) for id, level in found.items() if level > HARDEST} == {}


def test_the_shelves_beside_the_chapters_read_as_easily(said: list[Saying]):
    found: dict[str, list[str]] = {}
    for one in prose(said):
        found.setdefault(one.place.partition("/")[0], []).append(one.text)
    levels = {file: round(grade(texts), 1) for file, texts in found.items()}
    assert {file: level for file, level in levels.items() if level > HARDEST} == {}


def test_no_five_words_are_repeated_like_a_habit(said: list[Saying]):
    found = Counter(
        " ".join(run)
        for one in prose(said)
        for sentence in sentences(one.text)
        for run in zip(*(words(sentence)[at:] for at in range(5)), strict=False)
    )
    most = found.most_common(10)
    listed = "\n".join(f"{count} {run}" for run, count in most)
    assert most[0][1] <= HABIT, f"the ten most repeated runs of five words:\n{listed}"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The cat sat on the mat.", -1.4),
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 11.3),
    ],
)
def test_the_grade_is_the_one_that_is_known_of_a_sentence(text: str, level: float):
    assert abs(grade([text]) - level) < 0.1


def test_syllables_are_counted_about_right():
    known = {
        "people": 2, "families": 3, "little": 2, "one": 1, "houses": 2, "decided": 3, "named": 1,
        "because": 2, "evidence": 3, "needed": 2, "figures": 2, "the": 1, "readiness": 3,
    }  # fmt: skip
    assert {word: syllables(word) for word in known} == known
