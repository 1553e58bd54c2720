"""From candidates to events: draft, judge, merge, write down."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from civicspace.extract.events import candidates
from civicspace.extract.events.draft import OBJECT_TYPES, Draft, continued, draft
from civicspace.extract.events.features import describe
from civicspace.extract.events.judge import judge
from civicspace.extract.events.merge import Telling, merge
from civicspace.extract.events.parties import Party
from civicspace.extract.events.quoting import quote
from civicspace.extract.events.when import event_date
from civicspace.extract.events.where import Places, Where
from civicspace.extract.ids import Ids
from civicspace.extract.mention import Actor
from civicspace.extract.reading import Reading
from civicspace.extract.verify import Verifier
from civicspace.model.amount import Group
from civicspace.model.codebook import codebook
from civicspace.model.edtf import bounds
from civicspace.model.event import Charge, Event

_VERDICTS = frozenset({"conviction", "administrative-penalty"})
_PERIOD = re.compile(
    r"\b(?:reporting period|period (?:covered|under review)|(?:during|throughout|over) the year|by year's end)\b", re.I
)
Described = tuple[Draft, list[str]]
# What a body says or what befalls an organisation has no place of its own unless the sentence gives one.
_PLACELESS = frozenset(
    {"statement", "registration-refused", "organisation-restricted", "censorship", "internet-disruption"}
)


def drafts(reading: Reading, places: Places | None = None) -> Iterator[Described]:
    """Every candidate that can stand, with its slots and features, in the order of the text."""
    told: Counter[tuple[str, str]] = Counter()
    places = places or Places(reading)
    for paragraph in reading.paragraphs:
        found = [draft(c, reading, places) for c in candidates.find(paragraph)]
        people: tuple[Actor, ...] = ()
        body: Actor | None = None
        for _, group in groupby(found, key=lambda d: d.candidate.sentence.start):
            around = [continued(d, people, body) for d in group]
            people = next((p for d in around if (p := _people(d))), people)
            body = next((a for d in around for a in d.who.actors if a.kind != "person"), body)
            for one in around:
                if can_stand(one):
                    yield one, describe(one, around=around, earlier=told)
            told.update((d.candidate.type, a.name) for d in around for a in d.who.actors)


def _people(one: Draft) -> tuple[Actor, ...]:
    return tuple(a for a in one.who.actors if a.kind == "person") if one.candidate.type != "statement" else ()


def can_stand(one: Draft) -> bool:
    """An event needs somebody that it happened to, save where its object is an assembly, a body or a publication.

    What a court could or may decide is no verdict: "if convicted, she could be sentenced to 15 years".
    """
    if one.candidate.type in _VERDICTS and one.modality.marks & {"may", "if"}:
        return False
    return bool(one.who.actors or one.who.group) or one.candidate.type in OBJECT_TYPES


def tellings(
    reading: Reading, probability: Callable[[Sequence[str]], float], threshold: float, *, places: Places | None = None
) -> list[Telling]:
    """The events of a reading as merged drafts, judged by ``probability``."""
    kept = []
    for one, features in drafts(reading, places):
        likely = probability(features)
        if likely >= threshold:
            kept.append((one, likely))
    return merge(kept)


def _actors(told: Telling, role: Callable[[Draft], Party]) -> list[Actor]:
    """Actors of a role: the fullest telling's, and those of its own sentence."""
    first = told.drafts[0]
    sentence = first.candidate.sentence.start, first.candidate.paragraph.index
    out: list[Actor] = []
    for one in told.drafts:
        near = (one.candidate.sentence.start, one.candidate.paragraph.index) == sentence
        if near or not out:
            out += [a for a in role(one).actors if a not in out]
    return out


def _slots(told: Telling) -> list[Draft]:
    """The drafts that slots are filled from: all that name the same people, else those of the fullest one's sentence.

    Tellings of an unnamed group point at it in passing: their own places and charges are not the group's.
    """
    first = told.drafts[0]
    if first.who.actors:
        return told.drafts
    here = first.candidate.paragraph.index, first.candidate.sentence.start
    return [d for d in told.drafts if (d.candidate.paragraph.index, d.candidate.sentence.start) == here]


def _group(told: Telling, *, named: bool) -> Group | None:
    """The group of the fullest telling that gives a size; beside named people only one with a size."""
    groups = [d.who.group for d in told.drafts if d.who.group is not None]
    sized = next((g for g in groups if g.min is not None or g.max is not None), None)
    return sized or (groups[0] if groups and not named else None)


def _charges(told: Telling) -> tuple[Charge, ...]:
    """The charges of the fullest telling that gives any."""
    given = next((d.charges for d in _slots(told) if d.charges), ())
    return tuple(dict.fromkeys(charge for mention in given for charge in mention.charges))


def _background(date: str | None, period: str | None) -> bool:
    """Whether an event lies wholly before the reporting period."""
    return bool(date and period and bounds(date)[1] < bounds(period)[0])


def _date(told: Telling, reading: Reading) -> str | None:
    """The date of the fullest telling that has one, else the one that its paragraph gave before."""
    for one in _slots(told):
        if one.date is not None:
            return event_date(one.date, one.candidate.type)
    for one in _slots(told):
        if one.carried is not None:
            return event_date(one.carried, one.candidate.type)
    return _period(told.drafts[0], reading.document.period)


def _period(one: Draft, period: str | None) -> str | None:
    """The reporting period, where the words point at it, or in an annual chapter where nothing else is said."""
    if period is None:
        return None
    told_before = any(c.lower_ in {"had", "has", "have"} for c in one.candidate.trigger.children)
    annual = len(period) == len("2008") and one.candidate.type != "statement" and not told_before
    return period if annual or _PERIOD.search(one.candidate.sentence.text) else None


def _where(told: Telling, places: Places) -> Where | None:
    for one in _slots(told):
        if one.where is not None:
            return one.where
    first = told.drafts[0].candidate
    return None if first.type in _PLACELESS else places.carried(first.paragraph, first.sentence)


def _event(told: Telling, number: int, *, reading: Reading, ids: Ids, verifier: Verifier, places: Places) -> Event:
    first = told.drafts[0]
    evidence = list(dict.fromkeys(quote(d) for d in told.drafts))
    who, by = _actors(told, lambda d: d.who), _actors(told, lambda d: d.by)
    by = [a for a in by if a not in who]
    named = [verifier.naming(a, evidence) for a in who]
    evidence += [q for q in dict.fromkeys(named) if q is not None]
    date = _date(told, reading)
    where = _where(told, places)
    penalty = next((d.penalty.penalty for d in _slots(told) if d.penalty is not None), None)
    entry = codebook().event_types[first.candidate.type]
    section = first.candidate.paragraph.section
    speaker = first.modality.speaker
    source = None
    if speaker is not None and (first.modality.status != "reported" or "according" in first.modality.marks):
        source = ids.source(first.candidate.paragraph, speaker)
    return Event(
        id=f"e{number}",
        type=first.candidate.type,
        who=tuple(ids[a] for a in who),
        by=tuple(ids[a] for a in by),
        group=_group(told, named=bool(who)),
        date=date,
        place=where.name if where else None,
        place_id=where.place.id if where and where.place else None,
        point=where.place.point if where and where.place else None,
        charges=_charges(told),
        penalty=penalty,
        status=first.modality.status,
        attributed_to=source,
        freedom=(section.freedom if section else None) or entry.freedom,
        valence=entry.valence,
        background=_background(date, reading.document.period),
        confidence=round(told.probability, 2),
        evidence=tuple(evidence),
    )


def extract(reading: Reading, ids: Ids) -> list[Event]:
    """The events of a report, in the order of their first telling."""
    weights = judge()
    verifier, places = Verifier(reading), Places(reading)
    found = tellings(reading, weights.probability, weights.threshold, places=places)
    events = [
        _event(t, n, reading=reading, ids=ids, verifier=verifier, places=places) for n, t in enumerate(found, start=1)
    ]
    return [e for event in events if (e := verifier.event(event)) is not None]
