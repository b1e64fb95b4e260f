"""Saving: what is written, what is not, and what others did meanwhile."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import COMMUNITY, Book, Open, held, write
from workbook.plan import ChangedSince
from workbook.session import Session
from workbook.store import StoreError
from workbook.store.disk import Disk


def test_what_is_saved_is_there_for_the_next_session(ana: Session, people: Open):
    id = ana.plan.add("stakeholder", {"name": "Bo", "power": 4})
    ana.plan.put(COMMUNITY, "Prairie Fork County")
    ana.save()
    again = people().plan
    assert again.answer(COMMUNITY) == "Prairie Fork County"
    assert again.raw(id, "power") == 4


def test_without_a_change_nothing_is_written(ana: Session, path: Path):
    ana.plan.put(COMMUNITY, "A")
    ana.save()
    before = path.stat()
    ana.save()
    ana.plan.settle()
    ana.plan.put(COMMUNITY, "B")
    ana.plan.undo()
    ana.save()
    assert path.stat().st_ino == before.st_ino
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_a_file_of_another_form_is_written_anew_only_with_a_change(people: Open, path: Path):
    write(path, {"answers": {COMMUNITY: {"value": "A"}}, "_conflicts": {}})
    theirs = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(theirs)
    session = people()
    session.save()
    assert path.read_bytes() == theirs
    session.plan.put(COMMUNITY, "B")
    session.save()
    assert not path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert b"\r" not in path.read_bytes()
    assert held(path)["_conflicts"] == {}


def test_a_table_that_was_filled_and_emptied_leaves_no_trace(ana: Session, path: Path):
    ana.plan.remove(ana.plan.add("stakeholder"))
    for text in "AB":
        ana.plan.put(COMMUNITY, text)
        ana.save()
    assert set(held(path)) == {"_meta", "answers"}


def test_a_link_to_a_workbook_stays_a_link(people: Open, path: Path, tmp_path: Path):
    people().close()
    link = tmp_path / "link.json"
    link.symlink_to(path)
    session = people(at=link)
    session.plan.put(COMMUNITY, "A")
    session.save()
    assert link.is_symlink()
    assert held(path)["answers"][COMMUNITY] == {"value": "A"}
    assert session.path == link


def test_fields_and_tables_of_a_newer_program_are_kept(people: Open, path: Path):
    write(path, {"from_2031": {"x-1": {"a": [1, {"b": None}]}}, "answers": {"x.y": {"v": 2}}})
    session = people()
    session.plan.put(COMMUNITY, "A")
    session.save()
    assert held(path)["from_2031"] == {"x-1": {"a": [1, {"b": None}]}}
    assert held(path)["answers"]["x.y"] == {"v": 2}


def test_two_sessions_take_in_each_others_work(ana: Session, people: Open, path: Path):
    bo = people("Bo")
    id = ana.plan.add("stakeholder", {"name": "Cy"})
    ana.save()
    bo.plan.put(COMMUNITY, "A")
    bo.save()
    assert bo.plan.raw(id, "name") == "Cy"
    ana.plan.put(id, 3, "power")
    bo.plan.put(id, "Di", "name")
    ana.save()
    bo.save()
    ana.poll()
    for plan in (ana.plan, bo.plan, people().plan):
        assert plan.answer(COMMUNITY) == "A"
        assert plan.raw(id)["name"] == "Di"
        assert plan.raw(id)["power"] == 3


def test_the_same_field_twice_keeps_one_value_and_notes_the_other(
    ana: Session, people: Open, path: Path
):
    bo = people("Bo")
    ana.plan.put(COMMUNITY, "Ana's")
    bo.plan.put(COMMUNITY, "Bo's")
    ana.save()
    bo.save()
    ana.poll()
    [conflict] = held(path)["_conflicts"].values()
    assert (conflict["kept"], conflict["other"], conflict["by"]) == ("Bo's", "Ana's", "Bo")
    assert ana.plan.answer(COMMUNITY) == "Bo's"
    assert len(ana.plan.db.of("_conflicts")) == 1


def test_what_another_session_changed_is_told_and_not_taken_for_ours(ana: Session, people: Open):
    bo = people("Bo")
    ana.plan.put(COMMUNITY, "A")
    ana.save()
    heard: list[object] = []
    bo.plan.subscribe(heard.extend)
    bo.poll()
    assert [(one.id, one.old, one.new) for one in heard] == [(COMMUNITY, None, "A")]
    bo.save()
    assert [group.who for group in bo.history.groups()] == ["Ana"]


def test_undo_of_what_another_session_changed_since_asks(ana: Session, people: Open):
    bo = people("Bo")
    bo.plan.put(COMMUNITY, "B")
    bo.save()
    ana.poll()
    ana.plan.put(COMMUNITY, "A")
    ana.save()
    bo.poll()
    with pytest.raises(ChangedSince):
        bo.plan.undo()


def test_a_file_that_was_removed_is_written_again_and_that_is_said(ana: Session, path: Path):
    ana.plan.put(COMMUNITY, "A")
    ana.save()
    path.unlink()
    ana.poll()
    ana.save()
    assert held(path)["answers"][COMMUNITY] == {"value": "A"}
    assert ana.take_notices() == [f"{path} was gone and was written again."]
    assert ana.take_notices() == []


def test_a_file_that_was_broken_meanwhile_is_not_written_over(ana: Session, path: Path):
    ana.plan.put(COMMUNITY, "A")
    path.write_text("{ half")
    with pytest.raises(StoreError, match="cannot be read: line 1"):
        ana.save()
    with pytest.raises(StoreError):
        ana.poll()
    assert path.read_text() == "{ half"
    path.unlink()
    ana.save()
    assert held(path)["answers"][COMMUNITY] == {"value": "A"}


def test_a_file_that_a_newer_program_saved_meanwhile_is_not_written_over(ana: Session, path: Path):
    ana.plan.put(COMMUNITY, "A")
    newer = path.read_text().replace('"version": 1', '"version": 2')
    path.write_text(newer)
    with pytest.raises(StoreError, match="newer version"):
        ana.save()
    assert path.read_text() == newer


def test_a_value_that_cannot_be_written_is_named_and_stops_no_one_from_going_on(
    ana: Session, path: Path
):
    before = path.read_bytes()
    ana.plan.db.of("answers").keep("a.b", {"value": 2**70})
    with pytest.raises(StoreError, match=r"answers › a\.b › value") as caught:
        ana.save()
    assert caught.value.exit_code == 5
    assert path.read_bytes() == before
    ana.plan.db.of("answers").drop("a.b")
    ana.plan.put(COMMUNITY, "A")
    ana.save()
    assert held(path)["answers"] == {COMMUNITY: {"value": "A"}}


class Failing(Disk):
    """A disk on which the next call of one kind fails; of two writes the second, half done."""

    def __init__(self, call: str, number: int) -> None:
        self.call, self.error = call, OSError(number, os.strerror(number))

    def __getattribute__(self, name: str):
        if name != object.__getattribute__(self, "__dict__").get("call"):
            return object.__getattribute__(self, name)
        return object.__getattribute__(self, "_fail")

    def _fail(self, *args: object) -> None:
        if self.call == "write":
            os.write(*(args[0], args[1][: len(args[1]) // 2]))
        raise self.error


CALLS = ("create", "write", "flush", "rename", "flush_folder")


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    ("number", "why"), [(errno.ENOSPC, "the disk is full"), (errno.EIO, "does not answer")]
)
def test_a_disk_that_fails_leaves_the_old_file_and_the_next_save_works(
    book: Callable[..., Book], path: Path, call: str, number: int, why: str
):
    disk = Failing("", number)
    ours = book(disk=disk)
    ours.set("stk-1", name="old")
    ours.storage.save()
    ours.set("stk-1", name="new")
    disk.call = call
    with pytest.raises(StoreError, match=why) as caught:
        ours.storage.save()
    assert caught.value.exit_code == 5
    assert held(path)["stakeholder"]["stk-1"]["name"] == ("new" if "folder" in call else "old")
    assert ours.get("stk-1") == {"name": "new"}
    assert not list(path.parent.glob(".*.tmp"))
    disk.call = ""
    assert ours.storage.save()
    assert held(path)["stakeholder"]["stk-1"]["name"] == "new"
    assert not ours.storage.save()


def test_a_backup_that_fails_is_a_notice_and_no_failure(book: Callable[..., Book], path: Path):
    ours = book(disk=Failing("link", errno.EIO))
    ours.set("stk-1", name="new")
    assert ours.storage.save()
    [notice] = ours.storage.take_notices()
    assert notice.startswith("No backup could be made (the disk does not answer")


def test_where_links_are_refused_a_backup_is_a_copy(book: Callable[..., Book], path: Path):
    ours = book(disk=Failing("link", errno.EPERM))
    before = path.read_bytes()
    ours.set("stk-1", name="new")
    ours.storage.save()
    [kept] = ours.storage.beside.backups.iterdir()
    assert kept.read_bytes() == before
    assert ours.storage.take_notices() == []


def test_a_workbook_that_gets_slow_says_so(people: Open, path: Path):
    write(path, {"row": {f"row-{number:08}": {"prompt": "a.b"} for number in range(5001)}})
    assert "5,001 records" in people().take_notices()[0]


def test_a_closed_session_can_still_save(ana: Session, path: Path):
    ana.close()
    ana.close()
    ana.plan.put(COMMUNITY, "A")
    ana.save()
    assert held(path)["answers"][COMMUNITY] == {"value": "A"}
    assert "_conflicts" not in held(path)


def test_a_name_as_long_as_a_file_system_takes_can_be_saved(people: Open, tmp_path: Path):
    session = people(at=tmp_path / ("x" * 240 + ".json"))
    session.plan.put(COMMUNITY, "A")
    session.save()
    assert held(session.path)["answers"][COMMUNITY] == {"value": "A"}


def test_backups_are_what_was_replaced_and_twenty_stay(book: Callable[..., Book], path: Path):
    ours = book()
    for number in range(25):
        ours.set("stk-1", power=number)
        ours.storage.save()
    kept = sorted(ours.storage.beside.backups.iterdir())
    assert [held(one)["stakeholder"]["stk-1"]["power"] for one in kept] == [*range(4, 24)]


def test_autosave_does_not_push_out_older_backups(ana: Session):
    for number in range(5):
        ana.plan.put(COMMUNITY, str(number))
        ana.save()
    assert len(list(ana.store.beside.backups.iterdir())) == 1
