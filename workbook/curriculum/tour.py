"""tour.toml: the stops of the tour through the worked example."""

from __future__ import annotations

from dataclasses import dataclass

from workbook.curriculum.spec import Spec


@dataclass(frozen=True, slots=True)
class Stop:
    """A card of the tour. view: the screen to look at; at: the step, row or assessment that it
    shows, "" where it needs none."""

    id: str
    view: str
    at: str
    name: str
    text: str


def read(spec: Spec) -> tuple[Stop, ...]:
    """The stops in their order. Raises ContentError."""
    stops = tuple(_stop(one) for one in spec.each("stop"))
    spec.done()
    return stops


def _stop(spec: Spec) -> Stop:
    found = Stop(
        spec.need("id"), spec.need("view"), spec.get("at", ""), spec.need("name"),
        spec.need("text"),
    )  # fmt: skip
    spec.done()
    return found
