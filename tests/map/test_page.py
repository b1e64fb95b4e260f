"""The page for a browser: what stands in it, what a listener and a phone get, and no way out."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import prairie_fork
from tests.map.citing import cite
from tests.map.conftest import DATE, document, spaced
from tests.map.test_any_text import TEXT, filled
from workbook.curriculum import Curriculum, load
from workbook.kinds.text import tidy, visible
from workbook.map.page import page
from workbook.map.wording import Wording
from workbook.plan import Plan

SAY = Wording(load().map_words)


class Seen(HTMLParser):
    """A page as a parser sees it: its tags with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.parts: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == [], "every tag is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "img", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.parts.append(data)

    @property
    def text(self) -> str:
        return spaced("".join(self.parts))

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]


def seen(plan: Plan, **choice) -> Seen:
    return Seen(page(document(plan, **choice), SAY))


@pytest.fixture(scope="module")
def prairie(curriculum: Curriculum) -> Seen:
    return seen(prairie_fork(curriculum))


def test_every_heading_is_in_the_contents_and_every_link_leads_somewhere(prairie: Seen):
    ids = [one["id"] for tag, one in prairie.tags if "id" in one]
    assert len(ids) == len(set(ids))
    links = [str(one["href"]) for one in prairie.all("a")]
    assert all(one.startswith("#") and one[1:] in ids for one in links)
    nav = prairie.html.partition("<nav")[2].partition("</nav>")[0]
    assert re.findall(r'href="#([\w-]+)"', nav) == [one for one in ids if not one.startswith("_")]


def test_a_listener_finds_the_text_its_language_and_the_heads_of_columns(prairie: Seen):
    assert prairie.all("html") == [{"lang": "en"}]
    for one in ("header", "nav", "main", "h1", "title"):
        assert len(prairie.all(one)) == 1
    assert prairie.tags[[tag for tag, _ in prairie.tags].index("body") + 1][1]["href"] == "#_main"
    assert {one.get("scope") for one in prairie.all("th")} == {"col"}
    boxes = [one["aria-label"] for one in prairie.all("div")]
    assert len(boxes) == len(set(boxes)) == len(prairie.all("table"))


def test_it_runs_nothing_and_fetches_nothing(prairie: Seen):
    tags = {tag for tag, _ in prairie.tags}
    assert not tags & {"script", "link", "iframe", "object", "form", "base", "svg"}
    assert not re.search(r"url\(|@import|https?:", prairie.html.partition("</head>")[0])
    assert all(str(one["src"]).startswith("data:image/svg+xml;") for one in prairie.all("img"))
    assert all(one["alt"] for one in prairie.all("img"))
    (policy,) = [str(one["content"]) for one in prairie.all("meta")
                 if one.get("http-equiv") == "Content-Security-Policy"]  # fmt: skip
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")


def test_the_words_of_the_page_may_be_another_languages(whole: Plan):
    other = Wording({**load().map_words, "lang": "es", "contents": "Índice", "skip": "Al texto",
                     "note_back": "A la nota {number}"})  # fmt: skip
    html = page(document(cite(whole)), other)
    assert '<html lang="es">' in html
    assert "<p>Índice</p>" in html
    assert ">Al texto</a>" in html
    titles = [one["title"] for one in Seen(html).all("a") if "title" in one]
    assert titles == [f"A la nota {number}" for number in (1, 2, 2, 2, 3)]


def test_the_same_plan_gives_the_same_bytes(whole: Plan):
    assert seen(whole).html == seen(whole).html
    assert f"{DATE:%B} {DATE.day}, {DATE.year}" in seen(whole).text


@pytest.mark.parametrize(
    "text",
    ["<script>x</script>", "[a](javascript:x)", "&lt;b&gt; &amp;", "~~a~~ ~b~", "a | b", "    code",
     "<http://x.org>", "<x@y.org>", "![i](http://x/y.png)", "*a* __b__ `c`", "\x02klzzwxh:0000\x03",
     "\u0002wzxhzdk:0\u0003", "[a]: http://x.org", "a\\*b\\", "a$ or $b", "$a$ 5$", "[^1]",
     "&#x3c;b&#x3e;"],
)  # fmt: skip
def test_what_somebody_wrote_stands_there_as_text(plan: Plan, text: str):
    plan.put("workbook.community", text)
    plan.put("embarking.why-now", text)
    found = seen(plan)
    kept = spaced(visible(tidy(text)))
    assert found.text.count(kept) >= 3  # title, heading, text
    assert not found.all("script")
    assert not found.all("em")


@settings(max_examples=5)
@given(line=TEXT, long=st.lists(TEXT, min_size=1, max_size=2).map("\n\n".join))
def test_any_text_leaves_the_structure_and_comes_back(line: str, long: str):
    plain, found = seen(filled("words", "words")), seen(filled(line, long))
    for tag in ("table", "tr", "td", "th", "h1", "h2", "h3", "blockquote", "a", "div", "em"):
        assert len(found.all(tag)) == len(plain.all(tag)), tag
    kept = spaced(visible(tidy(line)))[:180]
    assert found.text.replace(" ", "").count(kept.replace(" ", "")) >= 8
