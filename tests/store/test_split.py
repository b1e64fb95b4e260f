"""A plan in a folder: all of it or nothing, nothing outside, and no edited page lost."""

import datetime
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from workbook.curriculum import Curriculum
from workbook.export import Export, Refused, export_map, shape
from workbook.session import Session, new_session
from workbook.splitting import export_split
from workbook.store import StoreError

DATE = datetime.date(2027, 1, 2)


@pytest.fixture
def session(tmp_path: Path, curriculum: Curriculum) -> Iterator[Session]:
    found = new_session(tmp_path / "our.workbook.json", curriculum, who="Ana", today=DATE)
    found.plan.put("embarking.why-now", "The mill closed.")
    found.plan.put("sustaining.owner", "the housing authority")
    found.save()
    yield found
    found.close()


def split(session: Session, to: Path, flavor: str = "mkdocs", **choice) -> Export:
    made = shape(session.plan, flavor)
    return export_split(session, to, date=DATE, draft=False, shape=made, **choice)


def inside(folder: Path) -> dict[str, str]:
    files = (one for one in folder.rglob("*") if one.is_file())
    return {str(one.relative_to(folder)): one.read_text() for one in files}


def test_the_pages_and_the_sites_file_stand_in_the_folder(session: Session, tmp_path: Path):
    made = split(session, tmp_path / "site")
    assert made.path == tmp_path / "site"
    found = inside(tmp_path / "site")
    assert sorted(found) == [
        "docs/01-coalition.md", "docs/02-sustain.md", "docs/03-colophon.md", "docs/index.md",
        "mkdocs.yml",
    ]  # fmt: skip
    assert "The mill closed." in found["docs/01-coalition.md"]
    assert split(session, tmp_path / "site")
    assert inside(tmp_path / "site") == found


def test_a_page_that_somebody_edited_needs_force_and_nothing_else_is_written(session, tmp_path):
    site = tmp_path / "site"
    split(session, site)
    (site / "docs/02-sustain.md").write_text("my own words\n")
    before = inside(site)
    session.plan.put("embarking.why-now", "The river rose.")
    with pytest.raises(Refused, match=r"02-sustain\.md .*--force"):
        split(session, site)
    assert inside(site) == before
    split(session, site, force=True)
    assert "my own words\n" not in inside(site).values()
    assert "The river rose." in inside(site)["docs/01-coalition.md"]


def test_a_page_that_is_no_part_of_the_plan_any_more_goes_unless_it_was_edited(session, tmp_path):
    site = tmp_path / "site"
    split(session, site, "gfm")
    session.plan.put("sustaining.owner", None)
    assert not [one for one in split(session, site, "gfm").said if "it stays" in one]
    assert sorted(inside(site)) == ["01-coalition.md", "02-colophon.md", "index.md"]
    (site / "01-coalition.md").write_text("my own words\n")
    session.plan.put("embarking.why-now", None)
    session.plan.put("sustaining.owner", "the county")
    assert [one for one in split(session, site, "gfm").said if "it stays" in one]
    pages = ["01-coalition.md", "01-sustain.md", "02-colophon.md", "index.md"]
    assert sorted(inside(site)) == pages


def test_what_else_was_written_there_stays(session: Session, tmp_path: Path):
    site, other = tmp_path / "site", tmp_path / "elsewhere"
    site.mkdir()
    export_map(session, date=DATE, out=site / "plan.md")
    split(session, site, "hugo")
    other.mkdir()
    (site / "content").rename(other / "content")
    (site / "content").symlink_to(other / "content")
    before = inside(other)
    split(session, site, "gfm")
    assert inside(other) == before
    assert "plan.md" in inside(site)
    assert "hugo.toml" not in inside(site)


def test_a_link_never_leads_out_of_the_folder(session: Session, tmp_path: Path):
    site, out = tmp_path / "site", tmp_path / "elsewhere"
    site.mkdir()
    out.mkdir()
    (site / "docs").symlink_to(out)
    for force in (False, True):
        with pytest.raises(Refused, match="link"):
            split(session, site, force=force)
    assert not inside(out)
    assert [one.name for one in site.iterdir()] == ["docs"]


@contextmanager
def small_disk(size: int) -> Iterator[None]:
    """No file may grow larger than this."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_where_one_file_cannot_be_written_none_is(session: Session, tmp_path: Path):
    site = tmp_path / "site"
    session.plan.put("workbook.community", "Elsewhere")
    session.plan.put("embarking.why-now", "x" * 5000)
    with small_disk(2000), pytest.raises(StoreError, match="cannot be written"):
        split(session, site)
    assert not site.exists()
    split(session, site)
    before = inside(site)
    session.plan.put("workbook.community", "Here")
    with small_disk(2000), pytest.raises(StoreError, match="cannot be written"):
        split(session, site)
    assert inside(site) == before


def test_a_folder_that_cannot_be_is_said_in_a_sentence(session: Session, tmp_path: Path):
    (tmp_path / "file").write_text("")
    for place in ("file", "file/site", "no/such/site"):
        with pytest.raises(StoreError, match="cannot be written"):
            split(session, tmp_path / place)
    assert not (tmp_path / "no").exists()
