"""The parts of the chapters, as TOML has them."""

from typing import Any

Chapters = list[dict[str, Any]]


def steps(chapters: Chapters) -> list[dict[str, Any]]:
    """The steps in the order of the walk."""
    return [step for chapter in chapters for step in chapter["step"]]


def prompts(chapters: Chapters) -> list[dict[str, Any]]:
    """The prompts of all steps."""
    return [prompt for step in steps(chapters) for prompt in step.get("prompt", [])]


def tables(chapters: Chapters) -> list[dict[str, Any]]:
    """The main tables of the steps, and those of prompts."""
    own = [step["table"] for step in steps(chapters) if "table" in step]
    return own + [one for one in prompts(chapters) if one["kind"] in ("rows", "records")]


def asked(chapters: Chapters) -> list[dict[str, Any]]:
    """Every question: the prompts, and the fields of their tables."""
    return prompts(chapters) + [field for table in tables(chapters) for field in table["field"]]
