"""What a disk, a machine and other programs do to a file that is open: old or new, never a mix."""

import errno
import json
import os
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import COMMUNITY, Book, Open, held, start, write
from workbook.session import Session
from workbook.store import StoreError
from workbook.store.disk import Disk


@pytest.mark.slow
def test_a_process_that_dies_anywhere_in_a_save_leaves_the_old_file_or_the_new(path: Path):
    done = start("dying.py", path, stdout=subprocess.PIPE)
    places, wrong = json.loads(done.communicate(timeout=100)[0])
    assert wrong == {}
    assert len(places) > 200
    assert {"half write", "after rename", "before flush_folder"} < set(places)


class Meddled(Disk):
    """A disk on which something happens once while a new file is made safe."""

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        self._meanwhile = [meanwhile]

    def flush(self, fd: int) -> None:
        super().flush(fd)
        if self._meanwhile:
            self._meanwhile.pop()()


@pytest.mark.parametrize("way", ["in place", "by a new file"])
def test_a_program_that_asks_for_no_lock_and_writes_during_a_save_is_taken_in(
    book: Callable[..., Book], path: Path, way: str
):
    write(path, {"stakeholder": {"stk-1": {"name": "old", "power": 1}}})

    def meddle() -> None:
        other = path.with_name("other")
        write(other, {"stakeholder": {"stk-1": {"name": "old", "power": 5}}})
        if way == "in place":
            path.write_bytes(other.read_bytes())
        else:
            other.replace(path)

    ours = book(disk=Meddled(meddle))
    ours.set("stk-1", name="new")
    assert ours.storage.save()
    assert held(path)["stakeholder"]["stk-1"] == {"name": "new", "power": 5}
    assert ours.get("stk-1") == {"name": "new", "power": 5}
    assert not list(path.parent.glob(".*.tmp"))


def test_a_file_that_is_removed_during_a_save_is_written_again(
    book: Callable[..., Book], path: Path
):
    ours = book(disk=Meddled(path.unlink))
    ours.set("stk-1", name="new")
    assert ours.storage.save()
    assert held(path)["stakeholder"]["stk-1"] == {"name": "new"}


class Restless(Disk):
    """A disk on which another program writes the file during every save."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def flush(self, fd: int) -> None:
        write(self._path, {"stakeholder": {"stk-1": {"power": time.monotonic_ns()}}})


def test_a_program_that_writes_again_and_again_is_told_and_never_written_over(
    book: Callable[..., Book], path: Path
):
    ours = book(disk=Restless(path))
    ours.set("stk-2", name="new")
    with pytest.raises(StoreError, match="another program writes it again and again"):
        ours.storage.save()
    assert "stk-2" not in held(path)["stakeholder"]
    assert ours.get("stk-2") == {"name": "new"}
    assert not list(path.parent.glob(".*.tmp"))


def test_a_file_that_is_put_in_place_by_git_is_another_persons_work(
    people: Open, path: Path, tmp_path: Path
):
    def git(*words: str) -> None:
        name = ("-c", "user.name=A", "-c", "user.email=a@b", "-c", "init.defaultBranch=main")
        subprocess.run(["git", *name, *words], cwd=tmp_path, check=True, capture_output=True)

    ana = people()
    ana.plan.put("workbook.place", "Six towns")
    ana.save()
    git("init")
    git("add", path.name)
    git("commit", "-m", "one")
    ana.plan.put("workbook.place", "Seven towns")
    ana.save()
    git("commit", "-am", "two")
    ana.plan.put(COMMUNITY, "Prairie")
    git("checkout", "HEAD~1", "--", path.name)
    ana.poll()
    assert ana.plan.answer("workbook.place") == "Six towns"
    ana.save()
    assert held(path)["answers"]["workbook.place"] == {"value": "Six towns"}
    assert held(path)["answers"][COMMUNITY] == {"value": "Prairie"}


def test_a_file_that_another_program_has_half_written_is_waited_for(
    people: Open, ana: Session, path: Path
):
    theirs = path.read_bytes().replace(b'"answers": {}', b'"answers": {"a.b": {"value": 1}}')
    for doing in (ana.poll, ana.save):
        ana.plan.put(COMMUNITY, doing.__name__)
        path.write_bytes(theirs[:50])
        threading.Timer(0.08, path.write_bytes, [theirs]).start()
        doing()
        assert held(path)["answers"]["a.b"] == {"value": 1}
    assert held(path)["answers"][COMMUNITY] == {"value": "save"}


def put_pipe(path: Path) -> None:
    os.mkfifo(path)


def put_link(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize(
    ("put", "why"),
    [(put_pipe, "a pipe"), (Path.mkdir, "is a folder"), (put_link, "symbolic links|a link")],
    ids=["a pipe", "a folder", "a link to itself"],
)
def test_what_takes_the_place_of_an_open_workbook_is_named_and_left_alone(
    ana: Session, path: Path, put: Callable[[Path], None], why: str
):
    ana.plan.put(COMMUNITY, "A")
    path.unlink()
    put(path)
    kind = path.lstat().st_mode
    for doing in (ana.poll, ana.save):
        with pytest.raises(StoreError, match=why):
            doing()
    assert path.lstat().st_mode == kind
    path.rmdir() if path.is_dir() else path.unlink()
    ana.save()
    assert held(path)["answers"][COMMUNITY] == {"value": "A"}


class Late(Disk):
    """A disk whose next call of one kind is done, and then told as failed: as over a network."""

    def __init__(self) -> None:
        self.late = ""

    def _done(self, call: str) -> None:
        if call == self.late:
            self.late = ""
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def flush(self, fd: int) -> None:
        super().flush(fd)
        self._done("flush")

    def rename(self, old: Path, new: Path) -> None:
        super().rename(old, new)
        self._done("rename")

    def link(self, old: Path, new: Path) -> None:
        super().link(old, new)
        self._done("link")


@pytest.mark.parametrize("call", ["flush", "rename"])
def test_a_call_that_is_done_and_told_as_failed_loses_nothing(
    book: Callable[..., Book], path: Path, call: str
):
    disk = Late()
    ours = book(disk=disk)
    ours.set("stk-1", name="new")
    disk.late = call
    with pytest.raises(StoreError, match="does not answer"):
        ours.storage.save()
    ours.set("stk-1", power=2)
    ours.storage.save()
    assert held(path)["stakeholder"]["stk-1"] == {"name": "new", "power": 2}
    assert "_conflicts" not in held(path)
    assert not list(path.parent.glob(".*.tmp"))


class Vague(Disk):
    """A disk that knows nothing of making a folder's names safe, as some over a network."""

    def flush_folder(self, folder: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_a_file_that_is_in_place_and_perhaps_not_safe_is_not_called_unwritten(
    book: Callable[..., Book], path: Path
):
    ours = book(disk=Vague())
    ours.set("stk-1", name="new")
    with pytest.raises(StoreError) as caught:
        ours.storage.save()
    assert str(caught.value) == (
        f"{path} is written, but perhaps not yet safe from a power cut: "
        "the disk does not answer as it should."
    )
    assert held(path)["stakeholder"]["stk-1"] == {"name": "new"}


@pytest.mark.slow
def test_a_full_disk_is_named_and_the_next_save_after_room_is_made_works(tmp_path: Path):
    disk = tmp_path / "disk"
    disk.mkdir()
    inside = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
    mount = f'mount -t tmpfs -o size=64k none "{disk}"'
    if subprocess.run([*inside, "sh", "-c", mount], capture_output=True).returncode:
        pytest.skip("no small disk can be made here")
    done = start(
        "full.py", disk / "our.workbook.json", stdout=subprocess.PIPE,
        through=[*inside, "sh", "-c", f'{mount} && exec "$@"', "-"],
    )  # fmt: skip
    said, kept, again = json.loads(done.communicate(timeout=60)[0])
    assert said == (
        f"{disk}/our.workbook.json could not be saved: the disk is full. "
        "The file is as it was before."
    )
    assert kept == {"files": ["our.workbook.json"], "name": "old"}
    assert again == {"files": ["our.workbook.json"], "name": "new", "power": 5}
