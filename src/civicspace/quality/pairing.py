"""Which item of a record answers which item of the annotation, one rule for each kind.

A rule gives ``None`` where the two are not the same thing, else a weight (of several candidates the heaviest pair is
taken first) and whether every slot that the annotation gives is right too.
"""

import re
from collections.abc import Iterable

from civicspace.model.custody import Custody
from civicspace.model.entity import Entity
from civicspace.model.event import Charge, Event, Penalty
from civicspace.model.figure import Figure
from civicspace.model.law import LawStep
from civicspace.quality.claims import Claims
from civicspace.quality.gold import GoldCharge, GoldCustody, GoldEvent, GoldFigure, GoldLaw, GoldPenalty, GoldPerson
from civicspace.quality.timing import agreement
from civicspace.quality.wording import SAME_SAID, SAME_WORDS, any_same_name, overlap, same_name

Pair = tuple[float, bool] | None


def person(gold: GoldPerson, found: Entity, claims: Claims) -> Pair:
    """The same person: any of the names."""
    return (1.0, True) if any_same_name([gold.name], [found.name, *found.aliases]) else None


def _articles(charges: Iterable[Charge | GoldCharge]) -> set[str]:
    """Article numbers without their paragraphs: "189(3)" is 189."""
    return {number for c in charges for number in re.findall(r"\d+", (c.article or "").split("(")[0])}


def _same_penalty(gold: GoldPenalty, found: Penalty | None) -> bool:
    asked = gold.model_fields_set & {"kind", "duration", "amount"}
    return all(getattr(found, slot, None) == getattr(gold, slot) for slot in asked)


def _same_place(gold: str, found: str | None) -> bool:
    return same_name(gold, found or "") or overlap(gold, found or "") >= SAME_WORDS


def event(gold: GoldEvent, found: Event, claims: Claims) -> Pair:
    """The same happening: its type, and its words; or else the same people at the same time."""
    if gold.type != found.type:
        return None
    names = claims.called(found.who)
    said = overlap(gold.quote, claims.said(found)) >= SAME_SAID
    who = any_same_name(gold.who, names) if gold.who else found.group is not None or not names
    when = agreement(gold.date, found.date)
    if gold.who and not who:
        return None
    if not said and not (gold.who and when > 0):
        return None
    slots = (
        not gold.date or when == 1,
        not gold.place or _same_place(gold.place, found.place),
        not gold.charges or _articles(gold.charges) == _articles(found.charges),
        not gold.penalty or _same_penalty(gold.penalty, found.penalty),
        all(any_same_name([name], names) for name in gold.who),
        not (gold.group and gold.group.min) or (found.group is not None and found.group.min == gold.group.min),
    )
    return said + 0.5 * who + 0.5 * max(when, 0) + 0.1 * sum(slots), all(slots)


def figure(gold: GoldFigure, found: Figure, claims: Claims) -> Pair:
    """The same count: both bounds, the words, and a word of the measure."""
    if (gold.min, gold.max) != (found.min, found.max) or overlap(gold.quote, claims.said(found)) < SAME_SAID:
        return None
    measure = overlap(gold.measure, found.measure)
    if measure == 0:
        return None
    source = " ".join(claims.called([found.attributed_to])) if found.attributed_to else ""
    slots = (
        not gold.attributed_to or overlap(gold.attributed_to, source) >= SAME_WORDS,
        not gold.as_of or agreement(gold.as_of, found.as_of) == 1,
        measure >= SAME_WORDS,
    )
    return 1 + measure, all(slots)


def law(gold: GoldLaw, found: LawStep, claims: Claims) -> Pair:
    """The same step: its stage, and the title or the words."""
    if gold.stage != found.stage:
        return None
    same = max(overlap(gold.title, found.title), overlap(gold.quote, claims.said(found)))
    return (same, not gold.date or agreement(gold.date, found.date) == 1) if same >= SAME_WORDS else None


def custody(gold: GoldCustody, found: Custody, claims: Claims) -> Pair:
    """The same state of the same person."""
    if gold.status != found.status or not any_same_name([gold.person], claims.called([found.person])):
        return None
    return 1.0, not gold.until or agreement(gold.until, found.until) == 1
