"""A file that is no workbook: one sentence that names it and what to do, and no harm done."""

import os
import socket
import threading
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.store.conftest import Open, write
from workbook.kinds import Invalid
from workbook.session import new_session, open_session
from workbook.store import StoreError
from workbook.store.format import LARGEST

META = '"_meta": {"schema": {"version": 1}}'
BAD = {
    "nothing": (b"", "is empty"),
    "only space": (b" \n ", "is empty"),
    "zeros of a power cut": (b"\0" * 4096, "is empty"),
    "half": (b'{\n  "answers": {\n    "a.b', "ends in the middle (line 3"),
    "extra": (f"{{{META}}}}}".encode(), "line 1, column 38"),
    "no JSON": (b"# Our plan\n", "line 1, column 1"),
    "a list": (b"[]", "does not begin with {"),
    "no version": (b'{"answers": {}}', "_meta.schema.version"),
    "version a text": (b'{"_meta": {"schema": {"version": "1"}}}', "_meta.schema.version"),
    "version true": (b'{"_meta": {"schema": {"version": true}}}', "_meta.schema.version"),
    "version -1": (b'{"_meta": {"schema": {"version": -1}}}', "_meta.schema.version"),
    "schema a list": (b'{"_meta": {"schema": [1]}}', "_meta.schema.version"),
    "deep": (f'{{{META}, "t": {{"r": {{"f": {"[" * 300}{"]" * 300}}}}}}}'.encode(), "too deeply"),
    "very deep": (b"[" * 100_000, "too deeply"),
    "UTF-16": ("{}".encode("utf-16"), "UTF-16"),
    "UTF-16 without a mark": ('{"a": {}}'.encode("utf-16-be"), "UTF-16"),
    "Latin-1": ('{\n"a": {"b": {"c": "é"}}}'.encode("latin-1"), "not written in UTF-8 (line 2)"),
    "conflict marks": (b'{\n<<<<<<< HEAD\n"a": 1\n=======\n>>>>>>> x\n}', "git's conflict marks"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "why"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_refused_in_a_sentence_and_left_alone(
    people: Open, path: Path, data: bytes, why: str
):
    path.write_bytes(data)
    before = path.stat()
    with pytest.raises(StoreError) as caught:
        people()
    said = str(caught.value)
    assert why in said
    assert said.startswith(str(path))
    assert said.endswith(f"workbook doctor {path}")
    assert "\n" not in said
    assert caught.value.exit_code == 3
    assert path.read_bytes() == data
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert [*path.parent.iterdir()] == [path]


def test_a_missing_file_is_named_with_the_way_to_make_it(people: Open, path: Path, curriculum):
    path.symlink_to("nowhere")
    for at in (path, path.with_name("other.json")):
        with pytest.raises(StoreError, match="There is no file") as caught:
            _open(at, curriculum)
        assert "Did you mean" not in str(caught.value)
        assert str(caught.value).endswith(f"workbook new {at}")
        assert caught.value.exit_code == 3


def test_a_missing_file_is_named_with_one_beside_it_that_is_called_nearly_so(
    people: Open, path: Path, curriculum
):
    path.write_text("{}")
    with pytest.raises(StoreError, match=f"Did you mean {path.name}\\?"):
        _open(path.with_name(path.name.replace("o", "", 1)), curriculum)


def _open(path: Path, curriculum):
    return open_session(path, curriculum, who="Ana", today=TODAY)


def test_a_folder_a_pipe_a_device_and_a_socket_are_refused_without_waiting(
    tmp_path: Path, curriculum
):
    os.mkfifo(tmp_path / "pipe")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(tmp_path / "s"))
    for at, why in [
        (tmp_path, "is a folder"),
        (tmp_path / "pipe", "pipe or a device"),
        (tmp_path / "s", "pipe or a device"),
        (Path("/dev/zero"), "pipe or a device"),
    ]:
        with pytest.raises(StoreError, match=why) as caught:
            _open(at, curriculum)
        assert caught.value.exit_code == 3
    listening.close()


def test_a_file_over_the_limit_is_refused_from_its_size(path: Path, curriculum):
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(StoreError, match="too large"):
        _open(path, curriculum)


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "loop", "file/under"])
def test_a_name_that_cannot_be_one_is_refused_in_a_sentence(tmp_path: Path, curriculum, name: str):
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError):
        _open(tmp_path / name, curriculum)


def test_a_file_that_is_being_written_in_place_is_waited_for(people: Open, path: Path):
    write(path, {"answers": {"workbook.community": {"value": "Prairie"}}})
    whole = path.read_bytes()
    path.write_bytes(whole[:40])
    threading.Timer(0.08, path.write_bytes, [whole]).start()
    assert people().plan.answer("workbook.community") == "Prairie"


def test_a_newer_file_opens_to_be_read_and_stays_as_it_is(people: Open, path: Path):
    text = '{"_meta":{"schema":{"version":2}},"answers":{"workbook.community":{"value":"P"}}}'
    path.write_text(text)
    session = people()
    assert "newer version" in session.read_only
    assert session.plan.answer("workbook.community") == "P"
    session.save()
    for change in (
        lambda: session.plan.put("workbook.community", "Q"),
        lambda: session.plan.add("stakeholder", {"name": "Ana"}),
        session.plan.undo,
    ):
        with pytest.raises(Invalid, match="newer version"):
            change()
    assert session.plan.answer("workbook.community") == "P"
    session.close()
    assert path.read_text() == text
    assert [*path.parent.iterdir()] == [path]


def test_a_workbook_is_never_made_over_a_file(people: Open, path: Path, curriculum):
    for stands in (lambda: path.write_text("mine"), lambda: path.symlink_to("elsewhere")):
        path.unlink(missing_ok=True)
        stands()
        with pytest.raises(StoreError, match="exists already"):
            new_session(path, curriculum, who="Ana", today=TODAY)
    assert [*path.parent.iterdir()] == [path]
