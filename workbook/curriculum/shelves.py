"""What stands beside the chapters: lists, assessments, framework, words, readings, the MAP."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workbook.curriculum.model import (
    Assessment,
    Dimension,
    Indicator,
    MapSection,
    Reading,
    Slot,
    TableForm,
    Word,
)  # fmt: skip
from workbook.curriculum.spec import Spec
from workbook.kinds import Option
from workbook.records import TYPES

EDITIONS = ("technical", "public")
WIDEST = 5
"""Columns in a table of the MAP (publishing.md: wider ones break in a word processor)."""

Lists = dict[str, dict[str, Option]]


def lists(spec: Spec) -> Lists:
    """lists.toml: each table is a list with its options."""
    found: Lists = {}
    for id in list(spec.data):
        one = spec.sub(id)
        assert one is not None
        one.need("name")
        options = {o.need("id"): _option(o) for o in one.each("options")}
        if len(options) != len(one.data.get("options", [])):
            one.refuse("has an id twice")
        one.done()
        found[id] = options
    return found


def _option(spec: Spec) -> Option:
    option = Option(spec.need("id"), spec.need("name"), spec.get("note", ""))
    spec.done()
    return option


def assessments(spec: Spec) -> dict[str, Assessment]:
    """assessments.toml."""
    found = {one.need("id"): _assessment(one) for one in spec.each("assessment")}
    spec.done()
    return found


def _assessment(spec: Spec) -> Assessment:
    dimensions = tuple(
        Dimension(
            one.need("id"), one.need("name"), one.need("short"),
            tuple(
                Indicator(
                    i.need("id"), i.need("name"), i.need("ask"), i.get("here", ""),
                    i.get("necessary", False),
                )
                for i in one.each("indicator")
            ),
        )
        for one in spec.each("dimension")
    )  # fmt: skip
    return Assessment(
        spec.need("id"), spec.need("name"), spec.need("scale"), spec.get("footer", ""), dimensions
    )


def assessment_lists(found: Iterable[Assessment]) -> Lists:
    """The lists that assessments make: all and each one's dimensions and indicators."""
    made: Lists = {"assessments": {}, "dimensions": {}, "indicators": {}}
    for one in found:
        dimensions = {d.id: Option(d.id, d.short, d.name) for d in one.dimensions}
        indicators = {
            i.id: Option(i.id, i.name, i.ask) for d in one.dimensions for i in d.indicators
        }
        made["assessments"][one.id] = Option(one.id, one.name)
        made["dimensions"] |= dimensions
        made["indicators"] |= indicators
        made[f"{one.id}.dimensions"], made[f"{one.id}.indicators"] = dimensions, indicators
    return made


def framework_lists(framework: dict[str, Any]) -> Lists:
    """The lists that framework.toml makes: pillars and predictors."""
    return {
        f"{key}s": {
            one["id"]: Option(one["id"], one["name"], one.get("meaning", ""))
            for one in framework.get(key, [])
        }
        for key in ("pillar", "predictor")
    }


def words(spec: Spec) -> tuple[dict[str, Word], dict[str, Word]]:
    """glossary.toml: terms, and the six principles."""
    terms = {
        one.need("id"): Word(one.need("id"), one.need("word"), one.need("meaning").strip())
        for one in spec.each("term")
    }
    principles = {
        one.need("id"): Word(one.need("id"), one.need("name"), one.need("text").strip())
        for one in spec.each("principle")
    }
    spec.done()
    return terms, principles


def readings(spec: Spec) -> dict[str, Reading]:
    """readings.toml."""
    found = {
        one.need("id"): Reading(
            one.need("id"), one.need("title"), one.need("publisher"), one.need("year"),
            one.need("what_for").strip(),
        )
        for one in spec.each("reading")
    }  # fmt: skip
    spec.done()
    return found


def sections(spec: Spec) -> tuple[MapSection, ...]:
    """The outline in map.toml."""
    return tuple(
        MapSection(
            one.need("id"), one.need("title"), one.get("minimum", False), _editions(one),
            tuple(
                Slot(part.need("id"), part.get("title", ""), part.get("lead", "").strip(), _editions(part))
                for part in one.each("part")
            ),
        )
        for one in spec.each("section")
    )  # fmt: skip


def _editions(spec: Spec) -> tuple[str, ...]:
    editions = spec.texts("editions") or EDITIONS
    for one in editions:
        if one not in EDITIONS:
            spec.refuse(f"no edition is called `{one}`")
    return editions


def forms(spec: Spec) -> dict[str, TableForm]:
    """How record types stand in the MAP, from map.toml."""
    return {one.need("of"): _form(one) for one in spec.each("table")}


def _form(spec: Spec) -> TableForm:
    of, form, columns = spec.need("of"), spec.need("form"), spec.texts("columns")
    if of not in TYPES:
        spec.refuse(f"no record type is called `{of}`")
    if form not in ("table", "list", "facts"):
        spec.refuse(f"the form `{form}` is not known (table, list, facts)")
    if len(columns) > WIDEST:
        spec.refuse(f"a table of the MAP has at most {WIDEST} columns")
    for name in columns:
        kind = TYPES[of].fields.get(name)
        if kind is None and not name.startswith("x_"):
            spec.refuse(f"a {of} has no field `{name}`")
        if kind is not None and kind.private:
            spec.refuse(f"`{name}` is private and stays out of the MAP")
    title = spec.get("title", "")
    spec.done()
    return TableForm(of, form, columns, title)
