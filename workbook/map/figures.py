"""Published figures as the plan names and cites them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from workbook.kinds.pointing import CITED
from workbook.map.outline import Cite, Document, Inlines, Section, Text, inside
from workbook.map.sentences import is_closed
from workbook.reading import Reading
from workbook.reasoning import figures
from workbook.records.data import MetricSeries


def cited(view: Reading, text: str) -> Inlines:
    """A text with the figures that it cites in their newest value."""
    return tuple(_pieces(view, text))


def _pieces(view: Reading, text: str) -> Iterator[Text | Cite]:
    done = 0
    for match in CITED.finditer(text):
        series = view.record(match[1])
        shown = whole(view, series) if isinstance(series, MetricSeries) else ""
        if shown and isinstance(series, MetricSeries):
            yield from (Text(one) for one in [text[done : match.start()]] if one)
            yield _cite(view, series, shown)
            done = match.end()
    yield from (Text(one) for one in [text[done:]] if one)


def _cite(view: Reading, series: MetricSeries, shown: str) -> Cite:
    """A figure as a text cites it: whole, and in short with a footnote."""
    found = figures.newest(series)
    assert found is not None
    unit = figures.unit_of(view, series)
    value = latest(view, series) if found.weak else _with_year(view, found, unit)
    what = ", ".join(filter(None, (name(view, series), series.geography)))
    source = (series.source or "").strip()
    said = source or view.curriculum.map_words["no_source"]
    note = f"{what}: {latest(view, series)}. {said if is_closed(said) else f'{said}.'}"
    return Cite(series.id, shown, value, note, bool(source))


def _with_year(view: Reading, found: figures.Value, unit: str) -> str:
    return f"{figures.shown(view, found.value, unit)} ({found.year})"


def unsourced(document: Document) -> Iterator[str]:
    """A sentence for each section that cites a figure without its source."""
    for section in inside(document.blocks, Section):
        own = [one for one in section.blocks if not isinstance(one, Section)]
        found = (one for one in inside(tuple(own), Cite) if not one.sourced)
        for text in dict.fromkeys(one.text for one in found):
            yield f"A figure is cited without its source in “{section.title}”: {text}."


def called(view: Reading, series: MetricSeries) -> str:
    """What people call a published figure."""
    return str(figures.metric(view, series.variable or "").get("name") or series.variable or "")


def name(view: Reading, series: MetricSeries) -> str:
    """What people call a published figure, and for which group it stands."""
    return ", ".join(filter(None, (called(view, series), series.subgroup)))


def latest(view: Reading, series: MetricSeries) -> str:
    """The newest value of a series, with its year and quality; "" where there is none."""
    found = figures.newest(series)
    return figures.told(view, found, figures.unit_of(view, series)) if found else ""


def whole(view: Reading, series: MetricSeries) -> str:
    """The newest value with its year, quality and who publishes it, as a text cites it."""
    text, source = latest(view, series), (series.source or "").partition(" (")[0]
    return f"{text[:-1]}; {source})" if text.endswith(")") and source else text


def by_year(view: Reading, series: MetricSeries) -> list[tuple[str, str]]:
    """Every year that has a value, the latest first, with the value as people read it."""
    unit, found = figures.unit_of(view, series), reversed(figures.values(series).values())
    return [(one.year, figures.shown(view, one.value, unit)) for one in found]


COLUMNS = ("variable", "geography", "subgroup", "values", "source")
"""The fields of a series that a plan shows. No step asks them, so map.toml says their names."""

SHOWN: Mapping[str, Callable[[Reading, MetricSeries], str]] = {
    "variable": called,
    "values": latest,
}
"""How the fields of a series are shown that the file gives for machines."""
