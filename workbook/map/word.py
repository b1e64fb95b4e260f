"""The plan as a Word document, through pandoc, which is looked for when somebody asks for one.

Pandoc's own reference document, with our styles laid over it, gives real headings, tables and
notes. Nothing in our Markdown makes it fetch a file, or read another than the drawings that lie
beside it: what a team wrote is text.
"""

from __future__ import annotations

import datetime
import io
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.curriculum import OURS
from workbook.curriculum.flavors import GFM
from workbook.exits import WRONG_USE
from workbook.map.escape import line, literal
from workbook.map.markdown import Page, drawing_place, write
from workbook.map.outline import Figure, inside
from workbook.map.pictures.emf import emf

if TYPE_CHECKING:
    from workbook.map.outline import Document
    from workbook.map.wording import Wording

STYLES = OURS / "word.xml"
READS = (
    "markdown_strict+pipe_tables+all_symbols_escapable+intraword_underscores+startnum"
    "+footnotes+auto_identifiers+gfm_auto_identifiers-raw_html"
)
"""What pandoc is to see in our Markdown: no more than is in it. This reader, other than `gfm`,
takes the widths of columns from the dashes under their heads (publishing.md, 2.2)."""
_PAGE = (
    '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1200" w:right="1200" '
    'w:bottom="1200" w:left="1200" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>'
)
"""A letter page, with room for tables."""
_HIGHEST = 8.5
"""Inches that a drawing may take of it."""
_FLAVOR = replace(GFM, mermaid="")
_BESIDE = Page(lies="{name}", drawn=".emf")
_DEPTH = 2
"""Levels of headings in the table of contents."""
_FIELD = re.compile(
    r'<w:p><w:r>(?P<begin><w:fldChar w:fldCharType="begin".*?'
    r'<w:fldChar w:fldCharType="separate" ?/>)'
    r'(?P<end><w:fldChar w:fldCharType="end" ?/>)</w:r></w:p>'
)
_TOC = '<w:pPr><w:pStyle w:val="TOC1"/></w:pPr>'
_HEADING = re.compile(
    r'<w:bookmarkStart w:id="\d+" w:name="(?P<place>[^"]*)" ?/>\s*<w:p><w:pPr>'
    r'<w:pStyle w:val="Heading(?P<level>\d)" ?/></w:pPr>(?P<text>.*?)</w:p>',
    re.DOTALL,
)
_STYLE = re.compile(r'<w:style\b[^>]*?w:styleId="(?P<id>\w+)".*?</w:style>', re.DOTALL)
_SECTION = re.compile(r"<w:sectPr\b[^>]*?(/>|>.*?</w:sectPr>)", re.DOTALL)
_TABLE = re.compile(r"^\|.*\|\n\|(?: -+ \|)+(?:\n\|.*\|)*", re.MULTILINE)
_CELL = re.compile(r"(?<!\\)\|")
_LINE, _MOST = 96, 36
"""Characters of a table that fit beside each other on the page, and the most that one column asks
for."""
_STILL = (1980, 1, 1, 0, 0, 0)
_SECONDS = 300


class NoPandoc(Exception):
    """A Word document cannot be made here. Its text is a sentence: why, and what to do."""

    exit_code = WRONG_USE


def pandoc() -> str | None:
    """Where pandoc is: among the commands, else in the optional extra `docx`; None for nowhere."""
    if found := shutil.which("pandoc"):
        return found
    try:
        import pypandoc
    except ImportError:
        return None
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError:
        return None


def docx(document: Document, say: Wording) -> bytes:
    """A document as the bytes of a Word document. say: its language, and what its table of
    contents is called. It says of itself that it was made on the document's day, so that the same
    plan gives the same bytes.

    Raises NoPandoc.
    """
    program = pandoc()
    if program is None:
        raise NoPandoc(
            "Word documents are made by pandoc, which is not here. Install it (apt install pandoc, "
            'brew install pandoc, pandoc.org), or pip install "mobility-workbook[docx]". '
            "--to html needs neither."
        )
    midnight = datetime.datetime.combine(document.date, datetime.time(), datetime.UTC)
    text = _TABLE.sub(_widened, write(document, _FLAVOR, _BESIDE))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reference, out = folder / "reference.docx", folder / "plan.docx"
        default = _run([program, "--print-default-data-file", "reference.docx"], b"", midnight)
        reference.write_bytes(_changed(default, _STYLED))
        for one in inside(document, Figure):
            text = _put_beside(text, one, folder)
        words = [
            "-f", READS, "-t", "docx", "--shift-heading-level-by=-1", "--toc",
            f"--toc-depth={_DEPTH}", "-M", f"toc-title={say('contents')}",
            "-M", f"lang={say('lang')}", f"--resource-path={folder}",
            f"--reference-doc={reference}", "-o", str(out),
        ]  # fmt: skip
        _run([program, *words], text.encode(), midnight)
        return _changed(out.read_bytes(), {"word/document.xml": _listed})


def _put_beside(text: str, figure: Figure, folder: Path) -> str:
    """Writes the drawing of a figure beside its text; gives the text, in which what is too high for
    a page goes on on the next."""
    first = place = drawing_place(figure, _BESIDE.drawn)
    shown = ""
    (folder / place).parent.mkdir(exist_ok=True)
    for number, data in enumerate(emf(figure.drawing, figure.title, _HIGHEST), 1):
        if number > 1:
            place = drawing_place(figure, f".{number}{_BESIDE.drawn}")
            alternative = literal(line(f"{figure.title} ({number})"), flavor=_FLAVOR).strip()
            shown += f"\n\n![{alternative}]({place})"
        (folder / place).write_bytes(data)
    return text.replace(f"]({first})", f"]({first}){shown}")


def _run(command: list[str], given: bytes, made: datetime.datetime) -> bytes:
    """What a command writes. Raises NoPandoc where it fails."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(int(made.timestamp()))}
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, timeout=_SECONDS, env=environment, check=True
        )
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise NoPandoc(f"pandoc could not make the document: {said[:200]}") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoPandoc(f"pandoc could not be run: {error}") from None
    return done.stdout


def _widened(table: re.Match[str]) -> str:
    """A table whose columns each have room for their longest word; what is left goes to those that
    hold more."""
    head, _, *rows = table[0].split("\n")
    columns = list(zip(*(_cells(one) for one in (head, *rows)), strict=True))
    words = [max((len(word) for cell in one for word in cell.split()), default=0) + 5
             for one in columns]  # fmt: skip
    more = [max(min(max(map(len, one)), _MOST) - word, 0)
            for one, word in zip(columns, words, strict=True)]  # fmt: skip
    left = max(_LINE - sum(words), 0) / max(sum(more), 1)
    dashes = ("-" * round(word + left * one) for word, one in zip(words, more, strict=True))
    return "\n".join([head, f"| {' | '.join(dashes)} |", *rows])


def _cells(row: str) -> list[str]:
    return [one.strip() for one in _CELL.split(row)[1:-1]]


def _changed(document: bytes, changes: Mapping[str, Callable[[str], str]]) -> bytes:
    """A Word document in which some parts, by their names, are changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name in changes:
                data = changes[name](data.decode()).encode()
            new.writestr(zipfile.ZipInfo(name, _STILL), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _listed(body: str) -> str:
    """The text of a document with the entries of its table of contents, which pandoc leaves to
    whoever opens it: not every program makes them."""
    entries = [[_TOC.replace("1", one["level"]), _link(one)] for one in _HEADING.finditer(body)
               if int(one["level"]) <= _DEPTH]  # fmt: skip
    field = _FIELD.search(body)
    if not entries or not field:
        return body
    entries[0].insert(1, f"<w:r>{field['begin']}</w:r>")
    entries[-1].append(f"<w:r>{field['end']}</w:r>")
    listed = "".join(f"<w:p>{''.join(one)}</w:p>" for one in entries)
    return body[: field.start()] + listed + body[field.end() :]


def _link(heading: re.Match[str]) -> str:
    return f'<w:hyperlink w:anchor="{heading["place"]}">{heading["text"]}</w:hyperlink>'


def _laid_over(styles: str, ours: str) -> str:
    """Styles with ours in the place of those of the same id, and those that are new at the end."""
    mine = {match["id"]: match[0] for match in _STYLE.finditer(ours)}
    kept = _STYLE.sub(lambda match: mine.pop(match["id"], match[0]), styles)
    return kept.replace("</w:styles>", "".join(mine.values()) + "</w:styles>")


_STYLED: Mapping[str, Callable[[str], str]] = {
    "word/styles.xml": lambda styles: _laid_over(styles, STYLES.read_text(encoding="utf-8")),
    "word/document.xml": lambda body: _SECTION.sub(_PAGE, body),
}
"""What is ours in the reference document: styles and page."""
