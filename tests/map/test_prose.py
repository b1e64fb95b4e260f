"""A long text has paragraphs and lists, and nothing else in it means anything."""

import pytest

from tests.map.conftest import DATE, Read
from workbook.map import prose
from workbook.map.markdown import write
from workbook.map.outline import Document, Text
from workbook.map.sentences import closed, filled, joined, shortened, words


def shown(text: str) -> Read:
    blocks = prose.blocks(text, lambda line: (Text(line),))
    return Read(write(Document((Text("Title"),), DATE, "technical", False, blocks)))


def test_a_blank_line_parts_paragraphs_and_a_line_end_does_not():
    assert shown("one\ntwo\n \nthree\n").paragraphs == ["one two", "three"]


def test_lines_that_begin_with_a_hyphen_or_a_number_are_items():
    found = shown("Bring:\n- a coat\n- a cup\n\nThen:\n1. come\n2. stay")
    assert found.items == ["a coat", "a cup", "come", "stay"]
    assert found.paragraphs == ["Bring:", "a coat", "a cup", "Then:", "come", "stay"]
    assert {"bullet_list_open", "ordered_list_open"} <= found.kinds()


def test_a_blank_line_does_not_end_a_list_and_other_words_do():
    assert shown("- a\n\n- b").markdown.endswith("\n\n- a\n- b\n")
    assert shown("- a\n\nb\n\n- c").markdown.endswith("\n\n- a\n\nb\n\n- c\n")


def test_a_line_after_an_item_belongs_to_it():
    assert shown("- a\nb\n- c").items == ["a b", "c"]


def test_an_ordered_list_begins_where_it_began():
    assert "3. c\n4. d" in shown("3. c\n4. d").markdown


@pytest.mark.parametrize(
    "text",
    ["    code", "\tcode", "# no heading", "* no item", "+ no item", "-no item", "2027. A year.",
     "1) no item", "| a | b |", "```\ncode\n```", "> no quote", "a\n===", "a\n---", "<p>no</p>",
     "- "],
)  # fmt: skip
def test_all_else_is_literal(text: str):
    found = shown(text)
    assert found.text == "Title " + " ".join(text.split())
    assert found.kinds() <= {
        "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text",
    }  # fmt: skip


def test_on_one_line_items_are_parted_by_semicolons():
    assert prose.flat("First.\n\nSecond:\n- a\n- b") == "First. Second: a; b"


def test_a_sentence_ends_once():
    assert [words_of(closed((Text(one),))) for one in ("a", "a.", "a?", "“a.”", "(a)", "a…")] == [
        "a.", "a.", "a?", "“a.”", "(a).", "a…",
    ]  # fmt: skip
    assert words_of(filled("For {value}.", (Text("us."),))) == "For us."
    assert words_of(filled("For {value}.", (Text("us"),))) == "For us."
    assert words_of(filled("{value} and more.", (Text("Us."),))) == "Us. and more."


def words_of(inlines) -> str:
    return "".join(words(inlines))


def test_names_are_joined_as_in_a_sentence():
    assert joined([], "and") == ""
    assert joined(["A"], "and") == "A"
    assert joined(["A", "B"], "and") == "A and B"
    assert joined(["A", "B", "C"], "and") == "A, B, and C"
    assert joined(["A, of B", "C"], "and") == "A, of B; C"


def test_a_name_is_cut_after_a_word():
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one", 9) == "one"
    assert shortened("x" * 20, 9) == "x" * 8 + "…"
