"""Who may read and write: a solo workbook is private, a group's stays the group's."""

import os
import shutil
import stat
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.store.conftest import COMMUNITY, Book, Open, held, write
from workbook.curriculum import Curriculum
from workbook.session import Session, new_session, open_session
from workbook.store import StoreError

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be two people")
GROUP, ANA, BO, CY = 61000, 61001, 61002, 61003


def mode(path: Path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


@pytest.mark.parametrize("umask", [0o022, 0o077, 0o000])
def test_a_workbook_of_ones_own_is_private_and_so_is_all_beside_it(
    people: Open, path: Path, umask: int
):
    before = os.umask(umask)
    try:
        session = people()
        session.plan.put(COMMUNITY, "A")
        session.save()
    finally:
        os.umask(before)
    side = session.store.beside
    assert {mode(one) for one in (path, side.lock, side.history)} == {"0o600"}
    assert {mode(one) for one in (side.folder, side.backups)} == {"0o700"}


def test_a_mode_that_somebody_gave_is_kept(ana: Session, path: Path):
    path.chmod(0o644)
    ana.plan.put(COMMUNITY, "A")
    ana.save()
    assert mode(path) == "0o644"
    assert mode(ana.store.beside.history) == "0o600"


def test_a_private_workbook_in_a_groups_folder_stays_private(people: Open, path: Path):
    people()
    path.chmod(0o600)
    path.parent.chmod(0o2770)
    session = people()
    session.plan.put(COMMUNITY, "A")
    session.save()
    assert mode(session.store.beside.folder).endswith("700")
    assert mode(session.store.beside.history) == "0o600"


def test_in_a_folder_of_everyone_a_new_workbook_is_private(people: Open, path: Path):
    path.parent.chmod(0o1777)
    people()
    assert mode(path) == "0o600"


@pytest.mark.parametrize("name", ["lock", "history.jsonl"])
def test_a_link_beside_the_workbook_is_not_followed(
    ana: Session, tmp_path: Path, path: Path, name: str
):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("theirs")
    ana.store.beside.make()
    (ana.store.beside.folder / name).symlink_to(elsewhere)
    ana.plan.put(COMMUNITY, "A")
    if name == "lock":
        with pytest.raises(StoreError, match="a link stands"):
            ana.save()
    else:
        ana.save()
        [notice] = ana.take_notices()
        assert "The history could not be written" in notice
        assert held(path)["answers"][COMMUNITY] == {"value": "A"}
    assert elsewhere.read_text() == "theirs"


def test_a_link_in_place_of_the_folder_beside_it_is_refused(
    ana: Session, tmp_path: Path, path: Path
):
    (tmp_path / "elsewhere").mkdir()
    Path(f"{path}.d").symlink_to(tmp_path / "elsewhere")
    ana.plan.put(COMMUNITY, "A")
    with pytest.raises(StoreError, match="is not a folder; move it away"):
        ana.save()
    assert not list((tmp_path / "elsewhere").iterdir())


def as_another(doing: Callable[[], None], user: int, umask: int = 0o022) -> None:
    """Does something in a process of another user; all but Cy are of the group."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            if os.geteuid() == 0:
                os.setgroups([GROUP] if user != CY else [])
                os.setgid(user)
                os.setuid(user)
            os.umask(umask)
            doing()
            code = 0
        except BaseException as error:  # noqa: BLE001  # the parent is told by the exit code
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of Ana's and her group, which others may look into."""
    made = Path(tempfile.mkdtemp())
    if os.geteuid() == 0:
        os.chown(made, ANA, GROUP)
    made.chmod(0o2775)
    yield made
    shutil.rmtree(made)


@as_root
def test_two_users_of_a_group_see_each_other_and_clear_away_who_was_killed(
    folder: Path, curriculum: Curriculum
):
    path, seen, here = (
        folder / "our.workbook.json",
        folder / "seen",
        Path(f"{folder}/our.workbook.json.d/here"),
    )
    write(path, {})
    os.chown(path, ANA, GROUP)
    path.chmod(0o660)

    def go(who: str) -> Session:
        session = open_session(path, curriculum, who=who, today=TODAY)
        session.presence.be_at("roles", "", "")
        session.poll()
        return session

    def wait() -> None:
        go("Ana")
        while not seen.exists():
            time.sleep(0.02)

    ana = threading.Thread(target=as_another, args=(wait, ANA, 0o077))
    ana.start()
    while not list(here.glob("*.json")):
        time.sleep(0.02)
    as_another(lambda: check([one.who for one in go("Bo").presence.others] == ["Ana"]), BO, 0o077)
    seen.touch()
    ana.join()
    as_another(lambda: check(go("Bo").presence.others == ()), BO)
    [mark] = here.glob("*.json")
    assert (mode(here), mode(mark)) == ("0o2770", "0o660")


def check(true: bool) -> None:
    assert true


@as_root
@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_two_users_of_a_group_save_in_turn(folder: Path, curriculum: Curriculum, umask: int):
    path = folder / "our.workbook.json"

    def saving(number: int, user: int) -> Callable[[], None]:
        def save() -> None:
            one = Book(path)
            assert one.storage.read_only == ""
            one.set("stk-1", power=number)
            one.set(f"stk-{user}", power=number)
            one.storage.save()
            assert one.storage.take_notices() == []

        return save

    as_another(lambda: new_session(path, curriculum, who="", today=TODAY).close(), ANA, umask)
    for number in range(10):
        user = ANA if number % 2 else BO
        as_another(saving(number, user), user, umask)
    assert (mode(path), path.stat().st_gid) == ("0o660", GROUP)
    assert held(path)["stakeholder"] == {
        "stk-1": {"power": 9}, f"stk-{ANA}": {"power": 9}, f"stk-{BO}": {"power": 8}
    }  # fmt: skip

    def outsider() -> None:
        with pytest.raises(StoreError, match="no right"):
            Book(path)

    as_another(outsider, CY)


@as_root
def test_what_stands_beside_is_shared_when_the_workbook_is(people: Open, folder: Path, path: Path):
    session = people(at=folder / path.name)
    session.plan.put(COMMUNITY, "A")
    session.path.chmod(0o600)
    session.save()
    side = session.store.beside
    assert mode(side.lock) == "0o600"
    session.path.chmod(0o660)
    session.plan.put(COMMUNITY, "B")
    session.save()
    assert {mode(one) for one in (side.lock, side.history)} == {"0o660"}
    assert {mode(one) for one in (side.folder, side.backups)} == {"0o2770"}
    assert {one.stat().st_gid for one in (side.lock, side.history, side.folder)} == {GROUP}


@as_root
def test_in_a_sticky_folder_another_user_can_only_read_and_is_told_at_once(folder: Path):
    path = folder / "our.workbook.json"

    def make() -> None:
        write(path, {})
        path.chmod(0o666)

    as_another(make, ANA)
    os.chown(folder, 0, GROUP)
    folder.chmod(0o1777)

    def read() -> None:
        assert "only its owner may replace it" in Book(path).storage.read_only

    as_another(read, BO)


@pytest.mark.parametrize("what", ["file", "folder", "beside"])
def test_what_cannot_be_written_opens_to_be_read_and_says_so_at_once(folder: Path, what: str):
    path = folder / "our.workbook.json"

    def check() -> None:
        write(path, {})
        side = Path(f"{path}.d")
        side.mkdir()
        {"file": path, "folder": folder, "beside": side}[what].chmod(0o555)
        one = Book(path)
        assert "can be read and not changed" in one.storage.read_only
        one.set("stk-1", name="Ana")
        with pytest.raises(StoreError, match="can be read and not changed"):
            one.storage.save()

    as_another(check, ANA)
    assert "stakeholder" not in held(path)


def test_a_folder_that_one_may_write_in_and_not_read_is_enough(folder: Path):
    path = folder / "our.workbook.json"

    def save() -> None:
        write(path, {})
        folder.chmod(0o300)
        one = Book(path)
        one.set("stk-1", name="new")
        assert one.storage.save()
        folder.chmod(0o700)

    as_another(save, ANA)
    assert held(path)["stakeholder"]["stk-1"] == {"name": "new"}
