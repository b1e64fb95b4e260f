"""A text that is written in the person's own editor: a real program, named as people name it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.ask.conftest import Editor
from workbook.kinds import Invalid
from workbook.own_editor import BELOW, in_own_editor

SAYS = ["What is asked?\nIn two lines.", "# Why."]
KEPT = "Above.\n\n# A line of one's own.\n  indented"


def left(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "own").iterdir())


def test_what_is_written_above_the_line_comes_back_as_written(editor: Editor, tmp_path: Path):
    new = KEPT.replace("\n", "\\n")
    noted = editor(f"""
        cp "$file" "$NOTED"
        printf "{new}\\n" > "$file.new"
        sed -n "/Write above/,\\$p" "$file" >> "$file.new"
        mv "$file.new" "$file"
    """)
    assert in_own_editor("What stands there.\n# Mine.", SAYS) == KEPT
    assert noted.read_text().split("\n")[:4] == ["What stands there.", "# Mine.", "", BELOW]
    assert "# What is asked?\n# In two lines.\n#\n# # Why.\n" in noted.read_text()
    assert left(tmp_path) == []


@pytest.mark.parametrize("code", ["$d", "/Write above/,$d", "s/.*Write above.*//"])
def test_where_the_line_is_gone_what_stood_below_it_is_gone_too(editor: Editor, code: str):
    editor(f"sed -i '{code}; 1s/^/New: /' \"$file\"")
    assert in_own_editor("# mine", SAYS) == "New: # mine"


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ("\\357\\273\\277one\\r\\ntwo\\r\\n", "one\ntwo"), ("", ""), ("\\n\\n", ""),
        ("Gr\\303\\274n\\n\\n\\n", "Grün"), ("\\n  one", "\n  one"),
    ],
)  # fmt: skip
def test_an_editor_may_write_as_it_is_used_to(editor: Editor, found: str, kept: str):
    editor(f'printf "{found}" > "$file"')
    assert in_own_editor("old", SAYS) == kept


def test_nobody_else_can_read_it_and_nothing_stays(editor: Editor, tmp_path: Path):
    noted = editor("""
        ls -ld "$file" | cut -c1-10 > "$NOTED"
        ls -ld "$(dirname "$file")" | cut -c1-10 >> "$NOTED"
        cp "$file" "$file~"
        echo new > "$file"
    """)
    assert in_own_editor("private", SAYS) == "new"
    assert noted.read_text().split() == ["-rw-------", "drwx------"]
    assert left(tmp_path) == []


def test_the_words_beside_its_name_go_with_it_and_no_shell_reads_them(
    editor: Editor, tmp_path: Path
):
    noted = editor(
        'printf "%s|" "$@" > "$NOTED"; echo new > "$file"', words="--wait 'a b' $HOME;ls"
    )
    assert in_own_editor("old") == "new"
    assert noted.read_text().split("|")[:3] == ["--wait", "a b", "$HOME;ls"]


def test_visual_goes_before_editor(editor: Editor):
    editor("echo editor > $file", name="one")
    editor("echo visual > $file", "VISUAL", name="two")
    assert in_own_editor("old") == "visual"


def test_control_characters_reach_the_editor_as_marks_and_come_back(editor: Editor):
    noted = editor('cp "$file" "$NOTED"; sed -i "1s/old/new/" "$file"')
    assert in_own_editor("old \x1b[2J", ["\x1b]0;x\x07"]) == "new \x1b[2J"
    assert "\x1b" not in noted.read_text()
    assert "old ␛[2J" in noted.read_text()


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("true", "The editor left the text as it was; nothing was changed."),
        ("echo >> $file", "left the text as it was"),
        (
            "echo new > $file; exit 3",
            "The editor my editor ended with code 3; nothing was changed.",
        ),
        ("kill -9 $$", "ended with signal 9"),
        ('rm "$file"', "left no text"),
        ('printf "\\377\\376" > "$file"', "no text in UTF-8"),
    ],
)
def test_an_editor_that_changes_nothing_is_said_in_a_sentence(
    editor: Editor, tmp_path: Path, does: str, said: str
):
    editor(does)
    with pytest.raises(Invalid) as wrong:
        in_own_editor("old", SAYS)
    assert said in str(wrong.value)
    assert left(tmp_path) == []


@pytest.mark.parametrize("name", ["nothing-of-this-name --wait", "/no/such/place", "'", "vi 'x"])
def test_one_that_is_not_there_is_named_with_what_to_do(
    editor: Editor, monkeypatch: pytest.MonkeyPatch, name: str
):
    monkeypatch.setenv("EDITOR", name)
    with pytest.raises(Invalid, match=r"There is no editor .*; nothing was changed\. Set EDITOR"):
        in_own_editor("old")


def test_where_none_is_named_the_usual_one_opens(
    editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    editor("echo from nano > $file", "NOT_READ", name="nano")
    monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep + os.environ["PATH"])
    assert in_own_editor("old") == "from nano"
    (tmp_path / "nano").unlink()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Invalid, match="No editor is named"):
        in_own_editor("old")


def test_ctrl_c_in_the_editor_does_not_end_the_workbook(editor: Editor):
    editor('kill -INT $PPID; trap "" INT; echo new > "$file"')
    assert in_own_editor("old") == "new"
