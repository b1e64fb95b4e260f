"""Whatever a user writes comes back as it was written, and nothing of it becomes structure."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import markdown as python_markdown

from tests.map.conftest import DATE, Read, spaced
from workbook.kinds.text import tidy, visible
from workbook.map.markdown import write
from workbook.map.outline import (
    Document,
    Link,
    List,
    Paragraph,
    Quote,
    Section,
    Strong,
    Table,
    Text,
)

AWKWARD = [
    "# Head", "#tag", "> quote", "- item", "+ item", "* item", "-", "--- rule", "---", "===", "***",
    "___", "1. one", "1) one", "123456789. x", "a_b_c", "_a_", "__a__", "*a*", "**a**", "`code`",
    "```", "~~~", "~~gone~~", "~50", "50~", "~a~", "[link](http://x.org)", "[^1]", "[^1]: note",
    "C #", "C ##", "C#",
    "[ ] task", "![alt](x.png)", "<b>bold</b>", "<script>alert(1)</script>", "<!-- no -->",
    "a < b", "a<b", "<3", "5<6>4", "&amp;", "&copy;", "&#65;", "AT&T", "a & b", "&", "a|b", "| a |",
    "a\\b", "\\", "\\*", "end\\", "http://x.org/a_b", "www.x.org", "a@b.org", "<http://x.org>",
    "    code", "\tcode", "\x1b[31mred", "\u202eright", "x\u2028y", "!", "wow!", "{{ x }}",
    "{% x %}", ":::", "!!! note", "$x$", "==x==", "a\u00a0b", "“quoted”", "’", "…", "a  b", "%",
    "(x)", "é", "中_文", "_", "a _", "_ a", "__init__", "snake_case_", "a*", "*",
    "a**b**c", "|-|", "|", "\\|", "||",
]  # fmt: skip
ANY = st.text(max_size=40) | st.lists(st.sampled_from(AWKWARD), max_size=3).map(" ".join)


def doc(*blocks):
    return Document((Text("Title"),), DATE, "technical", False, blocks)


def said(text: str) -> str:
    return spaced(visible(tidy(text)))


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_is_shown_as_it_is(text: str):
    inlines = (Text(tidy(text)),)
    found = Read(write(doc(Paragraph(inlines), Paragraph((Text("after"),)))))
    assert found.paragraphs[0].strip() == " ".join(visible(tidy(text)).split("\u2028")).strip()
    assert found.kinds() <= {
        "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text",
    }  # fmt: skip


@settings(max_examples=150)
@given(ANY)
@example("a\n\nb")
@example("a\n- b")
@example("a\n===")
def test_any_text_stands_anywhere_and_stays_text(text: str):
    inlines = (Text(tidy(text)),)
    found = Read(
        write(
            doc(
                Section("s", tidy(text), (Paragraph(inlines),)),
                List(((Paragraph(inlines), List(((Paragraph(inlines),),))), (Paragraph(inlines),))),
                Quote((Paragraph(inlines),)),
                Table((inlines, (Text("b"),)), ((inlines, inlines),)),
                Paragraph((Strong((Text("x"), *inlines)), Text(" "), *inlines)),
            )
        )
    )
    assert found.html == []
    assert [len(row) for table in found.tables for row in table] == [2, 2]
    assert [spaced(one) for one in found.tables[0][1]] == [said(text)] * 2
    assert len(found.headings) == 1 + bool(said(text))
    assert all(one == one.rstrip() for one in found.markdown.split("\n"))
    expected = ["Title", *[text] * 7, "b", text, text, "x" + text, text]
    assert found.text.replace(" ", "") == "".join(map(said, expected)).replace(" ", "")


@pytest.mark.parametrize(
    "text", ["<b>bold</b>", "\\<b>", "a<i x>", "<!-- c -->", "&lt;b>", "<http://x>"]
)
def test_no_tag_passes_a_reader_that_knows_no_backslash_before_one(text: str):
    html = python_markdown(write(doc(Paragraph((Text(text),)))))
    assert set(re.findall(r"<(\w+)", html)) == {"h1", "p"}


def test_entities_and_not_backslashes_stand_before_tags():
    assert "\\<" not in write(doc(Paragraph((Text("<b> <3 a<b"),))))


def test_a_word_before_a_link_does_not_make_a_picture_of_it():
    section = Section("s", "Our vision", (Paragraph((Text("Wow!"), Link("s", "here"))),))
    found = Read(write(doc(section)))
    assert "image" not in found.kinds()
    assert "Wow\\![here](#our-vision)" in found.markdown
    assert "link_open" in found.kinds()


def test_a_link_to_a_slot_that_is_not_there_is_its_words():
    assert "\n\nhere\n" in write(doc(Paragraph((Link("gone", "here"),))))
