"""Figures that a plan cites in its texts."""

from workbook.plan import Plan

SOURCE = "Example Bureau (Table 1, [a] *b*)"


def series(id: str, *, source: str | None = SOURCE, quality: int = 1) -> tuple[str, dict]:
    """What the file keeps of one published figure."""
    value = {"value": 0.041, "quality": quality}
    told = {"variable": "share_homeless", "values": {"2022": value}, "geography": "Halden"}
    return id, told | ({"source": source} if source else {})


def cite(plan: Plan) -> Plan:
    """Cites a strong figure three times, a weak one, and one without a source."""
    kept = plan.db.of("metric_series")
    kept.keep(*series("mts-00000001"))
    kept.keep(*series("mts-00000002", quality=3))
    kept.keep(*series("mts-00000003", source=None))
    plan.put("embarking.why-now", "See [[mts-00000002]](x): [[mts-00000001]]! [[mts-00000001]]")
    plan.add("finding", {"claim": "Up to [[mts-00000001]] (here)."})
    plan.add("priority", {"title": "Homes", "why": "Only [[mts-00000003]]."})
    return plan
