"""Takes the picture of the README from the real app: `make picture`.

Prairie Fork's workbook is opened on one step at 120x36, in a home of its own, so that nothing of
the person who runs this is in the picture.
"""

from __future__ import annotations

import asyncio
import datetime
import os
import re
import sys
import tempfile
from pathlib import Path

TO = Path(__file__).parent / "pictures" / "step.svg"
STEP = "activities"
SIZE = (120, 36)
AS_OF = datetime.date(2026, 5, 20)
FONTS = "Fira Code, DejaVu Sans Mono, Menlo, Consolas, monospace"
_FONT_FROM_THE_NET = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def take(home: Path) -> str:
    """The step's screen as SVG. It asks no server for a font: the reader's own is used."""
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
        await pilot.pause()
        app.go(Place("step", STEP))
        while app.step_here() is None:
            await pilot.pause(0.1)
        picture = ""
        while picture != (picture := app.export_screenshot(title="Mobility Workbook")):
            await pilot.pause(1.0)  # what is drawn a moment later belongs to it too
    session.close()
    return _FONT_FROM_THE_NET.sub("", picture).replace("Fira Code, monospace", FONTS)


def main(to: Path) -> None:
    """Writes the picture and says where."""
    os.environ.pop("NO_COLOR", None)  # whoever runs this may want none; the README has them
    with tempfile.TemporaryDirectory() as home:
        os.environ |= dict.fromkeys(("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), home)
        picture = asyncio.run(take(Path(home)))
    to.write_text(picture, encoding="utf-8")
    print(f"{to} is written")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TO)
