"""Who else has a workbook open."""

import json
import os
from pathlib import Path

from tests.store.conftest import Open
from workbook.session import Session
from workbook.store.presence import Someone


def go(one: Session, step: str) -> None:
    one.presence.be_at(step, "", "")
    one.poll()


def marks(one: Session) -> list[Path]:
    return sorted((one.store.beside.folder / "here").glob("*.json"))


def test_others_are_seen_with_their_step_and_nobody_sees_himself(people: Open):
    ana, too, bo = people("Ana"), people("Ana"), people("Bo")
    for one in (ana, too, bo):
        go(one, "roles")
    go(bo, "money")
    ana.poll()
    assert ana.presence.others == (Someone("Bo", "money"),)
    bo.poll()
    assert [one.who for one in bo.presence.others] == ["Ana"]


def test_nothing_is_written_while_nobody_goes_anywhere(people: Open):
    ana = people()
    go(ana, "roles")
    before = [one.stat() for one in marks(ana)]
    for _ in range(3):
        go(ana, "roles")
    assert [one.stat().st_ino for one in marks(ana)] == [one.st_ino for one in before]


def test_who_was_killed_is_cleared_away(people: Open):
    ana, bo = people("Ana"), people("Bo")
    go(bo, "roles")
    [file] = marks(bo)
    mark = json.loads(file.read_text())
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    file.with_name("gone.json").write_text(json.dumps(mark | {"who": "Cy", "pid": child}))
    file.with_name("noise.json").write_text("[1")
    ana.poll()
    assert [one.who for one in ana.presence.others] == ["Bo"]
    assert not file.with_name("gone.json").exists()


def test_a_folder_that_takes_nothing_stops_nothing(people: Open):
    ana = people()
    ana.store.beside.make()
    (ana.store.beside.folder / "here").write_text("in the way")
    go(ana, "roles")
    ana.plan.put("workbook.community", "Marten")
    ana.save()
    assert ana.presence.others == ()
