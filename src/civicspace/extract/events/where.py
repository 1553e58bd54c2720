"""The place of an event: which of a sentence's places belongs to a trigger."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from civicspace.extract.mention import Actor
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.reading import Reading

_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "from", "to", "around", "across", "throughout", "into", "of"})


@dataclass(frozen=True, slots=True)
class Where:
    """A place of the report and the token where it is named."""

    actor: Actor
    token: Token


def _places(reading: Reading, paragraph: Paragraph, sentence: Span) -> list[Where]:
    found: list[Where] = []
    for token in sentence:
        actor = reading.actor_at(paragraph.index, token.i)
        if actor is not None and actor.kind == "place" and all(w.actor is not actor for w in found):
            found.append(Where(actor, token))
    return found


def _score(trigger: Token, place: Where) -> float:
    """Lower is nearer: places after the trigger and under a locative preposition first."""
    words = abs(place.token.i - trigger.i)
    preposition = any(t.lower_ in _LOCATIVE for t in place.token.ancestors if t.dep_ == "prep")
    under = trigger.is_ancestor(place.token)
    return words - 12 * under - 6 * preposition + (4 if place.token.i < trigger.i else 0)


def choose(reading: Reading, paragraph: Paragraph, *, trigger: Token, sentence: Span, country: str | None) -> Where | None:
    """The place that a trigger's sentence gives; the report's own country says nothing where a town is named."""
    found = _places(reading, paragraph, sentence)
    towns = [w for w in found if w.actor.name != country] or found
    return min(towns, key=lambda w: _score(trigger, w), default=None)
