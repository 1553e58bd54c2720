"""The same happening told twice is one event with both quotes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

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


_Key = tuple[object, ...]


class _Index:
    """Tellings by what a further draft must share with one of theirs, so that it is held against few of them.

    Drafts of two sentences are the same only with a person in common, or with nobody in either, and then on the same
    day or, for what does not repeat, where one of the two has no date: see :func:`same`.
    """

    def __init__(self) -> None:
        self._rank: dict[_Key, dict[int, int]] = {}
        self._found: dict[_Key, dict[int, Telling]] = {}

    def add(self, telling: Telling, draft: Draft) -> None:
        """Count a draft as one of a telling's."""
        keys = _keys(draft)
        for key in keys:
            rank = self._rank.setdefault(key, {})
            rank.setdefault(id(telling), len(rank))
        for key in (*keys, *((*key, _edtf(draft)) for key in keys[:-1])):
            self._found.setdefault(key, {})[id(telling)] = telling

    def like(self, draft: Draft) -> list[Telling]:
        """The tellings that a draft may belong to: by its people, then by its sentence, each in order of joining."""
        keys, day = _keys(draft), _edtf(draft)
        once = bool(draft.who.actors) and draft.candidate.type not in _REPEATED
        near = dict(self._found.get(keys[-1], {}))
        for key in keys[:-1]:
            if day is not None:
                near |= self._found.get((*key, day), {}) if len(day) >= _MONTH else {}
                near |= self._found.get((*key, None), {}) if once else {}
            elif once:  # the first telling of the person is the one
                near |= dict(islice(self._found.get(key, {}).items(), 1))
        ranks = [self._rank.get(key, {}) for key in keys]
        place = {at: next((k, rank[at]) for k, rank in enumerate(ranks) if at in rank) for at in near}
        return [near[at] for at in sorted(near, key=place.__getitem__)]


def _keys(draft: Draft) -> list[_Key]:
    """What a draft is known by: its type with each of its people, or with nobody; last, its type and sentence."""
    type_, people = draft.candidate.type, [id(actor) for actor in draft.who.actors] or [-1]
    return [*((type_, who) for who in people), ("in", type_, _sentence(draft))]


# One word tells of one of these at most.
_EXCLUSIVE = (
    frozenset({"conviction", "administrative-penalty", "official-penalised"}),
    frozenset({"killing", "death-in-custody"}),
    frozenset({"torture", "attack"}),
    frozenset({"detention", "official-penalised"}),
    frozenset({"charge", "official-penalised"}),
    frozenset({"detention", "pretrial-detention"}),
    frozenset({"registration-refused", "organisation-restricted"}),
)


def _word(draft: Draft) -> tuple[int, int]:
    return draft.candidate.paragraph.index, draft.candidate.trigger.i


def _likeliest(judged: Iterable[tuple[Draft, float]]) -> list[tuple[Draft, float]]:
    """Of the types that one word cannot tell of together, only the likeliest."""
    all_ = list(judged)
    by_word: dict[tuple[int, int], list[tuple[str, float]]] = {}
    for draft, probability in all_:
        by_word.setdefault(_word(draft), []).append((draft.candidate.type, probability))

    def beaten(draft: Draft, probability: float) -> bool:
        mine = draft.candidate.type
        likelier = [its for its, p in by_word[_word(draft)] if p > probability]
        return any({mine, its} <= types for its in likelier for types in _EXCLUSIVE)

    return [(d, p) for d, p in all_ if not beaten(d, p)]


def merge(judged: Iterable[tuple[Draft, float]]) -> list[Telling]:
    """Fold drafts, given in the order of the text, into tellings of one event each."""
    index = _Index()
    out: list[Telling] = []
    for draft, probability in _likeliest(judged):
        found = next((t for t in index.like(draft) if any(same(draft, d) for d in t.drafts)), None)
        if found is None:
            found = Telling([], 0.0)
            out.append(found)
        found.drafts.append(draft)
        found.likely[id(draft)] = probability
        found.probability = max(found.probability, probability)
        index.add(found, draft)
    for telling in out:
        likely = telling.likely
        telling.drafts.sort(key=lambda d: (fullness(d) + 3 * likely[id(d)], -d.candidate.paragraph.index), reverse=True)
    return out
