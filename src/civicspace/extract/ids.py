"""Ids of a report's actors, and the gazetteer entries of its places."""

from collections.abc import Sequence

from spacy.tokens import Token

from civicspace.extract.mention import Actor
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.reading import Reading
from civicspace.reference.places import Place, find


class Ids:
    """Numbers actors ``n1``, ``n2`` … in the order given, and remembers each place looked up."""

    def __init__(self, reading: Reading, actors: Sequence[Actor]) -> None:
        self._reading = reading
        self._ids = {id(actor): f"n{number}" for number, actor in enumerate(actors, start=1)}
        self._places: dict[str, Place | None] = {}

    def __getitem__(self, actor: Actor) -> str:
        return self._ids[id(actor)]

    def place(self, actor: Actor) -> Place | None:
        """The gazetteer's entry for a place that the report names, looked for in the report's country first."""
        if actor.name not in self._places:
            self._places[actor.name] = find(actor.name, country=self._reading.document.country)
        return self._places[actor.name]

    def source(self, paragraph: Paragraph, speaker: Token) -> str | None:
        """Who says so: an actor's id, or the words of the report."""
        actor = self._reading.actor_at(paragraph.index, speaker.i)
        if actor is not None and actor.kind != "place":
            return self[actor]
        if speaker.pos_ == "PRON":
            return None
        words = [t for t in speaker.subtree if t.dep_ not in {"relcl", "acl"}]
        return paragraph.quote(paragraph.doc[min(t.i for t in words) : speaker.i + 1]).quote
