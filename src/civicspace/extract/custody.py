"""The last state of liberty of each named person, folded from the events of one report."""

import calendar
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cmp_to_key

from civicspace.model.custody import Custody
from civicspace.model.document import Document
from civicspace.model.edtf import OPEN, bounds
from civicspace.model.event import Event

# What a type of event leaves a person in. Some depend on the penalty: see _state.
_STATES = {
    "detention": "detained",
    "pretrial-detention": "pretrial-detention",
    "house-arrest": "house-arrest",
    "restriction": "restricted",
    "release": "released",
    "disappearance": "detained",
    "death-in-custody": "deceased",
    "case-closed": "free",
}
_CONVICTIONS = frozenset({"conviction", "administrative-penalty", "official-penalised"})
_AT_LIBERTY = frozenset({"suspended", "fine", "warning", "disciplinary"})
_RESTRICTED = frozenset({"probation", "ban"})
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
SURE = 0.4
"""Least confidence of an event that a state may rest on.

Chosen on the development reports: F1 .709 with all events, .713 at 0.4, .692 at 0.5.
"""
_HELD = frozenset({"detained", "pretrial-detention", "house-arrest", "imprisoned"})


# Where dates do not tell, events stand in the order of proceedings.
_STAGES = (
    ("detention", "disappearance"),
    ("summons", "charge", "pretrial-detention", "administrative-penalty"),
    ("house-arrest", "restriction"),
    ("conviction", "official-penalised"),
    ("appeal",),
    ("case-closed",),
    ("release",),
    ("death-in-custody", "killing"),
)
_STAGE = {type_: stage for stage, types in enumerate(_STAGES) for type_ in types}
_QUASHED = re.compile(
    r"\b(?:quash|overturn|annul|acquit|set aside|lifted|cancell?ed|dismissed the case)", re.IGNORECASE
)
_BRIEF = re.compile(
    r"\b(?:briefly|overnight|then released"
    r"|for (?:about |around |over |more than |several |a few |some )?(?:\w+ )?(?:hours?|the night))\b",
    re.IGNORECASE,
)


def _words(event: Event) -> str:
    return event.evidence[0].quote


def _state(event: Event) -> str | None:
    """The state that an event leaves a person in, or ``None`` where it says nothing about liberty."""
    if event.status in {"planned", "denied"}:
        return None
    if event.type in _CONVICTIONS:
        kind = event.penalty.kind if event.penalty else None
        if kind in _AT_LIBERTY:
            return "free"
        if kind in _RESTRICTED:
            return "restricted"
        if event.type == "conviction":
            return "imprisoned"
        return {"imprisonment": "imprisoned", "death": "imprisoned", "detention": "detained"}.get(kind or "")
    if event.type == "appeal":
        if event.penalty is not None:
            return "free" if event.penalty.kind in _AT_LIBERTY else "imprisoned"
        return "free" if _QUASHED.search(_words(event)) else None
    if event.type == "detention" and _BRIEF.search(_words(event)):
        return "released"
    return _STATES.get(event.type)


@dataclass(frozen=True)
class _Order:
    """When the events of a report happened, as far as it tells: ``days`` by event id."""

    days: Mapping[str, tuple[date, date]]

    @classmethod
    def of(cls, events: Sequence[Event], text: str) -> "_Order":
        """An undated event gets the days of the dated one that its paragraph told last before it."""
        days: dict[str, tuple[date, date]] = {}
        last: Event | None = None
        for event in events:
            if event.date:
                days[event.id] = bounds(event.date)
                last = event
            elif last is not None and "\n" not in text[last.evidence[0].start : event.evidence[0].start]:
                days[event.id] = days[last.id]
        return cls(days)

    def compare(self, one: Event, other: Event) -> int:
        """By days where they tell, else by the order of proceedings, else by the text (a stable sort keeps it)."""
        mine, its = self.days.get(one.id), self.days.get(other.id)
        if mine and its and (mine[1] < its[0] or its[1] < mine[0]):
            return -1 if mine[1] < its[0] else 1
        return _STAGE.get(one.type, 0) - _STAGE.get(other.type, 0)


def add_duration(start: str, duration: str) -> str | None:
    """End of a term that begins at an EDTF point: ``2022-03-14`` and ``P2M`` give ``2022-05-14``.

    Months and years of a day give a day; a start known to the month or year gives an approximate end.
    """
    found = _DURATION.fullmatch(duration)
    point = start.partition("/")[0].rstrip("~?%")
    if not found or point == OPEN or not any(found.groups()):
        return None
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    parts = [int(p) for p in point.split("-")]
    if len(parts) == 3:
        month = parts[1] - 1 + months
        year = parts[0] + years + month // 12
        day = min(parts[2], calendar.monthrange(year, month % 12 + 1)[1])
        end = date(year, month % 12 + 1, day).toordinal() + 7 * weeks + days
        return date.fromordinal(end).isoformat()
    if len(parts) == 2 and not (weeks or days):
        month = parts[1] - 1 + months
        return f"{parts[0] + years + month // 12:04}-{month % 12 + 1:02}~"
    if len(parts) == 1 and not (months or weeks or days):
        return f"{parts[0] + years:04}~"
    return None


def _until(event: Event, state: str) -> str | None:
    if state not in _HELD | {"restricted"} or not event.penalty or not event.penalty.duration or not event.date:
        return None
    return add_duration(event.date, event.penalty.duration)


_HELD_STILL = frozenset({"appeal", "torture", "self-harm", "trial", "pretrial-detention", "detention"})


def _point(edtf: str) -> str:
    """The last day of a date as the report gives it."""
    first, slash, last = edtf.partition("/")
    return (first if last == OPEN else last) if slash else first


def _as_of(event: Event, state: str, *, events: Sequence[Event], document: Document) -> str | None:
    """The latest day that the state is known for; without a date the period or the day of publication.

    Somebody held is held still when an appeal is decided or a court sits over them.
    """
    if event.date is None:
        return document.period or document.published
    later = [e for e in events if state in _HELD and e.type in _HELD_STILL and e.date and e.status == "reported"]
    latest = max([event, *later], key=lambda e: bounds(_point(e.date or ""))[0])
    day, published = _point(latest.date or ""), document.published
    return published if published and bounds(day)[0] > bounds(published)[1] else day  # no report knows what comes


def _bound(event: Event, states: Sequence[tuple[str, Event]], order: _Order) -> Event | None:
    """The restriction that a person was freed under: "released on bail", told with it or of the same days."""
    for state, other in reversed(states):
        if state == "restricted" and (
            other.evidence[0].start == event.evidence[0].start
            or (event.date and other.date and order.days[event.id] == order.days[other.id])
        ):
            return other
    return None


def _dead(events: Sequence[Event], states: Sequence[tuple[str, Event]], order: _Order) -> Event | None:
    """The death of a person who was held; nobody is dead to whom something happens later."""
    for event in events:
        if event.type in {"death-in-custody", "killing"} and event.status not in {"denied", "planned"}:
            day = order.days.get(event.id)
            later = day and any(order.days.get(e.id, day)[0] > day[1] for e in events if e.type != "statement")
            if not later and (states or event.type == "death-in-custody"):
                return event
    return None


def _last(events: Sequence[Event], order: _Order) -> tuple[str, Event, list[Event]] | None:
    in_order = sorted(events, key=cmp_to_key(order.compare))
    states = [(state, event) for event in in_order if (state := _state(event))]
    dead = _dead(in_order, states, order)
    if dead is not None:
        return "deceased", dead, [*(e for _, e in states if e is not dead), dead]
    # Neither a case closed nor a ban speaks of custody, and of the disappeared nobody knows.
    if all(event.type in {"case-closed", "restriction", "disappearance"} for _, event in states):
        return None
    state, event = states[-1]
    if state in {"released", "free"} and (bound := _bound(event, states, order)):
        state, event = "restricted", bound
    return state, event, [e for _, e in states]


def fold(events: Sequence[Event], *, people: Sequence[str], document: Document) -> list[Custody]:
    """Custody of each of ``people`` (entity ids, in order) whose liberty the events speak of."""
    by_person: dict[str, list[Event]] = defaultdict(list)
    told = sorted(events, key=lambda e: e.evidence[0].start)
    order = _Order.of(told, document.text)
    for event in told:
        if event.confidence < SURE:
            continue
        for who in event.who:
            by_person[who].append(event)
    out = []
    for person in people:
        found = _last(by_person[person], order) if person in by_person else None
        if found is not None:
            state, event, used = found
            out.append(
                Custody(
                    person=person,
                    status=state,
                    as_of=_as_of(event, state, events=by_person[person], document=document),
                    until=_until(event, state),
                    events=tuple(e.id for e in used),
                )
            )
    return out
