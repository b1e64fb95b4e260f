"""The words that a plan itself says, between those of its team: `[words]` of map.toml."""

from __future__ import annotations

from collections.abc import Mapping

from workbook.curriculum.spec import Spec

KNOWN: Mapping[str, tuple[str, ...]] = {
    "title": ("community",), "untitled": (), "draft": (), "note": (), "alike": (),
    "as_of": ("date",), "missing": ("number", "step"), "and": (),
    "unnamed": (), "not_named": (), "rater": (),
    "not_here": (), "no_sector": ("names",), "no_group": ("names",),
    "profile": (), "condition": (), "level": (), "evidence": (), "lowest": (), "raters": (),
    "count": ("count", "total"), "answers": ("count", "total"), "and_more": ("count",),
    "between": ("low", "high"), "too_few": (),
    "not_there": (), "talked_about": (), "under_way": (), "in_place": (), "holding": (),
    "yes": (), "no": (), "unknown": (),
    "day": ("day", "month", "year"), "month": ("month", "year"), "quarter": ("quarter", "year"),
    "months": (),
    "because": ("cause",), "if": ("actions",), "if_first": ("actions",),
    "then": ("conditions",), "so_that": ("outcomes",), "vision": ("vision",),
    "assume": ("assumptions",),
    "variable": (), "geography": (), "subgroup": (), "values": (), "source": (),
    "no_source": (),
    "a_walk": (), "sheets": ("name",), "station": ("number",), "hangs": (), "talk": (),
    "stands": (), "said_here": (), "by_many": (), "key_in": ("tag",), "no_figure": (),
    "first_weighed": ("title",), "level_weighed": ("titles",), "no_swing": (),
    "swing": ("criterion", "now", "level", "titles"), "alone": (),
    "on_line": (), "newest": (), "line_asks": (), "standing": (), "by_year": (), "year": (),
    "by_action": (), "open": (), "backbone": (),
    "carried": (), "work_ends": (), "paid_until": (), "lacking": (),
    "no_steward": (), "no_body": (), "no_money": (), "no_other": (), "no_home": (),
    "chains": (), "chain_causes": (), "chain_actions": (), "chain_shifts": (),
    "chain_outcomes": (), "on_criteria": (), "criterion": (), "weight": (), "scores": (),
    "act_state": (), "act_steps": (), "act_next": (), "act_over": (), "act_ongoing": (),
    "act_ahead": (), "act_done": (), "act_undated": (), "outcome": (), "at_release": (),
    "aimed_at": (),
    "worksheet": (), "worksheet_how": (), "worksheet_new": ("one",), "worksheet_kept": (),
    "lang": (), "skip": (), "contents": (), "table": ("number",), "note_back": ("number",),
    "colophon": (), "colophon_text": ("hash",),
    "in_order": (), "turn": (), "action": (), "waits": (), "opens": (), "in_circle": (),
    "by_sector": (), "sector": (), "members": (), "priorities_scored": (), "priority": (),
    "trends": (), "years": (), "value": (), "quality": (), "money_state": (), "amount": (),
    "led_by": (), "done_by": (),
    "due_by": (), "due_what": (), "due_topic": (), "due_who": (), "due_stands": (),
    "due_done": (), "due_over": (), "due_ahead": (), "due_release": (),
    "logic_column": (), "logic_item": (), "no_action": (), "figure_data": (),
}  # fmt: skip
"""Every word that a plan may say, and what is filled into it where its {braces} stand."""
_MONTHS = 12


def read(spec: Spec) -> dict[str, str]:
    """The words by their key. Raises ContentError for one that is missing or not known, that is
    no text, or that has lost its braces."""
    words = {key: _word(spec, key) for key in KNOWN}
    spec.done()
    return words


def _word(spec: Spec, key: str) -> str:
    text = spec.need(key)
    for name in KNOWN[key]:
        if f"{{{name}}}" not in text:
            spec.refuse(f"`{key}` must have {{{name}}} in it")
    if key == "months" and len(text.split(",")) != _MONTHS:
        spec.refuse(f"`{key}` must be {_MONTHS} names with commas between them")
    return text
