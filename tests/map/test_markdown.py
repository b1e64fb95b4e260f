"""The dialect that every tool takes unharmed (publishing.md, 2.3)."""

import re

import pytest

from tests.map.conftest import DATE, Read, document, markdown, read
from tests.map.filling import Filling
from workbook.map.edges import anchor
from workbook.map.markdown import write
from workbook.map.outline import (
    Break,
    Cite,
    Document,
    Fact,
    Facts,
    List,
    Missing,
    Note,
    Paragraph,
    Quote,
    Section,
    Table,
    Text,
)  # fmt: skip
from workbook.plan import Plan

ONE = (Text("one"),)


def para(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def written(*blocks) -> str:
    return write(Document((Text("T"),), DATE, "technical", False, blocks)).removeprefix("# T\n\n")


@pytest.fixture
def text(plan: Plan) -> str:
    Filling(plan).everything()
    return markdown(plan, draft=True)


def test_lines_have_no_trailing_spaces_and_the_file_one_last_newline(text: str):
    assert all(one == one.rstrip() for one in text.split("\n"))
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert "\n\n\n" not in text


def test_a_blank_line_stands_round_every_block(text: str):
    for block in text.removesuffix("\n").split("\n\n"):
        starts = {re.match(r"\||- |\d+\. |> |#+ |", one)[0][:1] for one in block.split("\n")}  # type: ignore[index]  # fmt: skip
        assert len(starts - {" "}) == 1, block


def test_headings_are_not_deeper_than_three_and_there_is_one_title(text: str):
    tags = [tag for tag, _ in Read(text).headings]
    assert set(tags) == {"h1", "h2", "h3"}
    assert tags.count("h1") == 1


def test_every_heading_can_be_linked_to(text: str):
    anchors = [anchor(title) for _, title in Read(text).headings]
    assert len(anchors) == len(set(anchors))
    links = re.findall(r"\]\((#[^)]*)\)", text)
    assert links
    assert set(links) <= set(anchors)


def test_there_is_no_front_matter_no_html_and_no_code(text: str):
    assert text.startswith("# ")
    assert Read(text).html == []
    assert not Read(text).kinds() & {"code_block", "code_inline", "hardbreak", "softbreak"}
    assert {one.info for one in Read(text).tokens if one.type == "fence"} == {"mermaid"}


def test_the_program_is_not_named(text: str):
    assert "workbook" not in text.lower()


def test_dashes_are_in_proportion_to_what_stands_in_a_column():
    table = Table((ONE, (Text("a longer head"),)), (((Text("x" * 90),), ()),))
    assert written(table).split("\n")[1] == f"| {'-' * 40} | {'-' * 13} |"
    assert written(Table((ONE, ()), ())).split("\n")[1] == "| --- | --- |"


def test_lists_nest_by_four_spaces():
    inner = List(((para("b"),), (para("c"),)))
    assert written(List(((para("a"), inner), (para("d"),)))) == "- a\n    - b\n    - c\n- d\n"
    assert written(List(((para("a"), para("b")),), ordered=True)) == "1. a\n\n    b\n"


def test_below_the_third_level_a_heading_is_a_bold_line():
    deep = Section("a", "A", (Section("b", "B", (Section("c", "C", (para("x"),)),)),))
    assert written(deep) == "## A\n\n### B\n\n**C**\n\nx\n"


def test_each_node_is_written():
    assert written(Note("Note", ONE)) == "> **Note:** one\n"
    assert written(Quote((para("a"), List(((para("b"),),))))) == "> a\n>\n> - b\n"
    assert written(Missing("s", "Not yet written")) == "Not yet written\n"
    assert written(para("a"), Break(), para("b")) == "a\n\nb\n"
    assert written(Paragraph((Cite("mts-1", "38% (2023)"),))) == "38% (2023)\n"


def test_facts_are_a_sentence_or_a_list():
    facts = (Fact("Languages", (para("Spanish, Karen"),)), Fact("Pay", (para("$40"),)))
    name = (Text("Data walk, school gym"),)
    assert written(Facts(name, facts)) == (
        "**Data walk, school gym.** Languages: Spanish, Karen. Pay: $40.\n"
    )
    assert written(Facts(name, facts, short=False)) == (
        "**Data walk, school gym**\n\n- **Languages:** Spanish, Karen\n- **Pay:** $40\n"
    )
    own = (Fact("", (para("They come."),)), *facts[:1])
    assert written(Facts(name, own, short=False)) == (
        "**Data walk, school gym.** They come.\n\n- **Languages:** Spanish, Karen\n"
    )
    long = Fact("Risks", (para("a"), List(((para("b"),),))))
    assert written(Facts((), (long,), short=False)) == "- **Risks:** a\n    - b\n"


def test_a_table_is_at_most_five_columns_wide_and_its_rows_are_whole():
    with pytest.raises(ValueError, match="one to 5 columns"):
        Table((ONE,) * 6, ())
    with pytest.raises(ValueError, match="as wide as its header"):
        Table((ONE, ONE), ((ONE,),))


def test_a_figure_that_is_cited_is_live_where_it_exists(plan: Plan):
    series = {
        "variable": "share_homeless",
        "values": {"2022": {"value": 0.041}, "2021": {"value": 1}},
    }
    plan.db.of("metric_series").keep("mts-00000001", series)
    plan.put("embarking.why-now", "It is [[mts-00000001]] and [[mts-00000009]] here.")
    found = read(plan, draft=True).under("Why we took this on").text
    assert "[[mts-00000009]] here." in found
    assert "(2022)[^f1] and" in found
    assert document(plan).draft
