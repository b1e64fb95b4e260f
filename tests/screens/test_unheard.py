"""Who has not been heard: those whom nobody met first, and one key plans something for them."""

from tests.screens.test_engagement import EASTSIDE, WALK, desk, row_of, see

YOUTH, TOWNS = "grp-szeh0vxk", "grp-46vh73jn"


async def test_who_nobody_met_comes_first_and_one_key_plans_something_for_them(window, example):
    async with window(example) as app:
        await see(app, "unheard")
        assert "Young people" in row_of(app, "▌")
        assert "nobody asked them yet" in row_of(app, "▌")
        assert row_of(app, "Eastside renters").split() == [
            "Eastside", "renters", "14%", "31%", "34", "●2", "·", "●", "·", "●",
        ]  # fmt: skip
        await app.press("p")
        await app.type("Teens\n")
        [held] = [one for one in app.file()["activity"].values() if one["title"] == "Teens"]
        assert held["groups"] == [YOUTH]
        assert held["audience"] == "Young people aged 14 to 21"
        await app.press("escape")
        await app.quiet()
        assert "all were met or heard" in app.text()
        assert "●" in row_of(app, "Young people")
        await see(app, "unheard", TOWNS)
        assert "They trust Cedar Mills Grange" in app.text()
        await app.press("p")
        await app.type("Sup\n")
        [held] = [one for one in app.file()["activity"].values() if one["title"] == "Sup"]
        assert held["host"] == ["Cedar Mills Grange"]


async def test_a_group_that_was_removed_stays_in_sight_until_nothing_names_it(window, example):
    async with window(example) as app:
        desk(app).plan.remove(EASTSIDE)
        await see(app, "unheard", EASTSIDE)
        assert "(removed: grp-zab5rrb1)" in row_of(app, "▌")
        await app.press("p")
        assert "What would people" not in app.text()
        await app.press("enter")
        assert "Activity 1 of 5" in app.text()
        assert desk(app).focused.spot.id == WALK


async def test_the_table_spells_out_where_each_group_was_met(window, example):
    async with window(example, size=(120, 36)) as app:
        await see(app, "unheard")
        await app.press("T")
        assert "Tenant design team, six sessions" in row_of(app, "Black residents")
