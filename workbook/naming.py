"""What the file of a new workbook is called: the same, wherever one is begun."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

LONGEST = 60
"""Characters of a community's name that go into a file's."""


def file_for(community: str, folder: Path) -> Path:
    """A file name made of a community's name, that nothing has yet. Accents are left out."""
    letters = unicodedata.normalize("NFKD", community.lower())
    bare = (one for one in letters if not unicodedata.combining(one))
    words = "".join(one if one.isalnum() and one.isascii() else " " for one in bare)
    stem = "-".join(words.split())[:LONGEST].strip("-") or "our"
    path, number = folder / f"{stem}.workbook.json", 2
    while os.path.lexists(path):
        path, number = folder / f"{stem}-{number}.workbook.json", number + 1
    return path
