"""Takes the pictures of the documentation from the real app: `make pictures`.

Prairie Fork's workbook is opened at 120x36, in a home of its own, so that nothing of the person who
runs this is in a picture; each screen in each of its looks, in one go.
"""

from __future__ import annotations

import asyncio
import datetime
import os
import re
import sys
import tempfile
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

TO = Path(__file__).parent / "pictures"
PLACES = {
    "overview": ("overview", ""), "step": ("step", "activities"),
    "readiness": ("profile", "readiness"), "people": ("people", ""), "metrics": ("metrics", ""),
    "causes": ("causes", ""), "logic": ("logic", ""), "trace": ("trace", ""), "map": ("map", ""),
}  # fmt: skip
"""Each screen with its view, and what that shows."""
LOOKS = {"dark": tuple(PLACES), "light": ("step", "people", "trace"), "contrast": ("step", "trace")}
"""The looks, and the screens that are shown in each."""
SIZE = (120, 36)
AS_OF = datetime.date(2026, 5, 20)
FONTS = "Fira Code, DejaVu Sans Mono, Menlo, Consolas, monospace"
_FONT_FROM_THE_NET = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def take(home: Path) -> AsyncIterator[tuple[str, str]]:
    """The name of each picture, and the picture as SVG. It asks no server for a font: the reader's
    own is used."""
    # Imported here: the folders of this user are read when a module is first loaded.
    from screens.app import WorkbookApp
    from screens.example import FILE
    from screens.places import Place
    from workbook.curriculum import load
    from workbook.session import open_session

    path = home / FILE.name
    path.write_bytes(FILE.read_bytes())
    curriculum = load()
    session = open_session(path, curriculum, who="Ana", today=AS_OF)
    app = WorkbookApp(curriculum, session=session, who="Ana", today=AS_OF)
    async with app.run_test(size=SIZE) as pilot:
        for look, names in LOOKS.items():
            app.wear(replace(app.looks, look=look, ascii=False, bare=False))
            for name in names:
                place = Place(*PLACES[name])
                app.go(place)
                while app.frame.view is None or app.frame.view.view != place.view:
                    await pilot.pause(0.05)
                picture = ""
                while picture != (picture := app.export_screenshot(title="Mobility Workbook")):
                    await pilot.pause(0.5)  # what is drawn a moment later belongs to it too
                drawn = _FONT_FROM_THE_NET.sub("", picture)
                called = name if look == "dark" else f"{name}-{look}"
                yield f"{called}.svg", drawn.replace("Fira Code, monospace", FONTS)
    session.close()


async def write(home: Path, to: Path) -> None:
    """Writes every picture into a folder."""
    async for name, picture in take(home):
        (to / name).write_text(picture, encoding="utf-8")


def main(to: Path) -> None:
    """Writes the pictures and says where."""
    os.environ.pop("NO_COLOR", None)  # whoever runs this may want none; the pictures have them
    os.environ["COLORTERM"] = "truecolor"
    to.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ |= dict.fromkeys(("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), home)
        asyncio.run(write(Path(home), to))
    print(f"{to} is written")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TO)
