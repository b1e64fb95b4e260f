"""Whose edits these are: a name is kept as any text is, and what is none is refused."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.test_bad_input import Refused, Run


@pytest.mark.parametrize("name", [b"\xff", b"\x1b\x07", b" \xff\n"])
def test_a_name_of_what_is_no_text_is_refused(run: Run, book: Path, refused: Refused, name: bytes):
    for words in (["--as", name], [b"--as=" + name]):
        said = refused(run("set", book.name, "workbook.place", "here", *words), 2)
        assert "A name (--as) is one line" in said
    assert "A name" in refused(run("undo", book.name, WORKBOOK_AS=os.fsdecode(name)), 2)


def test_a_name_is_kept_without_what_is_no_text(run: Run, book: Path):
    words = ("set", book.name, "workbook.place", "here", "--as", b"An\x1ba\xff Ruiz")
    assert run(*words).returncode == 0
    history = book.with_name(f"{book.name}.d") / "history.jsonl"
    assert json.loads(history.read_text().splitlines()[-1])["who"] == "Ana Ruiz"
    assert run("undo", book.name, "--as", "Ana Ruiz").returncode == 0
