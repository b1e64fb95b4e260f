"""Two held lists: what a careful editor would mark is met, what only looks like it is not."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from workbook.curriculum import Curriculum
from workbook.reasoning.language import Words, advise

LISTS = ("held", "also_held")
ENOUGH = 58
"""Of 60 each (the issue's own measure)."""


def read(name: str) -> dict[str, list[dict[str, str]]]:
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


def marked(text: str, phrase: str, words: Words) -> bool:
    """Whether some advice is about this phrase."""
    start = text.index(phrase)
    met: Any = advise(text, words)
    return any(one.start < start + len(phrase) and start < one.end for one in met)


@pytest.fixture(scope="module")
def words(curriculum: Curriculum) -> Words:
    return Words(curriculum.language)


@pytest.mark.parametrize("name", LISTS)
def test_what_an_editor_would_mark_is_met(name: str, words: Words):
    hits = read(name)["hit"]
    missed = [one["phrase"] for one in hits if not marked(one["text"], one["phrase"], words)]
    assert len(hits) == 60
    assert len(hits) - len(missed) >= ENOUGH, missed


@pytest.mark.parametrize("name", LISTS)
def test_what_only_looks_like_it_is_left_alone(name: str, words: Words):
    near = read(name)["near"]
    found = [one["text"] for one in near if advise(one["text"], words)]
    assert len(near) == 60
    assert len(near) - len(found) >= ENOUGH, found
