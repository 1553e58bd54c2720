"""The place of an event: the sentence's, or the one that its paragraph named before."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Span, Token

from civicspace.extract.mention import Actor
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.reading import Reading
from civicspace.extract.vocabulary import words
from civicspace.reference.places import Place, capital, find, is_place_word

_MIN_TOWN = 4  # letters; shorter names of towns are words of other languages too often
_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "throughout", "within", "between"})
_TOWARDS = frozenset({"from", "to", "into", "of", "through", "for", "against", "over"})


@dataclass(frozen=True, slots=True)
class Where:
    """A place as the report names it, and the gazetteer's entry where it has one.

    ``inside`` is true where it only stands in the name of a body.
    """

    name: str
    place: Place | None
    token: Token
    inside: bool = False


@dataclass(frozen=True)
class Places:
    """The places of one report, looked up in its own country first."""

    reading: Reading

    @cached_property
    def _in_paragraph(self) -> dict[int, list[Where]]:
        out: dict[int, list[Where]] = {}
        for paragraph in self.reading.paragraphs:
            found = sorted(self._named(paragraph), key=lambda w: w.token.i)
            if found:
                out[paragraph.index] = found
        return out

    def _named(self, paragraph: Paragraph) -> Iterator[Where]:
        country = self.reading.document.country
        before: Actor | None = None
        for token in paragraph.doc:
            actor = self.reading.actor_at(paragraph.index, token.i)
            if actor is not None and actor.kind == "place":
                if actor is not before:
                    yield Where(actor.name, find(actor.name, country=country), token)
            elif actor is not None and actor.kind != "person" and token.pos_ == "PROPN":
                town = self._town(token.text)
                if town is not None:
                    yield Where(token.text, town, token, inside=True)
            elif token.lower_ == "capital" and actor is None and self._is_the_capital(token):
                yield Where(self._capital_name or "the capital", capital(country) if country else None, token)
            before = actor

    def _town(self, word: str) -> Place | None:
        """The town at home that a body is called after: "Colombo High Court", "Kano Police Command"."""
        country = self.reading.document.country
        if country is None or len(word) < _MIN_TOWN or not is_place_word(word, country):
            return None
        place = find(word, country=country)
        return place if place is not None and place.kind == "city" and place.country == country else None

    @staticmethod
    def _is_the_capital(token: Token) -> bool:
        definite = any(c.lower_ == "the" for c in token.children)
        return definite and not any(c.dep_ == "appos" for c in token.children)

    @cached_property
    def _capital_name(self) -> str | None:
        """What the report itself calls the capital: "the capital Nur-Sultan"."""
        for paragraph in self.reading.paragraphs:
            for token in paragraph.doc[:-1]:
                if token.lower_ == "capital":
                    for after in paragraph.doc[token.i + 1 : token.i + 4]:
                        actor = self.reading.actor_at(paragraph.index, after.i)
                        if actor is not None and actor.kind == "place":
                            return actor.name
        return None

    def _is_home(self, where: Where) -> bool:
        """A town or region of the report's own country, or a place that no gazetteer knows."""
        if where.place is None:
            return True
        return where.place.kind != "country" and where.place.country in (self.reading.document.country, None)

    def choose(self, paragraph: Paragraph, *, trigger: Token, sentence: Span) -> Where | None:
        """The place that the trigger's sentence gives; the report's own country says nothing and is left out."""
        near = [w for w in self._in_paragraph.get(paragraph.index, ()) if sentence.start <= w.token.i < sentence.end]
        scored = [(self._cost(trigger, w), w) for w in near]
        scored = [(cost, w) for cost, w in scored if cost < 60]
        if not scored:
            return None
        best = min(scored, key=lambda s: s[0])[1]
        return self._with_town(best, [w for _, w in scored])

    def carried(self, paragraph: Paragraph, sentence: Span) -> Where | None:
        """The place at home that the paragraph named last before a sentence."""
        told = self._in_paragraph.get(paragraph.index, ())
        before = [w for w in told if w.token.i < sentence.start and self._is_home(w)]
        located = [w for w in before if not w.inside and self._is_known(w) and _preposition(w.token) in _LOCATIVE]
        towns = located or [w for w in before if w.place is not None and w.place.kind == "city"]
        return self._with_town(towns[-1], before) if towns else None

    @staticmethod
    def _is_known(where: Where) -> bool:
        """Whether a name surely is a place: by gazetteer, its own words ("Insein Prison") or what stands before it."""
        generic = where.name.rpartition(" ")[2].lower() in words("place_words")
        return where.place is not None or generic or _preposition(where.token) in {"in", "near", "outside"}

    def _with_town(self, best: Where, others: list[Where]) -> Where:
        """A square or a prison is named with the town that the sentence puts it in."""
        if best.place is not None:
            return best
        towns = [w for w in others if w.place is not None and w.place.kind == "city" and self._is_home(w)]
        town = min(towns, key=lambda w: abs(w.token.i - best.token.i), default=None)
        if town is None or town.name in best.name:
            return best
        return Where(f"{best.name}, {town.name}", town.place, best.token)

    def _cost(self, trigger: Token, where: Where) -> float:
        gap = abs(where.token.i - trigger.i) + (4 if where.token.i < trigger.i else 0)
        preposition = _preposition(where.token)
        if where.inside:
            return gap + 14
        cost = gap - (12 if trigger.is_ancestor(where.token) else 0)
        cost += {True: -6, False: 8}[preposition in _LOCATIVE]
        cost += 6 if preposition in _TOWARDS else 0
        own_country = where.place is not None and where.place.kind == "country"
        if own_country and where.place is not None and where.place.country == self.reading.document.country:
            cost += 40
        if not self._is_known(where):
            return 99
        if not self._is_home(where):
            under = preposition in _LOCATIVE and trigger.is_ancestor(where.token)
            cost += 0 if under and _direct(trigger, where.token) else 30
            cost += 30 if own_country and preposition not in _LOCATIVE else 0
        return cost


def _preposition(token: Token) -> str | None:
    """The preposition that a place stands under, past titles and coordinations of it."""
    for above in (token, *token.ancestors):
        if above.dep_ == "prep" and not (above.lower_ == "of" and above.head.lemma_.lower() in words("place_words")):
            return above.lower_
        if above.pos_ in {"VERB", "AUX"}:
            return None
    return None


def _direct(trigger: Token, token: Token) -> bool:
    """Whether a place hangs on the trigger itself: "detained in Russia", not "in view of the war in Ukraine"."""
    steps = 0
    while token != trigger and token.head != token:
        token, steps = token.head, steps + 1
    return steps <= 2
