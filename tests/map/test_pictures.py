"""The figures of a plan: text that is text and that nobody cuts, in words, rows and drawings."""

import csv
import io
import re
import struct
from html import unescape
from itertools import pairwise
from xml.etree import ElementTree

import cairocffi
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.map.conftest import DATE, Read, document
from tests.map.test_escape import AWKWARD
from workbook.kinds.text import tidy, visible
from workbook.map.markdown import Page, write
from workbook.map.outline import Document, Figure, Paragraph, Text, inside
from workbook.map.pages import pages
from workbook.map.pictures.canvas import ROOM
from workbook.map.pictures.drawing import Bar, Bars, Flow, Item, Lines, Point
from workbook.map.pictures.emf import emf
from workbook.map.pictures.mermaid import mermaid
from workbook.map.pictures.svg import svg
from workbook.plan import Plan

SVG = "{http://www.w3.org/2000/svg}"
ANY = st.text(min_size=1, max_size=60).map(tidy).filter(lambda text: visible(text).strip())
LONG = "W" * 90 + " 住" * 60 + " ÅÄÖ@%Mmw—" * 12


def drawings(text: str) -> list[Bars | Lines | Flow]:
    """One of each, with this text wherever there is one."""
    points = (Point(2020, 1.5, text), Point(2023, 0.2, text, weak=True))
    items = (Item("a", text, ("b", "c")), Item("b", text))
    return [
        Bars(((text, (Bar(text, 2.5, text), Bar(text, None, text))),), 4, marks=True),
        Lines(((text, points),)),
        Flow(((text, items[:1]), (text, items[1:])), (Item("c", text),)),
        Flow(((text, (Item("a", text),)), (text, (Item("b", text),)))),
    ]


@pytest.fixture(scope="module")
def pen() -> cairocffi.Context:
    return cairocffi.Context(cairocffi.ImageSurface(cairocffi.FORMAT_A8, 1, 1))


def reaches(pen: cairocffi.Context, one: ElementTree.Element) -> tuple[float, float]:
    """Where a line of text begins and ends, in a wide font."""
    bold = cairocffi.FONT_WEIGHT_BOLD if one.get("font-weight") else cairocffi.FONT_WEIGHT_NORMAL
    pen.select_font_face("DejaVu Sans", weight=bold)
    pen.set_font_size(float(one.get("font-size", 0)))
    width, x = pen.text_extents(one.text or "")[4], float(one.get("x", 0))
    return (x - width, x) if one.get("text-anchor") else (x, x + width)


@pytest.mark.parametrize("text", ["Short", LONG, "W" * 40, "A long label of the usual kind " * 9])
def test_no_label_is_cut_and_none_lies_on_another(pen, text: str):
    for drawing in drawings(text):
        root = ElementTree.fromstring(svg(drawing, text, text))
        width, height = (float(root.get(one, 0)) for one in ("width", "height"))
        rows: dict[float, list[tuple[float, float]]] = {}
        for one in root.iter(f"{SVG}text"):
            start, end = reaches(pen, one)
            assert start >= 0
            assert end <= width
            rows.setdefault(float(one.get("y", 0)), []).append((start, end))
        feet = sorted(rows)
        assert feet[-1] < height
        assert all(low - high >= 12 for high, low in pairwise(feet))
        for spans in rows.values():
            ordered = sorted(spans)
            assert all(a[1] <= b[0] for a, b in pairwise(ordered))


def records(data: bytes) -> list[tuple[int, bytes]]:
    """What stands in a metafile: the kind of each record and all of it."""
    found, at = [], 0
    while at < len(data):
        kind, size = struct.unpack_from("<II", data, at)
        found.append((kind, data[at : at + size]))
        at += size
    return found


def lines(data: bytes) -> list[tuple[str, float]]:
    """Each text of a metafile, and how wide it is there."""
    found = []
    for kind, one in records(data):
        if kind == 84:
            count, start, *_, ways = struct.unpack_from("<II5iI", one, 44)
            text = one[start : start + 2 * count].decode("utf-16-le")
            found.append((text, sum(struct.unpack_from(f"<{count}I", one, ways)) / 20))
    return found


@pytest.mark.parametrize("text", ["Short", LONG, "W" * 40, "A 👩‍👩‍👧 é “label” " * 9])
def test_a_word_processor_gets_the_same_texts_and_none_of_them_is_cut(text: str):
    for drawing in drawings(text):
        (data,) = emf(drawing, text, 40)
        assert [data] == emf(drawing, text, 40)
        kinds = [kind for kind, _ in records(data)]
        assert (kinds[0], kinds[-1]) == (1, 14)
        assert struct.unpack_from("<II", data, 48) == (len(data), len(kinds))
        root = ElementTree.fromstring(svg(drawing, text, text))
        assert [one for one, _ in lines(data)] == [one.text for one in root.iter(f"{SVG}text")]
        assert all(0 < width <= ROOM for _, width in lines(data))


def test_what_is_too_high_for_a_page_goes_on_on_the_next_one():
    bars = tuple(Bar(f"Bar {number}", 2, "2") for number in range(60))
    items = tuple(Item(str(at), f"Item {at} " + "words " * 30, ("x",)) for at in range(30))
    points = (Point(2020, 1, "1"), Point(2021, 2, "2"))
    for drawing in (
        Bars((("One", bars), ("Two", bars)), 4),
        Lines(tuple((f"Line {number}", points) for number in range(25))),
        Flow((("One", items), ("Two", items)), (Item("x", "Beyond"),)),
    ):
        found = emf(drawing, "Title", 9)
        assert len(found) > 2
        root = ElementTree.fromstring(svg(drawing, "Title", "d"))
        texts = [text for one in found for text, _ in lines(one)]
        assert texts == [one.text for one in root.iter(f"{SVG}text")]
        for one in found:
            wide, high = struct.unpack_from("<2i", one, 32)
            assert high <= 9 * 2540
            assert 0.7 * 5 * 2540 < wide <= 5 * 2540


@settings(max_examples=40)
@given(ANY)
@example("]]> <script>alert(1)</script> & \"'")
def test_any_text_is_text_in_a_drawing(text: str):
    plain = " ".join(visible(text).split())
    for drawing, other in zip(drawings(text), drawings("w" * len(text)), strict=True):
        root = ElementTree.fromstring(svg(drawing, text, text))
        assert root[0].tag == f"{SVG}title"
        assert root[1].tag == f"{SVG}desc"
        assert " ".join((root[1].text or "").split()) == plain
        said = "".join("".join(one.text or "" for one in root.iter(f"{SVG}text")).split())
        assert said.count("".join(plain.split())) >= 4
        tags = {one.tag for one in ElementTree.fromstring(svg(other, "w", "w")).iter()}
        assert {one.tag for one in root.iter()} <= tags


@settings(max_examples=60)
@given(st.one_of(ANY, st.sampled_from(AWKWARD)))
@example('"]; click n1 "javascript:alert(1)"')
@example("1. one --> two %%{init: {}}%%")
def test_any_text_is_one_label_of_a_diagram(text: str):
    for drawing in drawings(text)[2:]:
        lines = mermaid(drawing).split("\n")
        label = re.compile(
            r'^ *(?:subgraph )?[ns]\d\["((?:[\w\s,.\'()?!:/+\-]|[^\x00-\x7f]|#\d+;)*)"\]$'
        )
        labels = [found[1] for one in lines if (found := label.match(one))]
        rest = [one.strip() for one in lines if not label.match(one)]
        assert set(rest) <= {"flowchart LR", "end", "n1 --> n2", "n1 --> n3", "s1 --> s2"}
        assert len(labels) == (5 if drawing.beyond else 4)
        for one in labels:
            decoded = unescape(re.sub(r"#(\d+);", r"&#\1;", one))
            assert decoded.strip() == " ".join(visible(text).split())


def test_a_flow_stands_in_a_fence_where_the_tool_draws_it_and_as_a_picture_elsewhere(curriculum):
    flow = Figure("theory-1", "T", "What it [shows].", drawings("w")[2], (("a",), ("b",)))
    made = Document((Text("T"),), DATE, "technical", False, (flow,))
    flavors = curriculum.flavors
    assert "\n```mermaid\nflowchart LR\n" in write(made)
    assert "\n```{mermaid}\n" in write(made, flavors["quarto"])
    assert write(made, flavors["pandoc"]).count("\n") == 4
    beside = Page(lies="x/{name}", data="Data")
    found = write(made, flavors["jekyll"], beside)
    assert "![What it \\[shows\\].](x/figures/theory-1.svg)" in found
    assert "[Data](x/data/theory-1.csv)" in found
    assert "figures/" not in write(made, flavors["notion"], beside)


def test_after_a_picture_the_same_stands_as_text(curriculum):
    told = (Paragraph((Text("The same."),)),)
    one = Figure("x", "T", "Shows.", drawings("w")[0], (("a",),), told)
    made = Document((Text("T"),), DATE, "technical", False, (one,))
    assert "The same." not in write(made)
    assert write(made, page=Page(lies="{name}", data="Data")).index("The same.") > 0


def test_the_data_of_a_figure_are_no_formulas(curriculum):
    one = Figure("x", "T", "Shows.", drawings("w")[0], (("=1+1", "b"), ("@a", -2.5)))
    made = Document((Text("T"),), DATE, "technical", False, (one,))
    found = pages(made, curriculum.flavors["pandoc"], "Data")["data/x.csv"]
    assert list(csv.reader(io.StringIO(found))) == [["'=1+1", "b"], ["'@a", "-2.5"]]


def test_the_example_has_each_figure_and_what_it_says_follows_as_text(example: Plan):
    found = document(example)
    drawn = list(inside(found.blocks, Figure))
    names = [one.name for one in drawn]
    assert len(names) == len(set(names))
    kinds = {one.rstrip("0123456789-") for one in names if not one.startswith("profile")}
    assert kinds == {"sectors", "priorities", "theory", "logic", "trends", "money"}
    assert "profile-readiness" in names
    made = pages(found, example.curriculum.flavors["pandoc"], "Data")
    for one in drawn:
        place, text = next((p, t) for p, t in made.items() if f"](figures/{one.name}.svg)" in t)
        rest = Read(text.partition(f"](figures/{one.name}.svg)")[2]).text
        labels = [str(row[0]) for row in one.data[1:]]
        assert all(label in rest for label in labels), (place, labels)
        ElementTree.fromstring(made[f"figures/{one.name}.svg"])
