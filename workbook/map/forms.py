"""The forms that a document is written in. What a form needs is loaded when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.curriculum.flavors import GFM, Flavor
from workbook.map.markdown import write
from workbook.map.wording import Wording

if TYPE_CHECKING:
    from workbook.curriculum import Curriculum
    from workbook.map.outline import Document

MARKDOWN, HTML, WORD = "md", "html", "docx"
FORMS = (MARKDOWN, HTML, WORD)
"""Each is also how the name of its file ends."""


def written(document: Document, curriculum: Curriculum, form: str, flavor: Flavor = GFM) -> bytes:
    """A document in a form. curriculum: whose words the page for a browser says; flavor: of its
    Markdown.

    Raises NoPandoc for a Word document, where nothing here can make one.
    """
    say = Wording(curriculum.map_words)
    if form == HTML:
        from workbook.map.page import page

        return page(document, say).encode()
    if form == WORD:
        from workbook.map.word import docx

        return docx(document, say)
    return write(document, flavor).encode()
