"""A record as rows for a spreadsheet: one fact a row."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from civicspace.cli import words
from civicspace.cli.fact import Facts
from civicspace.cli.shown import shown
from civicspace.model.custody import Custody
from civicspace.model.event import Event
from civicspace.model.figure import Figure
from civicspace.model.law import LawStep
from civicspace.model.record import Record

COLUMNS = (
    "report", "title", "country", "published", "kind", "id", "type", "date", "until", "who", "by", "group",
    "place", "place_id", "longitude", "latitude", "charges", "penalty", "status", "measure", "min", "max", "qualifier",
    "scope", "law", "attributed_to", "freedom", "valence", "background", "confidence", "start", "end", "quote",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
Cells = dict[str, object]


def neutral(value: object) -> str:
    """A cell that no spreadsheet takes for a formula: text that begins like one gets an apostrophe before it.

    Numbers stay as they are: a longitude may be negative.
    """
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def header() -> str:
    """The line of column names."""
    return _line(COLUMNS)


def rows(record: Record, report: str) -> Iterator[str]:
    """A line for every event, figure, law step and state of custody; ``report`` names the source."""
    document = record.document
    about: Cells = {
        "report": shown(report), "title": document.title, "country": document.country, "published": document.published,
    }  # fmt: skip
    facts = Facts(record)
    items: tuple[Event | Figure | LawStep | Custody, ...] = (
        *record.events, *record.figures, *record.laws, *record.custody,
    )  # fmt: skip
    for item in items:
        cells = about | _cells(item, facts)
        yield _line(neutral(cells.get(name)) for name in COLUMNS)


def _line(cells: Iterable[str]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _cells(item: Event | Figure | LawStep | Custody, facts: Facts) -> Cells:
    match item:
        case Event():
            return _said(item, "event", facts) | _event(item, facts)
        case Figure():
            own: Cells = {name: getattr(item, name) for name in ("measure", "min", "max", "qualifier", "scope")}
            return _said(item, "figure", facts) | own | {"date": item.as_of}
        case LawStep():
            return _said(item, "law", facts) | {"type": item.stage, "date": item.date, "law": item.title}
        case Custody():
            who = facts.name(item.person)
            return {"kind": "custody", "type": item.status, "date": item.as_of, "until": item.until, "who": who}


def _said(item: Event | Figure | LawStep, kind: str, facts: Facts) -> Cells:
    first = item.evidence[0] if item.evidence else None
    source = getattr(item, "attributed_to", None)
    return {
        "kind": kind,
        "id": item.id,
        "confidence": item.confidence,
        "attributed_to": facts.name(source) if source else None,
        "start": first and first.start,
        "end": first and first.end,
        "quote": " … ".join(quote.quote for quote in item.evidence),
    }


def _event(event: Event, facts: Facts) -> Cells:
    cells: Cells = {
        name: getattr(event, name) for name in ("type", "date", "place", "place_id", "status", "freedom", "valence")
    }
    longitude, latitude = event.point or (None, None)
    group = event.group
    return cells | {
        "who": "; ".join(map(facts.name, event.who)),
        "by": "; ".join(map(facts.name, event.by)),
        "group": words.group(group) if group else None,
        "min": group and group.min,
        "max": group and group.max,
        "qualifier": group and group.qualifier,
        "longitude": longitude,
        "latitude": latitude,
        "charges": "; ".join(map(words.charge, event.charges)),
        "penalty": words.penalty(event.penalty) if event.penalty else None,
        "background": "yes" if event.background else "no",
    }
