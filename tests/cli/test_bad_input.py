"""Whatever is wrong: one sentence, the right exit code, nothing written, the old file untouched."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]
Refused = Callable[[Done, int], str]

READING = [
    "status FILE",
    "check FILE",
    "get FILE workbook.community",
    "list FILE stakeholder",
    "export FILE",
]
WRITING = [
    "set FILE workbook.community Elsewhere", "add FILE stakeholder name=Ana", "undo FILE",
    "remove FILE stk-7k3m9q2d", "ask FILE --plain",
]  # fmt: skip

NO_WORKBOOKS = {
    "not JSON": b"this is a letter, not a workbook\n",
    "half a file": b'{"_meta": {"schema": {"version": 1}}, "answers": {"workbook.comm',
    "JSON, but a list": b"[1, 2, 3]\n",
    "JSON, but a text": b'"hello"\n',
    "not a workbook": b'{"name": "left-pad", "version": "1.0.0"}\n',
    "empty": b"",
    "bytes": bytes(range(256)),
    "nested too deep": b"[" * 100_000,
}


def of(command: str, file: str = "bad.workbook.json") -> list[str]:
    return command.replace("FILE", file).split()


@pytest.mark.parametrize("content", NO_WORKBOOKS.values(), ids=NO_WORKBOOKS)
def test_what_is_no_workbook_is_refused(run: Run, tmp_path: Path, refused: Refused, content: bytes):
    (tmp_path / "bad.workbook.json").write_bytes(content)
    for command in (READING[0], WRITING[0]):
        assert "bad.workbook.json" in refused(run(*of(command)), 3)
        assert (tmp_path / "bad.workbook.json").read_bytes() == content
    (tmp_path / "bad.workbook.json").unlink()


@pytest.mark.parametrize("command", [*READING, *WRITING])
def test_every_command_refuses_what_is_no_workbook(
    run: Run, tmp_path: Path, refused: Refused, command: str
):
    (tmp_path / "bad.workbook.json").write_text("a letter\n")
    refused(run(*of(command), typed="Elsewhere\n"), 3)
    assert (tmp_path / "bad.workbook.json").read_text() == "a letter\n"
    (tmp_path / "bad.workbook.json").unlink()


@pytest.mark.parametrize("command", [*READING, *WRITING])
def test_a_missing_file_is_refused(run: Run, refused: Refused, command: str):
    assert "bad.workbook.json" in refused(run(*of(command)), 3)


@pytest.mark.parametrize("command", [*READING, *WRITING])
def test_a_folder_is_refused(run: Run, tmp_path: Path, refused: Refused, command: str):
    (tmp_path / "bad.workbook.json").mkdir()
    refused(run(*of(command)), 3)


@pytest.mark.parametrize("command", [*READING, *WRITING])
def test_a_file_that_cannot_be_read_is_refused(run: Run, book: Path, command: str):
    before = book.read_bytes()
    book.chmod(0)
    done = run(*of(command, book.name))
    book.chmod(0o600)
    assert done.returncode == 3, done.stderr
    assert (done.stdout, done.stderr.count("\n")) == ("", 1)
    assert book.read_bytes() == before


@pytest.mark.parametrize("command", WRITING)
def test_a_file_that_is_read_only_is_not_changed(run: Run, book: Path, command: str):
    before = book.read_bytes()
    book.chmod(0o444)
    done = run(*of(command, book.name), typed="Elsewhere\n")
    assert done.returncode == 5, done.stderr
    assert (done.stdout, done.stderr.count("\n")) == ("", 1)
    assert (book.read_bytes(), book.stat().st_mode & 0o777) == (before, 0o444)


@pytest.mark.parametrize("command", READING)
def test_a_file_that_is_read_only_can_be_read(run: Run, book: Path, command: str):
    book.chmod(0o444)
    assert run(*of(command, book.name)).returncode == 0


@pytest.fixture
def newer(book: Path) -> Path:
    """A workbook of a version to come, with something that this one does not know."""
    data = json.loads(book.read_text())
    data["_meta"]["schema"]["version"] = 99
    data["answers"]["workbook.community"]["colour"] = "blue"
    book.write_text(json.dumps(data))
    return book


@pytest.mark.parametrize("command", READING)
def test_a_newer_workbook_is_read_and_said_to_be_newer(run: Run, newer: Path, command: str):
    before = newer.read_bytes()
    done = run(*of(command, newer.name))
    assert done.returncode == 0, done.stderr
    assert "newer" in done.stderr
    assert newer.read_bytes() == before


@pytest.mark.parametrize("command", WRITING)
def test_a_newer_workbook_is_not_written(run: Run, newer: Path, command: str):
    before = newer.read_bytes()
    done = run(*of(command, newer.name), typed="Elsewhere\n")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1), done.stderr
    assert "newer" in done.stderr
    assert newer.read_bytes() == before


WRONG = [
    ("get FILE workbook.comunity", "Did you mean workbook.community?"),
    ("get FILE stk-00000000", "stk-00000000"),
    ("get FILE nonsense", "nonsense"),
    ("get FILE workbook.community name", "has no fields"),
    ("set FILE workbook.comunity x", "Did you mean workbook.community?"),
    ("set FILE stk-00000000 name x", "stk-00000000"),
    ("set FILE workbook.community a b", "one VALUE"),
    ("set FILE stk-00000000 a b c", "one FIELD and one VALUE"),
    ("set FILE stk-00000000 name", "name=text or name:=JSON"),
    ("set FILE release.date soon", "is not a date"),
    ("set FILE release.date 2027-13-45", "date"),
    ("set FILE workbook.door nowhere", "Choose from"),
    ("add FILE stakeholder name:={}", "line of text"),
    ("add FILE stakeholder name:={oops", "cannot be read as JSON"),
    ("set FILE workbook.community -5x", "Put -- before a value"),
    ("add FILE stakholder name=Ana", "Did you mean stakeholder?"),
    ("add FILE stakeholder nam=Ana", "Did you mean name?"),
    ("add FILE stakeholder Ana", "name=text or name:=JSON"),
    ("add FILE stakeholder name=Ana name=Ben", "given twice"),
    ("add FILE stakeholder name=Ana power=9", "1 to 5"),
    ("add FILE stakeholder name=Ana power=much", "much"),
    ("add FILE stakeholder name=Ana owner:=7", "list of names"),
    ("add FILE community_group name=East share=101", "100"),
    ("add FILE community_group name=East share:=NaN", "finite"),
    ("add FILE community_group name=East share:=Infinity", "finite"),
    ("add FILE community_group name=East share:=99999999999999999999", "too large"),
    ("add FILE workgroup name=Data priority=pri-00000000", "pri-00000000"),
    ("add FILE workbook.community name=Ana", "get and set"),
    ("add FILE row person=Ana", "row"),
    ("list FILE stakholder", "Did you mean stakeholder?"),
    ("list FILE", "TYPE|TABLE"),
    ("remove FILE stk-00000000", "stk-00000000"),
    ("remove FILE workbook.community", 'workbook set our.workbook.json workbook.community ""'),
    ("undo FILE --no-such", "--no-such"),
    ("ask FILE --plain --step nowhere", "nowhere"),
    ("ask FILE --plain --step activites", "Did you mean activities?"),
    ("ask FILE --plain --chapter 9", "9"),
    ("export FILE --clean --draft", "not both"),
    ("export FILE --edition glossy", "glossy"),
    ("export FILE --flavor Hugoo", "Did you mean hugo?"),
    ("export FILE --document chartr", "Did you mean charter?"),
    ("export FILE -o our.workbook.json --force", "the workbook itself"),
    ("export FILE --date yesterday", "--date"),
    ("check FILE --fail-on doom", "doom"),
    ("exprot FILE", "Did you mean export?"),
    ("stats", "Did you mean status?"),
    ("FILE more words", "unexpected"),
    ("new FILE --no-input --community Elsewhere", "exists already"),
    ("demo FILE", "exists already"),
]


@pytest.mark.parametrize(("command", "says"), WRONG, ids=[one for one, _ in WRONG])
def test_wrong_use_is_answered_in_one_sentence(
    run: Run, book: Path, refused: Refused, command: str, says: str
):
    before = book.read_bytes()
    done = run(*of(command, book.name), typed="Elsewhere\n")
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert done.stderr.startswith("workbook: ")
    assert done.stderr.count("\n") == 1
    assert says in done.stderr
    assert book.read_bytes() == before
    assert not (book.parent / "our.map.md").exists()


NAMES = {
    "of 10,000 characters": "x" * 10_000,
    "of spaces": "   ",
    "with a newline": "Prairie\nFork",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_bad_name_makes_no_workbook(run: Run, refused: Refused, name: str):
    done = run("new", "new.workbook.json", "--no-input", "--community", name)
    assert "--community" in refused(done, 2)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_bad_name_is_not_kept(run: Run, book: Path, name: str):
    before = book.read_bytes()
    for words in (
        ("set", book.name, "workbook.community", name),
        ("add", book.name, "stakeholder", f"name={name}"),
        ("set", book.name, "workbook.community", "Elsewhere", "--as", name),
    ):
        done = run(*words)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
    assert book.read_bytes() == before


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_bad_name_is_no_file(run: Run, refused: Refused, name: str):
    refused(run("new", name, "--no-input", "--community", "Prairie"), 2)
    refused(run("demo", name), 2)


def test_new_without_input_names_the_flag_that_it_needs(run: Run, refused: Refused):
    assert "--community" in refused(run("new", "new.workbook.json", "--no-input"), 2)
    assert "--community" in refused(run("new", "new.workbook.json"), 2)
    assert "--community" in refused(run("new"), 2)


def test_a_new_workbook_in_a_folder_that_is_none_is_not_made(run: Run, refused: Refused):
    command = ("new", "no/such/new.workbook.json", "--no-input", "--community", "Prairie")
    refused(run(*command), 5)
    refused(run("demo", "no/such/new.workbook.json"), 5)


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "2026", "\x1b[31m"])
def test_a_day_that_is_none_is_refused(run: Run, book: Path, day: str):
    for done in (
        run("status", book.name, "--date", day),
        run("status", book.name, WORKBOOK_DATE=day),
    ):
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
        assert "\x1b" not in done.stderr


def test_content_that_does_not_hold_together_is_refused_by_file_and_reason(
    run: Run, book: Path, tmp_path: Path
):
    over = tmp_path / "over"
    over.mkdir()
    (over / "lists.toml").write_text("[doors\n")
    for done in (
        run("status", book.name, "--content", "over"),
        run("--content", "over", "status", book.name),
        run("status", book.name, WORKBOOK_CONTENT="over"),
        run("status", book.name, "--content", "nowhere"),
    ):
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1), done.stderr
        assert "lists.toml" in done.stderr or "is not a folder" in done.stderr


def test_errors_are_json_where_json_is_asked_for(run: Run, book: Path):
    for words, code in (
        (("status", "none.workbook.json", "--json"), 3),
        (("get", book.name, "workbook.comunity", "--json"), 2),
        (("status", "--json", "--no-such"), 2),
    ):
        done = run(*words)
        error = json.loads(done.stderr)
        assert (error["schema"], error["exit"], done.returncode) == ("error/1", code, code)
        assert not error["error"].startswith("workbook:")


def test_names_and_values_are_quoted_without_what_a_terminal_would_obey(run: Run, book: Path):
    evil = "\x1b]0;owned\x07\u202e\x9b31m"
    for words in (
        ("get", book.name, f"workbook.{evil}"), ("status", f"{evil}.json"), (f"{evil}",),
        ("add", book.name, evil), ("set", book.name, "workbook.door", evil),
    ):  # fmt: skip
        done = run(*words)
        assert done.returncode in (2, 3)
        assert not set(done.stderr) & set("\x1b\x07\u202e\x9b")


def test_a_file_name_that_is_no_text_is_taken_and_shown(run: Run):
    done = run("status", b"caf\xe9.workbook.json")
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
