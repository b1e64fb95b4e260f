"""The form of a workbook's file as a JSON Schema (draft 2020-12): for who writes one by a script,
checks one, or edits one in an editor that knows schemas.

It says more than the program insists on: a file with other values in it opens too, and the checks
tell of them. Fields that a newer version or a team adds stand beside these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import singledispatch
from typing import Any

from workbook.curriculum import Curriculum, Table
from workbook.kinds import (
    Cells,
    Choice,
    Date,
    Kind,
    Line,
    Lines,
    Links,
    Long,
    Money,
    Number,
    Ref,
    Refs,
    Scale,
    Scores,
    Series,
    Several,
    Who,
    YesNo,
)
from workbook.kinds.choosing import UNKNOWN
from workbook.kinds.words import LINE_LIMIT, LONG_LIMIT
from workbook.records import TYPES, Record, Row
from workbook.store.migrations import SCHEMA

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
DATES = r"^\d{4}(-(\d\d(-\d\d)?|Q[1-4]))?$"
"""A day, a month, a quarter or a year."""
_ORDER = {"type": "string", "description": "Its place in its table: smaller is earlier."}


def schema(curriculum: Curriculum) -> Schema:
    """The JSON Schema of a workbook's file, with the words of the content beside each field."""
    types = {name: _table(curriculum, type) for name, type in TYPES.items()}
    return {
        "$schema": DIALECT,
        "title": "Mobility Workbook",
        "type": "object",
        "required": ["_meta", "answers"],
        "properties": {"_meta": _meta(), "answers": _answers(curriculum), **types},
        "$defs": {f"list-{id}": _list(curriculum, id) for id in curriculum.lists},
    }


def _meta() -> Schema:
    version = {"type": "integer", "minimum": 1, "maximum": SCHEMA}
    of = {"type": "object", "required": ["version"], "properties": {"version": version}}
    return {"type": "object", "required": ["schema"], "properties": {"schema": of}}


def _answers(curriculum: Curriculum) -> Schema:
    """Every answer stands under the id of its question."""
    asked = {
        id: _described(_held(of(one.kind)), one.name, one.ask)
        for id, one in curriculum.prompts.items()
        if not one.table
    }
    return {"type": "object", "properties": asked, "additionalProperties": _held({})}


def _held(value: Schema) -> Schema:
    return {"type": "object", "required": ["value"], "properties": {"value": value}}


def _table(curriculum: Curriculum, type: type[Record]) -> Schema:
    """The records of a type, by id."""
    tables = list(curriculum.tables_of(type.type))
    record: Schema = {"type": "object", "properties": {"order": _ORDER}}
    record["properties"] |= {
        name: _described(of(kind), "", kind.doc) for name, kind in type.fields.items()
    }
    if type is Row:
        record["allOf"] = [_cells(one) for one in tables]
    else:
        record["properties"] |= _asked(tables)
    return {
        "type": "object",
        "title": type.type.replace("_", " "),
        "propertyNames": {"pattern": _id([type.type])},
        "additionalProperties": record,
    }


def _cells(table: Table) -> Schema:
    """What stands in the rows of a table that has columns of its own."""
    prompt = {"properties": {"prompt": {"const": table.id}}}
    return {"if": prompt, "then": {"properties": {"cells": {"properties": _asked([table])}}}}


def _asked(tables: Iterable[Table]) -> Schema:
    """The fields that tables ask, in their words. Of several that ask one, each narrows it in its
    own way: it takes what any of them takes."""
    found: dict[str, list[Schema]] = {}
    for field in (field for table in tables for field in table.fields):
        one = _described(of(field.kind), field.name, field.ask)
        if one not in found.setdefault(field.id, []):
            found[field.id].append(one)
    return {id: all_[0] if len(all_) == 1 else {"anyOf": all_} for id, all_ in found.items()}


def _described(one: Schema, title: str, about: str) -> Schema:
    words = {"title": title, "description": about}
    return {**{key: text for key, text in words.items() if text}, **one}


def _list(curriculum: Curriculum, id: str) -> Schema:
    """The entries of a list, each with its name."""
    entries = curriculum.lists[id].values()
    return {"oneOf": [{"const": one.id, "title": one.name} for one in entries]}


def _id(types: Iterable[str]) -> str:
    """What the ids of records of these types look like."""
    prefixes = "|".join(re.escape(TYPES[one].prefix) for one in types)
    return f"^({prefixes})-[0-9a-z]{{8}}$"


# The kinds


@singledispatch
def of(kind: Kind[Any]) -> Schema:
    """The schema of the values of a kind."""
    raise NotImplementedError(type(kind).__name__)


@of.register(Line)
def _(_: Line) -> Schema:
    return {"type": "string", "maxLength": LINE_LIMIT}


@of.register(Long)
def _(_: Long) -> Schema:
    return {"type": "string", "maxLength": LONG_LIMIT}


@of.register(Lines)
def _(_: Lines) -> Schema:
    return {"type": "array", "items": of(Line())}


@of.register(YesNo)
def _(_: YesNo) -> Schema:
    return {"type": "boolean"}


@of.register(Choice)
def _(kind: Choice) -> Schema:
    return {"$ref": f"#/$defs/list-{kind.list}"}


@of.register(Several)
def _(kind: Several) -> Schema:
    return _each_once({"$ref": f"#/$defs/list-{kind.list}"})


@of.register(Scale)
def _(kind: Scale) -> Schema:
    level = {"type": "integer", "minimum": kind.min, "maximum": kind.max}
    return {"anyOf": [level, {"const": UNKNOWN}]} if kind.unknown else level


@of.register(Scores)
def _(kind: Scores) -> Schema:
    names = {"$ref": f"#/$defs/list-{kind.list}"}
    return {"type": "object", "propertyNames": names, "additionalProperties": of(Scale(1, 5))}


@of.register(Number)
def _(kind: Number) -> Schema:
    ends: Mapping[str, float | None] = {"minimum": kind.min, "maximum": kind.max}
    number = "number" if kind.decimals else "integer"
    return {"type": number, **{key: end for key, end in ends.items() if end is not None}}


@of.register(Money)
def _(_: Money) -> Schema:
    return {"type": "integer"}


@of.register(Date)
def _(_: Date) -> Schema:
    return {"type": "string", "pattern": DATES}


@of.register(Ref)
def _(kind: Ref) -> Schema:
    return {"type": "string", "pattern": _id(kind.to)}


@of.register(Refs)
def _(kind: Refs) -> Schema:
    return _each_once({"type": "string", "pattern": _id(kind.to)})


@of.register(Who)
def _(_: Who) -> Schema:
    return _each_once(of(Line()))


@of.register(Links)
def _(kind: Links) -> Schema:
    item = {"type": "string", "pattern": _id(kind.to)}
    fields = {"item": item, "rationale": {"type": "string"}}
    return {
        "type": "array",
        "items": {"type": "object", "required": ["item"], "properties": fields},
    }


@of.register(Series)
def _(_: Series) -> Schema:
    number = {"type": ["number", "null"]}
    year = {
        "value": {"type": ["number", "string", "null"]},
        "low": number,
        "high": number,
        "of": number,
        "quality": {"enum": [1, 2, 3, "local", None]},
    }
    values = {"type": "object", "properties": year}
    return {
        "type": "object",
        "propertyNames": {"pattern": r"^\d{4}$"},
        "additionalProperties": values,
    }


@of.register(Cells)
def _(_: Cells) -> Schema:
    return {"type": "object"}


def _each_once(items: Schema) -> Schema:
    return {"type": "array", "items": items, "uniqueItems": True}
