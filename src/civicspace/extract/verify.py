"""The last step: every slot of an item is held against the words that it rests on, and what they do not say is dropped.

Those words are the item's evidence, the paragraphs that it stands in, their headings and the dates of the report.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from civicspace.extract import statutes
from civicspace.extract.ids import Ids
from civicspace.extract.mention import Actor, ActorMention
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.reading import Reading
from civicspace.extract.support import Support
from civicspace.model.amount import Group
from civicspace.model.event import Charge, Event, Penalty
from civicspace.model.figure import Figure
from civicspace.model.law import LawStep
from civicspace.model.quote import Quote
from civicspace.reference.places import capital


@dataclass(frozen=True)
class Verifier:
    """Checks the items of one report against the paragraphs that their quotes stand in."""

    reading: Reading

    @cached_property
    def _starts(self) -> list[int]:
        return [p.where(0, 1)[0] for p in self.reading.paragraphs]

    def paragraph(self, quote: Quote) -> Paragraph:
        """The paragraph that a quote stands in."""
        return self.reading.paragraphs[max(0, bisect_right(self._starts, quote.start) - 1)]

    @cached_property
    def _named(self) -> dict[int, tuple[list[ActorMention], list[int]]]:
        return {}

    def _names(self, actor: Actor) -> tuple[list[ActorMention], list[int]]:
        """An actor's mentions by name in the order of the text, and their paragraphs."""
        if id(actor) not in self._named:
            names = [m for m in actor.mentions if m.how == "name"]
            self._named[id(actor)] = names, [m.paragraph for m in names]
        return self._named[id(actor)]

    def support(self, evidence: Sequence[Quote]) -> Support:
        """All words that may back a slot."""
        paragraphs = {paragraph.index: paragraph for paragraph in map(self.paragraph, evidence)}
        return Support(self.reading, tuple(evidence), tuple(paragraphs.values()))

    def naming(self, actor: Actor, evidence: Sequence[Quote]) -> Quote | None:
        """Where the report last names an actor before the evidence, if its own paragraph does not."""
        index = self.paragraph(evidence[0]).index
        names, at = self._names(actor)
        following = bisect_left(at, index)
        if not names or (following < len(at) and at[following] == index):
            return None
        mention = names[following - 1]  # none before: the last of all
        paragraph = self.reading.paragraphs[mention.paragraph]
        return paragraph.quote(paragraph.doc[mention.start : mention.end])

    def stands(self, evidence: Sequence[Quote]) -> bool:
        """Whether there is evidence and every quote is what stands at its place."""
        text = self.reading.document.text
        return bool(evidence) and all(text[q.start : q.end] == q.quote for q in evidence)

    @cached_property
    def _actors(self) -> dict[str, Actor]:
        ids = Ids(self.reading, self.reading.actors)
        return {ids[actor]: actor for actor in self.reading.actors}

    def _meant(self, ids: Iterable[str], support: Support) -> tuple[str, ...]:
        """Those actors who are meant by a name, a pronoun or a description in the paragraphs of the support."""
        here = {p.index for p in support.paragraphs}
        return tuple(i for i in ids if any(m.paragraph in here for m in self._actors[i].mentions))

    def event(self, event: Event) -> Event | None:
        """The event without the slots that its evidence does not bear out; ``None`` without true evidence."""
        if not self.stands(event.evidence):
            return None
        support = self.support(event.evidence)
        place = event.place if event.place and self._located(event, support) else None
        return event.model_copy(
            update={
                "who": self._meant(event.who, support),
                "by": self._meant(event.by, support),
                "group": _group(event.group, support),
                "date": _date(event.date, support),
                "place": place,
                "place_id": event.place_id if place else None,
                "point": event.point if place else None,
                "charges": tuple(c for charge in event.charges if (c := self._charge(charge, support)) is not None),
                "penalty": _penalty(event.penalty, support),
                "attributed_to": event.attributed_to if self._said(event.attributed_to, support) else None,
            }
        )

    def _named_in(self, name: str, support: Support) -> bool:
        """Whether a name stands in the support, or who or what it names is meant there in other words."""
        here = {p.index for p in support.paragraphs}
        called = (mention for actor in self._called.get(name, ()) for mention in actor.mentions)
        return support.says(name) or any(mention.paragraph in here for mention in called)

    @cached_property
    def _called(self) -> dict[str, list[Actor]]:
        found: dict[str, list[Actor]] = {}
        for actor in self.reading.actors:
            found.setdefault(actor.name, []).append(actor)
        return found

    def _located(self, event: Event, support: Support) -> bool:
        """Whether the support names an event's place, and the town that it lies in."""
        names = (event.place or "").split(", ")
        return all(self._named_in(name, support) or self._is_capital(event, support) for name in names)

    def _is_capital(self, event: Event, support: Support) -> bool:
        """Whether an event's place is what "the capital" means in the report's country."""
        country = self.reading.document.country
        found = capital(country) if country and support.says("capital") else None
        return found is not None and found.id == event.place_id

    def _said(self, source: str | None, support: Support) -> bool:
        """Whether the support gives an event's source: an actor's id or words."""
        if source in self._actors:
            return bool(self._meant((source,), support))
        return source is not None and support.says(source)

    def _charge(self, charge: Charge, support: Support) -> Charge | None:
        """The charge without what does not stand: an article falls with its code; ``None`` where nothing is left."""
        article = charge.article if charge.article and support.article(charge.article) else None
        offence = charge.offence if charge.offence and support.says(charge.offence) else None
        lost = charge.article is not None and article is None
        code = charge.code if charge.code and not lost and self._has_code(charge.code) else None
        return Charge(article=article, code=code, offence=offence) if article or offence or code else None

    def _has_code(self, code: str) -> bool:
        """Whether the report names a code, in full or in short: its articles are cited without it thereafter."""
        full: dict[str, str] = statutes.words()["short"].get("full", {})
        short = [name.rpartition(":")[2] for name, meant in full.items() if meant == code]
        return any(self._report.says(name) for name in (code, *short))

    def figure(self, figure: Figure) -> Figure | None:
        """The figure without the slots that its evidence does not bear out; ``None`` where that is its number."""
        support = self.support(figure.evidence)
        if not self.stands(figure.evidence) or not (support.counts(figure.min) and support.counts(figure.max)):
            return None
        scope = figure.scope if figure.scope and support.says(figure.scope) else None
        source = figure.attributed_to
        if source is not None and not self._named_in(source, support):
            source = None
        return figure.model_copy(
            update={"scope": scope, "as_of": _date(figure.as_of, support), "attributed_to": source}
        )

    def law(self, step: LawStep) -> LawStep | None:
        """The step without a date that its evidence does not bear out; ``None`` where the report has no such title."""
        if not self.stands(step.evidence) or not self._report.says(step.title):
            return None
        return step.model_copy(update={"date": _date(step.date, self.support(step.evidence))})

    @cached_property
    def _report(self) -> Support:
        """The whole report: a step may be told of a law that was named long before."""
        return Support(self.reading, (), self.reading.paragraphs)


def _date(edtf: str | None, support: Support) -> str | None:
    return edtf if edtf is not None and support.dates(edtf) else None


def _group(group: Group | None, support: Support) -> Group | None:
    """The group; without its size where that does not stand in the support."""
    if group is None or all(support.counts(bound, words=group.words) for bound in (group.min, group.max)):
        return group
    return Group(words=group.words)


def _penalty(penalty: Penalty | None, support: Support) -> Penalty | None:
    """The penalty; without its length or its sum where that does not stand in the support."""
    if penalty is None:
        return None
    lasts = penalty.duration is None or support.lasts(penalty.duration)
    costs = penalty.amount is None or support.costs(penalty.amount, penalty.currency)
    lost = {} if lasts else {"duration": None}
    return penalty.model_copy(update=lost if costs else {**lost, "amount": None, "currency": None})
