"""The history beside the file: who changed what, and taking it back in a later session."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.store.conftest import COMMUNITY, Open
from workbook.edits import Edit
from workbook.plan import ChangedSince
from workbook.session import Session
from workbook.store.beside import Beside
from workbook.store.history import Group, History


def lines(session: Session) -> list[dict[str, Any]]:
    return [json.loads(one) for one in session.store.beside.history.read_text().splitlines()]


def silent(*_: object) -> None:
    """A callback that nobody waits for."""


def test_each_edit_is_a_line_with_who_when_and_what(ana: Session):
    ana.plan.put(COMMUNITY, "A")
    ana.plan.settle()
    ana.plan.put(COMMUNITY, "B")
    ana.save()
    first, second = lines(ana)
    place = {"table": "answers", "id": COMMUNITY, "field": ""}
    assert first["edits"] == [place | {"old": None, "new": "A"}]
    assert second["edits"] == [place | {"old": "A", "new": "B"}]
    assert (first["who"], first["n"], second["n"]) == ("Ana", 1, 2)
    assert first["at"] < second["at"]


def test_typing_on_is_one_line_and_comes_when_the_field_is_left(ana: Session):
    ana.start_autosave(silent, silent, silent)
    for text in ("P", "Pr", "Pra"):
        ana.plan.put(COMMUNITY, text)
        ana.save()
    assert not ana.store.beside.history.exists()
    ana.plan.settle()
    ana.save()
    [line] = lines(ana)
    assert (line["edits"][0]["old"], line["edits"][0]["new"]) == (None, "Pra")
    ana.plan.put(COMMUNITY, "Prai")
    ana.close()
    assert lines(ana)[1]["edits"][0]["new"] == "Prai"


def test_undo_twice_in_two_commands_takes_back_two_edits(people: Open):
    ana = people()
    for text in "AB":
        ana.plan.put(COMMUNITY, text)
        ana.plan.settle()
    ana.save()
    for left in ("A", None):
        later = people()
        [back] = later.undo_last()
        assert back.new == left
        later.save()
        assert people().plan.answer(COMMUNITY) == left
    assert people().undo_last() == []
    assert [line.get("undo") for line in lines(ana)] == [None, None, 2, 1]


def test_undo_takes_back_ones_own_edit_only(people: Open):
    ana, bo = people(), people("Bo")
    id = ana.plan.add("stakeholder", {"name": "Cy"})
    ana.save()
    bo.plan.put(COMMUNITY, "Bo's")
    bo.save()
    assert people("Di").undo_last() == []
    again = people("Ana")
    again.undo_last()
    again.save()
    assert again.plan.record(id) is None
    assert people().plan.answer(COMMUNITY) == "Bo's"


def test_undo_asks_where_somebody_changed_the_value_since(people: Open):
    ana = people()
    ana.plan.put(COMMUNITY, "A")
    ana.save()
    bo = people("Bo")
    bo.plan.put(COMMUNITY, "B")
    bo.save()
    with pytest.raises(ChangedSince):
        people("Ana").undo_last()
    assert people().plan.answer(COMMUNITY) == "B"


def test_what_the_app_took_back_or_did_again_is_known_later(people: Open):
    ana = people()
    for text in "ABC":
        ana.plan.put(COMMUNITY, text)
        ana.plan.settle()
    ana.plan.undo()
    ana.save()
    ana.plan.undo()
    ana.plan.redo()
    ana.save()
    assert [line.get("undo") for line in lines(ana)] == [None, None, None, 3, 2, None]
    later = people()
    assert [one.new for one in later.undo_last()] == ["A"]
    assert [one.new for one in later.undo_last()] == [None]
    assert later.undo_last() == []


def test_writing_the_old_value_again_is_an_edit_and_no_undo(people: Open):
    ana = people()
    for text in "ABA":
        ana.plan.put(COMMUNITY, text)
        ana.plan.settle()
    ana.save()
    assert [one.new for one in people().undo_last()] == ["B"]


def test_an_added_a_changed_and_a_removed_record_come_back(people: Open):
    ana = people()
    id = ana.plan.add("stakeholder", {"name": "Bo"})
    ana.plan.put(id, 3, "power")
    before = dict(ana.plan.raw(id))
    ana.plan.remove(id)
    ana.save()
    later = people()
    later.undo_last()
    assert later.plan.raw(id) == before
    later.undo_last()
    assert later.plan.raw(id, "power") is None
    later.undo_last()
    assert later.plan.record(id) is None


def test_what_has_no_line_yet_comes_last_also_while_it_is_typed(ana: Session):
    ana.start_autosave(silent, silent, silent)
    for text in "ABC":
        ana.plan.put(COMMUNITY, text)
        ana.plan.settle()
    ana.save()
    ana.plan.put(COMMUNITY, "D")
    assert [one.edits[0].new for one in ana.history.groups()] == ["A", "B", "C", "D"]
    assert [one.new for one in ana.undo_last()] == ["C"]
    ana.close()


def test_a_history_that_cannot_be_read_stops_nothing_and_goes_on(ana: Session, people: Open):
    ana.plan.put(COMMUNITY, "A")
    ana.save()
    with ana.store.beside.history.open("ab") as file:
        file.write(b'[1]\n\xff\n{"n": 7, "at": "", "who": "Ana", "edits": [{"tab')
    later = people()
    later.plan.put(COMMUNITY, "B")
    later.save()
    assert [one.edits[0].new for one in later.history.groups()] == ["A", "B"]
    assert later.store.beside.history.read_bytes().count(b"\n") == 5


@pytest.mark.parametrize("torn", [b'{"n": 5, "at": "", "who": "Ana", "edi', b"\xff\n[1]\n\n"])
def test_after_a_torn_line_the_numbers_go_on_and_undo_takes_back_the_last_change(
    ana: Session, people: Open, torn: bytes
):
    for text in "ABC":
        ana.plan.put(COMMUNITY, text)
        ana.plan.settle()
    ana.save()
    later = people()
    later.undo_last()
    later.save()
    with ana.store.beside.history.open("ab") as file:
        file.write(torn)
    for text in "XYZ":
        again = people()
        again.plan.put(COMMUNITY, text)
        again.save()
    assert [one.number for one in again.history.groups()] == [1, 2, 3, 4, 5, 6, 7]
    last = people()
    assert [last.undo_last()[0].new for _ in "abc"] == ["Y", "X", "B"]


def test_a_history_in_place_of_which_a_folder_stands_is_a_notice(ana: Session, path: Path):
    ana.store.beside.history.mkdir(parents=True)
    ana.plan.put(COMMUNITY, "A")
    ana.save()
    [notice] = ana.take_notices()
    assert notice.startswith("The history could not be written")
    assert '"A"' in path.read_text()


def test_the_oldest_lines_go_when_there_are_too_many(tmp_path: Path):
    (tmp_path / "w.json").write_text("{}")
    beside = Beside(tmp_path / "w.json")
    beside.make()
    history = History(beside, largest=4000)
    for number in range(200):
        edit = Edit("answers", "a.b", "", number, number + 1, "Ana", "now")
        history.append([Group([edit], "Ana", "now")])
        assert beside.history.stat().st_size <= 4000
    numbers = [one.number for one in history.groups()]
    assert numbers == [*range(numbers[0] or 0, 201)]
    assert 10 < len(numbers) < 100


def test_a_line_that_is_longer_than_a_block_is_counted_on_from(tmp_path: Path):
    (tmp_path / "w.json").write_text("{}")
    beside = Beside(tmp_path / "w.json")
    beside.make()
    history = History(beside)
    for text in ("x" * 300_000, "y" * 10, "z" * 65_536):
        edit = Edit("answers", "a.b", "", None, text, "Ana", "now")
        history.append([Group([edit], "Ana", "now")])
    assert [one.number for one in history.groups()] == [1, 2, 3]
