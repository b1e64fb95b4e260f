"""A page of docs/ as what a reader does with it: files to save, commands to type, what they say."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PAGES = ["README.md", *sorted(f"docs/{one.name}" for one in (ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SAVED_AS = re.compile(r"`([\w./-]+)`:\s*$")
"""What stands before a block that is a file."""
NOT_HERE = re.compile(r"# (opens the app|elsewhere: .+|needs .+)$")
"""What stands behind a command that its reader alone can run; docs/README.md says so."""
ENDS_WITH = re.compile(r"(.+?) +# ends with (\d+)$")


class Block(NamedTuple):
    """A block of a page. name: the file that it is, where it is one."""

    language: str
    text: str
    name: str = ""


def text(page: str) -> str:
    """A page as it stands."""
    return (ROOT / page).read_text(encoding="utf-8")


def blocks(page: str) -> list[Block]:
    """All blocks of a page, in order."""
    whole, found, end = text(page), [], 0
    for one in FENCE.finditer(whole):
        named = SAVED_AS.search(whole[end : one.start()])
        language, inside = one.groups()
        is_file = named is not None and language in ("csv", "toml")
        found.append(Block(language, inside, named[1] if named and is_file else ""))
        end = one.end()
    return found


def commands(page: str) -> Iterator[str]:
    """Every line of a page that is to be typed."""
    for one in blocks(page):
        if one.language in ("sh", "console", "bash"):
            yield from one.text.splitlines()


def script(page: str, said: Path) -> str:
    """What a reader does, as a script of bash. What the commands of block N say goes into the file
    N of the folder `said`."""
    lines: list[str] = []
    for number, one in enumerate(blocks(page)):
        if one.name:
            lines += [f"cat >{shlex.quote(one.name)} <<'END OF FILE'", one.text + "END OF FILE"]
        elif one.language in ("sh", "console", "bash"):
            lines.append(f"exec >{shlex.quote(str(said / str(number)))} 2>&1")
            lines += map(_line, one.text.splitlines())
    return "\n".join(lines)


def _line(line: str) -> str:
    if NOT_HERE.search(line) or line.startswith("make "):  # those are the Makefile's
        return ":"
    if ends := ENDS_WITH.match(line):
        return f"{{ code=0; {ends[1]} || code=$?; test $code = {ends[2]}; }}"
    return line


def shown(page: str) -> Iterator[tuple[int, re.Pattern[str]]]:
    """Each block of output: the number of the commands before it, and what it stands for."""
    for number, one in enumerate(blocks(page)):
        if one.language == "text":
            yield number - 1, _pattern(one.text)


def _pattern(output: str) -> re.Pattern[str]:
    """A line of … is any lines, and … in a line any words."""
    parts = (
        r"(?:.*\n)*?" if line.strip() == "…" else f"{re.escape(line).replace('…', '.*')}\n"
        for line in output.splitlines()
    )
    return re.compile("".join(parts))
