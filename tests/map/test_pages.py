"""A plan in several files: its pages, links that lead somewhere, what a site needs."""

import json
import posixpath
import re
import tomllib
from urllib.parse import unquote

import pytest

from tests.map.conftest import DATE, FLAVORS, Read, each_flavor
from tests.map.flavored import matter, text_of
from workbook.curriculum.flavors import Flavor
from workbook.map.edges import anchor
from workbook.map.markdown import write
from workbook.map.outline import Document, Section, Text
from workbook.map.pages import pages


def texts(made: dict[str, str], flavor: Flavor) -> dict[str, str]:
    """The pages, without drawings, data and the site's own files."""
    beside = re.compile(r"(^|/)(figures|data)/")
    return {p: text for p, text in made.items() if p not in flavor.files and not beside.search(p)}


def page_at(flavor: Flavor, page: str, link: str) -> str:
    """The file that a link leads to, as the tool's site has it."""
    if re.search(r"\.(csv|svg)$", link):
        return posixpath.join(flavor.assets, link.removeprefix("../"))
    place = posixpath.splitext(posixpath.relpath(page, flavor.pages or "."))[0]
    if flavor.id == "hugo":  # each page is a folder of its own
        base = "" if place == flavor.index else f"{place}/"
        name = posixpath.normpath(posixpath.join(base, link))
    else:
        name = posixpath.splitext(link)[0]
    return posixpath.join(flavor.pages, name + flavor.ending)


@each_flavor
def test_every_link_leads_to_a_heading_of_a_page_that_is_there(full: Document, flavor: Flavor):
    made = pages(full, flavor, "Data")
    links = [
        (page, *link.partition("#")[::2])
        for page, text in texts(made, flavor).items()
        for link in re.findall(r"\]\(([^)]*)\)", text)
    ]
    assert bool(links) == flavor.marks
    for page, to, place in links:
        text = made[page_at(flavor, page, to) if to else page]
        known = {anchor(title, flavor.anchors)[1:] for _, title in Read(matter(text)[1]).headings}
        assert not place or place in known
    first = {to for page, to, _ in links if posixpath.basename(page).startswith(flavor.index)}
    assert not flavor.marks or len(first) == len(texts(made, flavor)) - 1


@each_flavor
def test_the_pages_hold_what_the_plan_in_one_file_holds(full: Document, flavor: Flavor):
    one = text_of(matter(write(full, flavor))[1], flavor)
    made = pages(full, flavor, "Data")
    words = re.compile(r"words \d+")
    found = " ".join(text_of(matter(page)[1], flavor) for page in texts(made, flavor).values())
    assert set(words.findall(found)) == set(words.findall(one))


@each_flavor
def test_the_files_stand_in_one_folder_in_order_and_the_same_each_time(full, flavor: Flavor):
    made = pages(full, flavor, "Data")
    assert all(re.fullmatch(r"[\w.-]+(/[\w.-]+)*", one) and ".." not in one for one in made)
    names = list(texts(made, flavor))
    assert names[1:] == sorted(names[1:])
    assert made == pages(full, flavor, "Data")


@pytest.mark.parametrize("title", ['A "b" {title} \\ # : é', "{{ x }}\n- a", "---", "'"])
def test_the_sites_own_files_hold_any_title(title: str):
    made = Document((Text(title),), DATE, "technical", False, (Section("s", "S", ()),))
    said = " ".join(title.split())
    assert (
        tomllib.loads(pages(made, FLAVORS["hugo"], "")["hugo.toml"])["title"].split()
        == said.split()
    )
    for flavor, place, key in (("mkdocs", "mkdocs.yml", "site_name"), ("jekyll", "_config.yml", "title")):  # noqa: E501  # fmt: skip
        line = pages(made, FLAVORS[flavor], "")[place].split("\n")[0]
        assert json.loads(line.removeprefix(f"{key}: ")).split() == said.split()


def test_a_slot_of_a_strange_name_leads_nowhere_else():
    made = Document((), DATE, "technical", False, (Section("../../Etc/Ü", "S", ()),))
    assert list(pages(made, FLAVORS["gfm"], "")) == ["index.md", "01-etc.md"]


def test_an_address_says_what_it_says():
    assert unquote(anchor("Our vision", "heading")) == "#Our vision"
    assert anchor("Unser Überblick", "python") == "#unser-uberblick"
