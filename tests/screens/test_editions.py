"""The MAP on the screen in its two editions, what each lacks, and the file that is written."""

from pathlib import Path

from tests.screens.conftest import Opening


async def test_the_edition_for_everyone_is_shown_with_what_it_lacks_and_written(window: Opening):
    async with window(size=(120, 36)) as app:
        plan = app.pilot.app.plan
        plan.add("strategic_action", {"title": "Late [b]bus[/b]", "plain": "A bus leaves at five."})
        plan.add("strategic_action", {"title": "New lease", "statement": "We draft a lease."})
        await app.press("ctrl+g", "p")
        seen = " ".join(app.text().split())
        assert "For everyone" in seen
        assert "How people took part" in seen
        assert "gives only the name" in seen
        assert "ease 100 of 100. F6 says" in seen
        await app.press("end")
        seen = " ".join(app.text().split())
        assert "Late [b]bus[/b]. A bus leaves at five." in seen
        assert "We draft a lease" not in seen
        await app.press("e")
        file = Path(app.pilot.app.session.path)
        (written,) = file.parent.glob("*.map.public.md")
        assert "A bus leaves at five." in written.read_text()
        await app.press("p")
        assert "For everyone" not in app.text()
        assert "The coalition and its work" in app.text()
