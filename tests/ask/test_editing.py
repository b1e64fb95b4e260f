""":edit: a long text is written in the person's own editor, from any question that takes one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ask.conftest import Editor, Terminal
from workbook.ask.plain import PlainAsker
from workbook.ask.walk import Walk
from workbook.plan import Plan

At = Callable[[str], str]
LONG, LIST, LINKS = "\n", "\n" * 13, "\n" * 14


@pytest.fixture
def at_terminal(plan: Plan) -> At:
    """Walks the questions of every kind with these lines, as on a terminal; gives what was said."""

    def run(typed: str) -> str:
        out = Terminal()
        asker = PlainAsker(Terminal(typed), out, typed=True)
        Walk(plan, asker, lambda: None, [plan.curriculum.steps["kinds"]]).run()
        return out.getvalue()

    return run


def test_a_text_is_written_on_with_what_is_asked_beside_it(
    at_terminal: At, plan: Plan, editor: Editor
):
    plan.put("small.long", "old")
    noted = editor('cp "$file" "$NOTED"; printf ":quit\\n.\\n# mine\\n" > "$file"')
    said = at_terminal(f"{LONG}:edit\n7\n")
    assert plan.answer("small.long") == ":quit\n.\n# mine"
    assert "Kept: what you wrote in the editor." in said
    assert plan.answer("small.number") == 7
    asked = noted.read_text()
    assert asked.startswith("old\n\n# ---")
    assert "# What is long?" in asked
    assert "# Why long." in asked


def test_a_list_and_links_by_their_numbers_too(at_terminal: At, plan: Plan, editor: Editor):
    east, west = (plan.add("community_group", {"name": one}) for one in ("East", "West"))
    plan.put("small.links", [{"item": west, "rationale": "a: b"}])
    noted = editor('cp "$file" "$NOTED"; printf "1: it floods\\n2\\n" > "$file"')
    at_terminal(f"{LINKS}:edit\n")
    assert noted.read_text().startswith("2: a: b\n")
    assert "# 1. East\n# 2. West\n" in noted.read_text()
    assert plan.answer("small.links") == [{"item": east, "rationale": "it floods"}, {"item": west}]
    at_terminal(f"{LIST}:edit\n")
    assert plan.answer("small.list") == ["1: it floods", "2"]


def test_lines_that_were_begun_go_into_the_editor(at_terminal: At, plan: Plan, editor: Editor):
    editor("sed -i '2s/$/ and more/' $file")
    at_terminal(f"{LONG}One.\nTwo\n:edit\n")
    assert plan.answer("small.long") == "One.\nTwo and more"


def test_an_editor_that_changes_nothing_leaves_all_as_it_was(
    at_terminal: At, plan: Plan, editor: Editor
):
    editor("exit 1")
    said = at_terminal(f"{LONG}One.\n:edit\nTwo.\n.\n")
    assert "ended with code 1; nothing was changed." in said
    assert plan.answer("small.long") == "One.\nTwo."
    at_terminal(f"{LONG}:edit\n:quit\n")
    assert plan.answer("small.long") == "One.\nTwo."


def test_a_text_that_is_emptied_there_is_emptied(at_terminal: At, plan: Plan, editor: Editor):
    plan.put("small.long", "old")
    editor('echo > "$file"')
    assert "Emptied." in at_terminal(f"{LONG}:edit\n")
    assert plan.answer("small.long") is None


def test_what_cannot_be_kept_is_there_when_the_editor_opens_again(
    at_terminal: At, plan: Plan, editor: Editor
):
    plan.add("community_group", {"name": "East"})
    noted = editor('cp "$file" "$NOTED"; sed -i "1s/.*/9: because/" $file')
    said = at_terminal(f"{LINKS}:edit\n:edit\n:quit\n")
    assert "There is no number 9 in the list." in said
    assert ":edit goes on with it." in said
    assert noted.read_text().startswith("9: because\n")
    assert plan.answer("small.links") is None


@pytest.mark.parametrize("before", ["", "\n" * 2])
def test_where_the_answer_is_no_long_text_it_is_said(at_terminal: At, plan: Plan, before: str):
    assert "An editor is for long texts" in at_terminal(f"{before}:edit\n:quit\n")


def test_in_a_pipe_no_editor_is_opened(walk: Callable[..., str], editor: Editor):
    noted = editor('touch "$NOTED"; echo new > "$file"')
    assert "An editor needs a terminal." in walk(f"{LONG}:edit\n", "kinds")
    assert not noted.exists()
