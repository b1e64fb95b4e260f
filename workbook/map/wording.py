"""The words that the program itself says in a plan. `map.toml` may lay others over them."""

from __future__ import annotations

from collections.abc import Mapping

_OURS: Mapping[str, str] = {
    "title": "{community}: Mobility Action Plan",
    "untitled": "Mobility Action Plan",
    "draft": "Working draft: this plan is not finished, and its text may change.",
    "note": "Note",
    "alike": "All of these",
    "as_of": "As of {date}",
    "missing": "Not yet written (chapter {number}, {step})",
    "and": "and",
    "unnamed": "a member",
    "not_named": "a person not named here",
    "rater": "a rater",
    "profile": "Our answers at a glance",
    "condition": "Condition",
    "level": "Level",
    "answered": "Answered",
    "evidence": "With evidence",
    "count": "{count} of {total}",
    "too_few": "too few answers to say",
}


class Wording:
    """The program's words by their key, with what stands in braces filled in."""

    def __init__(self, over: Mapping[str, str]) -> None:
        self._words = {**_OURS, **over}

    def __call__(self, key: str, **values: object) -> str:
        text = self._words[key]
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text
