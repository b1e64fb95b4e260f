"""`workbook FILE` on what is no workbook, in a real terminal: one sentence, an exit code, the
terminal as it was, and not one byte written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.terminal import Terminal, workbook

BAD = {
    "empty": (b"", "is empty"),
    "not JSON": (b"# Our plan\n\nIt begins here.\n", "line 1, column 1"),
    "ends in the middle": (b'{\n  "answers": {\n    "workbook.place": {"val', "line 3"),
    "not a workbook": (b'{"name": "package", "version": "1.0"}\n', "_meta.schema.version"),
    "a list": (b"[]\n", "does not begin with {"),
    "not text": (bytes(range(256)), "UTF-8"),
}
NEWER = '{"_meta":{"schema":{"version":2}},"answers":{"workbook.community":{"value":"P"}}}'
SENTENCE = 400
"""Characters that a sentence has at most, whatever the name of the file is."""


@pytest.fixture
def refused(tmp_path: Path) -> Callable[..., str]:
    """Starts the app on something and checks that it ends in one sentence; gives the sentence."""

    def starting(*words: str | Path, code: int = 3) -> str:
        folder = tmp_path / "desk"
        before = dict(_files(folder))
        with workbook(*words, home=tmp_path, cwd=folder) as terminal:
            assert terminal.ended() == code, terminal.text()
            sentence = _sentence(terminal)
            assert terminal.usable()
        assert dict(_files(folder)) == before
        return sentence

    (tmp_path / "desk").mkdir()
    return starting


def _sentence(terminal: Terminal) -> str:
    """All that the terminal was sent: one line, without an escape."""
    terminal.see("workbook: ")
    sent = terminal.raw.decode()
    assert sent.startswith("workbook: ")
    assert sent.endswith("\r\n")
    assert sent.count("\n") == 1
    assert sent.removesuffix("\r\n").isprintable()
    assert len(sent) < SENTENCE
    return sent.strip()


def _files(folder: Path) -> Iterator[tuple[str, object]]:
    """Every file of a folder with its bytes, its rights and its time."""
    for path in folder.rglob("*"):
        about = path.lstat()
        readable = path.is_file() and about.st_mode & 0o400
        yield str(path), (readable and path.read_bytes(), about.st_mode, about.st_mtime_ns)


@pytest.mark.parametrize(("data", "why"), BAD.values(), ids=BAD.keys())
def test_a_file_that_is_no_workbook_is_said_to_be_none(
    refused: Callable[..., str], tmp_path: Path, data: bytes, why: str
):
    (tmp_path / "desk" / "our.workbook.json").write_bytes(data)
    sentence = refused("our.workbook.json")
    assert sentence.startswith("workbook: our.workbook.json")
    assert why in sentence


def test_what_cannot_be_opened_is_said_to_be_that(refused: Callable[..., str], tmp_path: Path):
    desk = tmp_path / "desk"
    (desk / "folder").mkdir()
    os.mkfifo(desk / "pipe.json")
    (desk / "closed.json").write_text(NEWER)
    (desk / "closed.json").chmod(0)
    assert "is a folder" in refused("folder")
    assert "pipe or a device" in refused("pipe.json")
    assert "closed.json cannot be read" in refused("closed.json")
    assert "workbook new none.json" in refused("none.json")
    assert "is not a folder" in refused("--content", "nowhere", "none.json")
    assert "Did you mean status?" in refused("statsu", code=2)
    refused("closed.json", "and", "more", code=2)


@pytest.mark.parametrize(
    "name", ["x" * 10_000, "   ", "a\nb.json", "\x1b]0;owned\x07\u202e.json", "b.json/under"],
    ids=["10,000 characters", "spaces", "a newline", "escapes", "under a file"],
)  # fmt: skip
def test_a_name_that_no_workbook_has_is_a_short_sentence(
    refused: Callable[..., str], tmp_path: Path, name: str
):
    (tmp_path / "desk" / "b.json").write_text("mine")
    refused(name)


@pytest.mark.parametrize(("version", "why"), [(2, "newer version"), (1, "you have no right")])
def test_what_can_only_be_read_opens_says_so_and_stays_as_it_is(
    tmp_path: Path, version: int, why: str
):
    file = tmp_path / "desk" / "our.workbook.json"
    file.parent.mkdir()
    file.write_text(NEWER.replace('"version":2', f'"version":{version}'))
    file.chmod(0o644 if version == 2 else 0o444)
    before = dict(_files(file.parent))
    with workbook(file.name, home=tmp_path, cwd=file.parent) as terminal:
        terminal.see("P › 1 Embarking", "read only", why)
        terminal.type("esc")
        terminal.see("Next best step", "read only")
        terminal.type("esc")
        assert terminal.ended() == 0
        assert terminal.usable()
    assert dict(_files(file.parent)) == before
