"""The last state of liberty of each named person, folded from the events of one report."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cmp_to_key

from civicspace.extract import custody_words as words
from civicspace.extract.custody_standing import standing
from civicspace.extract.custody_states import HELD, last, state
from civicspace.extract.custody_terms import until
from civicspace.extract.custody_words import said
from civicspace.model.custody import Custody
from civicspace.model.document import Document
from civicspace.model.edtf import OPEN, bounds
from civicspace.model.entity import Entity
from civicspace.model.event import Event

SURE = 0.45
"""Least confidence of an event that a state may rest on.

Chosen on 76 development reports: F1 .653 at 0.3, .659 at 0.4, .667 at 0.45, .656 at 0.5.
"""


# Where dates do not tell, events stand in the order of proceedings.
_STAGES = (
    ("detention", "disappearance"),
    ("summons", "charge", "administrative-penalty"),
    ("pretrial-detention",),
    ("house-arrest", "restriction"),
    ("conviction", "official-penalised"),
    ("appeal",),
    ("case-closed",),
    ("release",),
    ("death-in-custody", "killing"),
)
_STAGE = {type_: stage for stage, types in enumerate(_STAGES) for type_ in types}


@dataclass(frozen=True)
class _Order:
    """When the events of a report happened, as far as it tells: ``days`` by event id."""

    days: Mapping[str, tuple[date, date]]

    @classmethod
    def of(cls, events: Sequence[Event], document: Document) -> "_Order":
        """An undated event gets the days of the dated one that its paragraph told last before it.

        A day after the publication is no day on which something happened: it counts as none.
        """
        text = document.text
        end = bounds(document.published)[1] if document.published else date.max
        days: dict[str, tuple[date, date]] = {}
        last: Event | None = None
        for event in events:
            if event.date and bounds(event.date)[0] <= end:
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


_Found = tuple[str, Event, list[Event]]
"""A state, the event that it follows from, and all that bear on it, in order."""
_HELD_STILL = frozenset({"appeal", "torture", "self-harm", "trial", "pretrial-detention", "detention"})


def _point(edtf: str) -> str:
    """The last day of a date as the report gives it."""
    first, slash, last = edtf.partition("/")
    return (first if last == OPEN else last) if slash else first


def _as_of(event: Event, now: str, *, events: Sequence[Event], document: Document) -> str | None:
    """The latest day that the state is known for; without a date the period or the day of publication.

    Somebody held is held still when an appeal is decided or a court sits over them.
    """
    if event.date is None:
        return document.period or document.published
    later = [e for e in events if now in HELD and e.type in _HELD_STILL and e.date and e.status == "reported"]
    latest = max([event, *later], key=lambda e: bounds(_point(e.date or ""))[0])
    return _point(latest.date or "")


def _bound(free: Event, events: Sequence[Event], order: _Order) -> Event | None:
    """The restriction that a person was freed under: told with the release, of the same days, or still in force."""
    for event in reversed(events):
        if event.type not in {"restriction", "conviction"} or state(event) != "restricted":
            continue
        mine, its = order.days.get(free.id), order.days.get(event.id)
        together = event.evidence[0].start == free.evidence[0].start or bool(mine and mine == its)
        if together or said(words.STILL, event) or (mine and its and mine[0] <= its[1] and its[1] > mine[1]):
            return event
    return None


def _dead(events: Sequence[Event], order: _Order, *, held: bool) -> Event | None:
    """The death of a person who was held; nobody is dead to whom something happens later."""
    for event in events:
        if event.type in {"death-in-custody", "killing"} and event.status not in {"denied", "planned"}:
            day = order.days.get(event.id)
            later = day and any(order.days.get(e.id, day)[0] > day[1] for e in events if e.type != "statement")
            if not later and (held or event.type == "death-in-custody" or said(words.IN_CUSTODY, event)):
                return event
    return None


def _last(events: Sequence[Event], order: _Order) -> _Found | None:
    in_order = sorted(events, key=cmp_to_key(order.compare))
    found = last(in_order)
    dead = _dead(in_order, order, held=found is not None or any(e.type == "torture" for e in in_order))
    if dead is not None:
        return "deceased", dead, [*(e for e in (found[2] if found else ()) if e is not dead), dead]
    if found is None:
        return None
    now, event, bearing = found
    # Of the disappeared nobody knows; a case closed speaks of liberty where it clears the person.
    if all(e.type == "disappearance" or (e.type == "case-closed" and not said(words.ACQUITTED, e)) for e in bearing):
        return None
    if now in {"released", "free"} and (bound := _bound(event, bearing, order)):
        return "restricted", bound, bearing
    if now == "detained" and event.type == "detention" and _awaits_trial(event, in_order):
        return "pretrial-detention", event, bearing
    return now, event, bearing


def _awaits_trial(arrest: Event, events: Sequence[Event]) -> bool:
    """Whether somebody arrested was brought to court afterwards, and never let go."""
    return any(e.type == "trial" and e.status == "reported" for e in events[events.index(arrest) + 1 :])


def _told(person: Entity, found: _Found | None, *, document: Document, names: Sequence[int]) -> str | None:
    """The state that a sentence tells of somebody of whom the events tell none, or an arrest of long ago."""
    if found is not None and found[0] != "detained":
        return None
    now = standing(person, document.text, names=names)
    return now if found is None or now == "imprisoned" else None


def fold(events: Sequence[Event], *, people: Sequence[Entity], document: Document) -> list[Custody]:
    """Custody of each of ``people``, in order, whose liberty the events, or a sentence on them, speak of."""
    by_person: dict[str, list[Event]] = defaultdict(list)
    told = sorted(events, key=lambda e: e.evidence[0].start)
    order = _Order.of(told, document)
    for event in told:
        if event.confidence < SURE:
            continue
        for who in event.who:
            by_person[who].append(event)
    names = sorted(mention.start for person in people for mention in person.mentions)
    out = []
    for person in people:
        own = by_person.get(person.id, [])
        found = _last(own, order)
        if now := _told(person, found, document=document, names=names):
            known = document.published or document.period
            used = tuple(e.id for e in found[2]) if found else ()
            out.append(Custody(person=person.id, status=now, as_of=known, events=used))
        elif found is not None:
            now, event, bearing = found
            out.append(
                Custody(
                    person=person.id,
                    status=now,
                    as_of=_as_of(event, now, events=own, document=document),
                    until=until(event, now),
                    events=tuple(e.id for e in bearing),
                )
            )
    return out
