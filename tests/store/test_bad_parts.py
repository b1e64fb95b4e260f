"""A file of which a part is bad opens: what is bad is kept and told, and the file left alone."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.store.conftest import COMMUNITY, Open, held
from workbook.reasoning.checks import check
from workbook.session import Session

META = '"_meta": {"schema": {"version": 1}}'
NUMBERS = ["NaN", "-Infinity", "1e999", str(2**64), "9" * 10_000]


def opened(people: Open, path: Path, tables: str) -> tuple[Session, str]:
    """Opens a file with these tables; gives the session and what it says of them."""
    text = f"{{{META}, {tables}}}"
    path.write_text(text)
    session = people()
    [said] = session.take_notices()
    session.save()
    assert path.read_text() == text
    assert [*path.parent.iterdir()] == [path]
    return session, said


def after_a_change(session: Session, path: Path) -> dict[str, Any]:
    """What the file holds after the first change, in a form that everybody can read."""
    before = path.read_bytes()
    session.plan.put(COMMUNITY, "Prairie")
    session.save()
    [backup] = session.store.beside.backups.iterdir()
    assert backup.read_bytes() == before
    return held(path)


@pytest.mark.parametrize("number", NUMBERS, ids=["NaN", "infinity", "huge", "65 bits", "digits"])
def test_a_number_that_cannot_be_kept_is_kept_as_text_to_be_mended(
    people: Open, path: Path, number: str
):
    session, said = opened(people, path, f'"stakeholder": {{"stk-1": {{"power": {number}}}}}')
    assert said.startswith("“stakeholder › stk-1 › power” is the number")
    assert f"workbook doctor {path} --dry-run" in said
    [wrong] = [one for one in check(session.plan) if one.code == "not-a-value"]
    assert (wrong.id, wrong.field) == ("stk-1", "power")
    assert after_a_change(session, path)["stakeholder"]["stk-1"] == {"power": number}


def test_a_number_inside_a_value_is_found_too(people: Open, path: Path):
    answer = '"answers": {"a.b": {"value": [1, {"x": NaN}]}}'
    session, said = opened(people, path, answer)
    assert "“answers › a.b › value › x” is the number NaN" in said
    assert after_a_change(session, path)["answers"]["a.b"] == {"value": [1, {"x": "NaN"}]}


def test_half_a_character_becomes_a_mark(people: Open, path: Path):
    session, said = opened(people, path, '"stakeholder": {"stk-1": {"name": "A\\ud800"}}')
    assert "“stakeholder › stk-1 › name” holds half a character" in said
    assert after_a_change(session, path)["stakeholder"]["stk-1"] == {"name": "A�"}


def test_of_two_records_with_one_id_the_second_gets_another(people: Open, path: Path):
    twice = '"stakeholder": {"stk-1": {"name": "Ana"}, "stk-1": {"name": "Ben"}}'
    session, said = opened(people, path, twice)
    found = after_a_change(session, path)["stakeholder"]
    [other] = set(found) - {"stk-1"}
    assert (found["stk-1"], found[other]) == ({"name": "Ana"}, {"name": "Ben"})
    assert f"“stakeholder › stk-1” stands there twice; the second is kept as {other}" in said
    assert session.plan.label(other) == "Ben"


def test_two_windows_give_the_second_record_the_same_id(people: Open, path: Path):
    twice = '"stakeholder": {"stk-1": {"name": "Ana"}, "stk-1": {"name": "Ben"}}'
    path.write_text(f"{{{META}, {twice}}}")
    ana, ben = people("Ana"), people("Ben")
    ana.plan.put(COMMUNITY, "A")
    ana.save()
    ben.plan.put("workbook.place", "B")
    ben.save()
    assert len(held(path)["stakeholder"]) == 2


@pytest.mark.parametrize(
    ("twice", "place", "kept", "other"),
    [
        ('"a.b": {"value": 1}, "a.b": {"value": 2}', ("answers", "a.b", "value"), 1, 2),
        ('"stk-1": {"name": "A", "name": "B"}', ("stakeholder", "stk-1", "name"), "A", "B"),
    ],
)
def test_of_two_values_for_one_place_the_second_is_a_conflict(
    people: Open, path: Path, twice: str, place: tuple[str, str, str], kept: object, other: object
):
    table, id, field = place
    session, said = opened(people, path, f'"{table}": {{{twice}}}')
    assert f"“{' › '.join(place)}” stands there twice" in said
    assert [one.id for one in check(session.plan) if one.code == "conflict"] == [id]
    found = after_a_change(session, path)
    assert found[table][id][field] == kept
    assert [one["other"] for one in found["_conflicts"].values()] == [other]


def test_of_two_keys_inside_a_value_the_second_gets_another_name(people: Open, path: Path):
    row = '"row": {"row-1": {"prompt": "a.b", "cells": {"hours": 1, "hours": 2, "hours": 3}}}'
    session, said = opened(people, path, row)
    assert "the second is kept as “hours (2)” That" not in said
    assert "the second is kept as “hours (2)”." in said
    cells = after_a_change(session, path)["row"]["row-1"]["cells"]
    assert cells == {"hours": 1, "hours (2)": 2, "hours (3)": 3}


def test_two_tables_of_one_name_are_read_as_one(people: Open, path: Path):
    twice = '"stakeholder": {"stk-1": {}}, "stakeholder": {"stk-2": {}}'
    session, said = opened(people, path, twice)
    assert "“stakeholder” stands there twice; both are read as one" in said
    assert set(after_a_change(session, path)["stakeholder"]) == {"stk-1", "stk-2"}


def test_what_is_no_record_is_kept_in_one_and_found_by_a_check(people: Open, path: Path):
    session, said = opened(people, path, '"stakeholder": {"stk-1": [1, 2], "stk-2": {"name": "B"}}')
    assert "“stakeholder › stk-1” is no record" in said
    [wrong] = [one for one in check(session.plan) if one.code == "no-record"]
    assert wrong.id == "stk-1"
    assert session.plan.label("stk-2") == "B"
    assert after_a_change(session, path)["stakeholder"]["stk-1"] == {"x_broken": [1, 2]}
    session.plan.put("stk-1", None, "x_broken")
    assert not [one for one in check(session.plan) if one.code == "no-record"]


def test_an_answer_that_stands_there_alone_is_the_answer(people: Open, path: Path):
    session, said = opened(people, path, '"answers": {"workbook.place": "East"}')
    assert "“answers › workbook.place” is no record" in said
    assert session.plan.answer("workbook.place") == "East"


@pytest.mark.parametrize(
    ("table", "names"), [('[{"name": "A"}, {"name": "B"}]', ["A", "B"]), ('"none"', [None])]
)
def test_what_is_no_table_becomes_records(people: Open, path: Path, table: str, names: list[Any]):
    session, said = opened(people, path, f'"stakeholder": {table}')
    assert "“stakeholder” is no table" in said
    found = after_a_change(session, path)["stakeholder"]
    assert [one.get("name") for one in found.values()] == names
    assert all(session.plan.type_of(id) == "stakeholder" for id in found)


@pytest.mark.parametrize("id", ["act-12345678", "", "a.b", "\x1b[31m", "stk"])
def test_a_record_under_an_id_of_another_sort_gets_one_of_its_table(
    people: Open, path: Path, id: str
):
    session, said = opened(people, path, f'"stakeholder": {{{json.dumps(id)}: {{"name": "A"}}}}')
    assert "is no id of its table" in said
    [found] = after_a_change(session, path)["stakeholder"]
    assert session.plan.label(found) == "A"


def test_several_faults_are_counted(people: Open, path: Path):
    _, said = opened(people, path, '"answers": {"a.b": {"value": NaN}, "a.c": "x", "a.d": 1}')
    assert f"That is in {path} and 2 more" in said


def test_a_sound_file_of_another_form_says_nothing(people: Open, path: Path):
    text = f'{{{META},\r\n"answers": {{"a.b": {{"value": "\\u2066\\u001b"}}}}}}\r\n'
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    session = people()
    assert session.take_notices() == []
    assert session.plan.raw("a.b") == "\u2066\x1b"
