"""The forms that a document is written in. What a form needs is loaded when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.map.markdown import write
from workbook.map.wording import Wording

if TYPE_CHECKING:
    from workbook.curriculum import Curriculum
    from workbook.map.outline import Document

MARKDOWN, HTML = "md", "html"
FORMS = (MARKDOWN, HTML)
"""Each is also how the name of its file ends."""


def written(document: Document, curriculum: Curriculum, form: str) -> str:
    """A document in a form. curriculum: whose words the page for a browser says."""
    if form == HTML:
        from workbook.map.page import page

        return page(document, Wording(curriculum.map_words))
    return write(document)
