"""What stands beside the chapters: lists, assessments, framework, words, readings, the MAP."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from workbook.curriculum.language import Advice, Language, WordList, expression
from workbook.curriculum.model import (
    WIDEST,
    Assessment,
    Dimension,
    Indicator,
    MapSection,
    Reading,
    Slot,
    TableForm,
    Word,
)
from workbook.curriculum.spec import Spec
from workbook.kinds import Option
from workbook.records import TYPES

T = TypeVar("T")
Lists = dict[str, dict[str, Option]]

UNITS = ("share", "ratio", "rate", "count", "dollars", "index", "grade levels", "pair")
DIRECTIONS = ("up", "down", "parity", "none")


def _all(spec: Spec, key: str, make: Callable[[Spec], T], by: str = "id") -> dict[str, T]:
    """The entries of a list of tables by their id, each read whole and each once."""
    found: dict[str, T] = {}
    for one in spec.each(key):
        id = one.need(by)
        if id in found:
            one.refuse(f"`{id}` is there twice")
        found[id] = make(one)
        one.done()
    return found


def lists(spec: Spec) -> Lists:
    """lists.toml: each table is a list with its options."""
    found: Lists = {}
    for id in list(spec.data):
        one = spec.sub(id)
        assert one is not None
        one.need("name")
        found[id] = _all(one, "options", _option)
        one.done()
    return found


def _option(spec: Spec) -> Option:
    name, note = spec.need("name"), spec.get("note", "")
    return Option(spec.need("id"), name, note, spec.get("proper", False))


def assessments(spec: Spec, scales: Lists) -> dict[str, Assessment]:
    """assessments.toml. scales: the lists that a level may be read from."""
    found = _all(spec, "assessment", _assessment)
    for one in found.values():
        if one.scale not in scales:
            spec.refuse(f"{one.id}: no list is called `{one.scale}`")
    spec.done()
    return found


def _assessment(spec: Spec) -> Assessment:
    dimensions = tuple(_all(spec, "dimension", _dimension).values())
    name, scale = spec.need("name"), spec.need("scale")
    return Assessment(spec.need("id"), name, scale, spec.get("footer", ""), dimensions)


def _dimension(spec: Spec) -> Dimension:
    indicators = tuple(_all(spec, "indicator", _indicator).values())
    return Dimension(spec.need("id"), spec.need("name"), spec.need("short"), indicators)


def _indicator(spec: Spec) -> Indicator:
    necessary = spec.get("necessary", "")
    ask, here = spec.need("ask"), spec.get("here", "")
    return Indicator(spec.need("id"), spec.need("name"), ask, here, necessary)


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


def framework(spec: Spec) -> dict[str, dict[str, Any]]:
    """framework.toml by kind of entry and id: dimension, pillar, predictor, metric."""
    dimensions = _all(spec, "dimension", lambda one: _texts(one, "id", "name", "text"))
    pillars = _all(spec, "pillar", lambda one: _texts(one, "id", "name", "short"))
    predictors = _all(spec, "predictor", lambda one: _predictor(one, set(pillars)))
    metrics = _all(spec, "metric", lambda one: _metric(one, set(predictors)))
    for one in metrics.values():
        if one["newer"] and one["newer"] not in metrics:
            spec.refuse(f"{one['id']}: no metric is called `{one['newer']}`")
    spec.done()
    return {
        "dimension": dimensions, "pillar": pillars, "predictor": predictors, "metric": metrics,
    }  # fmt: skip


def _texts(spec: Spec, *keys: str) -> dict[str, Any]:
    return {key: spec.need(key).strip() for key in keys}


def _predictor(spec: Spec, pillars: set[str]) -> dict[str, Any]:
    if spec.need("pillar") not in pillars:
        spec.refuse(f"no pillar is called `{spec.need('pillar')}`")
    return _texts(spec, "id", "name", "pillar", "meaning")


def _metric(spec: Spec, predictors: set[str]) -> dict[str, Any]:
    one = _texts(spec, "id", "predictor", "name", "unit", "direction", "source", "meaning")
    one["short"] = spec.get("short", "").strip() or one["name"]
    for key, known in (("predictor", predictors), ("unit", UNITS), ("direction", DIRECTIONS)):
        if one[key] not in known:
            spec.refuse(f"the {key} `{one[key]}` is not known")
    for key in ("low", "high", "latest"):
        one[key] = spec.raw(key)
        if not isinstance(one[key], int | float):
            spec.refuse(f"`{key}` must be a number")
    one |= {"zero": spec.get("zero", ""), "newer": spec.get("newer", "")}
    one["alike_from"] = spec.get("alike_from", 0)
    return one | {"columns": spec.texts("columns"), "trap": spec.get("trap", "").strip()}


def framework_lists(framework: dict[str, dict[str, Any]]) -> Lists:
    """The lists that the framework makes: pillars, predictors and metrics."""
    return {
        "metrics": {
            id: Option(id, one["name"], one["meaning"]) for id, one in framework["metric"].items()
        },
        "pillars": {
            id: Option(id, one["short"], one["name"]) for id, one in framework["pillar"].items()
        },
        "predictors": {
            id: Option(id, one["name"], one["meaning"])
            for id, one in framework["predictor"].items()
        },
    }


def words(spec: Spec) -> tuple[dict[str, Word], dict[str, Word]]:
    """glossary.toml: terms, and the six principles with their chapters."""
    terms = _all(spec, "term", _term)
    principles = _all(spec, "principle", _principle)
    spec.done()
    return terms, principles


def _term(spec: Spec) -> Word:
    explain = _patterns(spec, "explain") if spec.raw("explain") is not None else ()
    return Word(**_texts(spec, "id", "word", "meaning"), explain=explain)


def _principle(spec: Spec) -> Word:
    spec.raw("chapter")
    return Word(spec.need("id"), spec.need("name"), spec.need("text").strip())


def language(spec: Spec) -> Language:
    """language.toml: how strongly something is advised against, words, turns, word lists."""
    severities = _all(spec, "severity", _option)
    avoid = _all(spec, "avoid", lambda one: _advice(one, set(severities), _patterns(one)))
    rules = {
        id: one for id, one in _all(spec, "rule", lambda one: _rule(one, set(severities))).items()
        if one is not None
    }  # fmt: skip
    lists = _all(spec, "list", _word_list)
    plain = _all(spec, "plain", lambda one: _advice(one, set(severities), ()))
    longest = spec.get("longest_sentence", 25)
    spec.done()
    return Language(severities, avoid, rules, lists, plain, longest)


def _advice(spec: Spec, severities: set[str], find: tuple[str, ...]) -> Advice:
    if spec.need("severity") not in severities:
        spec.refuse(f"no severity is called `{spec.need('severity')}`")
    texts = _texts(spec, "id", "word", "severity", "reason", "instead", "source")
    return Advice(find=find, **texts)


def _rule(spec: Spec, severities: set[str]) -> Advice | None:
    """A turn that a rule of reasoning/language finds; None where the team does without it."""
    advice = _advice(spec, severities, ())
    return advice if spec.get("on", True) else None


def _word_list(spec: Spec) -> WordList:
    return WordList(find=_patterns(spec), **_texts(spec, "id", "name", "use"))


def _patterns(spec: Spec, key: str = "find") -> tuple[str, ...]:
    """The patterns of an entry, each of which works; an empty list switches the entry off."""
    if spec.raw(key) is None:
        spec.refuse(f"`{key}` is missing")
    for one in spec.texts(key):
        try:
            empty = expression([one]).search("")
        except re.error as error:
            spec.refuse(f"`{one}` is not a pattern: {error}")
        if empty:
            spec.refuse(f"`{one}` would be found in any text")
    return spec.texts(key)


def readings(spec: Spec) -> dict[str, Reading]:
    """readings.toml."""
    keys = ("id", "title", "publisher", "year", "what_for")
    found = _all(spec, "reading", lambda one: Reading(**_texts(one, *keys)))
    spec.done()
    return found


def sections(spec: Spec) -> tuple[MapSection, ...]:
    """The outline in map.toml."""
    return tuple(_all(spec, "section", _section).values())


def _section(spec: Spec) -> MapSection:
    parts = tuple(_all(spec, "part", _slot).values())
    minimum = spec.get("minimum", False)
    return MapSection(spec.need("id"), spec.need("title"), minimum, parts)


def _slot(spec: Spec) -> Slot:
    lead = spec.get("lead", "").strip()
    title, step = spec.get("title", ""), spec.get("step", "")
    assessment = spec.get("assessment", "")
    return Slot(spec.need("id"), title, lead, step, assessment)


def forms(spec: Spec) -> dict[str, TableForm]:
    """How record types stand in the MAP, from map.toml."""
    return _all(spec, "table", _form, by="of")


def _form(spec: Spec) -> TableForm:
    of, form, columns = spec.need("of"), spec.need("form"), spec.texts("columns")
    if of not in TYPES:
        spec.refuse(f"no record type is called `{of}`")
    if form not in ("table", "list", "facts"):
        spec.refuse(f"the form `{form}` is not known (table, list, facts)")
    if form == "table" and len(columns) > WIDEST:
        spec.refuse(f"a table of the MAP has at most {WIDEST} columns")
    under = spec.sub("stead")
    stead = {name: under.need(name) for name in under.data} if under else {}
    for name in (*columns, *stead.values()):
        kind = TYPES[of].fields.get(name)
        if kind is None and not name.startswith("x_"):
            spec.refuse(f"a {of} has no field `{name}`")
        if kind is not None and kind.private:
            spec.refuse(f"`{name}` is private and stays out of the MAP")
    for name in stead:
        if name not in columns:
            spec.refuse(f"`stead` names `{name}`, which is no column")
    return TableForm(of, form, columns, spec.get("title", ""), stead)
