"""Words to avoid, word lists, and the expression that finds them in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from workbook.kinds import Option

_LOOSE = re.compile(r"\[[^]]*\]| |'")
"""What stands for more than itself in a pattern: a blank, an apostrophe; a class of characters
is left whole but for its blanks."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in a text. find: words or patterns, none where it was switched off."""

    id: str
    find: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice(Sought):
    """A word or a turn that puts the blame on people, and what to write instead. A turn is found
    by a rule and has no `find`."""

    word: str
    severity: str
    reason: str
    instead: str
    source: str


@dataclass(frozen=True, slots=True)
class WordList(Sought):
    """Words with which a check looks at whole sentences. use: what for."""

    name: str
    use: str


@dataclass(frozen=True, slots=True)
class Language:
    """All of language.toml, each by id. plain: what is said of the edition for everyone; longest:
    words that a sentence of it has at the most."""

    severities: Mapping[str, Option] = field(default_factory=dict)
    avoid: Mapping[str, Advice] = field(default_factory=dict)
    rules: Mapping[str, Advice] = field(default_factory=dict)
    lists: Mapping[str, WordList] = field(default_factory=dict)
    plain: Mapping[str, Advice] = field(default_factory=dict)
    longest: int = 25


def expression(find: Iterable[str]) -> re.Pattern[str]:
    """Whole words in any case; a hyphen binds words, so "minority" is not in "minority-owned".
    A blank stands for any blanks and ' for ’ too. Raises re.error."""
    parts = "|".join(_LOOSE.sub(_loose, one) for one in find) or "(?!)"
    return re.compile(rf"(?<!\w)(?<!\w-)(?:{parts})(?!-?\w)", re.IGNORECASE)


def _loose(found: re.Match[str]) -> str:
    return {" ": r"\s+", "'": "['’]"}.get(found[0]) or found[0].replace(" ", r"\s")
