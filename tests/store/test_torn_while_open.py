"""A file that is emptied or torn under an open workbook: nothing of it is lost, and it is said."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import Book, held, write
from workbook.store.failure import Damaged

TORN = {"emptied": b"", "cut": b'{\n  "answers": {\n    "a', "zeros": b"\0" * 500, "more": b"{}}"}


@pytest.mark.parametrize("data", TORN.values(), ids=TORN)
def test_it_is_written_again_and_what_stood_there_is_kept(
    book: Callable[..., Book], path: Path, data: bytes
):
    write(path, {"stakeholder": {"stk-1": {"name": "Ana"}}})
    ours = book(patience=0.3)
    path.write_bytes(data)
    with pytest.raises(Damaged, match="What it held is still here and will be written again"):
        ours.storage.poll()
    ours.set("stk-2", name="Ben")
    with pytest.raises(Damaged):
        ours.storage.save()
    assert path.read_bytes() == data
    time.sleep(0.35)
    assert ours.storage.save()
    assert held(path)["stakeholder"] == {"stk-1": {"name": "Ana"}, "stk-2": {"name": "Ben"}}
    [kept] = path.parent.glob("*.corrupt-*")
    assert kept.read_bytes() == data
    [said] = ours.storage.take_notices()
    assert f"is written again; what stood in it is kept as {kept.name}" in said
    assert not any(one.read_bytes() == data for one in ours.storage.beside.backups.iterdir())


def test_a_slow_writer_is_waited_for(book: Callable[..., Book], path: Path):
    write(path, {"stakeholder": {"stk-1": {"name": "Ana"}}})
    ours = book(patience=0.3)
    path.write_bytes(b'{"_meta"')
    with pytest.raises(Damaged):
        ours.storage.poll()
    time.sleep(0.35)
    path.write_bytes(b'{"_meta": {"schema":')
    ours.set("stk-2", name="Ben")
    with pytest.raises(Damaged):
        ours.storage.save()
    write(path, {"stakeholder": {"stk-1": {"name": "Anna"}}})
    ours.storage.save()
    assert held(path)["stakeholder"] == {"stk-1": {"name": "Anna"}, "stk-2": {"name": "Ben"}}
    assert not list(path.parent.glob("*.corrupt-*"))


def test_a_table_that_another_program_left_out_stays_here(book: Callable[..., Book], path: Path):
    write(path, {"stakeholder": {"stk-1": {"name": "Ana"}}})
    ours = book()
    write(path, {"answers": {"a.b": {"value": 1}}})
    ours.storage.poll()
    assert ours.get("stk-1") == {"name": "Ana"}
    ours.storage.save()
    assert held(path)["stakeholder"] == {"stk-1": {"name": "Ana"}}
