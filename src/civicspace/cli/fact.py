"""A fact of any kind as people read it: kind, date, who, what, where, quote."""

from collections.abc import Iterable
from dataclasses import dataclass

from civicspace.cli import words
from civicspace.model.custody import Custody
from civicspace.model.event import Event
from civicspace.model.figure import Figure
from civicspace.model.law import LawStep
from civicspace.model.quote import Quote
from civicspace.model.record import Record


@dataclass(frozen=True, slots=True)
class Fact:
    """One line for people; ``evidence`` are the quotes, the first one is shown. A slot not given is empty."""

    kind: str
    id: str
    date: str
    who: str
    what: str
    where: str
    evidence: tuple[Quote, ...]

    @property
    def quote(self) -> str:
        """The words of the first quote."""
        return self.evidence[0].quote if self.evidence else ""


class Facts:
    """The facts of one record."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._names = {entity.id: entity.name for entity in record.entities}
        self._events = {event.id: event for event in record.events}

    def all(self) -> list[Fact]:
        """Events, figures and laws in the order of the text, then the states of custody."""
        record = self._record
        told = [
            *map(self._event, record.events),
            *map(self._figure, record.figures),
            *map(self._law, record.laws),
        ]
        told.sort(key=lambda fact: fact.evidence[0].start if fact.evidence else 0)
        return told + [self._custody(state) for state in record.custody]

    def name(self, one: str) -> str:
        """The name of an entity; what is not an entity's id is a name itself."""
        return self._names.get(one, one)

    def _list(self, ids: Iterable[str]) -> str:
        return ", ".join(map(self.name, ids))

    def _event(self, event: Event) -> Fact:
        who = [self._list(event.who), words.group(event.group) if event.group else ""]
        what = [
            words.label("event_types", event.type) + (f" ({event.status})" if event.status != "reported" else ""),
            f"by {self._list(event.by)}" if event.by else "",
            *map(words.charge, event.charges),
            words.penalty(event.penalty) if event.penalty else "",
            f"says {self.name(event.attributed_to)}" if event.attributed_to else "",
            "background" if event.background else "",
        ]
        return self._fact(event, "event", date=event.date, who=who, what=what, where=event.place)

    def _figure(self, figure: Figure) -> Fact:
        what = [
            f"{figure.measure}: {words.amount(figure)}",
            figure.scope or "",
            f"says {self.name(figure.attributed_to)}" if figure.attributed_to else "",
        ]
        return self._fact(figure, "figure", date=figure.as_of, what=what)

    def _law(self, law: LawStep) -> Fact:
        step = words.label("law_stages", law.stage)
        return self._fact(law, law.kind, date=law.date, what=[f"{law.title}: {step}"])

    def _custody(self, state: Custody) -> Fact:
        sources = [self._events[one] for one in state.events if one in self._events]
        return Fact(
            kind="custody",
            id=f"custody-{state.person}",
            date=state.as_of or "",
            who=self.name(state.person),
            what=words.label("custody_states", state.status) + (f" until {state.until}" if state.until else ""),
            where="",
            evidence=tuple(quote for event in sources[-1:] for quote in event.evidence),
        )

    @staticmethod
    def _fact(
        item: Event | Figure | LawStep,
        kind: str,
        *,
        date: str | None,
        what: Iterable[str],
        who: Iterable[str] = (),
        where: str | None = None,
    ) -> Fact:
        return Fact(
            kind=kind,
            id=item.id,
            date=date or "",
            who=", ".join(filter(None, who)),
            what="; ".join(filter(None, what)),
            where=where or "",
            evidence=item.evidence,
        )
