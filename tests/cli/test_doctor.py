"""`workbook doctor`: finds what is wrong, mends what is certain, keeps the original, says all."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]
META = '"_meta": {"schema": {"version": 1}}'
ANSWER = '"answers": {"workbook.community": {"value": "Peña"}}'
WHOLE = f"{{{META}, {ANSWER}}}"
GIT = shutil.which("git")


def held(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


MENDED = {
    "UTF-16": (WHOLE.encode("utf-16"), "encoding", "It is written in UTF-16."),
    "UTF-16 without a mark": (WHOLE.encode("utf-16-be"), "encoding", "UTF-16"),
    "UTF-32": (WHOLE.encode("utf-32"), "encoding", "UTF-32"),
    "Windows-1252": (WHOLE.encode("cp1252"), "encoding", "“Peña”"),
    "more after the end": (f"{WHOLE}\n}}}}".encode(), "after-the-end", "3 more bytes"),
    "no format": (f"{{{ANSWER}}}".encode(), "no-format", "does not say its format"),
    "a format that is none": (
        f'{{"_meta": {{"schema": [1]}}, {ANSWER}}}'.encode(), "no-format", "today's",
    ),
    "torn": (WHOLE.encode()[:-1], "torn", "ends in the middle"),
    "both sides of a merge": (
        f'{{{META},\n<<<<<<< HEAD\n{ANSWER}\n=======\n{ANSWER}\n>>>>>>> x\n}}'.encode(),
        "conflict-marks", "both sides",
    ),
}  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "our.workbook.json"


@pytest.mark.parametrize(("data", "code", "said"), MENDED.values(), ids=MENDED)
def test_a_file_that_does_not_open_is_mended_and_the_original_kept(
    run: Run, file: Path, data: bytes, code: str, said: str
):
    file.write_bytes(data)
    refused = run("status", file.name)
    assert refused.returncode == 3
    assert f"workbook doctor {file.name}" in refused.stderr
    looked = run("doctor", file.name, "--dry-run", "--json")
    found = json.loads(looked.stdout)
    assert [one["code"] for one in found["findings"]] == [code]
    assert (looked.returncode, found["written"], found["kept"]) == (1, False, None)
    assert file.read_bytes() == data
    assert [*file.parent.iterdir()] == [file]
    done = run("doctor", file.name)
    assert (done.returncode, done.stderr) == (0, "")
    assert said in done.stdout
    [kept] = file.parent.glob("*.corrupt-*")
    assert kept.read_bytes() == data
    assert str(kept) in done.stdout
    assert held(file)["answers"]["workbook.community"] == {"value": "Peña"}
    assert run("status", file.name).returncode == 0
    again = run("doctor", file.name)
    assert (again.returncode, again.stdout) == (0, "Nothing is wrong with it.\n")


def test_bad_parts_are_mended_each_with_a_sentence(run: Run, file: Path):
    parts = '"stakeholder": {"stk-1": {"power": NaN}, "stk-1": {"name": "B"}, "stk-2": [1]}'
    file.write_text(f'{{{META}, {parts}, "answers": {{"a.b": {{"value": "\\ud800"}}}}}}')
    status = run("status", file.name)
    assert status.returncode == 0
    assert "and 3 more" in status.stderr
    done = run("doctor", file.name)
    assert done.returncode == 0
    assert done.stdout.count("mended: ") == 4
    assert len(held(file)["stakeholder"]) == 3
    assert run("status", file.name).stderr == ""
    checks = run("check", file.name).stdout
    assert "no-record, stk-2" in checks
    assert run("get", file.name, "stk-2", "x_broken").stdout == "[1]\n"
    assert run("set", file.name, "stk-2", "x_broken", "").returncode == 0
    assert "no-record" not in run("check", file.name).stdout


def test_an_older_file_is_brought_up(run: Run, file: Path):
    file.write_text('{"_meta": {"schema": {"version": 0}}, "person": {"stk-1": {"name": "Ana"}}}')
    done = run("doctor", file.name)
    assert "mended: It is of an older format (0). It is brought up to format 1." in done.stdout
    assert held(file)["stakeholder"] == {"stk-1": {"name": "Ana"}}


def test_a_newer_file_is_left_as_it_is(run: Run, file: Path):
    text = '{"_meta": {"schema": {"version": 9}}, "answers": {}}'
    file.write_text(text)
    done = run("doctor", file.name)
    assert "left: It is of a newer format (9); update to change it." in done.stdout
    assert (done.returncode, file.read_text()) == (1, text)


@pytest.mark.parametrize("data", [b"# Our plan\n", b'{"name": "left-pad"}', b"[" * 100_000])
def test_what_is_no_workbook_at_all_is_left(run: Run, file: Path, data: bytes):
    file.write_bytes(data)
    done = run("doctor", file.name)
    assert done.returncode == 3
    assert done.stdout.startswith("left: our.workbook.json ")
    assert file.read_bytes() == data
    assert not list(file.parent.glob("*.corrupt-*"))


def test_a_torn_file_with_a_backup_is_left_until_the_backup_is_asked_for(run: Run, book: Path):
    for place in ("East", "West"):
        assert run("set", book.name, "workbook.place", place).returncode == 0
    whole = book.read_bytes()
    book.write_bytes(whole[:60])
    refused = run("get", book.name, "workbook.place")
    assert refused.returncode == 3
    assert f"workbook doctor {book.name} --restore" in refused.stderr
    done = run("doctor", book.name)
    assert done.returncode == 3
    assert "The newest good backup is of " in done.stdout
    assert "It holds 3 answers" in done.stdout or "answers and 0 rows" in done.stdout
    offered = json.loads(run("doctor", book.name, "--json").stdout)["backup"]
    assert Path(offered["file"]).parent.name == "backups"
    assert book.read_bytes() == whole[:60]
    looked = run("doctor", book.name, "--restore", "--dry-run")
    assert "Nothing was written." in looked.stdout
    assert book.read_bytes() == whole[:60]
    done = run("doctor", book.name, "--restore")
    assert done.returncode == 0
    assert book.read_bytes() == whole
    [kept] = book.parent.glob("*.corrupt-*")
    assert kept.read_bytes() == whole[:60]
    again = run("doctor", book.name, "--restore")
    assert again.returncode == 2
    assert book.read_bytes() == whole


def test_a_file_that_is_gone_is_brought_back(run: Run, book: Path):
    run("set", book.name, "workbook.place", "East")
    whole = book.read_bytes()
    book.unlink()
    assert "--restore" in run("status", book.name).stderr
    assert "left: The file is gone." in run("doctor", book.name).stdout
    assert run("doctor", book.name, "--restore").returncode == 0
    assert book.read_bytes() == whole


def test_a_table_that_was_lost_comes_back(run: Run, book: Path):
    id = run("add", book.name, "stakeholder", "name=Ana").stdout.strip()
    run("set", book.name, "workbook.place", "East")
    tables = held(book)
    del tables["stakeholder"]
    book.write_text(json.dumps(tables))
    assert "has lost a whole table (stakeholder)" in run("status", book.name).stderr
    done = run("doctor", book.name)
    assert "The whole table “stakeholder” is gone. 1 of it are back." in done.stdout
    assert held(book)["stakeholder"][id]["name"] == "Ana"
    assert held(book)["answers"]["workbook.place"] == {"value": "East"}


def test_what_stands_beside_it_is_looked_over_too(run: Run, book: Path):
    run("set", book.name, "workbook.place", "East")
    side = book.with_name(f"{book.name}.d")
    left = book.with_name(f".{book.name}.0123abcd.tmp")
    left.write_text("half")
    history = (side / "history.jsonl").read_bytes()
    (side / "history.jsonl").write_bytes(history + b"half a li")
    (side / "drafts.json").write_text('{"Ana": {"release.date": "soo')
    (side / "backups" / "29990101T000000.000000000Z-a.json").write_text("{")
    before = {one: one.read_bytes() for one in side.rglob("*") if one.is_file()}
    looked = run("doctor", book.name, "--dry-run")
    assert looked.stdout.count("can be mended: ") == 3
    assert {one: one.read_bytes() for one in side.rglob("*") if one.is_file()} == before
    assert left.exists()
    done = run("doctor", book.name)
    assert done.stdout.count("mended: ") == 3
    assert "left: 1 of 3 backups cannot be read." in done.stdout
    assert done.returncode == 1
    assert not left.exists()
    assert (side / "history.jsonl").read_bytes() == history
    [kept] = side.glob("drafts.json.corrupt-*")
    assert kept.read_text() == '{"Ana": {"release.date": "soo'
    assert run("undo", book.name).returncode == 0


def test_a_strange_thing_beside_it_is_said(run: Run, book: Path):
    side = book.with_name(f"{book.name}.d")
    shutil.rmtree(side, ignore_errors=True)
    side.write_text("mine")
    done = run("doctor", book.name)
    assert (done.returncode, side.read_text()) == (1, "mine")
    assert "is no folder, so nothing can be saved; move it away." in done.stdout


@pytest.mark.parametrize("word", ["", "--dry-run", "--restore"])
def test_what_cannot_be_looked_at_is_one_sentence(run: Run, tmp_path: Path, word: str):
    (tmp_path / "folder").mkdir()
    for name in ("folder", "none.json"):
        done = run("doctor", name, *[word][: bool(word)])
        assert (done.returncode, done.stdout) == (3, ""), done.stderr
        assert done.stderr.count("\n") == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder"]


def test_a_file_that_cannot_be_written_stays(run: Run, file: Path):
    file.write_text(f'{{{META}, "answers": {{"a.b": 1}}}}')
    before = file.read_bytes()
    file.parent.chmod(0o555)
    done = run("doctor", file.name)
    file.parent.chmod(0o755)
    assert (done.returncode, done.stdout) == (5, ""), done.stderr
    assert file.read_bytes() == before


@pytest.mark.skipif(GIT is None, reason="there is no git here")
def test_a_merge_that_stopped_is_put_together_from_gits_own_versions(
    run: Run, book: Path, tmp_path: Path
):
    def git(*words: str) -> int:
        named = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"]
        done = subprocess.run(["git", *named, *words], cwd=tmp_path, capture_output=True)
        return done.returncode

    def committed(*words: str) -> None:
        assert run(*words).returncode == 0
        assert git("commit", "-qam", "more") == 0

    git("init", "-q", "-b", "main")
    git("add", book.name)
    git("commit", "-qm", "first")
    git("checkout", "-qb", "theirs")
    committed("set", book.name, "workbook.place", "East")
    git("checkout", "-q", "main")
    committed("set", book.name, "workbook.place", "West")
    committed("add", book.name, "stakeholder", "name=Ana")
    assert git("merge", "theirs") != 0
    refused = run("status", book.name)
    assert "holds git's conflict marks" in refused.stderr
    assert f"workbook doctor {book.name}" in refused.stderr
    done = run("doctor", book.name)
    assert done.returncode == 0
    assert "It is put together from git's own versions: 1 place was written by both" in done.stdout
    found = held(book)
    assert found["answers"]["workbook.place"] == {"value": "West"}
    assert [one["other"] for one in found["_conflicts"].values()] == ["East"]
    assert [one["name"] for one in found["stakeholder"].values()] == ["Ana"]
    assert "conflict, workbook.place" in run("check", book.name).stdout


def test_without_a_file_it_tells_about_this_place(run: Run):
    done = run("doctor", NO_COLOR="1", XDG_STATE_HOME="/somewhere")
    assert done.returncode == 0
    for word in ("TERM: xterm-256color", "Colours: none, as NO_COLOR asks", "Terminal: none",
                 "Language: C.UTF-8", "Python: 3.", "tinydb: ", "textual: ",
                 "Folder of state: /somewhere/mobility-workbook"):  # fmt: skip
        assert word in done.stdout
    found = json.loads(run("doctor", "--json").stdout)
    assert {"what", "is", "wrong"} == set(found["facts"][0])
    poor = run("doctor", TERM="dumb")
    assert poor.returncode == 1
    assert "use workbook ask --plain" in poor.stdout
    assert run("doctor", "--restore").returncode == 2


def test_on_a_terminal_it_asks_the_terminal(terminal: Callable[..., Any]):
    screen = terminal("doctor")
    screen.wait_for("Folder of cache")
    assert screen.end() == 0
    assert "Size: 100 x 40" in screen.shown
    assert "Keys: what is typed arrives at once" in screen.shown
    assert "Drawing: UTF-8" in screen.shown


def test_a_large_file_is_refused_from_its_size_alone(run: Run, file: Path):
    with file.open("wb") as opened:
        opened.truncate(100 << 20)
    for words in (("status", file.name), ("doctor", file.name)):
        done = run(*words)
        assert (done.returncode, done.stdout) == (3, "")
        assert "too large for a workbook (100 MB" in done.stderr


def test_above_five_thousand_records_every_command_says_so(run: Run, file: Path):
    rows = {f"row-{number:08}": {"prompt": "a.b"} for number in range(5001)}
    file.write_text(json.dumps({"_meta": {"schema": {"version": 1}}, "answers": {}, "row": rows}))
    assert "This workbook holds 5,001 records" in run("status", file.name).stderr
