"""The same happening told twice is one event with both quotes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from civicspace.extract.events.draft import OBJECT_TYPES, Draft
from civicspace.model.edtf import bounds

# Types that happen to one person again and again: two tellings are one only where date or sentence say so.
_REPEATED = frozenset(
    (
        "statement threat protest strike summons complaint appeal torture attack assembly-refused assembly-allowed "
        "assembly-dispersed censorship organisation-restricted restriction search self-harm registration-refused"
    ).split()
)


@dataclass(slots=True, eq=False)
class Telling:
    """Drafts that tell of one event, the fullest first, with the probability of the likeliest."""

    drafts: list[Draft]
    probability: float
    likely: dict[int, float] = field(default_factory=dict)


def fullness(draft: Draft) -> int:
    """How much a draft says: its filled slots and the people that it names, a verb before a noun."""
    date = draft.date
    return (
        (2 if date is not None and not date.modifier else 0)
        + (draft.where is not None)
        + 2 * min(len(draft.who.actors), 2)
        + (draft.who.group is not None and draft.who.group.min is not None)
        + bool(draft.by.actors)
        + bool(draft.charges)
        + (draft.penalty is not None)
        + (draft.candidate.trigger.pos_ == "VERB")
    )


def _sentence(draft: Draft) -> tuple[int, int]:
    return draft.candidate.paragraph.index, draft.candidate.sentence.start


def _edtf(draft: Draft) -> str | None:
    date = draft.date or draft.carried
    return date.edtf if date else None


def _dates_agree(one: str, other: str) -> bool:
    (a, b), (c, d) = bounds(one), bounds(other)
    return a <= d and c <= b


def _same_people(one: Draft, other: Draft) -> bool:
    mine, its = set(map(id, one.who.actors)), set(map(id, other.who.actors))
    if mine or its:
        return bool(mine & its) or (_sentence(one) == _sentence(other) and not (mine and its))
    if one.who.group is None or other.who.group is None:
        return _sentence(one) == _sentence(other) or one.candidate.type in OBJECT_TYPES
    return one.who.group.min == other.who.group.min and (
        _sentence(one) == _sentence(other) or one.who.group.min is not None
    )


_MONTH = len("2022-01")


def _retold(one: Draft, other: Draft) -> bool:
    """Whether one of two tellings about nobody by name only points back: "those detained in January".

    Both are dated to the same month or day, one gives no number, and their places do not differ.
    """
    mine, its = _edtf(one), _edtf(other)
    if mine is None or mine != its or len(mine) < _MONTH or one.who.actors or other.who.actors:
        return False
    if one.where and other.where and one.where.name != other.where.name:
        return False
    return None in [group.min if group else None for group in (one.who.group, other.who.group)]


def same(one: Draft, other: Draft) -> bool:
    """Whether two drafts of one type tell of the same happening."""
    if _retold(one, other):
        return True
    if not _same_people(one, other):
        return False
    mine, its = _edtf(one), _edtf(other)
    together = _sentence(one) == _sentence(other)
    if mine and its and not _dates_agree(mine, its):
        return False
    if together:
        return True
    exact = mine is not None and mine == its and len(mine) >= 7
    if exact and one.who.actors:
        return True
    if one.candidate.type in _REPEATED or not one.who.actors:
        return exact and bool(one.where and other.where and one.where.name == other.where.name)
    return mine is None or its is None or exact


def merge(judged: Iterable[tuple[Draft, float]]) -> list[Telling]:
    """Fold drafts, given in the order of the text, into tellings of one event each."""
    by_key: dict[tuple[str, int], list[Telling]] = {}
    out: list[Telling] = []
    for draft, probability in judged:
        keys = [(draft.candidate.type, id(actor)) for actor in draft.who.actors]
        keys = keys or [(draft.candidate.type, -1)]
        keys.append((draft.candidate.type, -2 - hash(_sentence(draft)) % (1 << 60)))
        known = {id(t): t for key in keys for t in by_key.get(key, ())}
        found = next((t for t in known.values() if any(same(draft, d) for d in t.drafts)), None)
        if found is None:
            found = Telling([], 0.0)
            out.append(found)
        found.drafts.append(draft)
        found.likely[id(draft)] = probability
        found.probability = max(found.probability, probability)
        for key in keys:
            tellings = by_key.setdefault(key, [])
            if all(t is not found for t in tellings):
                tellings.append(found)
    for telling in out:
        likely = telling.likely
        telling.drafts.sort(key=lambda d: (fullness(d) + 3 * likely[id(d)], -d.candidate.paragraph.index), reverse=True)
    return out
