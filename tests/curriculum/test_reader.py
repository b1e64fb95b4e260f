"""Content is read whole, can be laid over, and is refused with file, place and reason."""

import tomllib
from pathlib import Path

import pytest
from tinydb.storages import MemoryStorage

from tests.conftest import TODAY
from workbook.curriculum import OURS as CONTENT
from workbook.curriculum import ContentError, Curriculum, load, map_words
from workbook.curriculum.spec import Spec
from workbook.plan import Plan
from workbook.records import TYPES
from workbook.store.tables import Tables

CHAPTER = """
id = "weather"
number = 8
name = "Weathering storms"
short = "Weather"
title = "Planning for floods and heat"
purpose = "What a county does before the next flood."
[[step]]
id = "flood-plan"
name = "Flood plan"
title = "Who opens the doors when it floods"
why = "A plan that floods in its first spring is no plan."
guide = "Write who opens which door."
[[step.prompt]]
id = "weather.shelter"
kind = "long"
name = "Shelter"
ask = "Where do people go when the river rises?"
why = "People go where the door is open."
enough = true
map = "sustain.risks"
lead = "When the river rises"
"""


def lay(folder: Path, **files: str) -> Path:
    """A folder of content with these files; `chapter_8` is a chapter, other names a shelf."""
    for name, text in files.items():
        file = folder / ("8-weather.toml" if name == "chapter_8" else f"{name}.toml")
        file.write_text(text, encoding="utf-8")
    return folder


def test_our_own_content_holds_together_with_seven_chapters(curriculum: Curriculum):
    assert [one.number for one in curriculum.chapters] == [1, 2, 3, 4, 5, 6, 7]
    assert all(step.guide for step in curriculum.steps.values())


def test_every_field_of_every_record_type_is_asked_somewhere(curriculum: Curriculum):
    missing = [
        f"{name}.{field}"
        for name, record in TYPES.items()
        for field, kind in record.fields.items()
        if not kind.computed
        and not any(table.field(field) for table in curriculum.tables_of(name))
        and not any(field in table.where for table in curriculum.tables_of(name))
    ]
    assert missing == []


def test_every_chapter_asks_about_equity_and_those_after_the_first_name_a_principle(
    curriculum: Curriculum,
):
    for chapter in curriculum.chapters:
        assert any(prompt.equity for step in chapter.steps for prompt in step.prompts), chapter.id
        if chapter.number > 1:
            assert chapter.principle in curriculum.principles
            assert chapter.principle_line


def test_a_chapter_laid_over_is_read_like_ours(tmp_path: Path):
    found = load(lay(tmp_path, chapter_8=CHAPTER))
    assert found.chapters[-1].short == "Weather"
    assert found.step_of("weather.shelter").id == "flood-plan"
    assert "weather" in found.lists["chapters"]


def test_a_question_is_six_lines_laid_over_ours_where_it_is_wanted(tmp_path: Path):
    over = """
id = "embarking"
[[step]]
id = "place"
[[step.prompt]]
id = "embarking.river"
after = "workbook.place"
kind = "line"
name = "The river"
ask = "Which river?"
map = ""
"""
    (tmp_path / "1-ours.toml").write_text(over, encoding="utf-8")
    ours = load()
    found = load(tmp_path)
    ids = [one.id for one in found.steps["place"].prompts]
    assert ids.index("embarking.river") == ids.index("workbook.place") + 1
    assert len(ids) == len(ours.steps["place"].prompts) + 1


def test_a_teams_own_field_and_other_words_are_laid_over(tmp_path: Path):
    over = """
id = "engaging"
short = "Meeting"
[[step]]
id = "activities"
[[step.table.field]]
of = "x_weather"
kind = "choice"
list = "weather"
name = "Weather plan"
ask = "What if it rains?"
"""
    lay(
        tmp_path,
        lists='[weather]\nname = "Weather"\noptions = [{ id = "tent", name = "A tent" }]\n',
    )
    over = over.replace("[[step.table.field]]", "[step.table]\n[[step.table.field]]")
    (tmp_path / "3-ours.toml").write_text(over, encoding="utf-8")
    found = load(tmp_path)
    table = found.steps["activities"].table
    assert table is not None
    assert table.fields[-1].id == "x_weather"
    assert next(one for one in found.chapters if one.id == "engaging").short == "Meeting"


def test_a_level_that_nobody_knows_stays_in_a_table_with_words_of_its_own(tmp_path: Path):
    over = (
        CHAPTER
        + """
[step.table]
of = "rating"
one = "rating"
many = "ratings"
name = "Ratings"
[[step.table.field]]
of = "level"
list = "agreement"
name = "Level"
ask = "How far is it?"
"""
    )
    curriculum = load(lay(tmp_path, chapter_8=over))
    plan = Plan(Tables(storage=MemoryStorage), curriculum, today=TODAY)
    ids = [plan.add("rating", {"level": level}) for level in (3, "unknown")]
    assert [one.id for one in plan.rows(curriculum.tables["flood-plan"])] == ids


PROMPT = CHAPTER[CHAPTER.index("[[step.prompt]]") :]
RISKS = (
    CHAPTER
    + '[step.table]\nof = "risk"\none = "risk"\nmany = "risks"\nname = "Risks"\n'
    + '[[step.table.field]]\nof = "event"\nname = "Event"\nask = "What?"\n'
)


def kind(word: str, *keys: str) -> str:
    """The chapter with its question of another kind."""
    more = "\n".join([f'"{word}"', *keys])
    return CHAPTER.replace('"long"', more).replace('the river rises"\n', 'it floods, {value}."\n')


BROKEN = {
    "is not TOML": CHAPTER.replace("number = 8", "number = "),
    "`number` must be a whole number": CHAPTER.replace("number = 8", 'number = "8"'),
    "`name` is missing": CHAPTER.replace('name = "Shelter"\n', ""),
    "the kind `lnog` is not known": CHAPTER.replace('"long"', '"lnog"'),
    "`whhy` is not known; did you mean `why`?": CHAPTER.replace('why = "People', 'whhy = "People'),
    "the id `weather.shelter` is used already in": CHAPTER + PROMPT,
    "map.toml has no slot `sustain.rain`": CHAPTER.replace("sustain.risks", "sustain.rain"),
    "goes to the MAP and needs a `lead`": CHAPTER.replace('lead = "When the river rises"\n', ""),
    'a private prompt has `map = ""`': CHAPTER.replace("enough = true", "private = true"),
    "`lead` must be a sentence with {value} in it": CHAPTER.replace('"long"', '"line"'),
    "a prompt's id has a dot": CHAPTER.replace('"weather.shelter"', '"shelter"'),
    "no list is called `rivers`": CHAPTER.replace('"long"', '"choice"\nlist = "rivers"'),
    "a choice needs `list`": CHAPTER.replace('"long"', '"choice"'),
    "no record type is called `river`": CHAPTER.replace('"long"', '"ref"\nto = "river"'),
    "asks 9 prompts; a screen holds 8": CHAPTER
    + "".join(PROMPT.replace("weather.shelter", f"weather.shelter-{n}") for n in range(8)),
    "a risk has no field `evnt`; a team's own begins with x_": RISKS.replace('"event"', '"evnt"'),
    "a scale takes whole numbers, and the list `sectors` has `government`": kind(
        "scale", 'list = "sectors"'
    ),
    "the list `stances` has": RISKS.replace('"event"', '"likelihood"\nlist = "stances"'),
    "`list` must be text": kind("choice", 'list = ["sectors"]'),
    "`to` must be a list": kind("ref", "to = 3"),
    "`to` names no record type": kind("refs", "to = []"),
    "`min` must be a number": kind("scale", 'min = "a"'),
    "`max` must be a number": kind("number", 'max = "a"'),
    "`max` must be a whole number": kind("scale", "max = 4.5"),
    "`min` is above `max`": kind("number", "min = 3\nmax = 1"),
    "`unit` must be text": kind("number", "unit = 3"),
    "`decimals` must be true or false": kind("number", 'decimals = "no"'),
    "`where` gives `likelihood` what it cannot hold. This takes a whole number": RISKS.replace(
        'name = "Risks"', 'name = "Risks"\nwhere = { likelihood = "nonsense" }'
    ),
    "`where` gives `event` a value that would be kept in another form": RISKS.replace(
        'name = "Risks"', 'name = "Risks"\nwhere = { event = " a  flood" }'
    ),
}


@pytest.mark.parametrize("reason", BROKEN)
def test_content_that_does_not_hold_together_is_refused_by_file_place_and_reason(
    tmp_path: Path, reason: str
):
    with pytest.raises(ContentError) as caught:
        load(lay(tmp_path, chapter_8=BROKEN[reason]))
    assert reason in str(caught.value)
    assert "8-weather.toml" in str(caught.value)
    if "TOML" not in reason:
        assert "chapter weather" in str(caught.value)


OUTLINE = tomllib.loads((CONTENT / "map.toml").read_text(encoding="utf-8"))
OURS = '[[section]]\nid = "conditions"\n[[section.part]]\n'
FACTS = '[[table]]\nof = "allocation"\n'
BROKEN_MAP = {
    "section conditions, part conditions.x: no entry beside it is called `conditions.hse`": OURS
    + 'id = "conditions.x"\ntitle = "X"\nafter = "conditions.hse"\n',
    "section conditions, part conditions.place: no entry beside it is called `conditions.x`": OURS
    + 'id = "conditions.place"\nafter = "conditions.x"\n',
    "table allocation, stead: `action` must be text": FACTS + "stead = { action = 3 }\n",
    "words: `draft` must be text": "[words]\ndraft = 3\n",
    "words: `draft` is missing": '[words]\ndraft = ""\n',
    "words: `drft` is not known; did you mean `draft`?": '[words]\ndrft = "Draft"\n',
    "words: `inhalt` is not known": '[words]\ninhalt = "Inhalt"\n',
    "words: `as_of` must have {date} in it": '[words]\nas_of = "Today"\n',
    "words: `months` must be 12 names with commas between them": '[words]\nmonths = "enero"\n',
    "`words` must be a table": "words = 3\n",
}


@pytest.mark.parametrize("reason", BROKEN_MAP)
def test_an_outline_that_does_not_hold_together_is_refused_by_file_place_and_reason(
    tmp_path: Path, reason: str
):
    with pytest.raises(ContentError) as caught:
        load(lay(tmp_path, map=BROKEN_MAP[reason]))
    assert str(caught.value).startswith(f"{tmp_path / 'map.toml'}: {reason}")


def test_a_word_of_the_plan_that_our_own_file_lacks_is_refused():
    words = OUTLINE["words"]
    for key in words:
        left = {one: text for one, text in words.items() if one != key}
        with pytest.raises(ContentError, match=f"content/map.toml: words: `{key}` is missing"):
            map_words.read(Spec(left, "content/map.toml", "words"))


def test_a_part_of_ours_is_moved_after_another(tmp_path: Path):
    over = OURS + 'id = "conditions.place"\nafter = "conditions.causes"\n'
    found = next(one for one in load(lay(tmp_path, map=over)).sections if one.id == "conditions")
    ids = [part.id for part in found.parts]
    assert ids.index("conditions.place") == ids.index("conditions.causes") + 1
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("id", ["", 'id = ["weather"]', "id = 8"])
def test_a_chapter_whose_id_is_no_text_is_refused(tmp_path: Path, id: str):
    with pytest.raises(ContentError, match="8-weather.toml: `id` (is missing|must be text)"):
        load(lay(tmp_path, chapter_8=CHAPTER.replace('id = "weather"', id)))


def test_a_folder_that_is_none_or_not_text_is_refused(tmp_path: Path):
    with pytest.raises(ContentError, match="is not a folder"):
        load(tmp_path / "nowhere")
    (tmp_path / "8-weather.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ContentError, match="is not UTF-8"):
        load(tmp_path)


BROKEN_FLAVORS = {
    "flavor x: `anchors` must be one of github, python, heading, none": 'anchors = "y"',
    "flavor x: `top` must be 1 or 2": "top = 3",
    "flavor x: `pages` must be text": "pages = 3",
    "flavor x: `../a` leads out of the folder": 'pages = "../a"',
    "flavor x, file /etc/x: `/etc/x` leads out of the folder": (
        '[[flavor.file]]\nid = "/etc/x"\ntext = "x"'
    ),
    "flavor x: `tabels` is not known; did you mean `tables`?": "tabels = false",
}


@pytest.mark.parametrize("reason", BROKEN_FLAVORS)
def test_a_flavor_that_does_not_hold_together_is_refused_by_file_place_and_reason(
    tmp_path: Path, reason: str
):
    text = f'[[flavor]]\nid = "x"\nname = "X"\n{BROKEN_FLAVORS[reason]}\n'
    with pytest.raises(ContentError) as caught:
        load(lay(tmp_path, flavors=text))
    assert str(caught.value) == f"{tmp_path / 'flavors.toml'}: {reason}"


def test_a_flavor_of_a_teams_own_is_laid_over_ours(tmp_path: Path):
    text = '[[flavor]]\nid = "gfm"\nnote = "alert"\n[[flavor]]\nid = "x"\nname = "X"\n'
    found = load(lay(tmp_path, flavors=text)).flavors
    assert found["gfm"].note == "alert"
    assert found["x"].tables
